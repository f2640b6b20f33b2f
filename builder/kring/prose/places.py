"""Places in a text: where a block or an inline construct stands, found back from the tokens."""

from __future__ import annotations

from dataclasses import dataclass

from markdown_it.token import Token

from kring.findings import Span
from kring.prose.text import Prose


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one line of a text; line and column count from 1, `width` is at least 1."""

    line: int
    column: int
    width: int


def whole_line(lines: list[str], number: int) -> Place:
    """Return the place of line `number` (from 0) without its indentation and trailing space."""
    line = lines[number]
    written = line.strip()
    return Place(number + 1, len(line) - len(line.lstrip()) + 1 if written else 1, max(len(written), 1))


def of_block(lines: list[str], token: Token) -> Place:
    """Return the place of the first line of a block token."""
    return whole_line(lines, token.map[0] if token.map else 0)


def of_inline(lines: list[str], block: Token, start: int, end: int) -> Place:
    """Return where characters `start` to `end` of the content of an inline token stand (cut at the line's end)."""
    first = block.map[0] if block.map else 0
    number = first + block.content.count("\n", 0, start)
    content_start = block.content.rfind("\n", 0, start) + 1
    content_end = block.content.find("\n", start)
    content_end = len(block.content) if content_end < 0 else content_end
    content = block.content[content_start:content_end]
    base = _base(lines[number], content, block)
    if base is None:
        return whole_line(lines, number)
    from_column = base + _width(content[: start - content_start], block)
    width = _width(content[start - content_start : min(end, content_end) - content_start], block)
    return Place(number + 1, from_column + 1, max(width, 1))


def of_words(lines: list[str], block: Token, words: str, times_before: int = 0) -> Place:
    """Return where `words` stand literally among the lines of an inline token, after `times_before` others."""
    first, last = block.map or (0, 1)
    for number in range(first, min(last, len(lines))):
        at = -1
        while (at := lines[number].find(words, at + 1)) >= 0:
            if not times_before:
                return Place(number + 1, at + 1, max(len(words), 1))
            times_before -= 1
    return whole_line(lines, first)


def span(prose: Prose, first_line: int, place: Place) -> Span:
    """Return where a place in a piece that begins on `first_line` of the prose stands in the file."""
    return prose.place(first_line + place.line - 1, place.column, place.width)


def _base(line: str, content: str, block: Token) -> int | None:
    """Return the column (from 0) at which a line of inline content begins in its line of source."""
    if "column" in block.meta:
        return int(block.meta["column"])
    # Content is the line without its indentation, list markers and the like, which all stand in front.
    if line.rstrip().endswith(content.rstrip()):
        return len(line.rstrip()) - len(content.rstrip())
    at = line.find(content)  # a heading closed with hashes
    return at if at >= 0 else None  # a tab that was partly indentation


def _width(content: str, block: Token) -> int:
    """Return how many characters of source some content took: in a table each pipe had a backslash."""
    return len(content) + (content.count("|") if "column" in block.meta else 0)
