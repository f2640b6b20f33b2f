"""How far a line is set in: tabs, no-break spaces, and lines that stand a little too far to one side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kring.findings import Edit, Finding
from kring.mending.context import FixContext
from kring.mending.lines import Written, written
from kring.source.text import FileText, shown
from kring.source.yaml_trap import DASH, LINES_AHEAD, NO_BREAK_SPACES, indent_of

WIDTHS = (2, 4, 8)
"""How many spaces a tab may stand for, the usual one first."""
MOST_TRIED = 20
"""Wrong lines of one file for which other columns are tried: each try reads the file anew."""

Outcome = tuple[bool, int]
"""Whether the file still cannot be read, and how many mistakes it has."""

_LEADING = re.compile(f"[ \t{NO_BREAK_SPACES}]*")


def tab(finding: Finding, context: FixContext) -> Finding | None:
    """Put spaces in the place of tabs: as many as make the whole file fit together best."""
    if finding.rule != "yaml/tab-indentation":
        return None
    path, leading = finding.span.path, _leading(context.line(finding))
    start = finding.span.start.column - 1
    if start >= len(leading):  # behind a dash, say
        end = start + len(_leading(context.line(finding)[start:]))
        return replace(finding, edits=(context.edit(path, finding.span.start.line, start, end, " "),))
    spaces = _spaced(leading, _width(context, path))
    edit = context.edit(path, finding.span.start.line, 0, len(leading), spaces)
    return replace(finding, facts={**finding.facts, "spaces": str(len(spaces))}, edits=(edit,))


def no_break_space(finding: Finding, context: FixContext) -> Finding | None:
    """Put ordinary spaces in the place of no-break spaces; in front of a value there need not be any more."""
    if finding.rule != "yaml/nbsp-indentation":
        return None
    line, number = context.line(finding), finding.span.start.line
    start = finding.span.start.column - 1
    if start < len(leading := _leading(line)):
        edit = context.edit(finding.span.path, number, 0, len(leading), " " * len(leading))
        return replace(finding, edits=(edit,))
    end = start + len(_leading(line[start:]))
    edit = context.edit(finding.span.path, number, start, end, "")
    return replace(finding, facts={**finding.facts, "before": shown(line[end:])}, edits=(edit,))


def indentation(finding: Finding, context: FixContext) -> Finding | None:
    """Say straight below which line this one belongs, and to which key that is; move it there where that helps."""
    if finding.rule != "yaml/wrong-indentation":
        return None
    number, column = finding.span.start.line, int(finding.facts["neighbours"])
    text = context.text(finding.span.path)
    wrong = [other for other in context.own(finding.span.path) if other.rule == finding.rule]
    if len(wrong) > MOST_TRIED:
        return _told(finding, context, column)
    columns = [column, *(other for other in _columns(text, number) if other != column)]
    others = [_at_its_neighbours(other, context) for other in wrong if other.span.start.line != number]
    # By itself first; lines that stand wrong together are moved together.
    for company in ([], others):
        results = {place: _tried(context, finding, [*company, _moved(context, finding, place)]) for place in columns}
        best = min(columns, key=results.__getitem__)
        still_wrong, _ = results[best]
        if not still_wrong and list(results.values()).count(results[best]) == 1:
            return replace(_told(finding, context, best), edits=(_moved(context, finding, best), *company))
    return _neighbour_astray(finding, context) or _told(finding, context, column)


def _neighbour_astray(finding: Finding, context: FixContext) -> Finding | None:
    """Return the finding about the line above instead, where moving that one is what helps."""
    text, own = context.text(finding.span.path), indent_of(context.line(finding))
    above = _sibling(text, finding.span.start.line, int(finding.facts["neighbours"]))
    if above is None or above > finding.span.start.line:
        return None
    indent = indent_of(text.lines[above - 1])
    facts = {"indent": str(indent), "neighbours": str(own)}
    astray = Finding(finding.rule, text.span(above, 1, max(indent, 1)), facts)
    moved = _moved(context, astray, own)
    still_wrong, _ = _tried(context, astray, [moved])
    return None if still_wrong else replace(_told(astray, context, own), edits=(moved,))


def _told(finding: Finding, context: FixContext, column: int) -> Finding:
    """Return a finding that says where its line belongs: below which other, and to which key."""
    text, number = context.text(finding.span.path), finding.span.start.line
    sibling = _sibling(text, number, column)
    if sibling is None:
        return finding
    line, beside = written(text.lines[number - 1]), written(text.lines[sibling - 1])
    facts = {"line": str(sibling), "move": str(column)}
    if line.key and beside.key and sibling < number:
        facts |= {"key": line.key, "sibling": beside.key}
        above = _key_above(text, sibling, column)
        facts |= {"above": above} if above else {}
    return replace(finding, facts={**finding.facts, **facts})


def _leading(line: str) -> str:
    match = _LEADING.match(line)
    return match[0] if match else ""


def _spaced(leading: str, width: int) -> str:
    return "".join(" " * width if sign == "\t" else " " for sign in leading)


def _width(context: FixContext, path: str) -> int:
    """Return the width of tabs with which the file can be read, or else the one with the fewest lines astray."""

    def mistakes(width: int) -> tuple[bool, int]:
        lines = context.text(path).lines
        leading = [_leading(line) for line in lines]
        spaced = (_spaced(blank, width) + line[len(blank) :] for blank, line in zip(leading, lines, strict=True))
        tried = context.tried(path, "\n".join(spaced))
        astray = [finding for finding in tried.findings if finding.rule == "yaml/wrong-indentation"]
        return not tried.readable, len(tried.findings if tried.readable else astray)

    return context.once(("tab", path), lambda: min(WIDTHS, key=mistakes))


def _tried(context: FixContext, finding: Finding, moved: Iterable[Edit]) -> Outcome:
    """Return what is wrong with the file once some of its lines are moved."""
    lines = list(context.text(finding.span.path).lines)
    for edit in moved:
        number = edit.span.start.line - 1
        lines[number] = edit.text + lines[number].lstrip(" ")
    tried = context.tried(finding.span.path, "\n".join(lines))
    return not tried.readable, len(tried.findings)


def _at_its_neighbours(finding: Finding, context: FixContext) -> Edit:
    return _moved(context, finding, int(finding.facts["neighbours"]))


def _moved(context: FixContext, finding: Finding, column: int) -> Edit:
    return context.edit(finding.span.path, finding.span.start.line, 0, indent_of(context.line(finding)), " " * column)


def _columns(text: FileText, number: int) -> list[int]:
    """Return the columns at which something like line `number` may stand, from the inside out."""
    dashed = bool(DASH.match(text.lines[number - 1].lstrip()))
    columns: list[int] = []
    limit = LINES_AHEAD
    for line in _above(text, number):
        for column, is_dash in reversed(_begins(line)):
            if column < limit and is_dash == dashed:
                columns.append(column)
        limit = min(limit, indent_of(line))
    return columns


def _sibling(text: FileText, number: int, column: int) -> int | None:
    """Return the number of the nearest line above, or else below, something of which begins at `column`."""
    dashed = bool(DASH.match(text.lines[number - 1].lstrip()))
    before = range(number - 1, max(0, number - LINES_AHEAD), -1)
    after = range(number + 1, min(len(text.lines), number + LINES_AHEAD) + 1)
    return next((n for n in (*before, *after) if (column, dashed) in _begins(text.lines[n - 1])), None)


def _key_above(text: FileText, number: int, column: int) -> str | None:
    """Return the key to which the lines at `column` beside line `number` belong; None at the top of the file."""
    in_list = (column, True) in _begins(text.lines[number - 1])
    for line in (text.lines[number - 1], *_above(text, number)):
        dashes = [place for place, is_dash in _begins(line) if is_dash]
        keys = [place for place, is_dash in _begins(line) if not is_dash]
        # The dashes of a list may stand straight below the key that it belongs to.
        if keys and (keys[0] < column or (in_list and keys[0] == column)):
            return written(line).key
        if keys and keys[0] == column and dashes:
            column, in_list = dashes[-1], True
    return None


def _above(text: FileText, number: int) -> Iterator[str]:
    lines = (text.lines[n - 1] for n in range(number - 1, max(0, number - LINES_AHEAD), -1))
    return (line for line in lines if line.strip() and not line.lstrip().startswith("#"))


def _begins(line: str) -> list[tuple[int, bool]]:
    """Return the columns at which dashes and the key of a line stand, and whether it is a dash."""
    column, begins = indent_of(line), list[tuple[int, bool]]()
    while dash := DASH.match(line, column):
        begins.append((column, True))
        column = dash.end()
    parts: Written = written(line)
    return [*begins, (column, False)] if parts.key else begins
