"""Which fields of a group are missing, unknown, or stand where only one of several may.

Looked at together, because one mistake shows up as several: a misspelt field is both missing and unknown,
and what else must stand there may depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kring.findings import Finding, Span
from kring.nearest import nearest
from kring.schema.fields import Schema, choices, deciding_fields, example_line, fields_in_any_case
from kring.schema.places import Facts, Place
from kring.schema.wording import listed, title
from kring.source.nodes import Mapping, Scalar


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
        meant = self._meant(present, () if chosen else options)
        missing = self.missing - set(meant.values())
        if deciding_fields(self.schema) & (self.unsettled | set(meant.values())):
            missing -= self.conditional
        for entry in node.entries:
            if entry.key in self.unknown:
                yield self._unknown(entry.key, entry.key_span, meant.get(entry.key), present)
        for name in [*self.allowed, *sorted(missing - self.allowed.keys())]:
            if name in missing:
                yield self._missing(name, node)
        if options and len(chosen) != 1 and not set(options) & set(meant.values()):
            yield self._choice(options, chosen, node)

    def _meant(self, present: list[str], options: tuple[str, ...]) -> dict[str, str]:
        """Return for each unknown field the one that its author must have meant: first of all one that is missing."""
        fields = fields_in_any_case(self.schema)
        absent = [name for name in fields if name not in present]
        meant: dict[str, str] = {}
        for key in (key for key in present if key in self.unknown and self._home(key) is None):
            needed = [name for name in absent if name in {*self.missing, *options} - set(meant.values())]
            near = _alike(key, needed, fields) or _alike(key, absent, fields)
            if near is not None:
                meant[key] = near
        return meant

    def _home(self, key: str) -> str | None:
        """Return the one field of this group under which `key` may stand, if there is one."""
        homes = [
            name
            for name, schema in self.allowed.items()
            if schema.get("type") == "object" and key in fields_in_any_case(schema)
        ]
        return homes[0] if len(homes) == 1 else None

    def _unknown(self, key: str, span: Span, near: str | None, present: list[str]) -> Finding:
        facts: Facts = {
            "field": key,
            "home": self._home(key),
            "nearby": near,
            "allowed": listed(name for name in self.allowed if name not in present) or None,
        }
        return self.place.finding("schema/unknown-field", facts, span=span)

    def _missing(self, name: str, node: Mapping) -> Finding:
        schema = self.allowed.get(name, {})
        title_nl, title_en = title(schema, name)
        kind = node.get("kind")
        facts: Facts = {
            "field": name,
            "title_nl": title_nl,
            "title_en": title_en,
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


def _alike(key: str, names: list[str], fields: dict[str, Schema]) -> str | None:
    """Return the one of `names` that looks like `key`, or that is called so in Dutch (`wanneer` for `when`)."""
    by_title = {title(fields[name], name)[0]: name for name in names}
    for words, name in by_title.items():
        if words.split()[0] == key.casefold():
            return name
    if near := nearest(key, names):
        return near
    called = nearest(key, by_title)
    return by_title[called] if called is not None else None


def is_about_fields(keyword: Any, schema: Any) -> bool:
    """Return whether an error of `keyword` belongs here rather than to a single value."""
    return keyword in ABOUT_FIELDS or (keyword in {"minProperties", "maxProperties"} and bool(choices(schema)))


MISSING = frozenset({"required", "dependentRequired"})
UNKNOWN = frozenset({"additionalProperties", "unevaluatedProperties"})
ABOUT_FIELDS = MISSING | UNKNOWN | {"oneOf"}
"""Keywords whose errors are about which fields stand in a group."""
