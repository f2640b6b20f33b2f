"""Reach: which references, links and media stand in a value, wherever they stand in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from kring.findings import Span
from kring.model.activities import ModuleStep
from kring.model.values import Ref
from kring.prose.links import Link, links
from kring.prose.text import Prose
from kring.source import nodes
from kring.source.documents import Key
from kring.source.kinds import Kind

KIND_OF_SCHEME: Mapping[str, Kind] = {
    kind.value: kind
    for kind in (
        Kind.ARTICLE,
        Kind.HANDOUT,
        Kind.HOMEWORK,
        Kind.SESSION,
        Kind.QUESTIONNAIRE,
        Kind.DIARY,
        Kind.PAGE,
        Kind.MODULE,
    )
}
"""Scheme of a link in a text (`article:`) → the kind of entity that it leads to."""


def references(value: object) -> Iterator[Ref]:
    """Yield every reference in `value`: in its fields, and as links in its texts."""
    for part in parts(value):
        match part:
            case Ref():
                yield part
            case ModuleStep():
                yield Ref(Kind.MODULE, part.module, part.span)
            case Link() if part.scheme in KIND_OF_SCHEME:
                yield linked(part)


def linked(link: Link) -> Ref:
    """Return the entity that an internal link leads to (for `module:id/step` the module)."""
    return Ref(KIND_OF_SCHEME[link.scheme], link.target.split("/")[0], link.span)


def terms(value: object) -> Iterator[str]:
    """Yield the ids of the glossary terms that texts in `value` link to."""
    return (part.target for part in parts(value) if isinstance(part, Link) and part.scheme == "term")


def media(value: object) -> Iterator[str]:
    """Yield the names of the media files that texts in `value` show."""
    return (part.target for part in parts(value) if isinstance(part, Link) and part.scheme == "media")


def parts(value: object) -> Iterator[Ref | ModuleStep | Link]:
    """Yield the references and links in `value`, depth first, in the order of its fields."""
    for leaf in leaves(value):
        if isinstance(leaf, Prose):
            yield from links(leaf)
        else:
            yield leaf


def leaves(value: object) -> Iterator[Prose | Ref | ModuleStep]:
    """Yield the texts, references and module steps in `value`, depth first, in the order of its fields."""
    if isinstance(value, Prose | Ref | ModuleStep):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from leaves(item)
    else:
        kind: Any = type(value)
        for name in _fields(kind):
            yield from leaves(getattr(value, name))


@cache
def _fields(kind: Any) -> tuple[str, ...]:
    """Return the names of the fields in which something to find may stand: none for what is not a dataclass."""
    if not is_dataclass(kind) or kind in (Key, Span, nodes.Mapping):
        return ()
    return tuple(field.name for field in fields(kind))
