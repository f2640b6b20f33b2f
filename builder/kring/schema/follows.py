"""Whether a tree follows its schema: the quick answer; only files with mistakes need the slow one that explains.

Each schema becomes one function over positioned nodes. It says what `kring.schema.keywords` says, without the why; a
test compares the two on every wrong tree it can think of. A keyword that is not known here is a bug.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from types import NoneType
from typing import Any

from kring.schema.fields import Schema, fields_of
from kring.schema.keywords import is_date
from kring.schema.registry import schema_for
from kring.source.kinds import Kind
from kring.source.nodes import Mapping, Node, Scalar, Sequence, plain

Holds = Callable[[Any], bool]
"""A question to a node; a keyword's own is only asked of nodes for which the keyword means something."""

_TYPES: dict[str, frozenset[type]] = {
    "string": frozenset({str}),
    "integer": frozenset({int}),
    "number": frozenset({int, float}),
    "boolean": frozenset({bool}),
    "null": frozenset({NoneType}),
    "array": frozenset({Sequence}),
    "object": frozenset({Mapping}),
}
"""Name of a type → what is of it: the classes of nodes, and those of the values of scalars."""

_BESIDE = frozenset({"$schema", "$id", "title", "description", "examples", "default", "type", "then", "else"})
"""Keywords that ask nothing by themselves, or are asked elsewhere."""


@cache
def follows(kind: Kind) -> Holds:
    """Return the function that tells whether the root of a file of `kind` follows its schema."""
    return holds(schema_for(kind))


def holds(schema: Schema) -> Holds:
    """Return the function that tells whether a node follows `schema`."""
    unknown = {name for name in schema if not name.startswith("x-")} - _BESIDE - _KEYWORDS.keys()
    assert not unknown, f"no quick answer for {unknown}"
    asked: dict[type, list[Holds]] = {type: [] for types in _TYPES.values() for type in types}
    for keyword, (types, make) in _KEYWORDS.items():
        if keyword in schema:
            question = make(schema)
            for type_ in types:
                asked[type_].append(question)
    written = schema.get("type", list(_TYPES))
    allowed = frozenset().union(*(_TYPES[name] for name in ([written] if isinstance(written, str) else written)))
    questions = {type: tuple(asked[type]) for type in allowed}

    def answer(node: Node) -> bool:
        mine = questions.get(type(node.value) if type(node) is Scalar else type(node))
        if mine is None:
            return False
        for question in mine:  # noqa: SIM110 - a generator would take twice as long
            if not question(node):
                return False
        return True

    return answer


def _properties(schema: Schema) -> Holds:
    fields = {name: holds(inner) for name, inner in schema["properties"].items()}

    def answer(node: Mapping) -> bool:
        for entry in node.entries:
            field = fields.get(entry.key)
            if field is not None and not field(entry.value):
                return False
        return True

    return answer


def _additional_properties(schema: Schema) -> Holds:
    named = frozenset(schema.get("properties", ()))
    if schema["additionalProperties"] is False:
        return lambda node: named.issuperset(_keys(node))
    other = holds(schema["additionalProperties"])
    return lambda node: all(other(entry.value) for entry in node.entries if entry.key not in named)


def _unevaluated_properties(schema: Schema) -> Holds:
    conditions = {id(condition): (condition, holds(condition)) for condition in _conditions(schema)}

    @cache
    def known(*held: bool) -> frozenset[str]:
        truth = dict(zip(conditions, held, strict=True))
        return frozenset(fields_of(schema, lambda condition: truth[id(condition)]))

    def answer(node: Mapping) -> bool:
        return known(*(held(node) for _, held in conditions.values())).issuperset(_keys(node))

    return answer


def _conditions(schema: Schema) -> Iterator[Schema]:
    """Yield every condition on which the fields of a value of `schema` may depend."""
    if "if" in schema:
        yield schema["if"]
    for part in (*schema.get("allOf", ()), *(schema[name] for name in ("then", "else") if name in schema)):
        yield from _conditions(part)


def _required(schema: Schema) -> Holds:
    names = frozenset(schema["required"])
    return lambda node: names.issubset(_keys(node))


def _dependent_required(schema: Schema) -> Holds:
    needs = {present: frozenset(names) for present, names in schema["dependentRequired"].items()}

    def answer(node: Mapping) -> bool:
        keys = frozenset(_keys(node))
        return all(present not in keys or names <= keys for present, names in needs.items())

    return answer


def _one_of(schema: Schema) -> Holds:
    names = frozenset(choice["required"][0] for choice in schema["oneOf"])
    return lambda node: len(names.intersection(_keys(node))) == 1


def _keys(node: Mapping) -> list[str]:
    return [entry.key for entry in node.entries]


def _items(schema: Schema) -> Holds:
    item_follows = holds(schema["items"])
    return lambda node: all(map(item_follows, node.items))


def _unique_items(schema: Schema) -> Holds:
    assert schema["uniqueItems"] is True

    def answer(node: Sequence) -> bool:
        values = [plain(item) for item in node.items]
        return not any(value in values[:index] for index, value in enumerate(values))

    return answer


def _all_of(schema: Schema) -> Holds:
    parts = [holds(part) for part in schema["allOf"]]
    return lambda node: all(part(node) for part in parts)


def _if(schema: Schema) -> Holds:
    condition, then, other = (holds(schema.get(name, {})) for name in ("if", "then", "else"))
    return lambda node: then(node) if condition(node) else other(node)


def _enum(schema: Schema) -> Holds:
    return _one_of_values(schema["enum"])


def _const(schema: Schema) -> Holds:
    return _one_of_values([schema["const"]])


def _one_of_values(values: list[Any]) -> Holds:
    # True is no 1 here, though it is to Python.
    allowed = frozenset((value, isinstance(value, bool)) for value in values)
    return lambda node: type(node) is Scalar and (node.value, isinstance(node.value, bool)) in allowed


def _pattern(schema: Schema) -> Holds:
    compiled = re.compile(schema["pattern"])
    return lambda node: compiled.fullmatch(node.value) is not None


def _format(schema: Schema) -> Holds:
    assert schema["format"] == "date", f"no quick answer for the format {schema['format']}"
    return lambda node: is_date(node.value)


def _at_least(keyword: str, measure: Callable[[Any], float]) -> Callable[[Schema], Holds]:
    def make(schema: Schema) -> Holds:
        least = schema[keyword]
        return lambda node: measure(node) >= least

    return make


def _at_most(keyword: str, measure: Callable[[Any], float]) -> Callable[[Schema], Holds]:
    def make(schema: Schema) -> Holds:
        most = schema[keyword]
        return lambda node: measure(node) <= most

    return make


def _exclusive_minimum(schema: Schema) -> Holds:
    limit = schema["exclusiveMinimum"]
    return lambda node: bool(node.value > limit)


_TEXT, _NUMBER, _LIST, _GROUP = (_TYPES[name] for name in ("string", "number", "array", "object"))


_ALL = frozenset().union(*_TYPES.values())

_KEYWORDS: dict[str, tuple[frozenset[type], Callable[[Schema], Holds]]] = {
    "enum": (_ALL, _enum),
    "const": (_ALL, _const),
    "minLength": (_TEXT, _at_least("minLength", lambda node: len(node.value.strip()))),
    "maxLength": (_TEXT, _at_most("maxLength", lambda node: len(node.value))),
    "pattern": (_TEXT, _pattern),
    "format": (_TEXT, _format),
    "minimum": (_NUMBER, _at_least("minimum", lambda node: node.value)),
    "maximum": (_NUMBER, _at_most("maximum", lambda node: node.value)),
    "exclusiveMinimum": (_NUMBER, _exclusive_minimum),
    "minItems": (_LIST, _at_least("minItems", lambda node: len(node.items))),
    "maxItems": (_LIST, _at_most("maxItems", lambda node: len(node.items))),
    "uniqueItems": (_LIST, _unique_items),
    "items": (_LIST, _items),
    "minProperties": (_GROUP, _at_least("minProperties", lambda node: len(node.entries))),
    "maxProperties": (_GROUP, _at_most("maxProperties", lambda node: len(node.entries))),
    "required": (_GROUP, _required),
    "dependentRequired": (_GROUP, _dependent_required),
    "oneOf": (_GROUP, _one_of),
    "additionalProperties": (_GROUP, _additional_properties),
    "unevaluatedProperties": (_GROUP, _unevaluated_properties),
    "properties": (_GROUP, _properties),
    "if": (_ALL, _if),
    "allOf": (_ALL, _all_of),
}
"""Keyword → the types of which it asks something, and what makes its question from a schema."""
