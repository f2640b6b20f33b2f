"""One line of YAML as an author wrote it: where its value begins and ends, and how a text stands between quotes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kring.findings import Edit, Finding, Position, Span
from kring.source.text import FileText
from kring.source.yaml_trap import COMMENT, DASH, KEY, LINES_AHEAD, indent_of

BLANKS = " \t"
"""What is blank to YAML. A no-break space is a letter."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_NOT_PROSE = re.compile(r"[\"\\]|(?:^|[ \t])#|[\x00-\x1f\x7f]")
_FIELD = re.compile(r"[ ]*(?:- +)*[a-z][a-z0-9_]*:(?: |$)")


@dataclass(frozen=True, slots=True)
class Written:
    """The parts of a line: dashes and key come before `start`, the value ends at `end`. Columns count from 0.

    `parent` is the column that a line below must pass to go on with the value.
    """

    start: int
    end: int
    parent: int
    key: str | None


def written(line: str) -> Written:
    """Take a line apart. A remark behind the value is no part of it."""
    column = parent = indent_of(line)
    while dash := DASH.match(line, column):
        parent, column = column, dash.end()
    key = KEY.match(line, column)
    if key is not None:
        parent, column = column, key.end()
    remark = COMMENT.search(line, column)
    end = len(line[: remark.start()].rstrip(BLANKS)) if remark else len(line.rstrip(BLANKS))
    return Written(column, max(column, end), parent, key[0].rstrip(": ").strip("\"'") if key else None)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where a text without quotes stands: lines count from 1, columns from 0. `key` is None in a list."""

    first: int
    start: int
    last: int
    end: int
    key: str | None


def plain_stretch(text: FileText, number: int) -> Stretch | None:
    """Return the text that runs over line `number` and others; None where something else than text is among them."""
    lines = text.lines
    first = number
    while first > max(1, number - LINES_AHEAD) and written(lines[first - 1]).start == indent_of(lines[first - 1]):
        first -= 1
    top = written(lines[first - 1])
    last = first
    while last < len(lines) and lines[last].strip() and indent_of(lines[last]) > top.parent:
        last += 1
    below = lines[first:last]
    words = [lines[first - 1][top.start :], *below]
    is_prose = top.start > indent_of(lines[first - 1]) and words[0][:1] not in ("", *"\"'[{|>&*!#@`%")
    if not is_prose or last < number or goes_on(text, last, top.parent):
        return None
    if any(_NOT_PROSE.search(line) for line in words) or any(_FIELD.match(line) for line in below):
        return None
    return Stretch(first, top.start, last, len(lines[last - 1].rstrip(BLANKS)), top.key)


def goes_on(text: FileText, number: int, parent: int) -> bool:
    """Tell whether the text below line `number` (from 1) belongs to the value on it: it is set in past `parent`."""
    below = next((line for line in text.lines[number : number + LINES_AHEAD] if line.strip()), "")
    return indent_of(below) > parent and not below.lstrip().startswith("#")


def quoted(words: str) -> str | None:
    """Return a text between quotes as an author would write it; None where it holds signs that need a code."""
    if _CONTROL.search(words):
        return None
    if '"' not in words and "\\" not in words:
        return f'"{words}"'
    return "'" + words.replace("'", "''") + "'"


def whole_line(finding: Finding, text: FileText) -> tuple[Edit, ...]:
    """Return the edit that takes away the line of a finding with its end; none where no line follows."""
    line = finding.span.start.line
    if line == len(text.lines):
        return ()
    return (Edit(Span(finding.span.path, Position(line, 1), Position(line + 1, 1)), ""),)
