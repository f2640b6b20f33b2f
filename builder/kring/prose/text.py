"""The texts that authors write, with the place where each was written."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kring.findings import Position, Span


class Form(StrEnum):
    """How much of the dialect a text may use: emphasis and links only, or whole blocks."""

    INLINE = "inline"
    MARKDOWN = "markdown"

    __hash__ = str.__hash__  # that of enumerations is written in Python, and texts are looked up again and again


@dataclass(frozen=True, slots=True)
class Prose:
    """One text in the dialect.

    Equality and hashing look at the text alone, so that what is derived from it can be cached.
    `span` is the whole value in its file. Where `line_start` is set, line n of the text (from 1) stands
    at `line_start.line + n - 1`, and its columns begin at `line_start.column`; otherwise (quoted, plain
    and folded values) a finding can only point at `span`.
    """

    text: str
    form: Form
    span: Span = field(compare=False)
    line_start: Position | None = field(default=None, compare=False)

    def place(self, line: int, column: int = 1, width: int = 1) -> Span:
        """Return where `width` characters from `column` of `line` (both from 1, in the text) stand in the file."""
        if self.line_start is None:
            return self.span
        at = self.line_start.line + line - 1
        from_column = self.line_start.column + column - 1
        return Span(self.span.path, Position(at, from_column), Position(at, from_column + width))
