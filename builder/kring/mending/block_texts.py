"""Texts of more lines: the `|` behind their field is forgotten, or their lines begin straight below the field."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from kring.findings import Finding
from kring.mending.around import Around
from kring.mending.indentation import MOST_TRIED
from kring.mending.lines import written
from kring.schema.field_names import field_names
from kring.source.yaml_trap import DASH, LINES_AHEAD, indent_of

_BLOCK_MARK = re.compile(r"[|>][-+]?\s*\Z")
_FIELD = re.compile(r"[a-z][a-z0-9_-]*:(?: |\Z)")


def mark_forgotten(finding: Finding, around: Around) -> Finding | None:
    """`purpose:` above lines of text gets its `|`, where nothing in them is wrong any more once they are one text."""
    if finding.rule not in ("yaml/colon-in-text", "yaml/missing-colon", "schema/wrong-type"):
        return None
    path, number = finding.span.path, finding.span.start.line
    lines = around.text(path).lines
    own = indent_of(lines[number - 1])
    above = range(number - 1, max(0, number - LINES_AHEAD), -1)
    top = next((n for n in above if lines[n - 1].strip() and indent_of(lines[n - 1]) < own), None)
    if top is None or not _begins_text(lines[top - 1], lines[top]) or around.count(("marked", path)) > MOST_TRIED:
        return None
    end = len(lines[top - 1].rstrip())
    tried = around.tried(path, "\n".join([*lines[: top - 1], f"{lines[top - 1].rstrip()} |", *lines[top:]]))
    if not tried.readable or any(top <= other.span.start.line <= number for other in tried.findings):
        return None
    edit = around.edit(path, top, end, end, " |")
    return replace(finding, facts={**finding.facts, "block": written(lines[top - 1]).key or ""}, edits=(edit,))


def lines_not_set_in(finding: Finding, around: Around) -> Finding | None:
    """The lines below `purpose: |` that begin straight below it are set in: they are its text."""
    if finding.rule != "yaml/missing-colon":
        return None
    path, number = finding.span.path, finding.span.start.line
    lines = around.text(path).lines
    own = indent_of(lines[number - 1])
    first = number - _run(reversed(lines[: number - 1]), own)
    last = number + _run(lines[number:], own)
    header = written(lines[first - 2]) if first > 1 else None
    if header is None or header.parent != own or not _BLOCK_MARK.match(lines[first - 2], header.start):
        return None
    edits = (around.edit(path, n, 0, 0, "  ") for n in range(first, last + 1) if lines[n - 1].strip())
    facts = {"text_of": header.key or "", "first": str(first), "last": str(last)}
    return replace(finding, facts={**finding.facts, **facts}, edits=tuple(edits))


def _begins_text(line: str, below: str) -> bool:
    """Tell whether a line is a field without a value, and what stands below it no field or item of its own."""
    field = written(line)
    words = below.lstrip()
    in_prose = not DASH.match(words) and not _FIELD.match(words)
    return field.key in field_names() and field.start == field.end and in_prose


def _run(lines: Iterable[str], column: int) -> int:
    """Return how many lines follow each other that begin at `column` and are no fields and no items of a list."""
    count = blank = 0
    for line in lines:
        if not line.strip():
            blank += 1
        elif indent_of(line) != column or DASH.match(line, column) or _FIELD.match(line, column):
            break
        else:
            count, blank = count + blank + 1, 0
    return count
