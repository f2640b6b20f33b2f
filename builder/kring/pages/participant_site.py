"""The plan of the participants' site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kring.editions.participant import Entity, ParticipantEdition, Programme, Session, comes_back
from kring.model.reading import Handout
from kring.pages.addresses import address, below
from kring.pages.descriptions import beginning, describe, goals_in_short, in_order
from kring.pages.site_plan import Origin, Page, Place, Print, PrintName, SitePlan
from kring.pages.words import Words
from kring.source.documents import Key
from kring.source.kinds import MENU, Kind

Shelves = Mapping[tuple[Kind, str | None], Sequence[tuple[Key, Entity]]]
"""Kind and programme (None: the library) → the entities of that kind that belong there, in order of keys."""


def participant_site(edition: ParticipantEdition, words: Words, *, preview: bool = False) -> SitePlan:
    """Return every page of the participants' site."""
    title = edition.organisation.site_title
    home = Page("", "participant/home.html.j2", title, words("home.description"), edition)
    shelves = _shelves(edition)
    own = {programme.key.id: _collections(shelves, programme.key, words) for programme in edition.programmes}
    places = [
        Place(words("nav.home"), home),
        *(_programme(programme, own[programme.key.id], words) for programme in edition.programmes),
        *_collections(shelves, None, words),
        *_glossary(edition, words),
        *(Place(p.title, p) for p in _pages(shelves, Kind.PAGE, None, words)),
    ]
    prints = {
        below(programme.key, book, words): Print(programme.key.id, book)
        for programme in edition.programmes
        for book in _books(programme, edition)
    }
    return SitePlan(
        "participant",
        title,
        edition,
        edition,
        edition.organisation.address,
        tuple(places),
        prints,
        edition.assets,
        words,
        preview,
    )


def _books(programme: Programme, edition: ParticipantEdition) -> Iterator[PrintName]:
    """Yield the books that a programme has: the plain one where there are plainer texts, sheets where there are any."""
    yield "workbook"
    if any(step.plain_language for session in programme.sessions for step in session.steps):
        yield "plain_workbook"
    handouts = (entity for entity in edition.entities.values() if isinstance(entity, Handout))
    if _asks_again(programme) or any(comes_back(handout, programme.sessions) for handout in handouts):
        yield "extra_sheets"


def _asks_again(programme: Programme) -> bool:
    """Tell whether there are lists to hand in, or a diary."""
    asked = (step.questionnaires for session in programme.sessions for step in session.steps)
    return programme.measurement is not None or any(asked) or any(session.diaries for session in programme.sessions)


def _programme(programme: Programme, collections: Iterable[Place], words: Words) -> Place:
    page = Page(
        address(programme.key, words),
        "participant/programme.html.j2",
        programme.title,
        beginning(programme.summary),
        programme,
        key=programme.key,
        programme=programme.key,
        scope=programme.key.id,
        origin=Origin(programme.key, programme.formerly),
    )
    sessions = (_session(session, programme.key, words) for session in programme.sessions)
    return Place(programme.title, page, (*sessions, *collections, Place(words("nav.about"), _about(programme, words))))


def _about(programme: Programme, words: Words) -> Page:
    return Page(
        below(programme.key, "about", words),
        "participant/about.html.j2",
        words("about.title", title=programme.title),
        beginning(programme.for_whom),
        programme,
        programme=programme.key,
        scope=programme.key.id,
        origin=Origin(programme.key, programme.formerly),
    )


def _session(session: Session, programme: Key, words: Words) -> Place:
    page = Page(
        address(session.key, words),
        "participant/session.html.j2",
        session.title,
        goals_in_short(session.goals),
        session,
        key=session.key,
        programme=programme,
        scope=programme.id,
        origin=Origin(session.key, session.formerly),
    )
    title = session.label or words("nav.session", number=session.number)
    children = (Place(words("nav.catch_up"), _catch_up(session, programme, words)),) if session.catch_up else ()
    return Place(in_order(title, session.title), page, children)


def _catch_up(session: Session, programme: Key, words: Words) -> Page:
    return Page(
        below(session.key, "catch_up", words),
        "participant/catch_up.html.j2",
        words("catch_up.title", title=session.title),
        words("catch_up.description", title=session.title),
        session,
        programme=programme,
        scope=programme.id,
        origin=Origin(session.key, session.formerly),
    )


def _shelves(edition: ParticipantEdition) -> Shelves:
    shelves: dict[tuple[Kind, str | None], list[tuple[Key, Entity]]] = {}
    for key, entity in edition.entities.items():
        shelves.setdefault((key.kind, key.programme), []).append((key, entity))
    return shelves


def _collections(shelves: Shelves, programme: Key | None, words: Words) -> tuple[Place, ...]:
    """Return a heading with pages for each kind of entity that the programme (None: the library) has."""
    id = programme.id if programme else None
    places = []
    for kind in MENU:
        pages = _pages(shelves, kind, id, words, programme)
        if pages:
            places.append(Place(words(f"nav.{kind.value}"), None, tuple(Place(page.title, page) for page in pages)))
    return tuple(places)


def _pages(shelves: Shelves, kind: Kind, within: str | None, words: Words, programme: Key | None = None) -> list[Page]:
    return [
        Page(
            address(key, words),
            f"participant/{kind.value}.html.j2",
            entity.title,
            describe(entity),
            entity,
            key=key,
            programme=programme,
            scope=key.programme,
            origin=Origin(key, entity.formerly),
        )
        for key, entity in shelves.get((kind, within), ())
    ]


def _glossary(edition: ParticipantEdition, words: Words) -> tuple[Place, ...]:
    if not edition.terms:
        return ()
    key = Key(Kind.GLOSSARY, "glossary")
    page = Page(
        address(key, words),
        "participant/glossary.html.j2",
        words("glossary.title"),
        words("glossary.description"),
        edition.terms,
        key=key,
    )
    return (Place(page.title, page),)
