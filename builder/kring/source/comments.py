"""The comments of a document: what stands behind a `#` that is no part of a name or a value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kring.findings import Position, Span
from kring.source.documents import Document
from kring.source.nodes import Mapping, Node, Scalar, Sequence, Style


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment: its words without the `#`, from there to the end of the line.

    `alone` tells whether nothing but blanks stands before it.
    """

    words: str
    span: Span
    alone: bool


def comments(document: Document, word: str) -> Iterator[Comment]:
    """Yield the comments in which `word` (in small letters) occurs, in order; in Markdown those of the front matter."""
    if word not in document.text.lower():
        return
    lines = document.text.split("\n")[: _last_line(document)]
    texts = [span for node in nodes_below(document.root) for span in _texts(node)]
    for number, line in enumerate(lines, start=1):
        if word not in line.lower():
            continue
        column = _comment_column(line, [_columns(span, number, line) for span in texts if _touches(span, number)])
        if column is not None and word in line[column:].lower():
            span = Span(document.path, Position(number, column), Position(number, len(line) + 1))
            yield Comment(line[column:].strip(), span, alone=not line[: column - 1].strip())


def nodes_below(node: Node) -> Iterator[Node]:
    """Yield `node` and every node in it."""
    at_hand = [node]
    while at_hand:
        node = at_hand.pop()
        yield node
        match node:
            case Mapping(entries=entries):
                at_hand += [entry.value for entry in entries]
            case Sequence(items=items):
                at_hand += items
            case Scalar():
                pass


def _last_line(document: Document) -> int:
    """Return the last line of the YAML; in Markdown the line before the closing fence."""
    if document.body_start is None:
        return document.text.count("\n") + 1
    # Where there is no body, it begins at the end of the fence itself.
    fence = document.body_start.line - (1 if document.body_start.column == 1 else 0)
    return fence - 1


def _texts(node: Node) -> Iterator[Span]:
    """Yield the stretches of a node in which a `#` means nothing: its names, or its value."""
    match node:
        case Mapping(entries=entries):
            yield from (entry.key_span for entry in entries)
        case Scalar(style=Style.LITERAL | Style.FOLDED, span=span):
            # On the line of the `|` itself a comment may stand.
            yield Span(span.path, Position(span.start.line + 1), span.end)
        case Scalar(span=span):
            yield span
        case Sequence():
            pass


def _touches(span: Span, line: int) -> bool:
    return span.start.line <= line <= span.end.line


def _columns(span: Span, number: int, line: str) -> range:
    """Return the columns that a span takes up of one line."""
    first = span.start.column if span.start.line == number else 1
    end = span.end.column if span.end.line == number else len(line) + 1
    return range(first, end)


def _comment_column(line: str, taken: list[range]) -> int | None:
    """Return the column of the `#` with which a comment begins, or None."""
    for index, character in enumerate(line):
        begins = character == "#" and (index == 0 or line[index - 1] in " \t")
        if begins and not any(index + 1 in columns for columns in taken):
            return index + 1
    return None
