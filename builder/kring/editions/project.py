"""Projection: from the catalogue to the participants' edition. Default deny, by type and by reach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType
from typing import get_args

from kring.editions import participant as p
from kring.editions.narrow import narrow
from kring.model import reading
from kring.model.catalogue import Catalogue, ProgrammePlan, SessionPlan
from kring.model.configuration import SiteConfig
from kring.model.entities import Entities
from kring.model.programmes import Measurement
from kring.model.reach import media, terms
from kring.prose.pieces import without_facilitator
from kring.prose.text import Prose
from kring.source.documents import Asset, Key
from kring.source.kinds import Kind

TYPES: Mapping[Kind, type] = MappingProxyType({shown.KIND: shown for shown in get_args(p.Entity)})
"""Kind of a reachable entity → what participants see of it."""

LISTED = ("published",)
"""Status of a programme that stands in the site."""

PREVIEWED = ("draft", "review", "published")
"""The same in a preview."""


def listed(catalogue: Catalogue, *, preview: bool) -> tuple[ProgrammePlan, ...]:
    """Return the programmes of the site in the order of `site_config.yml`, with the sessions that show."""
    assert catalogue.config is not None
    shown = PREVIEWED if preview else LISTED
    plans = (catalogue.plans.get(ref.id) for ref in catalogue.config.programmes)
    return tuple(_with_shown_sessions(plan, preview) for plan in plans if plan and plan.programme.status in shown)


def participant_edition(catalogue: Catalogue, *, preview: bool = False) -> p.ParticipantEdition:
    """Return all that participants may see: listed programmes, pages, and what these reach."""
    assert catalogue.config is not None
    assert catalogue.help is not None
    programmes = tuple(_programme(plan) for plan in listed(catalogue, preview=preview))
    organisation = _organisation(catalogue.config)
    help_block = narrow(catalogue.help, p.Help)
    entities = _reachable(programmes, (organisation, help_block), catalogue.entities)
    shown: tuple[tuple[object, str | None], ...] = (
        *((programme, programme.key.id) for programme in programmes),
        *((entity, entity.key.programme) for entity in entities.values()),
        (organisation, None),
        (help_block, None),
    )
    glossary = _terms((value for value, _ in shown), catalogue.glossary)
    return p.ParticipantEdition(
        organisation,
        programmes,
        MappingProxyType(entities),
        glossary,
        help_block,
        MappingProxyType(dict(_assets((*shown, (glossary, None)), catalogue.entities))),
    )


def _with_shown_sessions(plan: ProgrammePlan, preview: bool) -> ProgrammePlan:
    sessions = tuple(s for s in plan.sessions if preview or s.session.status == "published")
    return ProgrammePlan(plan.programme, sessions)


def _programme(plan: ProgrammePlan) -> p.Programme:
    sessions = tuple(_session(session) for session in plan.sessions)
    shown = {session.key.id for session in sessions}
    measurement = plan.programme.measurement
    if measurement is not None:
        occasions = tuple(o for o in measurement.occasions if o.after_session is None or o.after_session.id in shown)
        measurement = Measurement(occasions, measurement.text) if occasions else None
    return narrow(
        plan.programme,
        p.Programme,
        sessions=sessions,
        measurement=None if measurement is None else narrow(measurement, Measurement),
    )


def _session(plan: SessionPlan) -> p.Session:
    return narrow(
        plan.session,
        p.Session,
        programme=plan.programme,
        number=plan.number,
        label=plan.entry.label,
        days_after_previous=plan.entry.days_after_previous,
        steps=tuple(narrow(activity, p.Activity) for activity in plan.activities),
    )


def _organisation(config: SiteConfig) -> p.Organisation:
    return p.Organisation(
        config.organisation.name,
        config.organisation.url,
        config.site_title,
        config.brand.colour,
        config.brand.icon,
        _for_participants(config.brand.welcome),
        config.contact.email,
        config.contact.telephone,
        _for_participants(config.contact.text),
        config.addresses.participant,
    )


def _for_participants(text: Prose | None) -> Prose | None:
    return None if text is None else without_facilitator(text)


def _reachable(
    programmes: tuple[p.Programme, ...], beside: tuple[object, ...], entities: Entities
) -> dict[Key, p.Entity]:
    """Return what programmes and pages reach through participant fields, step by step, in order of keys."""
    found: dict[Key, p.Entity] = {}
    waiting: list[tuple[object, str | None]] = [(programme, programme.key.id) for programme in programmes]
    waiting += [(value, None) for value in beside]
    for page in entities.of(Kind.PAGE):
        found[page.key] = narrow(page, reading.Page)
        waiting.append((found[page.key], None))
    while waiting:
        value, programme = waiting.pop()
        for key in _keys(value, programme, entities):
            if key in found:
                continue
            found[key] = narrow(entities.by_key[key], TYPES[key.kind])
            waiting.append((found[key], key.programme))
    return dict(sorted(found.items(), key=lambda pair: (pair[0].kind, pair[0].programme or "", pair[0].id)))


def _keys(value: object, programme: str | None, entities: Entities) -> Iterator[Key]:
    return (key for key in entities.meant(value, programme) if key in entities.by_key and key.kind in TYPES)


def _terms(shown: Iterable[object], glossary: reading.Glossary | None) -> tuple[reading.Term, ...]:
    """Return the terms that shown texts link to, and the terms that those terms' texts link to."""
    if glossary is None:
        return ()
    by_id = {term.id: narrow(term, reading.Term) for term in glossary.terms}
    wanted: set[str] = set()
    waiting = set(chain.from_iterable(map(terms, shown)))
    while waiting:
        id = waiting.pop()
        if id in by_id and id not in wanted:
            wanted.add(id)
            waiting.update(terms(by_id[id]))
    return tuple(sorted((by_id[id] for id in wanted), key=lambda term: (term.term.casefold(), term.term, term.id)))


def _assets(
    shown: tuple[tuple[object, str | None], ...], entities: Entities
) -> Iterator[tuple[tuple[str | None, str], Asset]]:
    for value, programme in shown:
        files = value.media if isinstance(value, p.Article) else ()
        names = [
            *media(value),
            *((value.icon,) if isinstance(value, p.Organisation) and value.icon else ()),
            *(name for file in files for name in (file.file, file.captions) if name),
        ]
        for name in names:
            if (asset := entities.asset(name, programme)) is not None:
                yield (asset.programme, asset.name), asset
