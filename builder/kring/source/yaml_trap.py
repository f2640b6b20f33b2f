"""Traps in YAML text: slips in a field, those that YAML accepts in silence, and what the scans for traps share."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass

from kring.findings import Finding
from kring.source.text import FileText, shown

NO_SPACE = "yaml/no-space-after-colon"
EQUALS = "yaml/equals-for-colon"
SLIPS = frozenset({NO_SPACE, EQUALS})
"""The rules of these slips."""

# An address (https://…) is no field; a no-break space behind the colon looks like a space and is none.
_SLIP = re.compile(
    r"([a-z][a-z0-9_]*)(?:(?P<colon>:(?![\s/:]|$)|:[\u00a0\u2007\u202f]+ *)|(?P<equals> *= *)(?=[^\s=]))"
)


@dataclass(frozen=True, slots=True)
class Slip:
    """The field that was meant. The sign that should be a colon and a space stands from `start` to `end` (from 0)."""

    rule: str
    name: str
    start: int
    end: int
    value: str

    def finding(self, text: FileText, number: int) -> Finding:
        """Return the finding about the slip on line `number` (from 0)."""
        facts = {"field": self.name, "better": shown(f"{self.name}: {self.value}")}
        return Finding(self.rule, text.span(number + 1, self.start + 1, self.end - self.start), facts)


def field_slip(line: str, column: int) -> Slip | None:
    """Return the slip in a line whose content begins at `column` (from 0), if it looks like a field with one."""
    match = _SLIP.match(line, column)
    if match is None:
        return None
    rule = NO_SPACE if match["colon"] else EQUALS
    return Slip(rule, match[1], match.end(1), match.end(), line[match.end() :].rstrip())


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


@dataclass(frozen=True, slots=True)
class Trap:
    """A trap, and whether it makes the parser stop (`stops`), perhaps many lines further on (`far`)."""

    finding: Finding
    stops: bool = True
    far: bool = False

    @property
    def line(self) -> int:
        """The line on which it stands, from 1."""
        return self.finding.span.start.line


Step = Generator[Trap, None, int]
"""The traps of a piece of the file; it returns the number (from 0) of the line to scan next."""

QUOTED = {"'": re.compile(r"'(?:[^']|'')*'(?!')"), '"': re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)}
"""A whole quoted text, by the quotation mark that opens it."""

DASH = re.compile(r"-[ \t]+|-$")
KEY = re.compile(r"""(?:[A-Za-z0-9_./-]+|"[^"]*"|'[^']*')[ ]*:(?:[ \t]+|$)""")
"""How an item of a list and how a field begins."""

BULLET = re.compile(r"(?:-(?:\u00a0[ \u00a0]*|(?=[^\s-]))|[•‣·–—*](?:[ \t\u00a0]+|(?=\w)))(?=.*\w)")
"""What authors and word processors write for the dash and the space with which an item of a list begins."""

COMMENT = re.compile(r"(?:^|[ \t])#")
NOTHING_MORE = re.compile(r"[ \t]*$|[ \t]+#")
"""What may follow a closed quote or bracket: nothing, or a comment."""

LINES_AHEAD = 300
"""How far the scans look for a closing mark, so that a file of nothing but opening ones takes no hours."""


def trap(
    text: FileText, rule: str, number: int, column: int, length: int = 1, *, far: bool = False, **facts: str
) -> Trap:
    """Make a trap that stops the parser; line number and column count from 0."""
    return Trap(Finding(rule, text.span(number + 1, column + 1, length), facts), far=far)


def indent_of(line: str) -> int:
    """Return how many spaces or other blanks a line begins with."""
    return len(line) - len(line.lstrip())
