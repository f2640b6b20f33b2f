"""The positioned tree of one YAML text: what was written, and where each piece of it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kring.findings import Position, Span

PlainData = dict[str, object] | list[object] | str | int | float | bool | None


class Style(StrEnum):
    """How a scalar was written; text positions inside a scalar depend on it."""

    PLAIN = "plain"
    QUOTED = "quoted"
    LITERAL = "literal"  # |
    FOLDED = "folded"  # >


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value, with its quotation marks. Only true, false, null and decimal numbers are typed; all else is text.

    For a LITERAL scalar, `text_start` is the position of the first character of the text, so that
    line n of the value stands at `text_start.line + n - 1`, column `text_start.column`.
    """

    value: str | int | float | bool | None
    span: Span
    style: Style = Style.PLAIN
    text_start: Position | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of a mapping with its value."""

    key: str
    key_span: Span
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys in the order in which they were written; no key occurs twice. It ends where the last value does."""

    entries: tuple[Entry, ...]
    span: Span

    def get(self, key: str) -> Node | None:
        """Return the value of `key`, or None where it is absent."""
        for entry in self.entries:
            if entry.key == key:
                return entry.value
        return None

    def entry(self, key: str) -> Entry | None:
        """Return the entry of `key`, or None where it is absent."""
        for entry in self.entries:
            if entry.key == key:
                return entry
        return None


@dataclass(frozen=True, slots=True)
class Sequence:
    """The items of a list, in order. It begins with the first dash or bracket and ends where the last item does."""

    items: tuple[Node, ...]
    span: Span


Node = Scalar | Mapping | Sequence


def plain(node: Node) -> PlainData:
    """Return the same data without positions, as JSON Schema validators want it."""
    match node:
        case Scalar(value=value):
            return value
        case Sequence(items=items):
            return [plain(item) for item in items]
        case Mapping(entries=entries):
            return {entry.key: plain(entry.value) for entry in entries}


def at(node: Node, path: Iterator[str | int]) -> Node:
    """Return the node at `path` (keys and indexes from `node` down); the deepest one that exists."""
    for step in path:
        match node, step:
            case Mapping(), str() if (child := node.get(step)) is not None:
                node = child
            case Sequence(items=items), int() if 0 <= step < len(items):
                node = items[step]
            case _:
                return node
    return node


def spanning(node: Node, span: Span) -> Node:
    """Return the outermost node from `node` down that stands at exactly `span`; `node` itself where none does."""
    at_hand = [node]
    while at_hand:
        candidate = at_hand.pop()
        if candidate.span == span:
            return candidate
        match candidate:
            case Mapping(entries=entries):
                at_hand += [entry.value for entry in entries if _covers(entry.value, span)]
            case Sequence(items=items):
                at_hand += [item for item in items if _covers(item, span)]
            case _:
                pass
    return node


def _covers(node: Node, inner: Span) -> bool:
    outer = node.span
    return outer.path == inner.path and outer.start <= inner.start and inner.end <= outer.end
