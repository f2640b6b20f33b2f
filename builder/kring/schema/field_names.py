"""Which field a name was meant for: in Dutch, in other words, singular for plural, with a slip, or just alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from kring.nearest import meant, nearest
from kring.schema.fields import Schema
from kring.schema.registry import schema_for
from kring.schema.wording import title
from kring.source.kinds import Kind


@dataclass(frozen=True, slots=True)
class Reading:
    """A field that a name may be meant for; `certain` where it can hardly be another one."""

    name: str
    certain: bool
    dutch: bool = False
    """Whether the name was the Dutch one, or another word than Kring's."""


def reading(key: str, fields: Mapping[str, Schema]) -> Reading | None:
    """Return which of `fields` (name → schema) an author meant by `key`: the first of `READINGS` that answers."""
    return next((found for read in READINGS if (found := read(key, fields)) is not None), None)


def dutch_title(key: str, fields: Mapping[str, Schema]) -> Reading | None:
    """`minuten` → `minutes`: what the field is called in Dutch, without what stands between brackets."""
    called = {_plain(title(schema, name)[0]): name for name, schema in reversed(list(fields.items()))}
    name = called.get(_plain(key))
    return Reading(name, certain=True, dutch=True) if name else None


def other_word(key: str, fields: Mapping[str, Schema]) -> Reading | None:
    """`doelgroep` → `for_whom`: another word for the field, from field_words_nl.yml."""
    names = [name for name in _field_words().get(_plain(key), ()) if name in fields]
    return Reading(names[0], certain=len(names) == 1, dutch=True) if names else None


def other_number(key: str, fields: Mapping[str, Schema]) -> Reading | None:
    """`goal` → `goals`, `diary` → `diaries`, and the other way round."""
    name = next((name for name in fields if _is_plural(key, name) or _is_plural(name, key)), None)
    return Reading(name, certain=True) if name else None


def slip(key: str, fields: Mapping[str, Schema]) -> Reading | None:
    """`titel` → `title`, `Minutes` → `minutes`: a slip of the fingers."""
    name = meant(key, fields)
    return Reading(name, certain=True) if name else None


def first_word(key: str, fields: Mapping[str, Schema]) -> Reading | None:
    """`gecontroleerd` → `reviewed_by`: the first word of what the field is called in Dutch."""
    words = {name: _plain(title(schema, name)[0]).split() for name, schema in fields.items()}
    name = next((name for name in fields if len(key) > 3 and words[name][:1] == [_plain(key)]), None)
    return Reading(name, certain=False) if name else None


def alike(key: str, fields: Mapping[str, Schema]) -> Reading | None:
    """The field whose name, or whose Dutch name, looks most like it; not for what is a field somewhere else."""
    if key in field_names():
        return None
    if name := nearest(key, fields):
        return Reading(name, certain=False)
    called = {title(schema, name)[0]: name for name, schema in fields.items()}
    near = nearest(key, called)
    return Reading(called[near], certain=False) if near else None


READINGS: tuple[Callable[[str, Mapping[str, Schema]], Reading | None], ...] = (
    dutch_title,
    other_word,
    other_number,
    slip,
    first_word,
    alike,
)
"""The ways to understand a name, the surest first."""


@cache
def field_names() -> frozenset[str]:
    """Return the names of all fields of all kinds of content."""
    return frozenset(name for kind in Kind for name in _names(schema_for(kind)))


def _names(schema: Any) -> Iterator[str]:
    if isinstance(schema, list):
        for part in schema:
            yield from _names(part)
    elif isinstance(schema, dict):
        yield from schema.get("properties", ())
        for part in schema.values():
            yield from _names(part)


@cache
def _field_words() -> Mapping[str, list[str]]:
    text = resources.files("kring.schema").joinpath("field_words_nl.yml").read_text(encoding="utf-8")
    words: Mapping[str, list[str]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return {_plain(word): names for word, names in words.items()}


def _plain(words: str) -> str:
    """Return words without capitals, brackets and signs between them, so that spellings of a name are equal."""
    return re.sub(r"[\s_-]+", " ", re.sub(r"\(.*?\)", "", words).casefold()).strip()


def _is_plural(one: str, other: str) -> bool:
    one = one.casefold()
    return other in (f"{one}s", f"{one}es") or (one.endswith("y") and other == f"{one.removesuffix('y')}ies")
