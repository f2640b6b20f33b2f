"""Single values: yes and no, times, dates, numbers, fixed words and ids, written almost as they should be."""

from __future__ import annotations

import re
from dataclasses import replace

from kring.findings import Edit, Finding
from kring.mending.around import Around, Spot
from kring.mending.lines import quoted, whole_line
from kring.mending.references import titled
from kring.nearest import meant
from kring.schema.fields import written
from kring.schema.number_meant import NUMBER, number_meant
from kring.schema.wording import listed, values_nl
from kring.schema.wrong_values import YES_AND_NO, time_for
from kring.source.nodes import Scalar, Style
from kring.source.text import shown

_WITH_ZEROS_OR_BARS = re.compile(r"0*([1-9][0-9]*(?:_[0-9]{3})*|0)")


def yes_or_no(finding: Finding, around: Around) -> Finding | None:
    """`ja` becomes `true` where the schema asks for yes or no."""
    spot = _doubtful(finding, around)
    if spot is None or not spot.asks_for("boolean"):
        return None
    word = around.written(spot.node.span).strip("\"'").strip().casefold()
    answer = YES_AND_NO.get(word) or finding.facts.get("boolean")
    return _written(finding, spot, answer) if answer else None


def time_of_day(finding: Finding, around: Around) -> Finding | None:
    """`10:30`, `9.05` and `13u30` become "10:30", "09:05" and "13:30" where the schema asks for a time."""
    spot = _doubtful(finding, around)
    if spot is None or spot.schema is None or spot.schema.get("x-rule") != "schema/not-a-time":
        return None
    time = time_for(around.written(spot.node.span).strip("\"'"))["suggestion"]
    return _written(finding, spot, f'"{time}"') if time else None


def day(finding: Finding, around: Around) -> Finding | None:
    """`28-9-2026` becomes 2026-09-28; of `1-9-2026` only the author knows which is the month."""
    if finding.rule != "schema/not-a-date" or "suggestion" not in finding.facts:
        return None
    spot = around.spot(finding.span)
    suggestion = finding.facts["suggestion"]
    _, month, day = suggestion.split("-")
    starts_with_day = re.match(r"[\"' ]*[0-9]{1,2}[^0-9A-Za-z][0-9]", around.written(finding.span))
    unclear = starts_with_day and int(day) <= 12 and day != month
    if unclear or spot is None or not isinstance(spot.node, Scalar):
        return None
    return replace(finding, edits=(Edit(spot.node.span, suggestion),))


def whole_number(finding: Finding, around: Around) -> Finding | None:
    """`"5"`, `5 minuten`, `2 uur`, `13,5`, `007` and `1_000` become plain numbers where the schema asks for one."""
    spot = _doubtful(finding, around)
    if spot is None or not spot.asks_for("integer", "number"):
        return None
    words = around.written(spot.node.span).strip("\"'").strip()
    odd = _WITH_ZEROS_OR_BARS.fullmatch(words)
    meant_by = number_meant(words, spot.field) if NUMBER.fullmatch(words) else None
    number = odd[1].replace("_", "") if odd else meant_by
    if number is None or ("." in number and spot.asks_for("integer")):
        return None
    return _written(finding, spot, number)


def text_between_quotes(finding: Finding, around: Around) -> Finding | None:
    """`2026`, `1.10`, `nee` and `10:30` are put between quotes where the schema asks for text."""
    spot = around.spot(finding.span)
    doubtful = finding.rule in ("yaml/ambiguous-value", "yaml/number-too-large", "schema/text-needs-quotes")
    if not doubtful or spot is None or not spot.asks_for("string") or "x-ref" in (spot.schema or {}):
        return None
    words = quoted(around.written(spot.node.span))
    return _written(finding, spot, words) if words else None


def number_or_fixed_word(finding: Finding, around: Around) -> Finding | None:
    """`10:30` where a number belongs, or `no` where a fixed word does: only the author knows which; `off` is one."""
    spot = around.spot(finding.span) if finding.rule in ("yaml/ambiguous-value", "yaml/number-too-large") else None
    if spot is None or spot.schema is None:
        return None
    if spot.asks_for("integer", "number"):
        return replace(finding, facts={**finding.facts, "number": spot.field})
    word = around.written(spot.node.span).casefold()
    if word in spot.schema.get("enum", ()):
        return _written(finding, spot, f'"{word}"')
    if "enum" in spot.schema:
        return replace(finding, facts={**finding.facts, "allowed": listed(map(written, spot.schema["enum"]))})
    return None


def fixed_value(finding: Finding, around: Around) -> Finding | None:
    """`oefening` and `excercise` become `exercise`: a fixed value in Dutch, or with a slip."""
    if finding.rule != "schema/unknown-value" or finding.edits:
        return None
    spot = around.spot(finding.span)
    allowed = [written(value) for value in (spot.schema or {}).get("enum", ())] if spot else []
    if spot is None or not isinstance(spot.node, Scalar):
        return None
    value = str(spot.node.value).strip()
    by_name = {values_nl().get(name, name).casefold(): name for name in allowed}
    name = by_name.get(value.casefold()) or meant(value, allowed)
    return replace(finding, edits=(Edit(spot.node.span, name),)) if name else None


def id_with_other_signs(finding: Finding, around: Around) -> Finding | None:
    """`Mijn doel` becomes `mijn-doel` where an id belongs, unless it is a name that something else has in the file."""
    suggestion = finding.facts.get("suggestion")
    if finding.rule != "schema/not-an-id" or suggestion is None:
        return None
    spot = around.spot(finding.span)
    names_itself = spot is not None and spot.field in ("id", "formerly")
    taken = names_itself and re.search(rf"(?<![\w-]){re.escape(suggestion)}(?![\w-])", around.texts[finding.span.path])
    if spot is None or not isinstance(spot.node, Scalar) or spot.node.style is Style.LITERAL or taken:
        return None
    id = titled(str(spot.node.value), spot, around) or suggestion
    return replace(finding, facts={**finding.facts, "suggestion": id}, edits=(Edit(spot.node.span, id),))


def repeated_item(finding: Finding, around: Around) -> Finding | None:
    """The second of two equal items is taken away: with its comma between brackets, or with its line."""
    if finding.rule != "schema/repeated-item" or finding.span.start.line != finding.span.end.line:
        return None
    line = around.line(finding)
    start, end = finding.span.start.column - 1, finding.span.end.column - 1
    if re.fullmatch(r" *- +", line[:start]) and not line[end:].strip():
        return replace(finding, edits=whole_line(finding, around.text(finding.span.path)))
    before = re.search(r",[ \t]*\Z", line[:start])
    if before is None:
        return None
    return replace(finding, edits=(around.edit(finding.span.path, finding.span.start.line, before.start(), end, ""),))


def answer_without_quotes(finding: Finding, around: Around) -> Finding | None:
    """`is: ["true"]` loses its quotes where the other question is answered with true or a number."""
    if finding.rule != "form/impossible-answer" or "unquoted" not in finding.facts:
        return None
    spot = around.spot(finding.span)
    if spot is None or not isinstance(spot.node, Scalar) or spot.node.style is not Style.QUOTED:
        return None
    return replace(finding, edits=(Edit(spot.node.span, finding.facts["unquoted"]),))


def _doubtful(finding: Finding, around: Around) -> Spot | None:
    """Return the value that is written on one line and means something else than its author thinks."""
    rules = ("yaml/ambiguous-value", "schema/wrong-type", "schema/not-a-time")
    spot = around.spot(finding.span) if finding.rule in rules else None
    if spot is None or not isinstance(spot.node, Scalar):
        return None
    return spot if finding.span.start.line == finding.span.end.line else None


def _written(finding: Finding, spot: Spot, words: str) -> Finding:
    """Return a finding that says how the value is written, behind its key where it has one."""
    line = f"{spot.entry.key}: {words}" if spot.entry is not None else words
    return replace(finding, facts={**finding.facts, "write": shown(line)}, edits=(Edit(spot.node.span, words),))
