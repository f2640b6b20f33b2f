"""A diary on paper: its form once for each week or day, and a grid on which to draw the line over time."""

from __future__ import annotations

from collections.abc import Iterator

from kring.editions import participant as p
from kring.print import parts
from kring.print.forms import form
from kring.print.manuscript import Manuscript
from kring.print.parts import Part
from kring.print.reading import diary
from kring.print.texts import label_of

DAYS = 7
"""Sheets of a daily diary: a week to begin with."""


def diary_pages(entity: p.Diary, book: Manuscript) -> Part:
    """Return the chapter of a diary: introduction, sheets, and the grid of what is drawn."""
    words = book.words
    count = _count(entity, book)
    sheets = [_sheet(entity, number, book) for number in range(1, count + 1)]
    again = words(f"diary.{entity.how_often}_sheets", count=count)
    return parts.section(
        entity.title,
        [*diary(entity, book.texts, words), parts.paragraph(again), *_grids(entity, count, book), *sheets],
        label=label_of("diary", entity.key.id),
        kicker=words("kind.diary"),
        new_page=True,
    )


def _count(entity: p.Diary, book: Manuscript) -> int:
    """Return how many sheets there are: for a weekly diary one for each session from the one that starts it."""
    if entity.how_often == "daily":
        return DAYS
    sessions = book.sessions
    starts = (n for n, session in enumerate(sessions) if any(book.find(ref) is entity for ref in session.diaries))
    return max(len(sessions) - next(starts, 0), 1)


def _sheet(entity: p.Diary, number: int, book: Manuscript) -> Part:
    fields = form(entity.fields, book.texts.of(entity.key), book.words)
    return {"type": "sheet", "title": book.words(f"diary.{entity.how_often}_sheet", number=number), "parts": [fields]}


def _grids(entity: p.Diary, count: int, book: Manuscript) -> Iterator[Part]:
    """Yield a grid for each drawn field with a lowest and a highest value."""
    drawn = [
        {
            "title": field.text,
            "values": [book.words.number(value) for value in range(int(field.min), int(field.max) + 1)],
            "ends": [field.min_label or "", field.max_label or ""],
        }
        for field in entity.fields
        if field.id in entity.drawn and field.min is not None and field.max is not None and field.max - field.min <= 20
    ]
    if drawn:
        about = book.words(f"diary.{entity.how_often}_line")
        columns = [str(number) for number in range(1, count + 1)]
        yield {
            "type": "line_grids",
            "title": book.words("diary.line"),
            "about": about,
            "unit": book.words(f"diary.{entity.how_often}_unit"),
            "columns": columns,
            "grids": drawn,
        }
