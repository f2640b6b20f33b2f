"""Forms on paper: fields to fill in with a pen."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from kring.editions.participant import Item, Questionnaire
from kring.model.forms import Field, OpenField
from kring.pages.answers import condition
from kring.pages.words import Words
from kring.print.texts import Inlines, Texts, label_of, link_to

EMPTY_ROWS = 5
"""Rows of a table, and lines of a long text, where the author names no number."""

MOST_STEPS = 21
"""A scale with more values than this becomes a number to write down."""


Question = dict[str, Any]


def form(fields: Sequence[Field], texts: Texts, words: Words) -> list[Question]:
    """Return the questions of a form."""
    return [
        _question(
            field,
            field.text,
            words,
            help=texts.inline(field.help) if field.help else None,
            required=field.required,
            condition=condition(field.shown_if, fields, words) if field.shown_if else None,
        )
        for field in fields
    ]


def question_form(questionnaire: Questionnaire, texts: Texts, words: Words) -> list[Question]:
    """Return the form of a questionnaire: neighbours with the same answers share one grid."""
    answers = {scale.id: scale.options for scale in questionnaire.answer_scales}
    to_help = _leading_to_help(questionnaire, words)
    fields: list[Question] = []
    numbered = list(enumerate(questionnaire.items, start=1))
    for scale, group in groupby(numbered, key=lambda pair: pair[1].answer_scale):
        if scale is None:
            fields += [_open_item(number, item, to_help.get(item.id), texts, words) for number, item in group]
            continue
        rows = [
            {
                "number": number,
                "text": item.text,
                "help": texts.inline(item.help) if item.help else None,
                "critical": to_help.get(item.id),
            }
            for number, item in group
        ]
        fields.append({"kind": "grid", "columns": [option.text for option in answers[scale]], "rows": rows})
    return fields


def _open_item(number: int, item: Item, to_help: Inlines | None, texts: Texts, words: Words) -> Question:
    assert item.field is not None, f"item {item.id} has neither answers nor a field"
    help = texts.inline(item.help) if item.help else None
    asked = _question(item.field, f"{number}. {item.text}", words, help=help, required=item.required)
    return {**asked, "critical": to_help}


def _leading_to_help(questionnaire: Questionnaire, words: Words) -> dict[str, Inlines]:
    """Return what to do after the answers that must lead to the help block, by item."""
    found: dict[str, Inlines] = {}
    for critical in questionnaire.critical_items:
        for item in (item for item in questionnaire.items if item.id == critical.item):
            options = questionnaire.options_of(item)
            found[item.id] = _to_help([option.text for option in options if option.id in critical.options], words)
    return found


def _to_help(answers: Sequence[str], words: Words) -> Inlines:
    """Return what to do after one of these answers."""
    quoted = words.either([words("form.quoted", text=text) for text in dict.fromkeys(answers)])
    return [
        {"type": "text", "text": f"{words('form.critical', answers=quoted)} "},
        *link_to(label_of("help", "help"), words("help.link")),
    ]


def _question(
    field: Field | OpenField,
    text: str,
    words: Words,
    *,
    help: Inlines | None = None,
    required: bool = False,
    condition: str | None = None,
) -> Question:
    """Return one field; `forms.typ` draws it by its kind."""
    values = _values(field, words)
    return {
        "kind": field.kind,
        "text": text,
        "help": help,
        "required": required,
        "condition": condition,
        "unit": field.unit,
        "range": None if values else _range(field, words),
        "lines": field.lines or EMPTY_ROWS,
        "values": values,
        "ends": [field.min_label or "", field.max_label or ""],
        "answers": _answers(field, words),
        "columns": [{"text": c.text, "kind": c.kind} for c in field.columns] if isinstance(field, Field) else [],
        "rows": [row.text for row in field.rows] if isinstance(field, Field) else [],
        "critical": None,
    }


def _answers(field: Field | OpenField, words: Words) -> list[str]:
    if field.kind == "yes_no":
        return [words("form.yes_label"), words("form.no_label")]
    ticks = field.items if isinstance(field, Field) else ()
    return [option.text for option in (*field.options, *ticks)]


def _range(field: Field | OpenField, words: Words) -> str | None:
    """Return what a number may be, in words."""
    if field.min is not None and field.max is not None:
        return words("form.between", min=words.number(field.min), max=words.number(field.max))
    if field.min is not None:
        return words("form.at_least", min=words.number(field.min))
    return words("form.at_most", max=words.number(field.max)) if field.max is not None else None


def _values(field: Field | OpenField, words: Words) -> list[str]:
    """Return the values of a scale that can be circled; none where there are too many of them."""
    if field.kind != "scale" or field.min is None or field.max is None:
        return []
    step = field.step or 1
    count = int((field.max - field.min) / step + 1e-9) + 1
    if count > MOST_STEPS:
        return []
    return [words.number(round(field.min + n * step, 6)) for n in range(count)]
