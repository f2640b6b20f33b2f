"""Questionnaires for tests, made without a file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kring.findings import Span
from kring.model.questionnaires import AnswerScale, Band, Item, Questionnaire, Scale, ScoredOption
from kring.prose.text import Form, Prose
from kring.source.documents import Key
from kring.source.kinds import Kind

SPAN = Span("content/questionnaires/voorbeeld.yml")


def answer_scale(id: str, *scores: float | None) -> AnswerScale:
    """Return an answer scale with the options `a`, `b`, … for the scores."""
    options = (ScoredOption(chr(ord("a") + n), f"Antwoord {n}", SPAN, score=score) for n, score in enumerate(scores))
    return AnswerScale(id, tuple(options), SPAN)


def item(id: str, answer_scale: str | None = "vaak", **more: Any) -> Item:
    return Item(id, f"Vraag {id}", SPAN, answer_scale=answer_scale, **more)


def scale(items: Iterable[str], **more: Any) -> Scale:
    said: dict[str, Any] = {"id": "rust", "method": "sum", "missing": "refuse", "direction": "higher_is_better"}
    return Scale(title="Rust", items=tuple(items), span=SPAN, **{**said, **more})


def band(from_: float, title: str = "Band") -> Band:
    return Band(from_, title, SPAN)


def questionnaire(
    items: Iterable[Item], scales: Iterable[Scale], answer_scales: Iterable[AnswerScale], **more: Any
) -> Questionnaire:
    return Questionnaire(
        key=Key(Kind.QUESTIONNAIRE, "voorbeeld"),
        title="Voorbeeld",
        introduction=Prose("Kort.", Form.MARKDOWN, SPAN),
        source="Eigen werk",
        span=SPAN,
        items=tuple(items),
        scales=tuple(scales),
        answer_scales=tuple(answer_scales),
        **more,
    )
