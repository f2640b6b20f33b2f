"""Where a list or a text begins: on a line of its own, with a dash, and as far to the right as what follows."""

from __future__ import annotations

import re
from dataclasses import replace

from kring.findings import Finding
from kring.mending.around import Around
from kring.mending.lines import BLANKS, written
from kring.source.yaml_trap import BULLET, DASH, KEY, LINES_AHEAD, indent_of


def star_as_bullet(finding: Finding, around: Around) -> Finding | None:
    """`* Kies` on a line of its own below a key becomes `- Kies`."""
    line, column = around.line(finding), finding.span.start.column - 1
    if finding.rule != "yaml/special-first-character" or not line[column:].startswith("* ") or line[:column].strip():
        return None
    lines = around.text(finding.span.path).lines[: finding.span.start.line - 1]
    above = next((each for each in reversed(lines[-LINES_AHEAD:]) if each.strip()), "")
    if not (above.rstrip().endswith(":") or above[column:].startswith(("* ", "- "))):
        return None
    edit = around.edit(finding.span.path, finding.span.start.line, column, column + 1, "-")
    return replace(finding, facts={**finding.facts, "bullet": "- "}, edits=(edit,))


def other_bullet(finding: Finding, around: Around) -> Finding | None:
    """`-Kies` and `– Kies` beside the dashes of a list become `- Kies`."""
    column = finding.span.start.column - 1
    if finding.rule != "yaml/other-bullet" or (mark := BULLET.match(around.line(finding), column)) is None:
        return None
    edit = around.edit(finding.span.path, finding.span.start.line, column, mark.end(), "- ")
    return replace(finding, edits=(edit,))


def dash_forgotten(finding: Finding, around: Around) -> Finding | None:
    """`  id: tekenen` below an item that begins with `- id:` becomes the next item."""
    column = finding.span.start.column - 1
    if finding.rule != "yaml/duplicate-key" or "dash" not in finding.facts or column < 2:
        return None
    return replace(finding, edits=(around.edit(finding.span.path, finding.span.start.line, column - 2, column, "- "),))


def list_behind_its_key(finding: Finding, around: Around) -> Finding | None:
    """`steps: - Kies` puts the list on the line below its field."""
    if finding.rule != "yaml/dash-after-colon":
        return None
    line, number = around.line(finding), finding.span.start.line
    start = finding.span.start.column - 1
    column = indent_of(line) + 2
    while dash := DASH.match(line, column - 2):
        column = dash.end() + 2
    below = next(iter(around.text(finding.span.path).lines[number : number + 1]), "")
    deeper = indent_of(below)
    if DASH.match(below, deeper) and deeper > column - 2:
        column = deeper
    elif below.strip() and deeper > column - 2:
        return None
    edit = around.edit(finding.span.path, number, len(line[:start].rstrip(BLANKS)), start, f"\n{' ' * column}")
    return replace(finding, edits=(edit,))


def text_behind_a_block_mark(finding: Finding, around: Around) -> Finding | None:
    """`purpose: | Rust vinden` begins the text on the line below."""
    if finding.rule != "yaml/text-after-block-mark":
        return None
    line, number = around.line(finding), finding.span.start.line
    start = finding.span.start.column - 1
    mark = re.search(r"[|>][-+]?[ \t]*\Z", line[:start])
    if mark is None or not KEY.search(line[: mark.start()]):
        return None
    parent = written(line).parent
    below = next((each for each in around.text(finding.span.path).lines[number:] if each.strip()), "")
    column = indent_of(below) if indent_of(below) > parent else parent + 2
    edit = around.edit(finding.span.path, number, len(line[:start].rstrip(BLANKS)), start, f"\n{' ' * column}")
    return replace(finding, edits=(edit,))


def block_set_in(finding: Finding, around: Around) -> Finding | None:
    """A line of a text that stands too far to the left is put straight below the first one."""
    if finding.rule != "yaml/block-outdented":
        return None
    text, number = around.text(finding.span.path), finding.span.start.line
    own = indent_of(text.lines[number - 1])
    first = None
    for line in reversed(text.lines[max(0, number - LINES_AHEAD) : number - 1]):
        if line.strip() and re.search(r"(?:^|[:\-] )[|>][-+1-9]*\s*(?:#.*)?$", line.lstrip()):
            break
        first = indent_of(line) if line.strip() else first
    if first is None or first <= own:
        return None
    return replace(finding, edits=(around.edit(finding.span.path, number, 0, own, " " * first),))
