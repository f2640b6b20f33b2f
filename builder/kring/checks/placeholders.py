"""What still has to be written: the mark that stands before each example text in a new file."""

from __future__ import annotations

from collections.abc import Iterator

from kring.findings import Position, Span
from kring.source.documents import Document
from kring.source.nodes import Mapping, Node, Scalar, Sequence

MARK = "‹VUL IN›"


def without_marks(text: str) -> str:
    """Return an example as it reads when its texts are somebody's own."""
    return text.replace(f"{MARK} ", "")


def marks(document: Document) -> Iterator[Span]:
    """Yield the place of every mark in the values and in the body of a file; in a comment it does no harm."""
    lines = document.text.split("\n")
    for first, last in (*_values(document.root), *_body(document, lines)):
        for line in range(first, last + 1):
            column = lines[line - 1].find(MARK) + 1
            if column:
                yield Span(document.path, Position(line, column), Position(line, column + len(MARK)))


def _values(node: Node) -> Iterator[tuple[int, int]]:
    """Yield the first and the last line (from 1) of each value with a mark."""
    match node:
        case Mapping(entries=entries):
            for entry in entries:
                yield from _values(entry.value)
        case Sequence(items=items):
            for item in items:
                yield from _values(item)
        case Scalar(value=str(value), span=span) if MARK in value:
            yield span.start.line, span.end.line


def _body(document: Document, lines: list[str]) -> Iterator[tuple[int, int]]:
    if document.body_start is not None:
        yield document.body_start.line, len(lines)
