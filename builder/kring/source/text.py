"""The text of one file, cut into lines; every span made here lies inside the file."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from kring.findings import Position, Span

SHOWN_CHARACTERS = 60
"""How much of a value a message quotes."""


@dataclass(frozen=True, slots=True)
class FileText:
    """One file as characters: no byte order mark, line ends are line feeds; `lines` are without them."""

    path: str
    text: str
    lines: tuple[str, ...]

    @classmethod
    def of(cls, path: str, text: str) -> FileText:
        """Cut `text` into lines."""
        return cls(path, text, tuple(text.split("\n")))

    def position(self, line: int, column: int) -> Position:
        """Return the place (both from 1), moved to the nearest one that exists."""
        line = min(max(line, 1), len(self.lines))
        return Position(line, min(max(column, 1), len(self.lines[line - 1]) + 1))

    def before(self, place: Position) -> str:
        """Return the character before a place in its line; "" at the beginning of the line."""
        return self.lines[place.line - 1][place.column - 2] if place.column > 1 else ""

    def span(self, line: int, column: int, length: int = 1) -> Span:
        """Return a stretch of one line; both numbers count from 1."""
        return Span(self.path, self.position(line, column), self.position(line, column + length))

    def span_at(self, index: int, length: int = 1) -> Span:
        """Return the stretch that begins at character `index` (from 0) of the text."""
        line = self.text.count("\n", 0, index) + 1
        return self.span(line, index - self.text.rfind("\n", 0, index), length)


def shown(value: str) -> str:
    """Return `value` as a message may quote it: one line, not long, nothing invisible or unprintable."""
    visible = "".join(_visible(character) for character in value[: SHOWN_CHARACTERS + 1])
    return visible if len(value) <= SHOWN_CHARACTERS else visible[: SHOWN_CHARACTERS - 1].rstrip() + "…"


def _visible(character: str) -> str:
    if character in "\n\t":
        return " "
    return character_code(character) if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else character


def character_code(character: str) -> str:
    """Return the name by which a character can be looked up, as U+202E."""
    return f"U+{ord(character):04X}"
