"""Single values: yes and no, times, dates, numbers, fixed words and ids, written almost as they should be."""

from __future__ import annotations

import re
from dataclasses import replace

from kring.findings import Edit, Finding
from kring.mending.context import FieldContext, FixContext
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


def yes_or_no(finding: Finding, context: FixContext) -> Finding | None:
    """`ja` becomes `true` where the schema asks for yes or no."""
    here = _doubtful(finding, context)
    if here is None or not here.asks_for("boolean"):
        return None
    word = context.written(here.node.span).strip("\"'").strip().casefold()
    answer = YES_AND_NO.get(word) or finding.facts.get("boolean")
    return _written(finding, here, answer) if answer else None


def time_of_day(finding: Finding, context: FixContext) -> Finding | None:
    """`10:30`, `9.05` and `13u30` become "10:30", "09:05" and "13:30" where the schema asks for a time."""
    here = _doubtful(finding, context)
    if here is None or here.schema is None or here.schema.get("x-rule") != "schema/not-a-time":
        return None
    time = time_for(context.written(here.node.span).strip("\"'"))["suggestion"]
    return _written(finding, here, f'"{time}"') if time else None


def day(finding: Finding, context: FixContext) -> Finding | None:
    """`28-9-2026` becomes 2026-09-28; of `1-9-2026` only the author knows which is the month."""
    if finding.rule != "schema/not-a-date" or "suggestion" not in finding.facts:
        return None
    here = context.field_at(finding.span)
    suggestion = finding.facts["suggestion"]
    _, month, day = suggestion.split("-")
    starts_with_day = re.match(r"[\"' ]*[0-9]{1,2}[^0-9A-Za-z][0-9]", context.written(finding.span))
    unclear = starts_with_day and int(day) <= 12 and day != month
    if unclear or here is None or not isinstance(here.node, Scalar):
        return None
    return replace(finding, edits=(Edit(here.node.span, suggestion),))


def whole_number(finding: Finding, context: FixContext) -> Finding | None:
    """`"5"`, `5 minuten`, `2 uur`, `13,5`, `007` and `1_000` become plain numbers where the schema asks for one."""
    here = _doubtful(finding, context)
    if here is None or not here.asks_for("integer", "number"):
        return None
    words = context.written(here.node.span).strip("\"'").strip()
    odd = _WITH_ZEROS_OR_BARS.fullmatch(words)
    meant_by = number_meant(words, here.field) if NUMBER.fullmatch(words) else None
    number = odd[1].replace("_", "") if odd else meant_by
    if number is None or ("." in number and here.asks_for("integer")):
        return None
    return _written(finding, here, number)


def text_between_quotes(finding: Finding, context: FixContext) -> Finding | None:
    """`2026`, `1.10`, `nee` and `10:30` are put between quotes where the schema asks for text."""
    here = context.field_at(finding.span)
    doubtful = finding.rule in ("yaml/ambiguous-value", "yaml/number-too-large", "schema/text-needs-quotes")
    if not doubtful or here is None or not here.asks_for("string") or "x-ref" in (here.schema or {}):
        return None
    words = quoted(context.written(here.node.span))
    return _written(finding, here, words) if words else None


def number_or_fixed_word(finding: Finding, context: FixContext) -> Finding | None:
    """`10:30` where a number belongs, or `no` where a fixed word does: only the author knows which; `off` is one."""
    here = context.field_at(finding.span) if finding.rule in ("yaml/ambiguous-value", "yaml/number-too-large") else None
    if here is None or here.schema is None:
        return None
    if here.asks_for("integer", "number"):
        return replace(finding, facts={**finding.facts, "number": here.field})
    word = context.written(here.node.span).casefold()
    if word in here.schema.get("enum", ()):
        return _written(finding, here, f'"{word}"')
    if "enum" in here.schema:
        return replace(finding, facts={**finding.facts, "allowed": listed(map(written, here.schema["enum"]))})
    return None


def fixed_value(finding: Finding, context: FixContext) -> Finding | None:
    """`oefening` and `excercise` become `exercise`: a fixed value in Dutch, or with a slip."""
    if finding.rule != "schema/unknown-value" or finding.edits:
        return None
    here = context.field_at(finding.span)
    allowed = [written(value) for value in (here.schema or {}).get("enum", ())] if here else []
    if here is None or not isinstance(here.node, Scalar):
        return None
    value = str(here.node.value).strip()
    by_name = {values_nl().get(name, name).casefold(): name for name in allowed}
    name = by_name.get(value.casefold()) or meant(value, allowed)
    return replace(finding, edits=(Edit(here.node.span, name),)) if name else None


def id_with_other_signs(finding: Finding, context: FixContext) -> Finding | None:
    """`Mijn doel` becomes `mijn-doel` where an id belongs, unless it is a name that something else has in the file."""
    suggestion = finding.facts.get("suggestion")
    if finding.rule != "schema/not-an-id" or suggestion is None:
        return None
    here = context.field_at(finding.span)
    names_itself = here is not None and here.field in ("id", "formerly")
    taken = names_itself and re.search(rf"(?<![\w-]){re.escape(suggestion)}(?![\w-])", context.texts[finding.span.path])
    if here is None or not isinstance(here.node, Scalar) or here.node.style is Style.LITERAL or taken:
        return None
    id = titled(str(here.node.value), here, context) or suggestion
    return replace(finding, facts={**finding.facts, "suggestion": id}, edits=(Edit(here.node.span, id),))


def repeated_item(finding: Finding, context: FixContext) -> Finding | None:
    """The second of two equal items is taken away: with its comma between brackets, or with its line."""
    if finding.rule != "schema/repeated-item" or finding.span.start.line != finding.span.end.line:
        return None
    line = context.line(finding)
    start, end = finding.span.start.column - 1, finding.span.end.column - 1
    if re.fullmatch(r" *- +", line[:start]) and not line[end:].strip():
        return replace(finding, edits=whole_line(finding, context.text(finding.span.path)))
    before = re.search(r",[ \t]*\Z", line[:start])
    if before is None:
        return None
    return replace(finding, edits=(context.edit(finding.span.path, finding.span.start.line, before.start(), end, ""),))


def answer_without_quotes(finding: Finding, context: FixContext) -> Finding | None:
    """`is: ["true"]` loses its quotes where the other question is answered with true or a number."""
    if finding.rule != "form/impossible-answer" or "unquoted" not in finding.facts:
        return None
    here = context.field_at(finding.span)
    if here is None or not isinstance(here.node, Scalar) or here.node.style is not Style.QUOTED:
        return None
    return replace(finding, edits=(Edit(here.node.span, finding.facts["unquoted"]),))


def _doubtful(finding: Finding, context: FixContext) -> FieldContext | None:
    """Return the value that is written on one line and means something else than its author thinks."""
    rules = ("yaml/ambiguous-value", "schema/wrong-type", "schema/not-a-time")
    here = context.field_at(finding.span) if finding.rule in rules else None
    if here is None or not isinstance(here.node, Scalar):
        return None
    return here if finding.span.start.line == finding.span.end.line else None


def _written(finding: Finding, here: FieldContext, words: str) -> Finding:
    """Return a finding that says how the value is written, behind its key where it has one."""
    line = f"{here.entry.key}: {words}" if here.entry is not None else words
    return replace(finding, facts={**finding.facts, "write": shown(line)}, edits=(Edit(here.node.span, words),))
