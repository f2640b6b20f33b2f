"""Values and types in the words of an author, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources

import yaml

from kring.schema.fields import Schema
from kring.source.nodes import Node, Scalar

Words = tuple[str, str]
"""The same in Dutch and in English."""

_TYPES: Mapping[str, Words] = {
    "string": ("tekst", "text"),
    "integer": ("een heel getal", "a whole number"),
    "number": ("een getal", "a number"),
    "boolean": ("ja of nee (true of false)", "yes or no (true or false)"),
    "array": ("een lijst", "a list"),
    "object": ("een groepje velden", "a group of fields"),
    "null": ("niets (null)", "nothing (null)"),
}


def expected(types: str | Iterable[str]) -> Words:
    """Say what JSON Schema's `types` stand for."""
    words = [_TYPES[name] for name in ([types] if isinstance(types, str) else types)]
    return " of ".join(nl for nl, _ in words), " or ".join(en for _, en in words)


def as_written(node: Node, text: str) -> str | None:
    """Return a scalar as it stands in the `text` of its file; None for what takes more than one line."""
    if not isinstance(node, Scalar) or node.span.start.line != node.span.end.line:
        return None
    line = text.split("\n")[node.span.start.line - 1]
    return line[node.span.start.column - 1 : node.span.end.column - 1]


def title(schema: Schema, name: str) -> Words:
    """Return what a field is called; by its own name where the schema gives it no title."""
    return title_words(schema.get("title", name))


def title_words(english: str) -> Words:
    """Return the title of a field, as the schemas have it, for the middle of a sentence."""
    dutch = titles_nl().get(english, english)
    return dutch, english[:1].lower() + english[1:] if english[1:2].islower() or len(english) == 1 else english


@cache
def titles_nl() -> Mapping[str, str]:
    """Return the Dutch for every title of the schemas."""
    return _dutch("titles_nl.yml")


@cache
def descriptions_nl() -> Mapping[str, str]:
    """Return the Dutch for every description of the schemas."""
    return _dutch("descriptions_nl.yml")


@cache
def values_nl() -> Mapping[str, str]:
    """Return the Dutch for every fixed value of the schemas that is a word."""
    return _dutch("values_nl.yml")


def value_words(value: str) -> Words:
    """Return what a fixed value is called in a sentence: by its own name in English."""
    return values_nl().get(value, value), value.replace("_", " ")


def named(value: str) -> Words:
    """Return a fixed value as an author writes it, in Dutch messages with its Dutch name."""
    dutch = values_nl().get(value, value)
    return f"`{value}`" + (f" ({dutch})" if dutch != value else ""), f"`{value}`"


def _dutch(file: str) -> Mapping[str, str]:
    text = resources.files("kring.schema").joinpath(file).read_text(encoding="utf-8")
    words: Mapping[str, str] = yaml.load(text, Loader=yaml.CSafeLoader)
    return words


def listed(names: Iterable[str], at_most: int = 20) -> str:
    """Return names with commas between them, cut off where there are too many to read."""
    names = list(names)
    return ", ".join(names[:at_most]) + (" …" if len(names) > at_most else "")
