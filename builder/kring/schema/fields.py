"""Which fields may stand at a place, what each is called, and how one looks. Schemas have no `$ref` any more here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from kring.source.yaml_scalars import interpret

Schema = dict[str, Any]
Holds = Callable[[Schema], bool]
"""Whether the condition of an `if` holds for the value at hand."""


def fields_of(schema: Schema, holds: Holds) -> dict[str, Schema]:
    """Return the fields that may stand in a value of `schema`, in the schema's order: name → schema of its value."""
    fields: dict[str, Schema] = dict(schema.get("properties", {}))
    for part in _parts(schema, holds):
        fields |= fields_of(part, holds)
    return fields


def fields_in_any_case(schema: Schema) -> dict[str, Schema]:
    """Return the fields that may stand in a value of `schema` under one condition or another."""
    return fields_of(schema, lambda _: True) | fields_of(schema, lambda _: False)


def deciding_fields(schema: Schema) -> frozenset[str]:
    """Return the fields on which it depends what else must stand beside them (`kind`, `use`, `status`)."""
    parts = [schema, *schema.get("allOf", ())]
    return frozenset(name for part in parts for name in part.get("if", {}).get("required", ()))


def schema_at(schema: Schema, value: Any, path: Iterable[str | int], holds: Callable[[Schema, Any], bool]) -> Schema:
    """Return the schema of what stands at `path` in `value`."""
    for step in path:
        if isinstance(step, int):
            schema = schema["items"]
        else:
            fields = fields_of(schema, partial(_given, holds, value))
            schema = fields[step] if step in fields else schema["additionalProperties"]
        value = value[step]
    return schema


def _given(holds: Callable[[Schema, Any], bool], value: Any, condition: Schema) -> bool:
    return holds(condition, value)


def example_line(name: str, schema: Schema) -> str | None:
    """Return the field as an author may write it, where the schema has an example or a fixed list of values."""
    examples = [*schema.get("examples", ()), *schema.get("enum", ()), *([schema["const"]] if "const" in schema else ())]
    return f"{name}: {written(examples[0])}" if examples else None


def written(value: Any) -> str:
    """Return one value as it stands in YAML, between quotes where it would not be text without them."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and (value.startswith("#") or interpret(value) != value):
        return f'"{value}"'
    return str(value)


def choices(schema: Schema) -> tuple[str, ...]:
    """Return the fields of which exactly one must stand in a value of `schema`; none where there is no such choice."""
    if "oneOf" in schema:
        return tuple(choice["required"][0] for choice in schema["oneOf"])
    return tuple(schema["properties"]) if schema.get("maxProperties") == 1 else ()


def _parts(schema: Schema, holds: Holds) -> Iterator[Schema]:
    yield from schema.get("allOf", ())
    if "if" in schema:
        yield schema.get("then" if holds(schema["if"]) else "else", {})
