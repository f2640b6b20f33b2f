"""Lists, groups of fields and texts, one written where another was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kring.findings import Edit, Finding
from kring.mending.context import FieldContext, FixContext
from kring.mending.lines import goes_on, quoted, written
from kring.mending.references import titled
from kring.schema.field_names import field_names
from kring.schema.fields import fields_in_any_case
from kring.schema.wrong_values import id_for
from kring.source.names import is_id
from kring.source.nodes import Mapping, Scalar, Sequence, Style
from kring.source.text import shown
from kring.source.yaml_trap import BULLET, DASH, indent_of


def bullets(finding: Finding, context: FixContext) -> Finding | None:
    """`-Kies` and `• Kies` become `- Kies` where the schema asks for a list."""
    here = _wrong_type(finding, context)
    if here is None or not here.asks_for("array") or not _is_text(here, Style.PLAIN):
        return None
    edits: list[Edit] = []
    for number, start in _lines_of(finding, context):
        line = context.text(finding.span.path).lines[number - 1]
        match = BULLET.match(line, start)
        if match is None and edits and DASH.match(line, start):
            continue
        if match is None:
            return None
        edits.append(context.edit(finding.span.path, number, start, match.end(), "- "))
    return replace(finding, facts={**finding.facts, "bullet": "- "}, edits=tuple(edits))


def text_for_a_list(finding: Finding, context: FixContext) -> Finding | None:
    """`goals: Je kunt kiezen.` becomes a list of one."""
    here = _wrong_type(finding, context)
    if here is None or here.entry is None or not here.asks_for("array") or not isinstance(here.node, Scalar):
        return None
    value, key = here.node, here.entry
    on_one_line = value.span.start.line == value.span.end.line == key.key_span.start.line
    schema = here.schema or {}
    of_texts = schema.get("items", {}).get("type") == "string" or "enum" in schema.get("items", {})
    if not on_one_line or not of_texts or not isinstance(value.value, str) or _has_remark(context, value):
        return None
    # Ids and words to search with have no commas: between them there are more of them.
    ids = "x-ref" in schema or "enum" in schema["items"]
    keywords = here.field == "keywords" and value.style is Style.PLAIN
    items = re.split(", *", value.value) if ids or keywords else []
    words = items if all(items) and (not ids or all(map(is_id, items))) else []
    as_written = [context.written(value.span)]
    if not words and schema["items"].get("x-rule") == "schema/not-an-id" and len(items) == 1:
        id = titled(value.value, here, context) or id_for(value.value)["suggestion"]
        words = [id] if id else []
    words = words or as_written
    line = context.line(finding)
    colon = line.index(":", key.key_span.end.column - 1) + 1
    dashed = "".join(f"\n{' ' * (key.key_span.start.column + 1)}- {each}" for each in words)
    edit = context.edit(finding.span.path, value.span.start.line, colon, value.span.end.column - 1, dashed)
    facts = {"item": shown(words[0])} if words != as_written else {}
    return replace(finding, facts={**finding.facts, **facts}, edits=(edit,))


def fields_for_a_list(finding: Finding, context: FixContext) -> Finding | None:
    """A group of fields where a list of such groups belongs gets a dash in front."""
    here = _wrong_type(finding, context)
    if here is None or not here.asks_for("array") or not isinstance(here.node, Mapping):
        return None
    items = (here.schema or {}).get("items", {})
    known = fields_in_any_case(items) if items.get("type") == "object" else {}
    if not known or not all(entry.key in known for entry in here.node.entries) or _in_flow(context, here):
        return None
    path, first = finding.span.path, here.node.span.start
    dash = context.edit(path, first.line, first.column - 1, first.column - 1, "- ")
    deeper = [context.edit(path, n, 0, 0, "  ") for n in range(first.line + 1, here.node.span.end.line + 1)]
    text = context.text(path)
    edits = (dash, *(edit for edit in deeper if text.lines[edit.span.start.line - 1].strip()))
    return replace(finding, facts={**finding.facts, "dash": here.node.entries[0].key}, edits=edits)


def named_groups_for_a_list(finding: Finding, context: FixContext) -> Finding | None:
    """`doel:` above fields becomes `- id: doel` where a list of things with an id belongs."""
    here = _wrong_type(finding, context)
    if here is None or not here.asks_for("array") or not isinstance(here.node, Mapping) or _in_flow(context, here):
        return None
    known = fields_in_any_case((here.schema or {}).get("items", {}))
    groups = [entry for entry in here.node.entries if isinstance(entry.value, Mapping)]
    if "id" not in known or len(groups) != len(here.node.entries) or any(entry.key in known for entry in groups):
        return None
    edits: list[Edit] = []
    for entry in groups:
        line = entry.key_span.start.line
        set_in = entry.value.span.start.column - entry.key_span.start.column
        whole = context.text(finding.span.path).lines[line - 1]
        if set_in != 2 or not whole.rstrip().endswith(":"):
            edits = []
            break
        edits.append(
            context.edit(finding.span.path, line, entry.key_span.start.column - 1, len(whole), f"- id: {entry.key}")
        )
    return replace(finding, facts={**finding.facts, "named": groups[0].key}, edits=tuple(edits))


def text_for_fields(finding: Finding, context: FixContext) -> Finding | None:
    """`- Pennen` becomes `- item: Pennen` where a group belongs of which one field, a text, has to be there."""
    here = _wrong_type(finding, context)
    if here is None or here.entry is not None or not here.asks_for("object") or not _is_text(here, Style.PLAIN):
        return None
    required = (here.schema or {}).get("required", [])
    value = (here.schema or {}).get("properties", {}).get(required[0], {}) if len(required) == 1 else {}
    if value.get("type") != "string" or "x-ref" in value or finding.span.start.line != finding.span.end.line:
        return None
    start = finding.span.start.column - 1
    edit = context.edit(finding.span.path, finding.span.start.line, start, start, f"{required[0]}: ")
    better = f"- {required[0]}: {context.written(finding.span)}"
    return replace(finding, facts={**finding.facts, "group": shown(better)}, edits=(edit,))


def bounds_for_fields(finding: Finding, context: FixContext) -> Finding | None:
    """`group: 6-10` puts `min: 6` and `max: 10` below its field."""
    here = _wrong_type(finding, context)
    if here is None or here.entry is None or "bounds" not in finding.facts or not isinstance(here.node, Scalar):
        return None
    key, value = here.entry.key_span, here.node.span
    if key.start.line != value.end.line or _has_remark(context, here.node):
        return None
    names = [name for name in ("min", "max") if name in finding.facts]
    fields = "".join(f"\n{' ' * (key.start.column + 1)}{name}: {finding.facts[name]}" for name in names)
    colon = context.line(finding).index(":", key.end.column - 1) + 1
    return replace(finding, edits=(context.edit(value.path, key.start.line, colon, value.end.column - 1, fields),))


def list_for_fields(finding: Finding, context: FixContext) -> Finding | None:
    """`- min: 4` and `- max: 8` lose their dashes where a group of fields belongs."""
    here = _wrong_type(finding, context)
    if here is None or not here.asks_for("object") or not isinstance(here.node, Sequence) or _in_flow(context, here):
        return None
    known = fields_in_any_case(here.schema or {})
    groups = [item for item in here.node.items if isinstance(item, Mapping)]
    names = [entry.key for group in groups for entry in group.entries]
    if len(groups) != len(here.node.items) or not all(group.entries for group in groups):
        return None
    if len(set(names)) != len(names) or not all(name in known for name in names):
        return None
    edits = []
    for group in groups:
        place, line = group.span.start, context.text(finding.span.path).lines[group.span.start.line - 1]
        dash = line.rfind("-", 0, place.column - 1)
        if line[:dash].strip() or line[dash + 1 : place.column - 1].strip():
            return None
        edits.append(context.edit(finding.span.path, place.line, dash, dash + 1, " "))
    return replace(finding, facts={**finding.facts, "no_dash": names[0]}, edits=tuple(edits))


def list_for_a_text(finding: Finding, context: FixContext) -> Finding | None:
    """A list of one text loses its dash where a single text belongs."""
    here = _wrong_type(finding, context)
    if here is None or not here.asks_for("string") or not isinstance(here.node, Sequence) or _in_flow(context, here):
        return None
    if len(here.node.items) != 1 or not isinstance(item := here.node.items[0], Scalar):
        return None
    line = context.text(finding.span.path).lines[item.span.start.line - 1]
    dash = line.rfind("-", 0, item.span.start.column - 1)
    if line[:dash].strip() or item.style in (Style.LITERAL, Style.FOLDED) or not isinstance(item.value, str):
        return None
    return replace(finding, edits=(context.edit(finding.span.path, item.span.start.line, dash, dash + 1, " "),))


def text_read_as_field(finding: Finding, context: FixContext) -> Finding | None:
    """`- Tip: ga zitten` is put between quotes where a text belongs."""
    here = _wrong_type(finding, context)
    if here is None or not here.asks_for("string") or not isinstance(here.node, Mapping) or _in_flow(context, here):
        return None
    (entry, *more) = here.node.entries or (None,)
    if entry is None or more or entry.key in field_names() or not isinstance(entry.value, Scalar):
        return None
    line, number = context.line(finding), finding.span.start.line
    start = finding.span.start.column - 1
    end = written(line[start:]).end + start
    words = quoted(line[start:end])
    if (
        words is None
        or not DASH.match(line[indent_of(line) :])
        or goes_on(context.text(finding.span.path), number, start)
    ):
        return None
    edit = context.edit(finding.span.path, number, start, end, words)
    return replace(finding, facts={**finding.facts, "colon": shown(words)}, edits=(edit,))


def _wrong_type(finding: Finding, context: FixContext) -> FieldContext | None:
    return context.field_at(finding.span) if finding.rule == "schema/wrong-type" else None


def _is_text(here: FieldContext, style: Style) -> bool:
    return isinstance(here.node, Scalar) and here.node.style is style and isinstance(here.node.value, str)


def _lines_of(finding: Finding, context: FixContext) -> Iterator[tuple[int, int]]:
    """Yield the number (from 1) and the beginning (from 0) of each line of what a finding spans."""
    for number in range(finding.span.start.line, finding.span.end.line + 1):
        line = context.text(finding.span.path).lines[number - 1]
        if line.strip():
            yield number, finding.span.start.column - 1 if number == finding.span.start.line else indent_of(line)


def _in_flow(context: FixContext, here: FieldContext) -> bool:
    """Tell whether a list or group stands between brackets, where lines and columns do not count."""
    return context.written(here.node.span)[:1] in ("[", "{")


def _has_remark(context: FixContext, value: Scalar) -> bool:
    line = context.text(value.span.path).lines[value.span.end.line - 1]
    return bool(line[value.span.end.column - 1 :].strip())
