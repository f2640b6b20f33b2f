"""Passages: every text in a file that participants read, each once, with its place.

The schemas say which fields those are (`x-audience`, `x-text`), so a new field is read without a change here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from kring.findings import Position, Span
from kring.prose.text import Form
from kring.schema.fields import Schema, fields_in_any_case
from kring.schema.registry import schema_for
from kring.source import nodes
from kring.source.documents import Document
from kring.source.kinds import Kind
from kring.source.nodes import Node, Scalar, Sequence, Style

NOT_READ = frozenset(("keywords", "sources", "source", "citations", "rights", "change_log", "provider", "unit"))
"""Fields that are searched, looked up or taken from elsewhere: nobody can or need write them in plainer words."""

OVERRIDDEN = ("sessions", "override")
"""Where a programme says what is different in a session of the library."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One text. `path` are the names of the fields that lead to it; `form` is None for a plain line without markup.

    Equality looks at the words and the form alone, so that what is derived from them can be cached. Where it stands
    is worked out from its node when somebody asks: that is hardly ever, and there are very many.
    """

    text: str
    form: Form | None
    path: tuple[str, ...] = field(compare=False)
    node: Scalar = field(compare=False)

    @property
    def span(self) -> Span:
        """The whole text in its file."""
        return self.node.span

    @property
    def line_start(self) -> Position | None:
        """Where the text begins, if its places can be counted from there."""
        if self.node.style is Style.LITERAL:
            return self.node.text_start
        span = self.span
        quotes = 1 if self.node.style is Style.QUOTED else 0
        # As long as what was written: nothing in it is escaped, and places can be counted.
        if span.start.line == span.end.line and span.end.column - span.start.column == len(self.text) + 2 * quotes:
            return Position(span.start.line, span.start.column + quotes)
        return None

    def place(self, start: Position, end: Position) -> Span:
        """Return where the stretch from `start` to `end` of the text (lines and columns from 1) stands in the file."""
        begins = self.line_start
        if begins is None:
            return self.span
        down, across = begins.line - 1, begins.column - 1
        return Span(
            self.span.path,
            Position(start.line + down, start.column + across),
            Position(end.line + down, end.column + across),
        )


@dataclass(frozen=True, slots=True)
class _Reader:
    """What participants read of a value: the text itself (in a `form`), of the items of a list, or of some fields."""

    is_text: bool
    form: Form | None
    items: _Reader | None
    fields: Mapping[str, _Reader]


def passages(document: Document) -> list[Passage]:
    """Return the texts of a file in the order in which they stand there."""
    return _passages(document, everything=False)


def all_shown(document: Document) -> list[Passage]:
    """Return whatever participants are shown of a file, in the order in which it stands there: addresses too."""
    return _passages(document, everything=True)


def _passages(document: Document, *, everything: bool) -> list[Passage]:
    found: list[Passage] = []
    reader = _reader_for(document.key.kind, everything)
    if reader is not None:
        _read(document.root, reader, (), found)
    # What a programme overrides of a session is read in that session, as the programme has it.
    found = [passage for passage in found if passage.path[:2] != OVERRIDDEN]
    if document.body is not None:
        body = Scalar(document.body, document.root.span, Style.LITERAL, document.body_start or Position())
        found.append(Passage(document.body, Form.MARKDOWN, ("body",), body))
    return found


def _read(node: Node, reader: _Reader, path: tuple[str, ...], found: list[Passage]) -> None:
    if isinstance(node, nodes.Mapping):
        for entry in node.entries:
            if (inner := reader.fields.get(entry.key)) is not None:
                _read(entry.value, inner, (*path, entry.key), found)
    elif isinstance(node, Sequence):
        if reader.items is not None:
            for item in node.items:
                _read(item, reader.items, path, found)
    elif reader.is_text and isinstance(node.value, str):
        found.append(Passage(node.value, reader.form, path, node))


@cache
def _reader_for(kind: Kind, everything: bool) -> _Reader | None:
    return _reader(schema_for(kind), everything)


def _reader(schema: Schema, everything: bool) -> _Reader | None:
    """Return what participants read of a value of `schema`, or with `everything` see; None where that is nothing."""
    if schema.get("x-audience") == "facilitator":
        return None
    written = schema.get("x-text") if everything or schema.get("x-translate") else None
    items = _reader(schema["items"], everything) if isinstance(schema.get("items"), dict) else None
    fields: dict[str, Any] = {
        name: inner
        for name, value in fields_in_any_case(schema).items()
        if (everything or name not in NOT_READ) and (inner := _reader(value, everything)) is not None
    }
    form = None if written in (None, "plain") else Form(written)
    return _Reader(written is not None, form, items, fields) if written or items or fields else None
