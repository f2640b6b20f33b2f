"""A session's chapter in the workbook: goals, preparation, what we do, recap, homework, and how to catch up."""

from __future__ import annotations

from collections.abc import Iterator

from kring.editions import participant as p
from kring.print import parts, reading
from kring.print.manuscript import Manuscript
from kring.print.parts import Part
from kring.print.texts import Texts, label_of


def session_chapter(session: p.Session, book: Manuscript) -> Part:
    """Return the chapter of a session, with the homework that it is the first to set."""
    words, texts = book.words, book.texts.of(session.key)
    return parts.section(
        session.title,
        [
            *([parts.small(words("session.theme", theme=session.theme))] if session.theme else []),
            *([parts.paragraph(words("session.draft"))] if session.status == "draft" else []),
            parts.panel("reader", words("session.goals"), [parts.items("bullet", session.goals)]),
            *book.text_section("session.prepare", session.prepare, listed=False),
            *_agenda(session, book),
            *(_step(step, texts, book) for step in session.steps if _says_something(step)),
            *book.text_section("session.recap", session.recap, listed=False),
            *book.text_section("session.missed", session.catch_up),
            *book.section("session.read_on", book.see((*session.articles, *session.diaries)), listed=False),
            parts.notes(words("workbook.notes")),
            *(reading.homework(entity, texts, words) for entity in _set_first(session, book)),
        ],
        label=label_of("session", session.key.id),
        kicker=book.session_name(session.number, session.label),
        new_page=True,
    )


def set_in_sessions(book: Manuscript) -> list[p.Homework]:
    """Return the homework that stands in the chapters of sessions."""
    return [entity for session in book.sessions for entity in _set_first(session, book)]


def _set_first(session: p.Session, book: Manuscript) -> Iterator[p.Homework]:
    """Yield the homework that no session before this one sets."""
    for ref in session.homework:
        setters = (other for other in book.sessions if any(r.id == ref.id for r in other.homework))
        entity = book.find(ref)
        if isinstance(entity, p.Homework) and next(setters) is session:
            yield entity


def _agenda(session: p.Session, book: Manuscript) -> Iterator[Part]:
    if session.steps:
        columns = [(book.words("guide.column_activity"), 1), (book.words("session.minutes"), 0)]
        rows = [[_title(step, book), str(step.minutes)] for step in session.steps]
        yield from book.section("session.agenda", [parts.table(columns, rows)], listed=False)


def _title(step: p.Activity, book: Manuscript) -> str:
    """Return the title of a step, and for which way of meeting it holds where that is not every one."""
    if not step.deliveries:
        return step.title
    ways = book.words.either([book.words(f"delivery.{delivery}") for delivery in step.deliveries])
    return f"{step.title} ({book.words('guide.only_when', deliveries=ways)})"


def _step(step: p.Activity, texts: Texts, book: Manuscript) -> Part:
    words = book.words
    return parts.section(
        step.title,
        [
            *([parts.small(words(f"activity.who.{step.who}"))] if step.who != "group" else []),
            *reading.optional(step.participant_text, texts),
            *reading.plain_language(step.plain_language, texts, words),
            *book.see((*step.handouts, *step.questionnaires)),
            *reading.module_step(step.module_step, texts, words),
        ],
        listed=False,
    )


def _says_something(step: p.Activity) -> bool:
    return any((step.participant_text, step.plain_language, step.handouts, step.questionnaires, step.module_step))
