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


Stretch = tuple[str, int, int, int, int]
"""A span in numbers: path, line and column of the start, line and column of the end.

Few of the hundred thousands of nodes are ever asked where they stand; a span for each would take a fifth of reading.
"""


def stretch_of(at: Span | Stretch) -> Stretch:
    """Return a span as a stretch."""
    return (at.path, *at.start, *at.end) if isinstance(at, Span) else at


def span_of(at: Span | Stretch) -> Span:
    """Return a stretch as a span."""
    if isinstance(at, Span):
        return at
    path, line, column, last_line, last_column = at
    return Span(path, Position(line, column), Position(last_line, last_column))


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value. Only true, false, null and decimal numbers are typed; everything else is text.

    For a LITERAL scalar, `text_start` is the position of the first character of the text, so that
    line n of the value stands at `text_start.line + n - 1`, column `text_start.column`.
    """

    value: str | int | float | bool | None
    at: Span | Stretch
    style: Style = Style.PLAIN
    text_start: Position | None = None

    @property
    def span(self) -> Span:
        """Where it stands, quotation marks included."""
        return span_of(self.at)


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of a mapping with its value."""

    key: str
    key_at: Span | Stretch
    value: Node

    @property
    def key_span(self) -> Span:
        """Where the key stands."""
        return span_of(self.key_at)


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys in the order in which they were written; no key occurs twice."""

    entries: tuple[Entry, ...]
    at: Span | Stretch

    @property
    def span(self) -> Span:
        """Where it stands, from the first key to the end of the last value."""
        return span_of(self.at)

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
    """The items of a list, in order."""

    items: tuple[Node, ...]
    at: Span | Stretch

    @property
    def span(self) -> Span:
        """Where it stands, from the first dash or bracket to the end of the last item."""
        return span_of(self.at)


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
    wanted = stretch_of(span)
    at_hand = [node]
    while at_hand:
        candidate = at_hand.pop()
        if stretch_of(candidate.at) == wanted:
            return candidate
        match candidate:
            case Mapping(entries=entries):
                at_hand += [entry.value for entry in entries if _covers(entry.value, wanted)]
            case Sequence(items=items):
                at_hand += [item for item in items if _covers(item, wanted)]
            case _:
                pass
    return node


def _covers(node: Node, inner: Stretch) -> bool:
    outer = stretch_of(node.at)
    return outer[0] == inner[0] and outer[1:3] <= inner[1:3] and inner[3:] <= outer[3:]
