"""Colons: forgotten spaces, `=` in their place, two fields on one line, and colons that belong to a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kring.findings import Edit, Finding
from kring.mending.context import FixContext
from kring.mending.lines import BLANKS, written
from kring.mending.quoting import around_lines, between_quotes
from kring.schema.field_names import field_names
from kring.source.nodes import Scalar, Style
from kring.source.yaml_trap import EQUALS, NO_SPACE, Slip, field_slip, indent_of

_BLOCK_MARKS = ("|", ">", "|-", ">-")


def colon_and_space(finding: Finding, _: FixContext) -> Finding | None:
    """`title:Rust` and `title = Rust` become `title: Rust`."""
    if finding.rule not in (NO_SPACE, EQUALS):
        return None
    return replace(finding, edits=(Edit(finding.span, ": "),))


def fields_written_as_text(finding: Finding, context: FixContext) -> Finding | None:
    """`minutes:10` below `override:` is one text to YAML, where a group of fields was meant."""
    if finding.rule != "schema/wrong-type":
        return None
    here = context.field_at(finding.span)
    if here is None or not here.asks_for("object") or not _is_plain(here.node):
        return None
    slips = list(_slips(finding, context))
    if slips[0][1] is not None and slips[0][1].value in _BLOCK_MARKS:
        slips = slips[:1]  # what stands below belongs to the text
    if not all(slip is not None and slip.name in field_names() for _, slip in slips):
        return None
    found = [slip.finding(context.text(finding.span.path), number) for number, slip in slips if slip is not None]
    edits = tuple(Edit(each.span, ": ") for each in found)
    return replace(finding, facts={**finding.facts, "better": found[0].facts["better"]}, edits=edits)


def two_fields_on_one_line(finding: Finding, context: FixContext) -> Finding | None:
    """`title: Rust minutes: 10`: the word before the second colon is the name of a field."""
    if finding.rule != "yaml/colon-in-text":
        return None
    before = context.line(finding)[: finding.span.start.column - 1].split()
    if len(before) < 2 or before[-1] not in field_names() or before[-2].endswith(":"):
        return None
    return replace(finding, facts={**finding.facts, "second": before[-1]})


def colon_in_text(finding: Finding, context: FixContext) -> Finding | None:
    """`title: Let op: dit` is put between quotes as a whole."""
    parts = written(context.line(finding))
    if finding.rule != "yaml/colon-in-text" or finding.span.start.column <= parts.start:
        return None
    if context.line(finding)[parts.start] in "\"'":
        return None  # between quotes already: something above it must be mended first
    quoted = between_quotes(finding, context) or around_lines(finding, context)
    return quoted or replace(finding, facts={**finding.facts, "lines" if parts.key else "item": ""})


def colon_forgotten(finding: Finding, context: FixContext) -> Finding | None:
    """`goals` on a line of its own is the name of a field."""
    word = context.line(finding).strip(BLANKS)
    if finding.rule != "yaml/missing-colon" or word not in field_names():
        return None
    end = len(context.line(finding).rstrip(BLANKS))
    edit = context.edit(finding.span.path, finding.span.start.line, end, end, ":")
    return replace(finding, facts={**finding.facts, "colon": word}, edits=(edit,))


def _is_plain(node: object) -> bool:
    return isinstance(node, Scalar) and node.style is Style.PLAIN and isinstance(node.value, str)


def _slips(finding: Finding, context: FixContext) -> Iterator[tuple[int, Slip | None]]:
    """Yield for each line of a plain text its number (from 0) and the slip in it, if it looks like a field with one."""
    text, span = context.text(finding.span.path), finding.span
    for number in range(span.start.line - 1, span.end.line):
        line = text.lines[number]
        if line.strip():
            column = span.start.column - 1 if number == span.start.line - 1 else indent_of(line)
            yield number, field_slip(line, column)
