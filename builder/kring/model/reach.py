"""Reach: which references, links and media stand in a value, wherever they stand in it."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from kring.model.activities import ModuleStep
from kring.model.values import Ref
from kring.prose.links import Link, links
from kring.prose.targets import Scheme
from kring.prose.text import Prose
from kring.source import nodes
from kring.source.kinds import Kind

Leaf = Prose | Ref | ModuleStep
"""What is looked for in a value: what refers to something, and the texts in which links may stand."""


def references(value: object) -> Iterator[Ref]:
    """Yield every reference in `value`: in its fields, and as links in its texts."""
    return (ref for part in parts(value) if (ref := referred(part)) is not None)


def referred(part: Ref | ModuleStep | Link) -> Ref | None:
    """Return the entity that a part refers to; None where a link leads to a term, a media file or elsewhere."""
    match part:
        case Ref():
            return part
        case ModuleStep():
            return Ref(Kind.MODULE, part.module, part.span)
        case Link() if isinstance(part.scheme, Kind):
            return linked(part)
        case _:
            return None


def linked(link: Link) -> Ref:
    """Return the entity that an internal link leads to (for `module:id/step` the module)."""
    return Ref(Kind(link.scheme), link.target.split("/")[0], link.span)


def links_to_entities(value: object) -> Iterator[Link]:
    """Yield the links in texts of `value` that lead to an entity."""
    return (part for part in parts(value) if isinstance(part, Link) and isinstance(part.scheme, Kind))


def terms(value: object) -> Iterator[str]:
    """Yield the ids of the glossary terms that texts in `value` link to."""
    return (part.target for part in parts(value) if isinstance(part, Link) and part.scheme is Scheme.TERM)


def media(value: object) -> Iterator[str]:
    """Yield the names of the media files that texts in `value` show."""
    return (part.target for part in parts(value) if isinstance(part, Link) and part.scheme is Scheme.MEDIA)


def parts(value: object) -> Iterator[Ref | ModuleStep | Link]:
    """Yield the references and links in `value`, depth first, in the order of its fields."""
    for leaf in leaves(value):
        if isinstance(leaf, Prose):
            yield from links(leaf)
        else:
            yield leaf


def leaves(value: object) -> tuple[Leaf, ...]:
    """Return the texts, references and module steps in `value`, depth first, in the order of its fields.

    What several parts of `value` share (the homework of two sessions, say) is looked into once.
    """
    found: list[Leaf] = []
    _collect(value, found, set())
    return tuple(found)


def _collect(value: Any, found: list[Leaf], seen: set[int]) -> None:
    kind: Any = type(value)
    if kind is tuple:
        for item in value:
            _collect(item, found, seen)
    elif kind in _LEAVES:
        found.append(value)
    elif (names := _fields(kind)) and id(value) not in seen:
        seen.add(id(value))
        for name in names:
            _collect(getattr(value, name), found, seen)


_LEAVES = frozenset({Prose, Ref, ModuleStep})


@cache
def _fields(kind: Any) -> tuple[str, ...]:
    """Return the names of the fields in which something to find may stand: none for what is not a dataclass."""
    if not is_dataclass(kind) or kind is nodes.Mapping:
        return ()
    hints = get_type_hints(kind)
    return tuple(field.name for field in fields(kind) if _may_hold(hints[field.name]))


@cache
def _may_hold(hint: Any) -> bool:
    """Tell whether there can be something to find in a value of type `hint`; most fields are words and numbers."""
    if hint is Any or hint is object or hint in _LEAVES:
        return True
    if get_origin(hint) in (tuple, Union, types.UnionType):
        return any(_may_hold(option) for option in get_args(hint))
    return bool(_fields(hint))
