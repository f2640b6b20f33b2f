"""The participants' workbook: all that participants read and fill in, in one book. Made from their edition alone."""

from __future__ import annotations

from collections.abc import Iterator

from kring.editions import participant as p
from kring.model.programmes import Measurement
from kring.model.reading import Handout, Module
from kring.pages.words import words
from kring.print import parts, reading
from kring.print.book import Book, Imprint, bind, newest
from kring.print.diary_pages import diary_pages
from kring.print.manuscript import HELP, Manuscript
from kring.print.parts import Inlines, Part
from kring.print.questionnaire_sheets import questionnaire_sheets, sheet_label
from kring.print.texts import Texts, label_of
from kring.print.workbook_session import session_chapter, set_in_sessions

COMES_BACK = 3
"""A hand-out in as many sessions is filled in anew each time; one in two may be written on and then read."""


def workbook(edition: p.ParticipantEdition, programme: str) -> Book:
    """Return the workbook of a programme. Raises KeyError where the edition has no such programme."""
    book = manuscript(edition, programme)
    return bind(_imprint(book), _chapters(book), edition.assets, book.words)


def manuscript(edition: p.ParticipantEdition, programme: str) -> Manuscript:
    """Return what the participants' book of a programme is written from."""
    found = next((entry for entry in edition.programmes if entry.key.id == programme), None)
    if found is None:
        raise KeyError(programme)
    modules = {key: entity for key, entity in edition.entities.items() if isinstance(entity, Module)}
    return Manuscript(
        found,
        found.sessions,
        edition.organisation,
        edition.help,
        edition.entities,
        edition.terms,
        Texts(programme, modules, edition.assets),
        words(found.language).on_paper(),
    )


def _imprint(book: Manuscript) -> Imprint:
    organisation, programme = book.organisation, book.programme
    return Imprint(
        "workbook",
        programme.language,
        programme.title,
        book.words("workbook.title"),
        None,
        organisation.name,
        organisation.site_title,
        organisation.colour,
        programme.version,
        newest(programme.change_log),
        programme.authors,
        (parts.writing_lines(1, book.words("workbook.owner")),),
    )


def _chapters(book: Manuscript) -> Iterator[Part]:
    words, reached = book.words, book.reached()
    yield {"type": "contents", "title": words("book.contents")}
    yield book.chapter("workbook.how_to_use", _how_to_use(book))
    yield book.help_chapter(HELP)
    yield book.chapter("programme.about", _about(book))
    for session in book.sessions:
        yield session_chapter(session, book)
    yield from _after(book)
    for diary in reached:
        if isinstance(diary, p.Diary):
            yield diary_pages(diary, book)
    yield from questionnaire_sheets([entity for entity in reached if isinstance(entity, p.Questionnaire)], book)
    articles = [reading.article(entity, book.texts, words) for entity in reached if isinstance(entity, p.Article)]
    yield from book.sheets("session.articles", articles)
    handouts = [_handout(entity, book) for entity in reached if isinstance(entity, Handout)]
    yield from book.sheets("session.handouts", handouts, to_copy=True)
    others = [entity for entity in reached if isinstance(entity, p.Homework) and entity not in set_in_sessions(book)]
    yield from book.sheets("workbook.homework", (reading.homework(entity, book.texts, words) for entity in others))
    modules = [reading.module(entity, book.texts, words) for entity in reached if isinstance(entity, Module)]
    if modules:
        yield book.chapter("workbook.modules", modules)
    if explained := book.terms((book.programme, *reached, book.help)):
        yield book.chapter("glossary.title", reading.glossary(explained, book.library_texts))
    yield book.chapter("colophon.title", book.colophon())
    yield book.help_chapter(None)


def _how_to_use(book: Manuscript) -> Iterator[Part]:
    words = book.words
    yield parts.paragraph(words("workbook.use.welcome", organisation=book.organisation.name))
    lines = [words(f"workbook.use.{key}") for key in ("yours", "session", "little", "terms", "links")]
    yield parts.items("bullet", lines)
    to_help = [*parts.plain(f"{words('workbook.use.help')} "), *parts.link_to(HELP, book.help.title)]
    yield parts.panel("help", words("help.when"), [parts.paragraph(to_help)])
    yield from book.section("contact.title", reading.contact(book.organisation, book.library_texts, words))


def _about(book: Manuscript) -> Iterator[Part]:
    programme = book.programme
    yield book.texts.prose(programme.summary)
    yield from book.section("programme.goals", [parts.items("bullet", programme.goals)])
    yield from book.section("programme.way", _path(book))
    yield from book.phase("programme.before", programme.phases.before)
    yield from book.phase("programme.during", programme.phases.during)
    yield from book.group_agreements()
    if programme.measurement is not None:
        yield from book.section("programme.measurement_title", _measurement(programme.measurement, book))


def _measurement(measurement: Measurement, book: Manuscript) -> Iterator[Part]:
    yield from reading.optional(measurement.text, book.texts)
    for occasion in measurement.occasions:
        found = [entity for ref in occasion.questionnaires if isinstance(entity := book.find(ref), p.Questionnaire)]
        yield parts.lead_in(occasion.title)
        yield parts.items("bullet", (parts.link_to(sheet_label(e, occasion, book), e.title) for e in found))


def _path(book: Manuscript) -> Iterator[Part]:
    words = book.words
    columns = [(words("kind.session"), 2), (words("session.subject"), 6), (words("session.my_date"), 3)]
    rows: list[list[str | Inlines]] = [
        [
            book.session_name(session.number, session.label),
            parts.link_to(label_of("session", session.key.id), session.title),
            "",
        ]
        for session in book.sessions
    ]
    if rows:
        yield parts.table(columns, rows)


def _handout(entity: Handout, book: Manuscript) -> Part:
    """Return a hand-out; one that keeps coming back says that it is to be copied before it is written on."""
    used = sum(
        any(book.find(ref) is entity for step in session.steps for ref in step.handouts) for session in book.sessions
    )
    again = book.words("workbook.copy_weekly") if entity.fields and used >= COMES_BACK else None
    return reading.handout(entity, book.texts, book.words, again)


def _after(book: Manuscript) -> Iterator[Part]:
    programme = book.programme
    content = [
        *book.phase("programme.after", programme.phases.after),
        *book.text_section("programme.follow_up", programme.follow_up),
        *book.text_section("programme.peer_contact", programme.peer_contact),
    ]
    if content:
        yield book.chapter("workbook.after", content)
