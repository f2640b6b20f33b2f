"""What the schemas say about every field: where it may stand, who may see it, and what texts it takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kring.schema.fields import fields_of
from kring.schema.keywords import DATES, ContentValidator
from kring.schema.registry import schema_for
from kring.source.kinds import Kind

Schema = dict[str, Any]
Data = Any
"""Plain data, as it stands in YAML."""

ANY_NAME = "*"
"""Stands in a path for names that the schema leaves free (`site_config.rules.*.reason`)."""

SAMPLE = "woord <b>&amp; {{ 1 }} #x"
"""A text that may not hold this has a form of its own: a date, an address, a colour, an id."""


@dataclass(frozen=True, slots=True)
class Part:
    """A field of a schema. The items of a list have the path of the list, and are a part of their own."""

    path: str
    schema: Schema
    audience: str

    @property
    def is_text(self) -> bool:
        return "x-text" in self.schema

    @property
    def takes_any_words(self) -> bool:
        """Whether authors may write there what they like. Not in what has a form of its own, or names a file."""
        return self.is_text and "x-ref" not in self.schema and accepts(self.schema, SAMPLE)


@dataclass(frozen=True, slots=True)
class Place:
    """A value in a document, and the part of the schema that it follows."""

    steps: tuple[str | int, ...]
    part: Part
    value: Data
    optional: bool
    """Whether the field can be left out."""


def parts(kind: Kind) -> Mapping[str, Part]:
    """Return path → part for every field of a kind of file, whatever must stand beside it. Of lists, their items."""
    return {part.path: part for part in _parts(schema_for(kind), kind.value, "participant")}


def texts(kind: Kind) -> dict[str, Part]:
    """Return the parts that hold text."""
    return {path: part for path, part in parts(kind).items() if part.is_text}


def every_part() -> dict[str, Part]:
    """Return the parts of all kinds of file."""
    return {path: part for kind in Kind for path, part in parts(kind).items()}


def within(schema: Schema) -> Iterator[Part]:
    """Yield the parts in a part of a schema, itself included. Their paths begin there."""
    yield Part("", schema, "")
    yield from _parts(schema, "", "")


def walk(kind: Kind, data: Data) -> Iterator[Place]:
    """Yield every value in a document of `kind`, from the outside in."""
    return _walk(data, Part(kind.value, schema_for(kind), "participant"), (), optional=False)


def accepts(schema: Schema, value: Data) -> bool:
    """Tell whether a value is what a part of a schema asks for."""
    return ContentValidator(schema, format_checker=DATES).is_valid(value)


def _parts(schema: Schema, path: str, audience: str) -> Iterator[Part]:
    for name, part in _named(schema):
        below, theirs = f"{path}.{name}", part.get("x-audience", audience)
        yield Part(below, part, theirs)
        yield from _parts(part, below, theirs)
    if isinstance(items := schema.get("items"), dict):
        # What the list says of its items (that they are references) is true of each.
        item = {key: value for key, value in schema.items() if key == "x-ref"} | items
        yield Part(path, item, audience)
        yield from _parts(item, path, audience)
    for branch in [*schema.get("allOf", ()), *(schema[word] for word in ("then", "else") if word in schema)]:
        yield from _parts(branch, path, audience)


def _named(schema: Schema) -> Iterator[tuple[str, Schema]]:
    yield from schema.get("properties", {}).items()
    if isinstance(free := schema.get("additionalProperties"), dict):
        yield ANY_NAME, free


def _walk(value: Data, part: Part, steps: tuple[str | int, ...], *, optional: bool) -> Iterator[Place]:
    yield Place(steps, part, value, optional)
    if isinstance(value, dict):
        fields = fields_at(part.schema, value)
        needed = _needed(part.schema, value)
        for name, inner in value.items():
            known = name in fields
            schema = fields[name] if known else part.schema["additionalProperties"]
            below = f"{part.path}.{name if known else ANY_NAME}"
            inner_part = Part(below, schema, schema.get("x-audience", part.audience))
            yield from _walk(inner, inner_part, (*steps, name), optional=not known or name not in needed)
    elif isinstance(value, list):
        schema = {key: word for key, word in part.schema.items() if key == "x-ref"} | part.schema["items"]
        spare = len(value) > part.schema.get("minItems", 0)
        for index, inner in enumerate(value):
            yield from _walk(inner, Part(part.path, schema, part.audience), (*steps, index), optional=spare)


def fields_at(schema: Schema, value: Data) -> dict[str, Schema]:
    """Return the fields that may stand in a value of `schema`, as what stands there now decides."""
    return fields_of(schema, lambda condition: accepts(condition, value))


def _needed(schema: Schema, value: Mapping[str, Data]) -> frozenset[str]:
    """Return the fields without which a value would not be valid."""
    needed = set(schema.get("required", ()))
    for choice in schema.get("oneOf", ()):
        needed |= {name for name in choice["required"] if name in value}
    for name, others in schema.get("dependentRequired", {}).items():
        needed |= set(others) if name in value else set()
    if len(value) <= schema.get("minProperties", 0):
        needed |= value.keys()
    branches = [*schema.get("allOf", ())]
    if "if" in schema:
        branches.append(schema.get("then" if accepts(schema["if"], value) else "else", {}))
    return frozenset(needed.union(*(_needed(branch, value) for branch in branches)))
