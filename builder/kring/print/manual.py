"""The facilitators' manual: the programme, its safety protocol, every session guide, and the sheets beside them."""

from __future__ import annotations

from collections.abc import Iterator

from kring.editions import participant as p
from kring.editions.facilitator import FacilitatorEdition
from kring.editions.narrow import narrow
from kring.editions.project import TYPES
from kring.model.catalogue import ProgrammePlan, SessionPlan
from kring.model.reading import Handout, Module
from kring.pages.words import words
from kring.print import parts, reading
from kring.print.book import Book, Imprint, bind, newest
from kring.print.manual_annexes import annexes
from kring.print.manual_programme import at_a_glance, background, measurement, safety
from kring.print.manuscript import HELP, Manuscript
from kring.print.parts import Part
from kring.print.session_guide import session_guide
from kring.print.session_sheets import session_sheets
from kring.print.texts import Texts, label_of
from kring.source.documents import Key


def manual(edition: FacilitatorEdition, programme: str, *, session: int | None = None) -> Book:
    """Return the manual of a programme; with `session`, its number from 1, only that guide and its sheets.

    Raises KeyError where the edition has no such programme, or the programme no such session.
    """
    plan = next((plan for plan in edition.plans if plan.id == programme), None)
    if plan is None:
        raise KeyError(programme)
    book = _manuscript(edition, plan)
    title, chapters = book.words("manual.title"), _chapters(edition, plan, book)
    if session is not None:
        guide = next((entry for entry in plan.sessions if entry.number == session), None)
        if guide is None:
            raise KeyError(session)
        name = guide.entry.label or book.words("session.within", n=guide.number)
        title = book.words("manual.one_session", session=name, title=guide.session.title)
        chapters = _one(guide, book)
    return bind(_imprint(plan, book, title), chapters, edition.catalogue.entities.assets, book.words)


def _manuscript(edition: FacilitatorEdition, plan: ProgrammePlan) -> Manuscript:
    """Return what the manual is written from; sheets are the participants' own, seen as they see them."""
    catalogue, participant = edition.catalogue, edition.participant
    sheets: dict[Key, p.Entity] = {
        key: narrow(entity, TYPES[key.kind]) for key, entity in catalogue.entities.by_key.items() if key.kind in TYPES
    }
    modules = {key: entity for key, entity in sheets.items() if isinstance(entity, Module)}
    terms = sorted(
        catalogue.glossary.terms if catalogue.glossary else (),
        key=lambda term: (term.term.casefold(), term.term, term.id),
    )
    return Manuscript(
        plan.programme,
        next((entry.sessions for entry in participant.programmes if entry.key.id == plan.id), ()),
        participant.organisation,
        participant.help,
        sheets,
        tuple(terms),
        Texts(plan.id, modules, catalogue.entities.assets),
        words(plan.programme.language).on_paper(),
    )


def _imprint(plan: ProgrammePlan, book: Manuscript, subtitle: str) -> Imprint:
    organisation, programme = book.organisation, plan.programme
    return Imprint(
        "manual",
        programme.language,
        programme.title,
        subtitle,
        book.words("manual.readers"),
        organisation.name,
        organisation.site_title,
        organisation.colour,
        programme.version,
        newest(programme.change_log),
        programme.authors,
        tuple(_sign_off(plan, book)),
    )


def _sign_off(plan: ProgrammePlan, book: Manuscript) -> Iterator[Part]:
    sign_off, words = plan.programme.sign_off, book.words
    if sign_off is not None:
        yield parts.facts(
            [
                (words("sign_off.by"), sign_off.reviewed_by),
                (words("sign_off.reviewed_on"), words.date(sign_off.reviewed_on)),
                (words("sign_off.due"), words.date(sign_off.review_due)),
            ]
        )


def _chapters(edition: FacilitatorEdition, plan: ProgrammePlan, book: Manuscript) -> Iterator[Part]:
    yield {"type": "contents", "title": book.words("book.contents")}
    yield book.chapter("manual.how_to_use", _how_to_use(book))
    yield book.chapter("manual.at_a_glance", at_a_glance(plan, book))
    if plan.programme.safety is not None:
        yield book.chapter("safety.title", safety(plan.programme.safety, book))
    if chapter := list(background(plan.programme, book)):
        yield book.chapter("manual.background", chapter)
    if plan.programme.measurement is not None:
        yield book.chapter("measurement.title", measurement(plan, plan.programme.measurement, book))
    for session in plan.sessions:
        yield session_guide(session, book)
    yield from annexes(edition, plan, book)
    yield book.help_chapter(HELP)


def _one(plan: SessionPlan, book: Manuscript) -> Iterator[Part]:
    """Yield the guide of one session, all that is to be printed for it, and the help block."""
    yield session_guide(plan, book)
    for sheet in session_sheets(plan, book):
        match sheet:
            case Handout():
                yield reading.handout(sheet, book.texts, book.words)
            case p.Homework():
                yield reading.homework(sheet, book.texts, book.words)
            case p.Questionnaire():
                label = label_of(sheet.key.kind, sheet.key.id)
                yield reading.questionnaire(sheet, sheet.title, label, book.texts, book.words)
    yield book.help_chapter(HELP)


def _how_to_use(book: Manuscript) -> Iterator[Part]:
    words = book.words
    yield parts.paragraph(words("manual.use.welcome"))
    lines = [words(f"manual.use.{key}") for key in ("before", "sheets", "during", "after", "terms")]
    yield parts.items("bullet", lines)
    yield {
        "type": "key_to_guide",
        "priorities": [
            {"priority": name, "name": words(f"priority.{name}"), "about": words(f"priority_about.{name}")}
            for name in ("core", "optional", "cut_first")
        ],
        "voices": [
            {"voice": name, "name": words(f"script.{name}"), "about": words(f"script_about.{name}")}
            for name in ("say", "do", "ask")
        ],
    }
    yield from book.section("contact.title", reading.contact(book.organisation, book.library_texts, words))
