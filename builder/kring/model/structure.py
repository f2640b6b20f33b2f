"""From validated nodes to entities: fills a dataclass by its field names and types.

Each field takes the node of the same name (a trailing underscore is dropped: `from_`). A field called
`span` takes the place of the node. Nodes have passed their schema; a mismatch here is a bug.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass, replace
from functools import cache
from typing import Annotated, Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from kring.model.values import Ref
from kring.prose.text import Form, Prose
from kring.source import nodes
from kring.source.kinds import Kind
from kring.source.nodes import Entry, Node, Scalar, Sequence, Style

Built = TypeVar("Built")
Build = Callable[[Node], Any]


def structure(entity: type[Built], node: Node, /, **given: object) -> Built:
    """Return an `entity` filled from `node`; `given` values go in as they are."""
    assert isinstance(node, nodes.Mapping), f"{entity.__name__} needs a mapping at {node.span}"
    kind: Any = entity
    plan = _plan(kind)
    values: dict[str, object] = {"span": node.span} if plan.has_span else {}
    for entry in node.entries:
        field = plan.fields.get(entry.key)
        if field is not None and field[0] not in given:
            values[field[0]] = field[1](entry.value)
    values |= given
    if not plan.required <= values.keys():
        raise TypeError(f"{entity.__name__}: {plan.required - values.keys()} missing at {node.span}")
    return entity(**values)


def with_fields(value: Built, entries: Iterable[Entry], /, **given: object) -> Built:
    """Return `value` with those fields replaced whole that stand in `entries`; `given` values go in as they are."""
    kind: Any = type(value)
    fields = _plan(kind).fields
    read = {fields[entry.key][0]: fields[entry.key][1](entry.value) for entry in entries if entry.key in fields}
    replaced: Any = replace(cast("Any", value), **(read | given))
    return cast("Built", replaced)


def prose(node: Scalar, form: Form) -> Prose:
    """Return the text of `node` with its place; only literal blocks know the place of each line."""
    start = node.text_start if node.style is Style.LITERAL else None
    return Prose(str(node.value), form, node.span, start)


@dataclass(frozen=True, slots=True)
class _Plan:
    """How a dataclass is filled: name in the file → name of the field and its builder; what cannot be missing."""

    fields: Mapping[str, tuple[str, Build]]
    has_span: bool
    required: frozenset[str]


@cache
def _plan(entity: Any) -> _Plan:
    hints = get_type_hints(entity, include_extras=True)
    own = fields(entity)
    return _Plan(
        {field.name.rstrip("_"): (field.name, _builder(hints[field.name])) for field in own if field.name != "span"},
        any(field.name == "span" for field in own),
        frozenset(field.name for field in own if field.default is MISSING and field.default_factory is MISSING),
    )


def _builder(hint: Any) -> Build:
    """Return the function that turns a node into a value of type `hint`."""
    origin = get_origin(hint)
    if origin is Annotated:
        return _annotated(*get_args(hint)[:2])
    if origin is tuple:
        return _sequence(_builder(get_args(hint)[0]))
    if origin in (Union, types.UnionType):
        return _union([option for option in get_args(hint) if option is not types.NoneType])
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping(_builder(get_args(hint)[1]))
    if isinstance(hint, type) and is_dataclass(hint):
        return lambda node: structure(hint, node)
    return _scalar(hint)


def _annotated(kind: type, mark: Form | Kind) -> Build:
    """Return the builder of a text or a reference."""
    if kind is Prose:
        assert isinstance(mark, Form)
        form = mark
        return lambda node: prose(_as_scalar(node), form)
    assert kind is Ref
    assert isinstance(mark, Kind)
    target = mark
    return lambda node: Ref(target, str(_as_scalar(node).value), node.span)


def _sequence(build: Build) -> Build:
    def build_items(node: Node) -> tuple[Any, ...]:
        assert isinstance(node, Sequence), f"a list was expected at {node.span}"
        return tuple(build(item) for item in node.items)

    return build_items


def _mapping(build: Build) -> Build:
    def build_entries(node: Node) -> Mapping[str, Any]:
        assert isinstance(node, nodes.Mapping), f"a mapping was expected at {node.span}"
        return types.MappingProxyType({entry.key: build(entry.value) for entry in node.entries})

    return build_entries


def _union(options: list[Any]) -> Build:
    """Return the builder of one type or None, or of several kinds of scalar that need no conversion."""
    if len(options) == 1:
        build = _builder(options[0])
        return lambda node: None if isinstance(node, Scalar) and node.value is None else build(node)
    return lambda node: _as_scalar(node).value


def _scalar(hint: Any) -> Build:
    convert = {float: float, str: str}.get(hint)
    if convert is None:
        return lambda node: _as_scalar(node).value
    return lambda node: convert(_as_scalar(node).value)


def _as_scalar(node: Node) -> Scalar:
    assert isinstance(node, Scalar), f"one value was expected at {node.span}"
    return node
