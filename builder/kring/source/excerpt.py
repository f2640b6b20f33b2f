"""The line of a finding, as a reader can see it: with carets below, and nothing invisible."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from kring.findings import Position, Span
from kring.source.text import character_code

WIDTH = 100
"""Columns of text shown of one line; a longer line is cut on both sides of the caret."""

_BEFORE = 60  # columns kept before the caret of a line that is cut
_VISIBLE = {"\t": "→", "\u00a0": "⍽", "\u2007": "⍽", "\u202f": "⍽"}


def excerpt(text_lines: Sequence[str], span: Span) -> str:
    """Return the first line of `span` with its number, and carets under what is meant: two lines.

    A span of no length at the top means the file as a whole: there is no line to show, and the result is "".
    """
    if span.start == span.end == Position():
        return ""
    number = span.start.line
    line = text_lines[number - 1] if number <= len(text_lines) else ""
    cells = [_cell(character) for character in line]
    first = min(span.start.column - 1, len(cells))
    last = min(span.end.column - 1, len(cells)) if span.end.line == number else len(cells)
    before, inside = sum(map(_width, cells[:first])), sum(map(_width, cells[first:last]))
    shown = "".join(cells)
    if _width(shown) > WIDTH:
        shown, before = _cut(cells, first)
    carets = "^" * max(1, min(inside, _width(shown) - before))
    margin = f"{number} | "
    return f"{margin}{shown}\n{' ' * (len(margin) - 2)}| {' ' * before}{carets}"


def _cut(cells: Sequence[str], first: int) -> tuple[str, int]:
    """Cut a long line around its cell `first`; return what is left and the columns before that cell."""
    start, before = first, 0
    while start > 0 and before + _width(cells[start - 1]) <= _BEFORE:
        start -= 1
        before += _width(cells[start])
    end, width = start, 0
    while end < len(cells) and width + _width(cells[end]) <= WIDTH:
        width += _width(cells[end])
        end += 1
    head, tail = "…" if start > 0 else "", "…" if end < len(cells) else ""
    return head + "".join(cells[start:end]) + tail, before + len(head)


def visible(line: str) -> str:
    """Return a line with its tabs, no-break spaces and hidden characters shown."""
    return "".join(map(_cell, line))


def _cell(character: str) -> str:
    if character in _VISIBLE:
        return _VISIBLE[character]
    if character < " ":
        return chr(0x2400 + ord(character))
    # Joiners are part of emoji and of some scripts, and harmless.
    hidden = (
        unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
        and character not in "\u200c\u200d"
    )
    return f"<{character_code(character)}>" if hidden else character


def _width(text: str) -> int:
    return sum(
        0 if unicodedata.combining(c) or c in "\u200c\u200d" else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )
