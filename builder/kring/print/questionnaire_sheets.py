"""Questionnaires in the workbook: a sheet for each time that one is filled in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kring.editions import participant as p
from kring.model.programmes import Occasion
from kring.print import reading
from kring.print.manuscript import Manuscript
from kring.print.parts import Part
from kring.print.texts import label_of


def questionnaire_sheets(questionnaires: Sequence[p.Questionnaire], book: Manuscript) -> Iterator[Part]:
    """Yield the chapter with all questionnaires, each as often as the measurement plan asks for it."""
    sheets = [sheet for entity in questionnaires for sheet in _sheets(entity, book)]
    yield from book.sheets("session.questionnaires", sheets, "questionnaire.about")


def _sheets(entity: p.Questionnaire, book: Manuscript) -> Iterator[Part]:
    """Yield the sheets of one questionnaire."""
    occasions = _occasions(entity, book)
    if not occasions:
        label = label_of(entity.key.kind, entity.key.id)
        yield reading.questionnaire(entity, entity.title, label, book.texts, book.words)
    for occasion in occasions:
        title = book.words("questionnaire.for", title=entity.title, occasion=occasion.title)
        yield reading.questionnaire(entity, title, sheet_label(entity, occasion, book), book.texts, book.words)


def sheet_label(entity: p.Questionnaire, occasion: Occasion, book: Manuscript) -> str:
    """Return the place of the sheet for an occasion; that of the first is the questionnaire's own."""
    label = label_of(entity.key.kind, entity.key.id)
    return label if occasion == _occasions(entity, book)[0] else f"{label}.{occasion.id}"


def _occasions(entity: p.Questionnaire, book: Manuscript) -> list[Occasion]:
    measurement = book.programme.measurement
    occasions = measurement.occasions if measurement else ()
    return [occasion for occasion in occasions if any(book.find(ref) is entity for ref in occasion.questionnaires)]
