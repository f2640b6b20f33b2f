"""Lists, groups of fields and texts, one written where another was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kring.findings import Edit, Finding
from kring.mending.around import Around, Spot
from kring.mending.lines import goes_on, quoted, written
from kring.mending.references import titled
from kring.schema.field_names import field_names
from kring.schema.fields import fields_in_any_case
from kring.schema.wrong_values import id_for
from kring.source.names import is_id
from kring.source.nodes import Mapping, Scalar, Sequence, Style
from kring.source.text import shown
from kring.source.yaml_trap import BULLET, DASH, indent_of


def bullets(finding: Finding, around: Around) -> Finding | None:
    """`-Kies` and `• Kies` become `- Kies` where the schema asks for a list."""
    spot = _wrong_type(finding, around)
    if spot is None or not spot.asks_for("array") or not _is_text(spot, Style.PLAIN):
        return None
    edits: list[Edit] = []
    for number, start in _lines_of(finding, around):
        line = around.text(finding.span.path).lines[number - 1]
        match = BULLET.match(line, start)
        if match is None and edits and DASH.match(line, start):
            continue
        if match is None:
            return None
        edits.append(around.edit(finding.span.path, number, start, match.end(), "- "))
    return replace(finding, facts={**finding.facts, "bullet": "- "}, edits=tuple(edits))


def text_for_a_list(finding: Finding, around: Around) -> Finding | None:
    """`goals: Je kunt kiezen.` becomes a list of one."""
    spot = _wrong_type(finding, around)
    if spot is None or spot.entry is None or not spot.asks_for("array") or not isinstance(spot.node, Scalar):
        return None
    value, key = spot.node, spot.entry
    on_one_line = value.span.start.line == value.span.end.line == key.key_span.start.line
    schema = spot.schema or {}
    of_texts = schema.get("items", {}).get("type") == "string" or "enum" in schema.get("items", {})
    if not on_one_line or not of_texts or not isinstance(value.value, str) or _has_remark(around, value):
        return None
    # Ids and words to search with have no commas: between them there are more of them.
    ids = "x-ref" in schema or "enum" in schema["items"]
    keywords = spot.field == "keywords" and value.style is Style.PLAIN
    items = re.split(", *", value.value) if ids or keywords else []
    words = items if all(items) and (not ids or all(map(is_id, items))) else []
    as_written = [around.written(value.span)]
    if not words and schema["items"].get("x-rule") == "schema/not-an-id" and len(items) == 1:
        id = titled(value.value, spot, around) or id_for(value.value)["suggestion"]
        words = [id] if id else []
    words = words or as_written
    line = around.line(finding)
    colon = line.index(":", key.key_span.end.column - 1) + 1
    dashed = "".join(f"\n{' ' * (key.key_span.start.column + 1)}- {each}" for each in words)
    edit = around.edit(finding.span.path, value.span.start.line, colon, value.span.end.column - 1, dashed)
    facts = {"item": shown(words[0])} if words != as_written else {}
    return replace(finding, facts={**finding.facts, **facts}, edits=(edit,))


def fields_for_a_list(finding: Finding, around: Around) -> Finding | None:
    """A group of fields where a list of such groups belongs gets a dash in front."""
    spot = _wrong_type(finding, around)
    if spot is None or not spot.asks_for("array") or not isinstance(spot.node, Mapping):
        return None
    items = (spot.schema or {}).get("items", {})
    known = fields_in_any_case(items) if items.get("type") == "object" else {}
    if not known or not all(entry.key in known for entry in spot.node.entries) or _in_flow(around, spot):
        return None
    path, first = finding.span.path, spot.node.span.start
    dash = around.edit(path, first.line, first.column - 1, first.column - 1, "- ")
    deeper = [around.edit(path, n, 0, 0, "  ") for n in range(first.line + 1, spot.node.span.end.line + 1)]
    text = around.text(path)
    edits = (dash, *(edit for edit in deeper if text.lines[edit.span.start.line - 1].strip()))
    return replace(finding, facts={**finding.facts, "dash": spot.node.entries[0].key}, edits=edits)


def named_groups_for_a_list(finding: Finding, around: Around) -> Finding | None:
    """`doel:` above fields becomes `- id: doel` where a list of things with an id belongs."""
    spot = _wrong_type(finding, around)
    if spot is None or not spot.asks_for("array") or not isinstance(spot.node, Mapping) or _in_flow(around, spot):
        return None
    known = fields_in_any_case((spot.schema or {}).get("items", {}))
    groups = [entry for entry in spot.node.entries if isinstance(entry.value, Mapping)]
    if "id" not in known or len(groups) != len(spot.node.entries) or any(entry.key in known for entry in groups):
        return None
    edits: list[Edit] = []
    for entry in groups:
        line = entry.key_span.start.line
        set_in = entry.value.span.start.column - entry.key_span.start.column
        whole = around.text(finding.span.path).lines[line - 1]
        if set_in != 2 or not whole.rstrip().endswith(":"):
            edits = []
            break
        edits.append(
            around.edit(finding.span.path, line, entry.key_span.start.column - 1, len(whole), f"- id: {entry.key}")
        )
    return replace(finding, facts={**finding.facts, "named": groups[0].key}, edits=tuple(edits))


def text_for_fields(finding: Finding, around: Around) -> Finding | None:
    """`- Pennen` becomes `- item: Pennen` where a group belongs of which one field, a text, has to be there."""
    spot = _wrong_type(finding, around)
    if spot is None or spot.entry is not None or not spot.asks_for("object") or not _is_text(spot, Style.PLAIN):
        return None
    required = (spot.schema or {}).get("required", [])
    value = (spot.schema or {}).get("properties", {}).get(required[0], {}) if len(required) == 1 else {}
    if value.get("type") != "string" or "x-ref" in value or finding.span.start.line != finding.span.end.line:
        return None
    start = finding.span.start.column - 1
    edit = around.edit(finding.span.path, finding.span.start.line, start, start, f"{required[0]}: ")
    better = f"- {required[0]}: {around.written(finding.span)}"
    return replace(finding, facts={**finding.facts, "group": shown(better)}, edits=(edit,))


def bounds_for_fields(finding: Finding, around: Around) -> Finding | None:
    """`group: 6-10` puts `min: 6` and `max: 10` below its field."""
    spot = _wrong_type(finding, around)
    if spot is None or spot.entry is None or "bounds_nl" not in finding.facts or not isinstance(spot.node, Scalar):
        return None
    key, value = spot.entry.key_span, spot.node.span
    if key.start.line != value.end.line or _has_remark(around, spot.node):
        return None
    names = [name for name in ("min", "max") if name in finding.facts]
    fields = "".join(f"\n{' ' * (key.start.column + 1)}{name}: {finding.facts[name]}" for name in names)
    colon = around.line(finding).index(":", key.end.column - 1) + 1
    return replace(finding, edits=(around.edit(value.path, key.start.line, colon, value.end.column - 1, fields),))


def list_for_fields(finding: Finding, around: Around) -> Finding | None:
    """`- min: 4` and `- max: 8` lose their dashes where a group of fields belongs."""
    spot = _wrong_type(finding, around)
    if spot is None or not spot.asks_for("object") or not isinstance(spot.node, Sequence) or _in_flow(around, spot):
        return None
    known = fields_in_any_case(spot.schema or {})
    groups = [item for item in spot.node.items if isinstance(item, Mapping)]
    names = [entry.key for group in groups for entry in group.entries]
    if len(groups) != len(spot.node.items) or len(set(names)) != len(names) or not all(n in known for n in names):
        return None
    edits = []
    for group in groups:
        place, line = group.span.start, around.text(finding.span.path).lines[group.span.start.line - 1]
        dash = line.rfind("-", 0, place.column - 1)
        if line[:dash].strip() or line[dash + 1 : place.column - 1].strip():
            return None
        edits.append(around.edit(finding.span.path, place.line, dash, dash + 1, " "))
    return replace(finding, facts={**finding.facts, "no_dash": names[0]}, edits=tuple(edits))


def list_for_a_text(finding: Finding, around: Around) -> Finding | None:
    """A list of one text loses its dash where a single text belongs."""
    spot = _wrong_type(finding, around)
    if spot is None or not spot.asks_for("string") or not isinstance(spot.node, Sequence) or _in_flow(around, spot):
        return None
    if len(spot.node.items) != 1 or not isinstance(item := spot.node.items[0], Scalar):
        return None
    line = around.text(finding.span.path).lines[item.span.start.line - 1]
    dash = line.rfind("-", 0, item.span.start.column - 1)
    if line[:dash].strip() or item.style in (Style.LITERAL, Style.FOLDED) or not isinstance(item.value, str):
        return None
    return replace(finding, edits=(around.edit(finding.span.path, item.span.start.line, dash, dash + 1, " "),))


def text_read_as_field(finding: Finding, around: Around) -> Finding | None:
    """`- Tip: ga zitten` is put between quotes where a text belongs."""
    spot = _wrong_type(finding, around)
    if spot is None or not spot.asks_for("string") or not isinstance(spot.node, Mapping) or _in_flow(around, spot):
        return None
    (entry, *more) = spot.node.entries or (None,)
    if entry is None or more or entry.key in field_names() or not isinstance(entry.value, Scalar):
        return None
    line, number = around.line(finding), finding.span.start.line
    start = finding.span.start.column - 1
    end = written(line[start:]).end + start
    words = quoted(line[start:end])
    if (
        words is None
        or not DASH.match(line[indent_of(line) :])
        or goes_on(around.text(finding.span.path), number, start)
    ):
        return None
    edit = around.edit(finding.span.path, number, start, end, words)
    return replace(finding, facts={**finding.facts, "colon": shown(words)}, edits=(edit,))


def _wrong_type(finding: Finding, around: Around) -> Spot | None:
    return around.spot(finding.span) if finding.rule == "schema/wrong-type" else None


def _is_text(spot: Spot, style: Style) -> bool:
    return isinstance(spot.node, Scalar) and spot.node.style is style and isinstance(spot.node.value, str)


def _lines_of(finding: Finding, around: Around) -> Iterator[tuple[int, int]]:
    """Yield the number (from 1) and the beginning (from 0) of each line of what a finding spans."""
    for number in range(finding.span.start.line, finding.span.end.line + 1):
        line = around.text(finding.span.path).lines[number - 1]
        if line.strip():
            yield number, finding.span.start.column - 1 if number == finding.span.start.line else indent_of(line)


def _in_flow(around: Around, spot: Spot) -> bool:
    """Tell whether a list or group stands between brackets, where lines and columns do not count."""
    return around.written(spot.node.span)[:1] in ("[", "{")


def _has_remark(around: Around, value: Scalar) -> bool:
    line = around.text(value.span.path).lines[value.span.end.line - 1]
    return bool(line[value.span.end.column - 1 :].strip())
