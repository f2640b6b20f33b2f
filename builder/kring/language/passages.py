"""Passages: every text in a file that participants read, each once, with its place.

The schemas say which fields those are (`x-audience`, `x-text`), so a new field is read without a change here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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


@dataclass(frozen=True, slots=True)
class Passage:
    """One text. `path` are the names of the fields that lead to it; `form` is None for a plain line without markup.

    Equality looks at the words and the form alone, so that what is derived from them can be cached.
    """

    text: str
    form: Form | None
    path: tuple[str, ...] = field(compare=False)
    span: Span = field(compare=False)
    line_start: Position | None = field(default=None, compare=False)

    def place(self, start: Position, end: Position) -> Span:
        """Return where the stretch from `start` to `end` of the text (lines and columns from 1) stands in the file."""
        if self.line_start is None:
            return self.span
        down, across = self.line_start.line - 1, self.line_start.column - 1
        return Span(
            self.span.path,
            Position(start.line + down, start.column + across),
            Position(end.line + down, end.column + across),
        )


@dataclass(frozen=True, slots=True)
class _Reader:
    """What participants read of a value: the text itself, of the items of a list, or of some of its fields."""

    form: str | None
    items: _Reader | None
    fields: Mapping[str, _Reader]


def passages(document: Document) -> Iterator[Passage]:
    """Yield the texts of a file in the order in which they stand there."""
    reader = _reader_for(document.key.kind)
    if reader is not None:
        yield from _read(document.root, reader, ())
    if document.body is not None:
        yield Passage(document.body, Form.MARKDOWN, ("body",), document.root.span, document.body_start or Position())


def _read(node: Node, reader: _Reader, path: tuple[str, ...]) -> Iterator[Passage]:
    match node:
        case nodes.Mapping(entries=entries):
            for entry in entries:
                if (inner := reader.fields.get(entry.key)) is not None:
                    yield from _read(entry.value, inner, (*path, entry.key))
        case Sequence(items=items):
            if reader.items is not None:
                for item in items:
                    yield from _read(item, reader.items, path)
        case Scalar(value=str()) if reader.form is not None:
            yield _passage(node, reader.form, path)


def _passage(node: Scalar, form: str, path: tuple[str, ...]) -> Passage:
    text, span = str(node.value), node.span
    start = node.text_start if node.style is Style.LITERAL else None
    width = span.end.column - span.start.column
    if span.start.line == span.end.line and width == len(text):
        start = span.start
    elif span.start.line == span.end.line and node.style is Style.QUOTED and width == len(text) + 2:
        # As long as what was written: nothing in it is escaped, and places can be counted.
        start = Position(span.start.line, span.start.column + 1)
    return Passage(text, None if form == "plain" else Form(form), path, span, start)


@cache
def _reader_for(kind: Kind) -> _Reader | None:
    return _reader(schema_for(kind))


def _reader(schema: Schema) -> _Reader | None:
    """Return what participants read of a value of `schema`, or None where that is nothing."""
    if schema.get("x-audience") == "facilitator":
        return None
    form = schema["x-text"] if schema.get("x-text") and schema.get("x-translate") else None
    items = _reader(schema["items"]) if isinstance(schema.get("items"), dict) else None
    fields: dict[str, Any] = {
        name: inner
        for name, value in fields_in_any_case(schema).items()
        if name not in NOT_READ and (inner := _reader(value)) is not None
    }
    return _Reader(form, items, fields) if form or items or fields else None
