"""Units of a text: its paragraphs, items and headings as bare words, and the way back to where words were written."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from kring.findings import Position
from kring.language.sentences import WORD
from kring.prose.dialect import source_lines
from kring.prose.faults.harmless import is_harmless
from kring.prose.parse import tree
from kring.prose.pieces import FACILITATOR, cut
from kring.prose.text import Form
from kring.prose.tree import Heading, Paragraph, Table, contents, is_images_only, plain

_ITEM = re.compile(r" *(?:- |[0-9]{1,3}\. )")
_NOT_READ = re.compile(r"(?:https?://|www\.)\S+|(?<![^\s@])[^\s@]++@[^\s@]+\.\w+|\([^()]*\b(?:19|20)\d\d[a-z]?\)")
"""Addresses, and sources between brackets such as `(Ozbay en anderen, 2007)`: eyes jump over them."""
_TAIL = re.compile(r"[^\s\w*_\]]*")
_TARGET = re.compile(r"\]\([^)\n]*\)|\]\[[^\]\n]*\]|<[^>\s]*>")
"""Where links lead: words that are written but not read."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Words that belong together. `line` (from 1, in the text) is where they begin, or a little above.

    `running`: sentences, also where no full stop ends the last; otherwise a label, a heading or a cell of a table.
    """

    text: str
    line: int
    running: bool


def units(text: str, form: Form | None) -> Iterator[Unit]:
    """Yield the units of a text that participants read: no facilitators' remarks, no code, no addresses, no sources."""
    if form is None:
        yield Unit(_as_read(text.strip()), 1, running=False)
        return
    if is_harmless(text, form):
        yield from _paragraphs_and_items(text, 1)
        return
    for piece in cut(text, form).pieces:
        if piece.container == FACILITATOR:
            continue
        if piece.title:
            yield Unit(piece.title, piece.first_line - 1, running=False)
        read = _paragraphs_and_items if is_harmless(piece.text, form) else _blocks
        yield from read(piece.text, piece.first_line)


def _blocks(text: str, first_line: int) -> Iterator[Unit]:
    for block in tree(text).everything():
        if isinstance(block, Paragraph) and is_images_only(block.content):
            continue
        if isinstance(block, Paragraph | Heading | Table):
            line = first_line + block.place.line - 1
            for content in contents(block):
                yield Unit(_as_read(plain(content)), line, running=isinstance(block, Paragraph))


def stretch(text: str, unit: Unit, start: int, end: int) -> tuple[Position, Position]:
    """Return where characters `start` to `end` of a unit were written in the text: lines and columns from 1.

    Markup stands between the words, so they are looked up one after the other; where a link leads is passed over.
    """
    source, masked, begins = _source(text)
    at, first, last = begins[unit.line - 1], None, 0
    for word in WORD.finditer(unit.text, 0, end):
        found = masked.find(word[0], at)
        if found < 0:
            continue  # written with an entity or a backslash: the words around it show the place
        at = found + len(word[0])
        if word.start() >= start:
            first = found if first is None else first
            last = at
    if first is None:
        first, last = at, at
    # The signs around the first and last word belong to it.
    tail = _TAIL.match(source, last)
    return _position(begins, first), _position(begins, last + (len(tail[0]) if tail else 0))


@lru_cache(maxsize=4)
def _source(text: str) -> tuple[str, str, tuple[int, ...]]:
    """Return a text with line ends as the parser sees them, the same without where links lead, and where lines begin.

    Of one text there may be many remarks.
    """
    lines = source_lines(text)
    source = "\n".join(lines)
    masked = _TARGET.sub(lambda found: found[0][0] + " " * (len(found[0]) - 1), source)
    return source, masked, (0, *accumulate(len(line) + 1 for line in lines))


def _paragraphs_and_items(text: str, first_line: int) -> Iterator[Unit]:
    """Yield the units of a text that is sentences in paragraphs and lists, stressed or not: it needs no parsing."""
    first, words = first_line, ""
    for number, line in enumerate(text.split("\n"), start=first_line):
        marker = _ITEM.match(line)
        if words and (marker or not line.strip()):
            yield Unit(_as_read(words), first, running=True)
            words = ""
        if line.strip():
            first = first if words else number
            words += (" " if words else "") + line[marker.end() if marker else 0 :].strip().replace("*", "")
    if words:
        yield Unit(_as_read(words), first, running=True)


def _as_read(text: str) -> str:
    if not any(sign in text for sign in ("@", "://", "www.", "(")):
        return text
    return _NOT_READ.sub(lambda found: " " * len(found[0]), text)


def _position(begins: Sequence[int], at: int) -> Position:
    line = bisect_right(begins, at)
    return Position(line, at - begins[line - 1] + 1)
