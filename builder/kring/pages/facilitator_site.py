"""The plan of the facilitators' site."""

from __future__ import annotations

from collections.abc import Iterator

from kring.editions.facilitator import FacilitatorEdition
from kring.model.catalogue import ProgrammePlan, SessionPlan
from kring.pages.addresses import address, below
from kring.pages.descriptions import Shown, beginning, describe, goals_in_short, in_order
from kring.pages.site_plan import Origin, Page, Place, Print, PrintName, SitePlan
from kring.pages.words import Words
from kring.source.documents import Key
from kring.source.kinds import MENU, Kind


def facilitator_site(edition: FacilitatorEdition, words: Words, *, preview: bool = False) -> SitePlan:
    """Return every page of the facilitators' site."""
    config = edition.catalogue.config
    assert config is not None
    title = config.facilitator_title
    home = Page("", "facilitator/home.html.j2", title, words("home.facilitator_description"), edition)
    library = Page(
        f"{words.segment('library')}/",
        "facilitator/library.html.j2",
        words("library.title"),
        words("library.description"),
        edition,
    )
    places = (
        Place(words("nav.home"), home),
        *(_programme(plan, edition, words) for plan in edition.plans),
        Place(library.title, library, _collections(edition, None, words)),
        *_glossary(edition, words),
        *(Place(page.title, page) for page in _pages(edition, Kind.PAGE, None, words)),
    )
    return SitePlan(
        "facilitator",
        title,
        edition,
        edition.participant,
        config.addresses.facilitator,
        places,
        dict(_prints(edition, words)),
        edition.catalogue.entities.assets,
        words,
        preview,
    )


def _prints(edition: FacilitatorEdition, words: Words) -> Iterator[tuple[str, Print]]:
    """Yield the manual of each programme, and of each session its guide and what is copied and cut for it."""
    names: tuple[PrintName, ...] = ("guide", "pack")
    for plan in edition.plans:
        yield below(plan.programme.key, "manual", words), Print(plan.id, "manual")
        for session in plan.sessions:
            for name in names:
                yield below(session.session.key, name, words), Print(plan.id, name, session.number)


def _programme(plan: ProgrammePlan, edition: FacilitatorEdition, words: Words) -> Place:
    key = plan.programme.key
    page = Page(
        address(key, words),
        "facilitator/programme.html.j2",
        plan.programme.title,
        beginning(plan.programme.summary),
        plan,
        key=key,
        programme=key,
        scope=key.id,
        origin=Origin(key, plan.programme.formerly),
    )
    children = [_part(plan, "preparing", words), *(_guide(session, key, words) for session in plan.sessions)]
    if plan.programme.safety is not None:
        children.append(_part(plan, "safety", words))
    if plan.programme.measurement is not None:
        children.append(_part(plan, "measurement", words))
    children += [_part(plan, name, words) for name in ("language", "tidier", "recognition")]
    return Place(plan.programme.title, page, (*children, *_collections(edition, key, words)))


def _part(plan: ProgrammePlan, name: str, words: Words) -> Place:
    """Return a page about one side of a programme (preparing, safety, measurement, language), or a sheet of it."""
    key = plan.programme.key
    page = Page(
        below(key, name, words),
        f"facilitator/{name}.html.j2",
        words(f"{name}.title"),
        words(f"{name}.description", title=plan.programme.title),
        plan,
        programme=key,
        scope=key.id,
        origin=Origin(key, plan.programme.formerly),
    )
    return Place(page.title, page)


def _guide(plan: SessionPlan, programme: Key, words: Words) -> Place:
    session = plan.session
    page = Page(
        address(session.key, words),
        "facilitator/guide.html.j2",
        session.title,
        goals_in_short(session.goals),
        plan,
        key=session.key,
        programme=programme,
        scope=programme.id,
        origin=Origin(session.key, session.formerly),
    )
    title = plan.entry.label or words("nav.session", number=plan.number)
    return Place(in_order(title, session.title), page)


def _collections(edition: FacilitatorEdition, programme: Key | None, words: Words) -> tuple[Place, ...]:
    places = []
    for kind in MENU:
        pages = _pages(edition, kind, programme, words)
        if pages:
            places.append(Place(words(f"nav.{kind.value}"), None, tuple(Place(page.title, page) for page in pages)))
    return tuple(places)


def _pages(edition: FacilitatorEdition, kind: Kind, programme: Key | None, words: Words) -> list[Page]:
    within = programme.id if programme else None
    return [
        _page(entity, kind, programme, words)
        for entity in edition.catalogue.entities.of(kind)
        if isinstance(entity, Shown) and entity.key.programme == within
    ]


def _page(entity: Shown, kind: Kind, programme: Key | None, words: Words) -> Page:
    return Page(
        address(entity.key, words),
        f"facilitator/{kind.value}.html.j2",
        entity.title,
        describe(entity),
        entity,
        key=entity.key,
        programme=programme,
        scope=entity.key.programme,
        origin=Origin(entity.key, entity.formerly),
    )


def _glossary(edition: FacilitatorEdition, words: Words) -> tuple[Place, ...]:
    glossary = edition.catalogue.glossary
    if glossary is None or not glossary.terms:
        return ()
    page = Page(
        address(Key(Kind.GLOSSARY, "glossary"), words),
        "facilitator/glossary.html.j2",
        words("glossary.title"),
        words("glossary.description"),
        glossary.terms,
        key=Key(Kind.GLOSSARY, "glossary"),
    )
    return (Place(page.title, page),)
