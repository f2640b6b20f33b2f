"""Questionnaires and diaries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from kring.findings import Span
from kring.model.forms import Field, OpenField, Option
from kring.model.values import Inline, Markdown
from kring.source.documents import Key
from kring.source.kinds import Kind


@dataclass(frozen=True, slots=True)
class ScoredOption:
    """An answer of an answer scale; `score` is apart from the code that is stored."""

    id: str
    text: str
    span: Span
    formerly: tuple[str, ...] = ()
    score: float | None = None


@dataclass(frozen=True, slots=True)
class AnswerScale:
    """The answers that several items share."""

    id: str
    options: tuple[ScoredOption, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Item:
    """One question: answered on an answer scale, or (not scored) with a field of another kind."""

    id: str
    text: str
    span: Span
    formerly: tuple[str, ...] = ()
    help: Inline | None = None
    required: bool = False
    answer_scale: str | None = None
    field: OpenField | None = None
    reversed: bool = False
    scored: bool = True


@dataclass(frozen=True, slots=True)
class CriticalItem:
    """Answers to an item that must lead to the help block."""

    item: str
    options: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Band:
    """Scores from `from_` up to the next band's."""

    from_: float
    title: str
    span: Span
    advice: Inline | None = None


@dataclass(frozen=True, slots=True)
class Scale:
    """How items become one score; see `kring.model.scoring`."""

    id: str
    title: str
    method: str
    items: tuple[str, ...]
    missing: str
    direction: str
    span: Span
    multiplier: float = 1
    minimum_answered: int | None = None
    reliable_change: float | None = None
    norms: Markdown | None = None
    bands: tuple[Band, ...] = ()
    bands_source: str | None = None


@dataclass(frozen=True, slots=True)
class WorkedExample:
    """Answers (item id → option id) and the scores (scale id → score or None) that must come out."""

    title: str
    answers: Mapping[str, str]
    scores: Mapping[str, float | None]
    span: Span


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """Items, answers and scoring; when it is filled in stands in the programme's measurement plan."""

    KIND: ClassVar = Kind.QUESTIONNAIRE
    key: Key
    title: str
    introduction: Markdown
    items: tuple[Item, ...]
    source: str
    span: Span
    formerly: tuple[str, ...] = ()
    minutes: int | None = None
    recall_period: str | None = None
    score_meaning: Markdown | None = None
    answer_scales: tuple[AnswerScale, ...] = ()
    critical_items: tuple[CriticalItem, ...] = ()
    scales: tuple[Scale, ...] = ()
    worked_examples: tuple[WorkedExample, ...] = ()
    owner: str | None = None
    permission: str | None = None

    def options_of(self, item: Item) -> tuple[Option | ScoredOption, ...]:
        """Return the answers that can be given to an item; none where it is no choice, or its scale is not there."""
        if item.field is not None:
            return item.field.options
        return next((scale.options for scale in self.answer_scales if scale.id == item.answer_scale), ())


@dataclass(frozen=True, slots=True)
class Diary:
    """A short form that is filled in again and again; `drawn` fields become a line over time."""

    KIND: ClassVar = Kind.DIARY
    key: Key
    title: str
    introduction: Markdown
    how_often: str
    fields: tuple[Field, ...]
    span: Span
    formerly: tuple[str, ...] = ()
    minutes: int | None = None
    drawn: tuple[str, ...] = ()
