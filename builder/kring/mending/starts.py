"""Where a list or a text begins: on a line of its own, with a dash, and as far to the right as what follows."""

from __future__ import annotations

import re
from dataclasses import replace

from kring.findings import Edit, Finding
from kring.mending.context import FixContext
from kring.mending.indentation import MOST_TRIED
from kring.mending.lines import BLANKS, written
from kring.schema.field_names import field_names
from kring.source.yaml_trap import BULLET, DASH, KEY, LINES_AHEAD, indent_of

_FIELD = re.compile(r"[a-z][a-z0-9_-]*:(?: |\Z)")


def mark_forgotten(finding: Finding, context: FixContext) -> Finding | None:
    """`purpose:` above lines of text gets its `|`, where nothing in them is wrong any more once they are one text."""
    if finding.rule not in ("yaml/colon-in-text", "yaml/missing-colon", "schema/wrong-type"):
        return None
    path, number = finding.span.path, finding.span.start.line
    lines = context.text(path).lines
    own = indent_of(lines[number - 1])
    above = range(number - 1, max(0, number - LINES_AHEAD), -1)
    top = next((n for n in above if lines[n - 1].strip() and indent_of(lines[n - 1]) < own), None)
    if top is None or not _begins_text(lines[top - 1], lines[top]) or context.count(("marked", path)) > MOST_TRIED:
        return None
    end = len(lines[top - 1].rstrip())
    tried = context.tried(path, "\n".join([*lines[: top - 1], f"{lines[top - 1].rstrip()} |", *lines[top:]]))
    if not tried.readable or any(top <= other.span.start.line <= number for other in tried.findings):
        return None
    edit = context.edit(path, top, end, end, " |")
    return replace(finding, facts={**finding.facts, "block": written(lines[top - 1]).key or ""}, edits=(edit,))


def star_as_bullet(finding: Finding, context: FixContext) -> Finding | None:
    """`* Kies` on a line of its own below a key becomes `- Kies`."""
    line, column = context.line(finding), finding.span.start.column - 1
    if finding.rule != "yaml/special-first-character" or not line[column:].startswith("* ") or line[:column].strip():
        return None
    lines = context.text(finding.span.path).lines[: finding.span.start.line - 1]
    above = next((each for each in reversed(lines[-LINES_AHEAD:]) if each.strip()), "")
    if not (above.rstrip().endswith(":") or above[column:].startswith(("* ", "- "))):
        return None
    edit = context.edit(finding.span.path, finding.span.start.line, column, column + 1, "-")
    return replace(finding, facts={**finding.facts, "bullet": "- "}, edits=(edit,))


def other_bullet(finding: Finding, context: FixContext) -> Finding | None:
    """`-Kies` and `– Kies` beside the dashes of a list become `- Kies`."""
    column = finding.span.start.column - 1
    if finding.rule != "yaml/other-bullet" or (mark := BULLET.match(context.line(finding), column)) is None:
        return None
    edit = context.edit(finding.span.path, finding.span.start.line, column, mark.end(), "- ")
    return replace(finding, edits=(edit,))


def list_behind_its_key(finding: Finding, context: FixContext) -> Finding | None:
    """`steps: - Kies` puts the list on the line below its field."""
    if finding.rule != "yaml/dash-after-colon":
        return None
    line, number = context.line(finding), finding.span.start.line
    start = finding.span.start.column - 1
    column = indent_of(line) + 2
    while dash := DASH.match(line, column - 2):
        column = dash.end() + 2
    below = next(iter(context.text(finding.span.path).lines[number : number + 1]), "")
    deeper = indent_of(below)
    if DASH.match(below, deeper) and deeper > column - 2:
        column = deeper
    elif below.strip() and deeper > column - 2:
        return None
    edit = context.edit(finding.span.path, number, len(line[:start].rstrip(BLANKS)), start, f"\n{' ' * column}")
    return replace(finding, edits=(edit,))


def text_behind_a_block_mark(finding: Finding, context: FixContext) -> Finding | None:
    """`purpose: | Rust vinden` begins the text on the line below."""
    if finding.rule != "yaml/text-after-block-mark":
        return None
    line, number = context.line(finding), finding.span.start.line
    start = finding.span.start.column - 1
    mark = re.search(r"[|>][-+]?[ \t]*\Z", line[:start])
    if mark is None or not KEY.search(line[: mark.start()]):
        return None
    parent = written(line).parent
    below = next((each for each in context.text(finding.span.path).lines[number:] if each.strip()), "")
    column = indent_of(below) if indent_of(below) > parent else parent + 2
    edit = context.edit(finding.span.path, number, len(line[:start].rstrip(BLANKS)), start, f"\n{' ' * column}")
    return replace(finding, edits=(edit,))


def block_set_in(finding: Finding, context: FixContext) -> Finding | None:
    """A line of a text that stands too far to the left is put straight below the first one."""
    if finding.rule != "yaml/block-outdented":
        return None
    text, number = context.text(finding.span.path), finding.span.start.line
    own = indent_of(text.lines[number - 1])
    first = None
    for line in reversed(text.lines[max(0, number - LINES_AHEAD) : number - 1]):
        if line.strip() and re.search(r"(?:^|[:\-] )[|>][-+1-9]*\s*(?:#.*)?$", line.lstrip()):
            break
        first = indent_of(line) if line.strip() else first
    if first is None or first <= own:
        return None
    return replace(finding, edits=(context.edit(finding.span.path, number, 0, own, " " * first),))


def _begins_text(line: str, below: str) -> bool:
    """Tell whether a line is a field without a value, and what stands below it no field or item of its own."""
    field = written(line)
    words = below.lstrip()
    in_prose = not DASH.match(words) and not _FIELD.match(words)
    return field.key in field_names() and field.start == field.end and in_prose


def fence(finding: Finding, _: FixContext) -> Finding | None:
    """`：：： note` becomes `::: note`, and `: : :` becomes `:::`."""
    if finding.rule != "prose/fence-signs" or "fence" not in finding.facts:
        return None
    return replace(finding, edits=(Edit(finding.span, finding.facts["fence"]),))
