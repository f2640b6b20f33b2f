"""JSON Schema's keywords as content needs them: one error for each key, so that each has a place of its own.

The path of an error about a field ends with the name of that field, whether it is there or missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend

from kring.schema.fields import fields_of

DATES = FormatChecker(formats=())
"""Checks `format: date`, and no other format: whatever else has a form says so with a pattern."""

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

Errors = Iterator[ValidationError]


@DATES.checks("date")
def is_date(value: object) -> bool:
    """Return whether `value` is a day of the calendar, written as 2026-09-01; what is no text has no form to check."""
    if not isinstance(value, str):
        return True
    if not _DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _required(validator: Any, names: list[str], value: Any, _: Any) -> Errors:
    if validator.is_type(value, "object"):
        yield from (ValidationError("missing", path=[name]) for name in names if name not in value)


def _dependent_required(validator: Any, needs: dict[str, list[str]], value: Any, _: Any) -> Errors:
    for present, names in needs.items():
        if validator.is_type(value, "object") and present in value:
            yield from _required(validator, names, value, _)


def _additional_properties(validator: Any, allowed: Any, value: Any, schema: Any) -> Errors:
    if not validator.is_type(value, "object"):
        return
    for name in value.keys() - schema.get("properties", {}).keys():
        if allowed is False:
            yield ValidationError("unknown", path=[name])
        else:
            yield from validator.descend(value[name], allowed, path=name)


def _unevaluated_properties(validator: Any, _: Any, value: Any, schema: Any) -> Errors:
    # The standard counts a field whose value is wrong as unevaluated, and would report it twice. Here a field
    # is known where some part of the schema names it.
    if validator.is_type(value, "object"):
        known = fields_of(schema, lambda condition: validator.evolve(schema=condition).is_valid(value))
        yield from (ValidationError("unknown", path=[name]) for name in value if name not in known)


def _unique_items(validator: Any, unique: Any, value: Any, _: Any) -> Errors:
    # Only ids and fixed words must differ in content; a list or group among them is wrong anyway.
    if unique and validator.is_type(value, "array"):
        seen = set()
        for index, item in enumerate(value):
            if not isinstance(item, list | dict):
                if item in seen:
                    yield ValidationError("repeated", path=[index])
                seen.add(item)


def _one_of(validator: Any, choices: list[Any], value: Any, _: Any) -> Errors:
    """Exactly one of several fields: the only use that our schemas make of `oneOf`."""
    if validator.is_type(value, "object"):
        present = sum(choice["required"][0] in value for choice in choices)
        if present != 1:
            yield ValidationError("choose one")


def _pattern(validator: Any, pattern: str, value: Any, _: Any) -> Errors:
    # Patterns are anchored; Python's `$` would also match before a line break at the end, which an id may not have.
    if validator.is_type(value, "string") and not re.fullmatch(pattern, value):
        yield ValidationError("pattern")


def _min_length(validator: Any, least: int, value: Any, _: Any) -> Errors:
    # A text of nothing but spaces says nothing.
    if validator.is_type(value, "string") and len(value.strip()) < least:
        yield ValidationError("too short")


ContentValidator: Any = extend(  # type: ignore[no-untyped-call]
    Draft202012Validator,
    {
        "required": _required,
        "dependentRequired": _dependent_required,
        "additionalProperties": _additional_properties,
        "unevaluatedProperties": _unevaluated_properties,
        "uniqueItems": _unique_items,
        "oneOf": _one_of,
        "minLength": _min_length,
        "pattern": _pattern,
    },
    # JSON Schema takes 10.0 for an integer; a reader of "10.0 minuten" does not.
    type_checker=Draft202012Validator.TYPE_CHECKER.redefine(
        "integer", lambda _, value: isinstance(value, int) and not isinstance(value, bool)
    ),
)
"""The validator class of all content files."""
