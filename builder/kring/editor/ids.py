"""The file of ids: what there is to refer to, for schemas to refer to in their turn.

It stands beside the schemas, so that a new article changes this file and no other.
"""

from __future__ import annotations

from kring.editor.references import BY_FIELD, MEDIA, STEP, Target, Targets
from kring.schema.fields import Schema
from kring.source.kinds import KINDS, Kind

DIALECT = "http://json-schema.org/draft-07/schema#"
IDS = "ids.json"
"""The name of the file."""

STEPS_BY_MODULE = "steps_by_module"
"""The definition that says which steps each module has."""

_ID = {"pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
"""What an id looks like, where none is there yet."""


def published_ids(targets: Targets) -> Schema:
    """Return the file of ids: a definition for each kind of reference."""
    definitions: Schema = {
        ref: _choice(targets.by_ref.get(ref, ()), _nothing_called_so(ref), {} if ref == MEDIA else _ID)
        for ref in (*map(str, BY_FIELD), MEDIA)
    }
    definitions[STEP] = _choice(_all_steps(targets), "Geen enkele module heeft deze stap.", _ID)
    definitions[STEPS_BY_MODULE] = {
        "allOf": [
            {
                "if": {"properties": {"module": {"const": module}}, "required": ["module"]},
                "then": {"properties": {"step": _choice(own, f"De module `{module}` heeft deze stap niet.", {})}},
            }
            for module, own in targets.steps.items()
            if own
        ]
    }
    return {"$schema": DIALECT, "title": "Wat er is om naar te verwijzen", "definitions": definitions}


def _all_steps(targets: Targets) -> tuple[Target, ...]:
    """Return the steps of all modules; none where those of one are not known, since any step may be one of them."""
    if any(module.id not in targets.steps for module in targets.by_ref.get(Kind.MODULE, ())):
        return ()
    return tuple(
        Target(step.id, f"{step.title} (module {module})") for module, own in targets.steps.items() for step in own
    )


def _choice(found: tuple[Target, ...], otherwise: str, nothing: Schema) -> Schema:
    """Return the choice between targets. Two programmes may have something of the same id."""
    if not found:
        return {"type": "string", **nothing}
    about: dict[str, list[str]] = {}
    for target in found:
        about.setdefault(target.id, []).append(_told(target))
    return {
        "type": "string",
        "enum": list(about),
        "enumDescriptions": ["; ".join(words) for words in about.values()],
        "errorMessage": otherwise,
    }


def _told(target: Target) -> str:
    where = f" (alleen in programma {target.programme})" if target.programme else ""
    return f"{target.title}{where}"


def _nothing_called_so(ref: str) -> str:
    name = "mediabestand met deze naam" if ref == MEDIA else f"{KINDS[Kind(ref)].dutch} met deze id"
    return f"Er is geen {name}. Net een bestand gemaakt? Voer `kring schema` uit, dan kent deze editor het."
