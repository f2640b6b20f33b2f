"""Answers: under which name what somebody fills in is kept, on a device of their own, and which answers ask for more.

A name is made of ids alone, so that it outlives numbers, versions and translations. Pages also say which names
things had before, so that what was kept then is found again.
"""

from __future__ import annotations

from collections.abc import Iterable

from kring.model.forms import Field, ShownIf
from kring.pages.words import Words
from kring.source.documents import Key


def form_name(key: Key) -> str:
    """Return the name of a form: its kind, the programme that it belongs to (none: the library), and its id."""
    return "/".join(filter(None, (key.kind.value, key.programme, key.id)))


def condition(shown_if: ShownIf, fields: Iterable[Field], words: Words) -> str:
    """Say after which answers to another one of `fields` a field is to be filled in."""
    other = _other(shown_if, fields)
    return words("form.shown_if", question=other.text, answers=words.one_of(_answers(shown_if, other, words)))


def condition_answers(shown_if: ShownIf, fields: Iterable[Field], words: Words) -> str:
    """Return the answers alone: where the field stands right below that other one, they say enough."""
    return words.either(_answers(shown_if, _other(shown_if, fields), words))


def _other(shown_if: ShownIf, fields: Iterable[Field]) -> Field:
    return next(field for field in fields if field.id == shown_if.field)


def _answers(shown_if: ShownIf, other: Field, words: Words) -> list[str]:
    texts = {option.id: option.text for option in (*other.options, *other.items)}
    return [_answer(value, texts, words) for value in shown_if.is_]


def _answer(value: str | float | bool, texts: dict[str, str], words: Words) -> str:
    match value:
        case bool():
            return words("form.yes_label" if value else "form.no_label")
        case int() | float():
            return words.number(value)
        case _:
            return texts.get(value, value)
