"""A trap in YAML text, and the small pieces of its grammar that the scans for traps share."""

from __future__ import annotations

import re
from collections.abc import Generator
from dataclasses import dataclass

from kring.findings import Finding
from kring.source.text import FileText


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
