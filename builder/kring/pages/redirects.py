"""Redirects: the former addresses of what has been renamed, so that saved links and printed books go on working."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kring.pages.addresses import address
from kring.pages.site_plan import Origin, Page, SitePlan
from kring.source.documents import Key
from kring.source.kinds import Kind


@dataclass(frozen=True, slots=True)
class Former:
    """An address at which `page` once stood: as that of `key`, before the entity `renamed` lost the id `id`."""

    address: str
    page: Page
    key: Key
    renamed: Key
    id: str


def redirects(plan: SitePlan) -> dict[str, Page]:
    """Return the page to which each former address leads. An address in use is never a redirect."""
    return {former.address: former.page for former in _leading_on(plan).values()}


def former_keys(plan: SitePlan) -> dict[Key, tuple[Key, ...]]:
    """Return what each entity was called before, for answers that were kept under that name."""
    found: dict[Key, list[Key]] = {}
    for former in _leading_on(plan).values():
        if former.page.key is not None:
            found.setdefault(former.page.key, []).append(former.key)
    return {key: tuple(keys) for key, keys in found.items()}


def lost(plan: SitePlan) -> Iterator[tuple[Former, Page]]:
    """Yield each former id whose address cannot lead on, with the page that stands there now, or to which it leads."""
    used = {page.address: page for page in plan.pages}
    leads = redirects(plan)
    told: set[tuple[Key, str]] = set()
    for former in _former_addresses(plan):
        other = used.get(former.address) or leads[former.address]
        if other is not former.page and (former.renamed, former.id) not in told:
            told.add((former.renamed, former.id))
            yield former, other


def _leading_on(plan: SitePlan) -> dict[str, Former]:
    used = {page.address for page in plan.pages}
    found: dict[str, Former] = {}
    for former in _former_addresses(plan):
        if former.address not in used:
            found.setdefault(former.address, former)
    return found


def _former_addresses(plan: SitePlan) -> Iterator[Former]:
    origins = {page.key: page.origin for page in plan.pages if page.key is not None and page.origin is not None}
    for page in plan.pages:
        if page.origin is not None:
            # A page below that of its entity, such as the one for who missed a session, keeps its last part.
            rest = page.address.removeprefix(address(page.origin.key, plan.words))
            programme = origins.get(page.programme) if page.programme is not None else None
            for key, renamed, id in _former_keys(page.origin, programme):
                yield Former(address(key, plan.words) + rest, page, key, renamed, id)


def _former_keys(origin: Origin, programme: Origin | None) -> Iterator[tuple[Key, Key, str]]:
    """Yield each key that an entity had before, with what was renamed since and the id that it had then.

    A renamed programme takes along all that is its own. Of something that was renamed together with its
    programme, both the old and the new name belong to both names of the programme.
    """
    is_programme = origin.key.kind is Kind.PROGRAMME
    own = [Key(origin.key.kind, id, id if is_programme else origin.key.programme) for id in origin.formerly]
    yield from ((key, origin.key, key.id) for key in own)
    if programme is not None and not is_programme and origin.key.programme == programme.key.id:
        for id in programme.formerly:
            yield from ((Key(key.kind, key.id, id), programme.key, id) for key in (origin.key, *own))
