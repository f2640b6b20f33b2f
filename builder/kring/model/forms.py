"""Fields to fill in, shared by homework, hand-outs, questionnaires and diaries."""

from __future__ import annotations

from dataclasses import dataclass

from kring.findings import Span
from kring.model.values import Inline


@dataclass(frozen=True, slots=True)
class Option:
    """An answer, a thing to tick off, or a row of a matrix."""

    id: str
    text: str
    span: Span
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table that the participant fills row by row."""

    id: str
    text: str
    kind: str
    span: Span
    formerly: tuple[str, ...] = ()
    width: int | None = None


@dataclass(frozen=True, slots=True)
class ShownIf:
    """The field is shown only if `field` holds one of the answers `is`."""

    field: str
    is_: tuple[str | int | float | bool, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Field:
    """One question on a form. Which of the optional parts it has follows from `kind` (see the schema)."""

    id: str
    kind: str
    text: str
    span: Span
    formerly: tuple[str, ...] = ()
    help: Inline | None = None
    required: bool = False
    shown_if: ShownIf | None = None
    lines: int | None = None
    min: float | None = None
    max: float | None = None
    step: float | None = None
    unit: str | None = None
    min_label: str | None = None
    max_label: str | None = None
    options: tuple[Option, ...] = ()
    items: tuple[Option, ...] = ()
    rows: tuple[Option, ...] = ()
    columns: tuple[Column, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenField:
    """A questionnaire item that is not scored; its text and id are those of the item."""

    kind: str
    span: Span
    lines: int | None = None
    min: float | None = None
    max: float | None = None
    step: float | None = None
    unit: str | None = None
    min_label: str | None = None
    max_label: str | None = None
    options: tuple[Option, ...] = ()
