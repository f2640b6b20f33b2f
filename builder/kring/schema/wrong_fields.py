"""Which fields of a group are missing, unknown, or stand where only one of several may.

Looked at together, because one mistake shows up as several: a misspelt field is both missing and unknown,
and what else must stand there may depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from kring.findings import Finding, Span
from kring.schema.field_names import Reading, reading
from kring.schema.fields import Schema, choices, deciding_fields, example_line, fields_in_any_case
from kring.schema.places import Facts, Place
from kring.schema.wording import listed
from kring.source.nodes import Mapping, Scalar

_FORMER = "formerly"


@dataclass(frozen=True, slots=True)
class WrongFields:
    """What the validator says about the group of fields at `place`.

    `conditional` are those of the missing fields that depend on another field; `allowed` the fields that
    may stand here; `schema` the whole schema of the group; `unsettled` the fields whose own value is wrong.
    """

    place: Place
    schema: Schema
    allowed: dict[str, Schema]
    missing: frozenset[str]
    conditional: frozenset[str]
    unknown: frozenset[str]
    wrong_choice: bool
    unsettled: frozenset[str]

    def findings(self) -> Iterator[Finding]:
        """Yield one finding for each mistake, in the order of the file."""
        node = self.place.node
        assert isinstance(node, Mapping), "only a group has fields"
        present = [entry.key for entry in node.entries]
        options = choices(self.schema) if self.wrong_choice else ()
        chosen = [name for name in options if name in present]
        readings = self._readings(present, () if chosen else options)
        meant = {read.name for read in readings.values()}
        missing = self.missing - meant
        if deciding_fields(self.schema) & (self.unsettled | meant):
            missing -= self.conditional
        for entry in node.entries:
            if entry.key in self.unknown:
                yield self._unknown(entry.key, entry.key_span, readings, present)
        for name in [*self.allowed, *sorted(missing - self.allowed.keys())]:
            if name in missing:
                yield self._missing(name, node)
        if options and len(chosen) != 1 and not set(options) & meant:
            yield self._choice(options, chosen, node)

    def _readings(self, present: list[str], options: tuple[str, ...]) -> dict[str, Reading]:
        """Return for each unknown field the one that its author must have meant: first of all one that is missing."""
        fields = fields_in_any_case(self.schema)
        absent = {name: schema for name, schema in fields.items() if name not in present}
        readings: dict[str, Reading] = {}
        for key in (key for key in present if key in self.unknown and self._home(key) is None):
            taken = {read.name for read in readings.values()}
            needed = {name: absent[name] for name in absent if name in {*self.missing, *options} - taken}
            free = {name: absent[name] for name in absent if name not in taken}
            first, read = reading(key, needed), reading(key, free)
            # A field that is needed may explain two findings at once, but a certain name is a certain name.
            found = first if first is not None and not (read is not None and read.certain > first.certain) else read
            if found is not None:
                # What is certain among the fields that are needed may not be so among all that are free.
                readings[key] = replace(found, certain=found.certain and read is not None and read.certain)
        return readings

    def _home(self, key: str) -> str | None:
        """Return the one field of this group under which `key` may stand, if there is one."""
        homes = [
            name
            for name, schema in self.allowed.items()
            if schema.get("type") == "object" and key in fields_in_any_case(schema)
        ]
        return homes[0] if len(homes) == 1 else None

    def _unknown(self, key: str, span: Span, readings: dict[str, Reading], present: list[str]) -> Finding:
        read = readings.get(key)
        # What a thing was called before is the last that somebody looks for.
        offered = sorted((name for name in self.allowed if name not in present), key=_FORMER.__eq__)
        facts: Facts = {
            "field": key,
            "home": self._home(key),
            "dutch": read.name if read is not None and read.dutch else None,
            "nearby": read.name if read is not None else None,
            "meant": read.name if read is not None and read.certain else None,
            "allowed": listed(offered) or None,
        }
        return self.place.finding("schema/unknown-field", facts, span=span)

    def _missing(self, name: str, node: Mapping) -> Finding:
        schema = self.allowed.get(name, {})
        kind = node.get("kind")
        facts: Facts = {
            "field": name,
            "called": f"{name} {schema.get('title', name)}",
            "kind": str(kind.value) if name in self.conditional and isinstance(kind, Scalar) else None,
            "example": example_line(name, schema),
        }
        return self.place.finding("schema/missing-field", facts, span=_first_key(node))

    def _choice(self, options: tuple[str, ...], chosen: list[str], node: Mapping) -> Finding:
        second = node.entry(chosen[1]) if len(chosen) > 1 else None
        facts: Facts = {"allowed": listed(options), "chosen": listed(chosen) or None}
        return self.place.finding("schema/choose-one", facts, span=second.key_span if second else _first_key(node))


def _first_key(node: Mapping) -> Span:
    return node.entries[0].key_span if node.entries else node.span


def is_about_fields(keyword: Any, schema: Any) -> bool:
    """Return whether an error of `keyword` belongs here rather than to a single value."""
    return keyword in ABOUT_FIELDS or (keyword in {"minProperties", "maxProperties"} and bool(choices(schema)))


MISSING = frozenset({"required", "dependentRequired"})
UNKNOWN = frozenset({"additionalProperties", "unevaluatedProperties"})
ABOUT_FIELDS = MISSING | UNKNOWN | {"oneOf"}
"""Keywords whose errors are about which fields stand in a group."""
