"""Forms on paper: fields to fill in with a pen."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from kring.editions.participant import Item, Option, Questionnaire
from kring.model.forms import Field, OpenField
from kring.pages.answers import condition, condition_answers
from kring.pages.words import Words
from kring.print.texts import Inlines, Texts, label_of, link_to

EMPTY_ROWS = 5
"""Rows of a table, and lines of a long text, where the author names no number."""

MOST_STEPS = 21
"""A scale with more values than this becomes a number to write down."""


WIDTHS = {"text": 4, "number": 2, "date": 3, "time": 3, "yes_no": 4}
"""Shares of the line that columns of a table take whose author says none, by what is written in them."""

Question = dict[str, Any]


def form(fields: Sequence[Field], texts: Texts, words: Words) -> list[Question]:
    """Return the questions of a form."""
    asked: list[Question] = []
    for field, before in zip(fields, (None, *fields), strict=False):
        follows = _follows(field, before)
        asked.append(
            _question(
                field,
                field.text,
                words,
                help=texts.inline(field.help) if field.help else None,
                required=field.required,
                condition=condition(field.shown_if, fields, words) if field.shown_if and not follows else None,
                after=condition_answers(field.shown_if, fields, words) if field.shown_if and follows else None,
            )
        )
    return asked


def _follows(field: Field, before: Field | None) -> bool:
    """Tell whether a field stands right below the one on whose answer it hangs, or below another one that does."""
    if field.shown_if is None or before is None:
        return False
    return field.shown_if.field == before.id or (
        before.shown_if is not None and before.shown_if.field == field.shown_if.field
    )


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
        alone, *more = asked = list(group)
        if not more:
            fields.append(_lone_item(*alone, answers[scale], to_help.get(alone[1].id), texts))
            continue
        rows = [
            {
                "number": number,
                "text": item.text,
                "help": texts.inline(item.help) if item.help else None,
                "critical": to_help.get(item.id),
            }
            for number, item in asked
        ]
        fields.append({"kind": "grid", "columns": [option.text for option in answers[scale]], "rows": rows})
    return fields


def _lone_item(number: int, item: Item, options: Sequence[Option], to_help: Inlines | None, texts: Texts) -> Question:
    """Return a question whose neighbours have other answers: a grid of one row would be all heading."""
    return {
        **_bare(f"{number}. {item.text}", "choice"),
        "help": texts.inline(item.help) if item.help else None,
        "answers": [option.text for option in options],
        "critical": to_help,
    }


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
    after: str | None = None,
) -> Question:
    """Return one field; `forms.typ` draws it by its kind. `after`: the answers to the field above that lead to it."""
    values = _values(field, words)
    return {
        **_bare(text, field.kind),
        "help": help,
        "required": required,
        "condition": condition,
        "after": after,
        "unit": field.unit,
        "range": None if values else _range(field, words),
        "lines": field.lines or EMPTY_ROWS,
        "values": values,
        "ends": [field.min_label or "", field.max_label or ""],
        "answers": _answers(field, words),
        "columns": [{"text": c.text, "kind": c.kind, "width": c.width or WIDTHS[c.kind]} for c in field.columns]
        if isinstance(field, Field)
        else [],
        "rows": [row.text for row in field.rows] if isinstance(field, Field) else [],
    }


def _bare(text: str, kind: str) -> Question:
    """Return a question of which no more is known than its words."""
    return {
        "kind": kind,
        "text": text,
        "help": None,
        "required": False,
        "condition": None,
        "after": None,
        "unit": "",
        "range": None,
        "lines": EMPTY_ROWS,
        "values": [],
        "ends": ["", ""],
        "answers": [],
        "columns": [],
        "rows": [],
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
