"""The participants' books: the workbook, and the sheets beside it. Made from their edition alone.

`theme/print/workbook.typ` and `extra_sheets.typ` say what stands where, and under which heading. What is handed in, or
filled in more than once, has no place in a bound book: it is an extra sheet.
"""

from __future__ import annotations

from collections.abc import Iterator

from kring.editions import participant as p
from kring.model.programmes import Occasion
from kring.model.reading import Handout, Module
from kring.pages.words import words
from kring.print import sheets
from kring.print.book import Book, Imprint, bind, newest
from kring.print.manuscript import Manuscript
from kring.print.sheets import Values
from kring.print.texts import Texts, label_of

DAYS = 7
"""Sheets of a daily diary: a week to begin with."""

MOST_DRAWN = 20
"""Between the lowest and the highest value of which a line can be drawn by pen."""


def workbook(edition: p.ParticipantEdition, programme: str, *, plainly: bool = False, large: bool = False) -> Book:
    """Return the workbook of a programme; `plainly`, with the plainer texts in the place of those they stand for.

    Raises KeyError where the edition has no such programme.
    """
    book = manuscript(edition, programme)
    title = book.words("workbook.title_plain" if plainly else "workbook.title")
    return bind(
        imprint(book, "workbook", title, large=large), _content(book, plainly=plainly), edition.assets, book.words
    )


def extra_sheets(edition: p.ParticipantEdition, programme: str, *, large: bool = False) -> Book:
    """Return what is handed in or filled in more than once. Raises KeyError where there is no such programme."""
    book = manuscript(edition, programme)
    made = imprint(book, "extra_sheets", book.words("extra.title"), large=large)
    return bind(made, _extra(book), edition.assets, book.words)


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


def imprint(book: Manuscript, design: str, subtitle: str, *, large: bool = False) -> Imprint:
    """Return what stands on the title page and in the footers of a book that participants have."""
    organisation, programme = book.organisation, book.programme
    return Imprint(
        design,
        programme.language,
        programme.title,
        subtitle,
        None,
        organisation.name,
        organisation.site_title,
        organisation.colour,
        programme.version,
        newest(programme.change_log),
        programme.authors,
        large,
    )


def _content(book: Manuscript, *, plainly: bool) -> Values:
    words, texts, reached = book.words, book.texts, book.reached()
    set_in_sessions = [entity for session in book.sessions for entity in _set_first(session, book)]
    others = [entity for entity in reached if isinstance(entity, p.Homework) and entity not in set_in_sessions]
    return {
        **book.values(),
        "measurement": _measurement(book),
        "sessions": [_session(session, book, plainly=plainly) for session in book.sessions],
        "diaries": [_diary(entity, book) for entity in reached if isinstance(entity, p.Diary)],
        "articles": [
            sheets.article(entity, texts, plainly=plainly) for entity in reached if isinstance(entity, p.Article)
        ],
        "handouts": [
            sheets.handout(entity, texts, words)
            for entity in reached
            if isinstance(entity, Handout) and not p.comes_back(entity, book.sessions)
        ],
        "homework": [sheets.homework(entity, texts, words, plainly=plainly) for entity in others],
        "modules": [sheets.module(entity, texts) for entity in reached if isinstance(entity, Module)],
        "extra": [sheet["title"] for sheet in (*_lists(book), *_coming_back(book))],
        "terms": book.terms((book.programme, *reached, book.help)),
    }


def _extra(book: Manuscript) -> Values:
    reached = book.reached()
    return {
        "help": sheets.numbers_to_call(book.help, reached),
        "questionnaires": _lists(book),
        "handouts": _coming_back(book),
        "diaries": [_diary_sheets(entity, book) for entity in reached if isinstance(entity, p.Diary)],
    }


def _lists(book: Manuscript) -> list[Values]:
    return [
        sheet for entity in book.reached() if isinstance(entity, p.Questionnaire) for sheet in _sheets(entity, book)
    ]


def _coming_back(book: Manuscript) -> list[Values]:
    return [
        sheets.handout(entity, book.texts, book.words)
        for entity in book.reached()
        if isinstance(entity, Handout) and p.comes_back(entity, book.sessions)
    ]


def _session(session: p.Session, book: Manuscript, *, plainly: bool) -> Values:
    """Return a session, with the homework that it is the first to set."""
    texts = book.texts.of(session.key)
    return {
        "title": session.title,
        "label": label_of("session", session.key.id),
        "name": book.session_name(session.number, session.label),
        "theme": session.theme or None,
        "draft": session.status == "draft",
        "goals": list(session.goals),
        "prepare": book.texts.optional(session.prepare),
        "steps": [_step(step, texts, book, plainly=plainly) for step in session.steps],
        "recap": book.texts.optional(session.recap),
        "catch_up": book.texts.optional(session.catch_up),
        "see": book.see((*session.articles, *session.diaries)),
        "homework": [
            sheets.homework(entity, texts, book.words, plainly=plainly) for entity in _set_first(session, book)
        ],
    }


def _step(step: p.Activity, texts: Texts, book: Manuscript, *, plainly: bool) -> Values:
    usual = step.participant_text or step.plain_language
    return {
        "title": step.title,
        "minutes": step.minutes,
        "deliveries": list(step.deliveries),
        "who": step.who,
        "text": texts.optional(usual and sheets.worded(usual, step.plain_language, plainly=plainly)),
        "see": book.see((*step.handouts, *step.questionnaires)),
        "module_step": sheets.module_step(step.module_step, texts),
    }


def _set_first(session: p.Session, book: Manuscript) -> Iterator[p.Homework]:
    """Yield the homework that no session before this one sets."""
    for ref in session.homework:
        setters = (other for other in book.sessions if any(r.id == ref.id for r in other.homework))
        entity = book.find(ref)
        if isinstance(entity, p.Homework) and next(setters) is session:
            yield entity


def _diary(entity: p.Diary, book: Manuscript) -> Values:
    """Return a diary as it stands in the workbook: what it is for, and a grid for each field worth a line."""
    drawn = [
        {
            "title": field.text,
            "values": [book.words.number(value) for value in range(int(field.min), int(field.max) + 1)],
            "ends": [field.min_label or "", field.max_label or ""],
        }
        for field in entity.fields
        if field.id in entity.drawn
        and field.min is not None
        and field.max is not None
        and field.max - field.min <= MOST_DRAWN
    ]
    whole = _diary_sheets(entity, book)
    return {**{name: value for name, value in whole.items() if name != "fields"}, "drawn": drawn}


def _diary_sheets(entity: p.Diary, book: Manuscript) -> Values:
    """Return the sheets of a diary, with how many there are."""
    return {**sheets.diary(entity, book.texts, book.words), "count": _count(entity, book)}


def _count(entity: p.Diary, book: Manuscript) -> int:
    """Return how many sheets there are: for a weekly diary one for each session from the one that starts it."""
    if entity.how_often == "daily":
        return DAYS
    sessions = book.sessions
    starts = (n for n, session in enumerate(sessions) if any(book.find(ref) is entity for ref in session.diaries))
    return max(len(sessions) - next(starts, 0), 1)


def _measurement(book: Manuscript) -> Values | None:
    """Return the measurement plan, each occasion with the sheets that are filled in then."""
    measurement = book.programme.measurement
    if measurement is None:
        return None
    occasions = [
        {"title": occasion.title, "questionnaires": list(_asked(occasion, book))} for occasion in measurement.occasions
    ]
    return {"text": book.texts.optional(measurement.text), "occasions": occasions}


def _asked(occasion: Occasion, book: Manuscript) -> Iterator[str]:
    for ref in occasion.questionnaires:
        entity = book.find(ref)
        if isinstance(entity, p.Questionnaire):
            yield entity.title


def _sheets(entity: p.Questionnaire, book: Manuscript) -> Iterator[Values]:
    """Yield a questionnaire as often as the measurement plan asks for it, and once where it does not."""
    occasions = _occasions(entity, book)
    if not occasions:
        yield sheets.questionnaire(entity, book.texts, book.words)
    for occasion in occasions:
        title = book.words("questionnaire.for", title=entity.title, occasion=occasion.title)
        label = _sheet_label(entity, occasion, book)
        yield sheets.questionnaire(
            entity, book.texts, book.words, title=title, label=label, belongs_together=len(occasions) > 1
        )


def _sheet_label(entity: p.Questionnaire, occasion: Occasion, book: Manuscript) -> str:
    """Return the place of the sheet for an occasion; that of the first is the questionnaire's own."""
    label = label_of(entity.key.kind, entity.key.id)
    return label if occasion == _occasions(entity, book)[0] else f"{label}.{occasion.id}"


def _occasions(entity: p.Questionnaire, book: Manuscript) -> list[Occasion]:
    measurement = book.programme.measurement
    occasions = measurement.occasions if measurement else ()
    return [occasion for occasion in occasions if any(book.find(ref) is entity for ref in occasion.questionnaires)]
