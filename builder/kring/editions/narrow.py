"""Narrowing: a copy of a value that keeps only the fields which another type declares."""

from __future__ import annotations

import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from kring.prose.pieces import without_facilitator
from kring.prose.text import Prose

Narrow = TypeVar("Narrow")
Copy = Callable[[Any], Any]


def narrow(value: object, kind: type[Narrow], **given: object) -> Narrow:
    """Return a `kind` with the fields of `value` that `kind` declares; `given` ones go in as they are.

    Every text loses its facilitators' remarks on the way, wherever it stands. Raises AttributeError
    where `value` lacks a declared field: a mistake in `kind`.
    """
    declared: Any = kind
    copies = {
        name: getattr(value, name) if copy is _same else copy(getattr(value, name))
        for name, copy in _plan(declared)
        if name not in given
    }
    return kind(**copies, **given)


@cache
def _plan(kind: Any) -> tuple[tuple[str, Copy], ...]:
    hints = get_type_hints(kind, include_extras=True)
    return tuple((field.name, _copy(hints[field.name])) for field in fields(kind))


def _copy(hint: Any) -> Copy:
    """Return the function that narrows a value to the type `hint`."""
    origin = get_origin(hint)
    if origin is Annotated:
        return _copy(get_args(hint)[0])
    if origin is tuple:
        inner = _copy(get_args(hint)[0])
        return _same if inner is _same else lambda values: tuple(inner(value) for value in values)
    if origin in (Union, types.UnionType):
        options = [option for option in get_args(hint) if option is not types.NoneType]
        inner = _copy(options[0]) if len(options) == 1 else _same
        return _same if inner is _same else lambda value: None if value is None else inner(value)
    if hint is Prose:
        return without_facilitator
    if isinstance(hint, type) and is_dataclass(hint) and hint.__module__.startswith(("kring.model", "kring.editions")):
        return lambda value: narrow(value, hint)
    return _same


def _same(value: Any) -> Any:
    return value
