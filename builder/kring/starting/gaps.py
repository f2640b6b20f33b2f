"""What an example would refer to but is not there: those lines become an explanation of what to make first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kring.editor.references import MEDIA, STEP
from kring.schema.fields import Schema, choices, fields_in_any_case
from kring.source.kinds import KINDS, Kind
from kring.source.nodes import Mapping as Fields
from kring.source.nodes import Node, Scalar, Sequence
from kring.starting.available import Available

ANOTHER_FILE = {*map(str, Kind), MEDIA, STEP}
"""The kinds of reference that lead out of the file."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Lines (from 0, without the last) that cannot stand, because nothing is there to refer to as `ref`."""

    first: int
    end: int
    ref: str


def gaps(node: Node, schema: Schema, available: Available, lines: list[str]) -> list[Gap] | str:
    """Return what has to be left out below `node`; or, where `node` cannot do without, the kind that is missing."""
    match node:
        case Fields(entries=entries):
            fields, context = fields_in_any_case(schema), words(node)
            needed = {*schema.get("required", ()), *choices(schema)}
            missing: list[Gap] = []
            for entry in entries:
                below = fields.get(entry.key) or schema["additionalProperties"]
                if below.get("x-ref") in ANOTHER_FILE:
                    ref = below["x-ref"]
                    found = [] if available.choose(ref, entry.key, context) is not None else ref
                else:
                    found = gaps(entry.value, below, available, lines)
                if isinstance(found, str) and entry.key in needed:
                    return found
                missing += _whole(found, lines, entry.key_span.start.line, entry.key_span.start.column)
            return missing
        case Sequence(items=items):
            found_in = [gaps(item, schema["items"], available, lines) for item in items]
            if all(isinstance(found, str) for found in found_in):
                return next(found for found in found_in if isinstance(found, str))
            return [
                gap
                for item, found in zip(items, found_in, strict=True)
                # An item begins at its dash, two places before its first field.
                for gap in _whole(found, lines, item.span.start.line, item.span.start.column - 2)
            ]
        case Scalar():
            return []


def _whole(found: list[Gap] | str, lines: list[str], line: int, column: int) -> list[Gap]:
    """Return the gaps; where all of what begins at `line` and `column` (from 1) cannot stand, that as one."""
    if not isinstance(found, str):
        return found
    return [Gap(*block(lines, line - 1, column - 1), found)]


def block(lines: list[str], first: int, margin: int) -> tuple[int, int]:
    """Return the lines (from 0, without the last) of what begins at `first` and is set in at `margin`."""
    end = first + 1
    while end < len(lines) and lines[end].strip() and len(lines[end]) - len(lines[end].lstrip()) > margin:
        end += 1
    return first, end


def explained(lines: list[str], ref: str) -> list[str]:
    """Return lines that say how something would be written, and what is to be made first."""
    margin = len(lines[0]) - len(lines[0].lstrip())
    return [f"{' ' * margin}## {_first_make(ref)}", *(line.replace("# ", "## ", 1) for line in lines)]


def _first_make(ref: str) -> str:
    if ref == MEDIA:
        return "Zet eerst een bestand in media/."
    kind = Kind.MODULE if ref == STEP else Kind(ref)
    return f"Er is nog geen {KINDS[kind].dutch}. Maak er eerst een: kring new {kind}"


def words(node: Fields) -> Mapping[str, str]:
    """Return the texts of a group of fields, by their names."""
    values = ((entry.key, entry.value) for entry in node.entries)
    return {key: value.value for key, value in values if isinstance(value, Scalar) and isinstance(value.value, str)}
