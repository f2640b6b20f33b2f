"""Brackets in YAML that does not parse: closed or not, and whether prose stands between them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kring.findings import Finding
from kring.source.text import FileText, shown
from kring.source.yaml_trap import COMMENT, LINES_AHEAD, NOTHING_MORE, QUOTED, Step, Trap, indent_of, trap


@dataclass(slots=True)
class _Place:
    """Where the scan is (from 0), which brackets are open there, and where the item it is in began."""

    line: int
    column: int
    item: int
    open: list[str] = field(default_factory=list)
    prose: Finding | None = None


def bracket_traps(text: FileText, number: int, column: int, parent: int) -> Step:
    """Scan the value in brackets that opens at line and column, in a field or list set in as far as `parent`."""
    lines = text.lines
    bracket = lines[number][column]
    at = _Place(number, column + 1, column + 1, [bracket])
    while at.open:
        line = lines[at.line]
        if at.column >= len(line) or COMMENT.match(line, at.column):
            _end_item(text, at, "")
            at.line += 1
            if at.line == len(lines) or at.line > number + LINES_AHEAD or _is_next_field(lines[at.line], parent):
                yield trap(text, "yaml/unclosed-bracket", number, column, far=True, bracket=bracket)
                if at.prose:
                    yield Trap(at.prose, stops=False)
                return number + 1
            at.column = at.item = indent_of(lines[at.line])
        elif line[at.column] in QUOTED and not line[at.item : at.column].strip():
            closed = QUOTED[line[at.column]].match(line, at.column)
            if not closed:
                yield trap(text, "yaml/unclosed-quote", at.line, at.column, far=True, quote=line[at.column])
                return at.line + 1
            at.column = at.item = closed.end()
        else:
            _step(text, at, line[at.column])
    if not NOTHING_MORE.match(lines[at.line][at.column :]):
        yield trap(text, "yaml/prose-in-brackets", number, column, value=shown(lines[number][column:]))
    elif at.prose:
        yield Trap(at.prose, stops=False)
    return at.line + 1


def _step(text: FileText, at: _Place, character: str) -> None:
    if character in "[]{},":
        _end_item(text, at, character)
        at.item = at.column + 1
    if character in "[{":
        at.open.append(character)
    elif character in "]}":
        at.open.pop()
    at.column += 1


def _end_item(text: FileText, at: _Place, closing: str) -> None:
    """Remember the first item of the brackets that is prose."""
    end = min(at.column, len(text.lines[at.line]))
    written = text.lines[at.line][at.item : end]
    value = written.strip()
    if at.prose is not None or not value:
        return
    in_list = at.open[-1] == "["
    if (in_list and re.search(r"\s", value)) or (not in_list and ":" not in value):
        place = text.span(at.line + 1, at.item + indent_of(written) + 1, len(value))
        at.prose = Finding("yaml/prose-in-brackets", place, {"value": shown(value)})
    elif closing in ("]", "}") and value.endswith("?"):
        at.prose = Finding("yaml/question-mark-in-brackets", text.span(at.line + 1, end), {"value": shown(value)})


def _is_next_field(line: str, parent: int) -> bool:
    indent = indent_of(line)
    return bool(line.strip()) and indent <= parent and line[indent] not in "]}"
