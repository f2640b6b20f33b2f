"""What is wrong with one value: from an error of the validator to a finding that says how to mend it."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from jsonschema.exceptions import ValidationError

from kring.findings import Finding
from kring.nearest import nearest
from kring.schema.fields import Schema, choices, written
from kring.schema.keywords import is_date
from kring.schema.number_meant import bounds_meant, number_meant
from kring.schema.places import Facts, Place
from kring.schema.wording import listed, values_nl
from kring.source.names import MAX_ID, id_from
from kring.source.nodes import Mapping as Fields
from kring.source.nodes import Node, Scalar, Sequence, Style
from kring.source.text import shown
from kring.source.yaml_trap import OPENING_QUOTES

Explain = Callable[[Place, Any, Schema], Finding]
"""From the place, the value of the keyword that failed and the schema around it, to the finding."""

YES_AND_NO = {"ja": "true", "yes": "true", "waar": "true", "nee": "false", "no": "false", "onwaar": "false"}
_OWN_FORM = ("schema/not-a-time", "schema/not-a-date", "schema/not-https")
_FILE = re.compile(r"(?:[\w.-]+[/\\])*([\w.-]+?)(?:\.ya?ml|\.md)?")
"""A path of words without spaces, with the name of its file, less its ending."""
_BETWEEN_CURLS = re.compile(f"[{OPENING_QUOTES}]+([^{OPENING_QUOTES}]*)[{OPENING_QUOTES}]*")
_MONTHS = {
    short: number
    for number, names in enumerate(
        ("jan", "feb", "maa mar mrt", "apr", "mei may", "jun", "jul", "aug", "sep", "okt oct", "nov", "dec"), start=1
    )
    for short in names.split()
}
"""The first three letters of months, in Dutch and in English."""


def explain(place: Place, error: ValidationError) -> Finding:
    """Return the finding for `error`, which is about the value at `place`."""
    schema: Any = error.schema
    if (value := between_curls(place.node, place.source)) is not None:
        return place.finding("schema/curly-quotes", {"value": value})
    return _BY_KEYWORD[str(error.validator)](place, error.validator_value, schema)


def between_curls(node: Node, source: str | None) -> str | None:
    """Return what a plain value holds between the curly quotation marks of a word processor; None where it has none."""
    plain_value = isinstance(node, Scalar) and node.style is Style.PLAIN
    match = _BETWEEN_CURLS.fullmatch(source) if plain_value and source is not None else None
    return match[1].strip() or None if match is not None else None


def weight(error: ValidationError) -> int:
    """Return how fundamental an error is (0 most): of several about one value only the first is shown."""
    return list(_BY_KEYWORD).index(str(error.validator))


def _wrong_type(place: Place, types: Any, schema: Schema) -> Finding:
    node = place.node
    if isinstance(node, Scalar) and node.value is None:
        return _empty(place)
    typed = isinstance(node, Scalar) and not isinstance(node.value, str)
    if typed and types == "string":
        # 13.30 is a number to YAML, but its author meant a time.
        if schema.get("x-rule") in _OWN_FORM:
            return _wrong_form(place, None, schema)
        return place.finding("schema/text-needs-quotes", {"value": place.source})
    one = types[0] if isinstance(types, list) and types[1:] == ["null"] else types
    return _not_what_was_expected(place, [types] if isinstance(types, str) else types, _remedy(place, one, schema))


def _not_what_was_expected(place: Place, wanted: list[str], remedy: Facts) -> Finding:
    facts: Facts = {
        "place": f"{'item' if isinstance(place.path[-1], int) else 'value'} {place.field}",
        "expected": "\n".join(wanted),
        "found": _found(place.node, place.source),
    }
    return place.finding("schema/wrong-type", facts | remedy)


def _found(node: Node, source: str | None) -> str:
    """Return the type of `node`, and behind it a scalar as its author wrote it (`source`)."""
    match node:
        case Scalar(value=None):
            return "null"
        case Scalar(value=bool()):
            return f"boolean {source}"
        case Scalar(value=int() | float()):
            return f"number {source}"
        case Scalar(value=value):
            return f"string {shown(str(value))}"
        case Sequence():
            return "array"
        case Fields():
            return "object"


def _remedy(place: Place, types: Any, schema: Schema) -> Facts:
    """Return the fact for which the rule has a more precise hint."""
    node = place.node
    text = str(node.value) if isinstance(node, Scalar) else None
    match types:
        case "array" if isinstance(node, Scalar) and text is not None and node.style is not Style.LITERAL:
            return {"item": shown(text)}
        case "integer" | "number" if text is not None and (number := number_meant(text, place.field)):
            with_comma = types == "number" and re.fullmatch(r"\s*-?[0-9]+,[0-9]+\s*", text)
            whole = types == "number" or "." not in number
            return {"point" if with_comma else "number": number} if whole else {}
        case "boolean" if text is not None and (answer := YES_AND_NO.get(text.strip().lower())):
            return {"boolean": answer}
        case "object" if not isinstance(node, Fields):
            return _fields_meant(place, text, schema)
        case "string" if isinstance(node, Sequence):
            return {"one_text": "one_text"}
    return {}


def _fields_meant(place: Place, text: str | None, schema: Schema) -> Facts:
    """Return which fields belong here: the lines to write where they follow from what stands here."""
    if text is not None and (bounds := bounds_meant(text, schema)):
        return {**bounds, "bounds": "\n".join(f"{name}: {bound}" for name, bound in bounds.items())}
    options = choices(schema)
    if options and "required" not in schema:
        dash = "- " if isinstance(place.path[-1], int) else ""
        return {"one": "\n".join(f"{dash}{name}: {schema['properties'][name].get('title', name)}" for name in options)}
    names: list[str] = schema.get("required") or [*schema.get("properties", ())]
    return {"fields": listed(names, 6) or None}


def _empty(place: Place) -> Finding:
    return place.finding("schema/empty-value", span=place.key_span if place.entry is not None else None)


def _unknown_value(place: Place, allowed: Any, _: Schema) -> Finding:
    node = place.node
    values = [written(value) for value in (allowed if isinstance(allowed, list) else [allowed])]
    if not isinstance(node, Scalar):
        return _not_what_was_expected(place, ["enum", *values], {})
    if node.value is None:
        return _empty(place)
    meant = _meant(str(node.value), values)
    facts: Facts = {
        "value": shown(node.value if isinstance(node.value, str) else place.source or ""),
        "allowed": "\n".join(values),
        "nearby": meant,
        "only": values[0] if len(values) == 1 else None,
    }
    return place.finding("schema/unknown-value", facts)


def _meant(written: str, values: list[str]) -> str | None:
    """Return the one of `values` that looks like what was written, or that is called so in Dutch."""
    by_name = {values_nl().get(value, value): value for value in values} | {value: value for value in values}
    near = nearest(written, by_name)
    return by_name[near] if near is not None else None


def _too_short(place: Place, _: Any, __: Schema) -> Finding:
    return _empty(place)


def _wrong_form(place: Place, _: Any, schema: Schema) -> Finding:
    node = place.node
    value = node.value if isinstance(node, Scalar) and isinstance(node.value, str) else place.source or ""
    rule = schema.get("x-rule", "schema/wrong-form")
    examples = [str(example) for example in schema.get("examples", ())]
    facts: Facts = {"value": shown(value.strip("\n")), "example": listed(examples) or None}
    return place.finding(rule, facts | _SUGGESTIONS[rule](value) if rule in _SUGGESTIONS else facts)


def id_for(value: str) -> Facts:
    """Suggest an id: of a file its bare name; without accents and capitals, a hyphen where something else stood."""
    name = _FILE.fullmatch(value.strip())
    return {"suggestion": id_from(name[1] if name else value)[:MAX_ID].rstrip("-") or None}


def time_for(value: str) -> Facts:
    """Suggest the time of day that is meant by 9.05, 9 uur or 13u30."""
    clock = re.fullmatch(r"\s*([01]?[0-9]|2[0-3])(?:[.:u ]([0-5][0-9]))?\s*(?:u|uur)?\s*", value)
    return {"suggestion": f"{int(clock[1]):02}:{clock[2] or '00'}" if clock else None}


def _date_for(value: str) -> Facts:
    """Suggest the date that a Dutch reader means by 1-9-2026 or 1 september 2026, or say how long that month is."""
    if there := re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", value):
        year, month = int(there[1]), int(there[2])
        real = 1 <= month <= 12 and year > 0 and int(there[3]) > 0
        return {"days": str(monthrange(year, month)[1]) if real else None}
    suggestion = _date_meant(value.strip().casefold())
    return {"suggestion": suggestion if suggestion is not None and is_date(suggestion) else None}


def _date_meant(value: str) -> str | None:
    if day_first := re.fullmatch(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})", value):
        return f"{day_first[3]}-{int(day_first[2]):02}-{int(day_first[1]):02}"
    if year_first := re.fullmatch(r"([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})", value):
        return f"{year_first[1]}-{int(year_first[2]):02}-{int(year_first[3]):02}"
    in_words = re.fullmatch(r"([0-9]{1,2}) ([a-z]{3})[a-z]* ([0-9]{4})", value)
    month = _MONTHS.get(in_words[2]) if in_words else None
    return f"{in_words[3]}-{month:02}-{int(in_words[1]):02}" if in_words and month else None


def _address_for(value: str) -> Facts:
    bare = value.strip().removeprefix("http://")
    known = re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}(/\S*)?", bare)
    return {"suggestion": f"https://{bare}" if known else None}


_SUGGESTIONS: Mapping[str, Callable[[str], Facts]] = MappingProxyType(
    {
        "schema/not-an-id": id_for,
        "schema/not-a-time": time_for,
        "schema/not-a-date": _date_for,
        "schema/not-https": _address_for,
    }
)


def _too_long(place: Place, limit: Any, _: Schema) -> Finding:
    node = place.node
    length = len(str(node.value)) if isinstance(node, Scalar) else 0
    return place.finding("schema/too-long", {"limit": str(limit), "length": str(length), "over": str(length - limit)})


def _too_low(place: Place, least: Any, _: Schema) -> Finding:
    return _out_of_range(place, "minimum", least)


def _not_above(place: Place, bound: Any, _: Schema) -> Finding:
    return _out_of_range(place, "exclusiveMinimum", bound)


def _too_high(place: Place, most: Any, _: Schema) -> Finding:
    return _out_of_range(place, "maximum", most)


def _out_of_range(place: Place, keyword: str, limit: Any) -> Finding:
    return place.finding("schema/out-of-range", {"value": place.source, "bound": f"{keyword} {limit}"})


def _too_few(place: Place, least: Any, _: Schema) -> Finding:
    facts: Facts = {"limit": str(least), "count": str(len(_items(place)))}
    return place.finding("schema/too-few-items", facts, span=place.key_span)


def _too_many(place: Place, most: Any, _: Schema) -> Finding:
    items = _items(place)
    facts: Facts = {"limit": str(most), "count": str(len(items))}
    return place.finding("schema/too-many-items", facts, span=items[most].span)


def _repeated(place: Place, _: Any, __: Schema) -> Finding:
    assert isinstance(place.node, Scalar), "lists and groups are not compared"
    value = place.node.value
    items = _items(Place(place.document, place.path[:-1]))
    first = next(item for item in items if isinstance(item, Scalar) and item.value == value)
    return replace(place.finding("schema/repeated-item", {"value": shown(str(value))}), related=(first.span,))


def _items(place: Place) -> tuple[Node, ...]:
    assert isinstance(place.node, Sequence), f"only a list has items, at {place.node.span}"
    return place.node.items


_BY_KEYWORD: Mapping[str, Explain] = MappingProxyType(
    {
        "type": _wrong_type,
        "enum": _unknown_value,
        "const": _unknown_value,
        "minProperties": _too_short,
        "minLength": _too_short,
        "pattern": _wrong_form,
        "format": _wrong_form,
        "maxLength": _too_long,
        "minimum": _too_low,
        "exclusiveMinimum": _not_above,
        "maximum": _too_high,
        "minItems": _too_few,
        "maxItems": _too_many,
        "uniqueItems": _repeated,
    }
)
"""Keyword → what to say when it fails, the most fundamental first."""

KEYWORDS = frozenset(_BY_KEYWORD)
"""The keywords about single values that have a message."""
