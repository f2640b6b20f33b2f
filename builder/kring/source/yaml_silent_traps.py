"""Traps that YAML accepts in suppression: the text is read, but not as its author meant it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kring.findings import Finding
from kring.source.text import FileText, shown

NO_BREAK_SPACES = "\u00a0\u2007\u202f\u3000"
_CUT = re.compile(r"[ \t]+(#\S.*)")
OPENING_QUOTES = "“”„‟‘’‚‛«»"
_TYPOGRAPHIC = re.compile(f"[{OPENING_QUOTES}][^{OPENING_QUOTES}]*[{OPENING_QUOTES}]")
_QUOTED_CONTINUATION = re.compile(r"(?:- +)*[A-Za-z_]+:(?: |$)|- ")


def hash_that_cuts(text: FileText, line: int, column: int) -> Iterator[Finding]:
    """A `#` right after plain text that ends at line and column (from 1), with no space behind it: `Zaal #2`."""
    if match := _CUT.match(text.lines[line - 1], column - 1):
        yield Finding("yaml/hash-cuts-text", text.span(line, match.start(1) + 1), {"lost": shown(match[1])})


def typographic_quotes(text: FileText, line: int, column: int, value: str) -> Iterator[Finding]:
    """A plain value that stands as a whole between curly quotes, which to YAML are letters."""
    if value[0] in OPENING_QUOTES and _TYPOGRAPHIC.fullmatch(value):
        yield Finding("yaml/typographic-quotes", text.span(line, column), {"value": shown(value)})


def no_break_indentation(text: FileText, first_line: int, column: int, last_line: int) -> Iterator[Finding]:
    """No-break spaces where spaces should set a plain value in."""
    if text.lines[first_line - 1][column - 1] in NO_BREAK_SPACES:
        yield Finding("yaml/nbsp-indentation", text.span(first_line, column))
    for number in range(first_line + 1, last_line + 1):
        rest = text.lines[number - 1].lstrip(" ")
        if rest and rest[0] in NO_BREAK_SPACES:
            yield Finding("yaml/nbsp-indentation", text.span(number, len(text.lines[number - 1]) - len(rest) + 1))


def prose_in_list(text: FileText, line: int, column: int, value: str) -> Iterator[Finding]:
    """Prose between square brackets, where every comma would begin another item."""
    if " " in value or "\n" in value or "\t" in value:
        yield Finding("yaml/prose-in-brackets", text.span(line, column, len(value)), {"value": shown(value)})


def question_mark_before_bracket(text: FileText, line: int, column: int, value: str) -> Iterator[Finding]:
    """A `?` with a closing bracket right behind it; line and column are the end of the value."""
    if value[-1] == "?" and text.lines[line - 1][column - 1 : column] in ("]", "}"):
        yield Finding("yaml/question-mark-in-brackets", text.span(line, column - 1), {"value": shown(value)})


def quote_that_runs_on(
    text: FileText, first_line: int, column: int, last_line: int, parent_column: int
) -> Iterator[Finding]:
    """A quoted value that swallows a line that looks like the next field: its closing quote is missing."""
    for number in range(first_line + 1, last_line + 1):
        line = text.lines[number - 1]
        indent = len(line) - len(line.lstrip(" "))
        if indent < parent_column and _QUOTED_CONTINUATION.match(line, indent):
            quote = text.lines[first_line - 1][column - 1]
            yield Finding("yaml/unclosed-quote", text.span(first_line, column), {"quote": quote})
            return
