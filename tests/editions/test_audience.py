"""The participants' types hold exactly the fields that the schemas mark for participants."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import pytest

from kring.editions import participant as p
from kring.editions.project import TYPES
from kring.schema.registry import schema_for
from kring.source.kinds import Kind

ENTITIES = {**TYPES, Kind.PROGRAMME: p.Programme, Kind.SESSION: p.Session, Kind.HELP: p.Help}

DERIVED = {
    "key",
    "span",
    "body",  # the Markdown after the front matter; facilitators' pieces are cut from it
    "programme",
    "number",
    "label",  # of the programme's entry for the session
    "days_after_previous",
    "steps",  # the agenda with library activities taken up
    "sessions",
}
"""Fields that are not copied from a field of the entity's own schema; the first level only."""

NOT_SHOWN = {
    (Kind.SESSION, "agenda"): "derived into steps",
}


def properties(schema: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the properties of an object schema, those of its branches included."""
    found = dict(schema.get("properties", {}))
    for branch in [*schema.get("allOf", []), *(schema[word] for word in ("then", "else") if word in schema)]:
        for name, part in properties(branch).items():
            found.setdefault(name, part)
    return found


def value_type(hint: Any) -> type | None:
    """Return the dataclass that a type hint is about, if any: of tuples their items, of unions the first."""
    if get_origin(hint) is Annotated:
        return None
    for candidate in (hint, *get_args(hint)):
        if isinstance(candidate, type) and is_dataclass(candidate):
            return candidate
    inner = [arg for arg in get_args(hint) if get_args(arg)]
    return value_type(inner[0]) if inner else None


def leaks(kind: type, schema: dict[str, Any], path: str, *, top: bool = False) -> Iterator[str]:
    """Yield the fields of `kind` that the schema does not mark for participants."""
    known = properties(schema)
    hints = get_type_hints(kind, include_extras=True)
    for field in fields(kind):
        name = field.name.rstrip("_")
        if name in ("key", "span") or (top and name in DERIVED):
            continue
        if known.get(name, {}).get("x-audience") != "participant":
            yield f"{path}.{name}"
            continue
        inner = value_type(hints[field.name])
        if inner is not None and inner.__module__.startswith("kring") and inner.__name__ not in ("Ref", "Prose"):
            part = known[name]
            yield from leaks(inner, part.get("items", part), f"{path}.{name}")


@pytest.mark.parametrize("kind", ENTITIES)
def test_participants_types_hold_participant_fields_only(kind: Kind) -> None:
    assert list(leaks(ENTITIES[kind], schema_for(kind), kind.value, top=True)) == []


def test_steps_of_the_agenda_hold_participant_fields_only() -> None:
    assert list(leaks(p.Activity, schema_for(Kind.ACTIVITY), "activity", top=True)) in ([], ["activity.id"])


def test_a_facilitator_field_in_a_participants_type_is_found() -> None:
    from kring.model.programmes import Programme
    from kring.model.sessions import Homework

    assert "homework.review_prompts" in list(leaks(Homework, schema_for(Kind.HOMEWORK), "homework"))
    assert "programme.safety" in list(leaks(Programme, schema_for(Kind.PROGRAMME), "programme"))
    assert "programme.group.reason" in list(leaks(Programme, schema_for(Kind.PROGRAMME), "programme"))


@pytest.mark.parametrize("kind", ENTITIES)
def test_every_participant_field_of_a_schema_reaches_the_type(kind: Kind) -> None:
    held = {field.name.rstrip("_") for field in fields(ENTITIES[kind])}
    for name, part in properties(schema_for(kind)).items():
        if part["x-audience"] == "participant" and (kind, name) not in NOT_SHOWN:
            assert name in held, f"{kind}.{name} is for participants but gets lost"
