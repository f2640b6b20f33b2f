"""What pages ask of a plan, found once: the page of each entity, its neighbours, who hands it out, its book."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeVar

from kring.editions.facilitator import FacilitatorEdition, used_by
from kring.editions.participant import ParticipantEdition, Programme, Session
from kring.model.reach import references
from kring.model.values import Ref
from kring.pages.redirects import former_keys
from kring.pages.site_plan import Page, Print, SitePlan
from kring.source.documents import Key
from kring.source.kinds import Kind

Giver = TypeVar("Giver")


@dataclass(frozen=True, slots=True)
class SiteIndex:
    """The look-ups of one plan."""

    pages: Mapping[Key, Page]
    """The page of each entity that has one."""
    neighbours: Mapping[Key, tuple[Page | None, Page | None]]
    """Session → the pages of the sessions before and after it."""
    set_in: Mapping[Key, tuple[Session, ...]]
    """Entity → the sessions that hand out, set or show it, as participants see them, in order."""
    programmes_with: Mapping[Key, tuple[Programme, ...]]
    """Entity → the programmes that lead participants to it, in a session or outside of it."""
    books: Mapping[Print, str]
    """Programme → the address of its book."""
    shown: frozenset[Key]
    """What participants have a page of."""
    former: Mapping[Key, tuple[Key, ...]]
    """Entity → what it was called before."""
    used_by: Mapping[Key, tuple[Key, ...]]
    """Entity → what takes it up (facilitators' edition only)."""

    def key_within(self, ref: Ref, *programmes: str | None) -> Key | None:
        """Return the key of what a reference finds in `programmes`, then in the library, where it has a page."""
        return ref.key_among(self.pages, *programmes)


def bare_index(plan: SitePlan) -> SiteIndex:
    """Return the pages of `plan` and nothing else, for a page that belongs to no part of it."""
    return SiteIndex(plan.by_key(), {}, {}, {}, {}, frozenset(), {}, {})


def site_index(plan: SitePlan) -> SiteIndex:
    """Return the look-ups of `plan`."""
    books = {print: address for address, print in plan.prints.items()}
    bare = replace(bare_index(plan), neighbours=_neighbours(plan), books=books, former=former_keys(plan))
    programmes = plan.participant.programmes
    given = (
        (bare.key_within(ref, session.programme), session)
        for programme in programmes
        for session in programme.sessions
        for ref in _given(session)
    )
    led_to = (
        (bare.key_within(ref, programme.key.id), programme) for programme in programmes for ref in references(programme)
    )
    return replace(
        bare,
        set_in=_by_key(given),
        programmes_with=_by_key(led_to),
        shown=frozenset(_shown(plan.participant)),
        used_by=used_by(plan.edition.catalogue) if isinstance(plan.edition, FacilitatorEdition) else {},
    )


def _by_key(pairs: Iterator[tuple[Key | None, Giver]]) -> dict[Key, tuple[Giver, ...]]:
    """Return the givers of each key, each once; the same giver comes in one run of pairs."""
    found: dict[Key, list[Giver]] = {}
    for key, giver in pairs:
        if key is not None and (not (givers := found.setdefault(key, [])) or givers[-1] is not giver):
            givers.append(giver)
    return {key: tuple(givers) for key, givers in found.items()}


def _neighbours(plan: SitePlan) -> dict[Key, tuple[Page | None, Page | None]]:
    sessions = [page for page in plan.pages if page.key is not None and page.key.kind is Kind.SESSION]
    found: dict[Key, tuple[Page | None, Page | None]] = {}
    for _, run in groupby(sessions, key=lambda page: page.programme):
        pages = list(run)
        for before, page, after in zip([None, *pages], pages, [*pages[1:], None], strict=False):
            if page.key is not None:
                found[page.key] = (before, after)
    return found


def _given(session: Session) -> Iterator[Ref]:
    """Yield what a session gives to its participants."""
    yield from (*session.homework, *session.diaries, *session.articles)
    for step in session.steps:
        yield from (*step.handouts, *step.questionnaires)


def _shown(edition: ParticipantEdition) -> Iterator[Key]:
    yield from edition.entities
    for programme in edition.programmes:
        yield programme.key
        yield from (session.key for session in programme.sessions)
