"""The schema of each kind of file as editors understand it: JSON Schema draft-07, in Dutch.

Editors know no `unevaluatedProperties` and no keywords of ours, and they show what a schema says word for word.
"""

from __future__ import annotations

from kring.editor.explained import (
    description_nl,
    forms_shown,
    markdown_nl,
    title_nl,
    values_words,
    wrong_form,
    wrong_type,
)
from kring.editor.ids import DIALECT, IDS, STEPS_BY_MODULE
from kring.editor.references import MEDIA, STEP
from kring.editor.snippets import proposals
from kring.schema.fields import Schema, fields_of
from kring.schema.registry import schema_for
from kring.schema.wording import descriptions_nl
from kring.source.kinds import KINDS, Kind

ANY_NAME = "*"
"""Stands in a path for names that a schema leaves free."""

_LIMITS = (
    "type",
    "enum",
    "const",
    "pattern",
    "format",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minProperties",
    "maxProperties",
    "required",
    "oneOf",
)
"""Keywords that mean the same in both dialects."""

Path = tuple[str, ...]


def published(kind: Kind) -> Schema:
    """Return the schema of `kind` for editors. Ids are looked up in the file `ids.json` beside it."""
    source = schema_for(kind)
    name = KINDS[kind].dutch
    about = {"title": name[:1].upper() + name[1:]}
    if "description" in source:
        about["description"] = descriptions_nl().get(source["description"], source["description"])
    return {"$schema": DIALECT, **about, **_shape(kind, (), source)}


def _shape(kind: Kind, path: Path, schema: Schema) -> Schema:
    """Return what may stand in a value of `schema`, without the words about it."""
    shape: Schema = {key: schema[key] for key in _LIMITS if key in schema}
    if schema.get("type") == "object":
        return shape | _group(kind, path, schema)
    if schema.get("type") == "array":
        items = schema["items"]
        # The list says what its ids refer to.
        ref = {"x-ref": schema["x-ref"]} if "x-ref" in schema else {}
        shape["items"] = _value(kind, path, {**items, **ref})
    if "pattern" in shape or "format" in shape:
        shape["patternErrorMessage"] = wrong_form(schema)
    if "enum" in shape:
        shape["enumDescriptions"] = values_words(schema["enum"])
    if schema.get("type") != "array" and {"type", "enum", "const"} & shape.keys():
        shape["errorMessage"] = wrong_type(schema)
    return shape | _proposed(kind, path, schema)


def _value(kind: Kind, path: Path, schema: Schema) -> Schema:
    """Return the shape of a value; for a reference to another file, the choice of what is there."""
    ref = schema.get("x-ref")
    if ref is not None and schema.get("type") != "array" and ref in (*map(str, Kind), MEDIA, STEP):
        return {"type": "string", "$ref": f"{IDS}#/definitions/{ref}"}
    return _shape(kind, path, schema)


def _field(kind: Kind, path: Path, schema: Schema, *, required: bool) -> Schema:
    """Return a field: its value, and what an author is to know about it."""
    words = {
        "title": title_nl(schema, path[-1]),
        "description": description_nl(schema, required=required),
        "markdownDescription": markdown_nl(kind, path, schema, required=required),
    }
    return words | _value(kind, path, schema)


def _group(kind: Kind, path: Path, schema: Schema) -> Schema:
    """Return the fields of a group, and what else may or must stand beside them."""
    if "if" in schema and schema.get("unevaluatedProperties") is False:
        return _either(kind, path, schema)
    others = schema["additionalProperties"] if "additionalProperties" in schema else schema["unevaluatedProperties"]
    fields = _fields(kind, path, schema, fields_of(schema, lambda _: False))
    conditions = [part for part in schema.get("allOf", ()) if "if" in part]
    if fields.keys() == {"module", "step"}:
        conditions = [*conditions, {"$ref": f"{IDS}#/definitions/{STEPS_BY_MODULE}"}]
    return {
        "properties": fields,
        "additionalProperties": others if others is False else _shape(kind, (*path, ANY_NAME), others),
        **{key: schema[key] for key in ("if", "then", "else") if key in schema},
        **({"allOf": conditions} if conditions else {}),
        **({"dependencies": schema["dependentRequired"]} if "dependentRequired" in schema else {}),
    }


def _either(kind: Kind, path: Path, schema: Schema) -> Schema:
    """Return a group in which one field (`use`) decides which others there are. Each case is closed by itself."""
    return {
        "properties": _fields(kind, path, schema, schema["properties"] | _deciding(schema)),
        "if": schema["if"],
        "then": _case(kind, path, schema, schema["then"]),
        "else": _case(kind, path, schema, schema["else"]),
    }


def _fields(kind: Kind, path: Path, schema: Schema, fields: dict[str, Schema]) -> Schema:
    needed = {
        *schema.get("required", ()),
        *(name for part in schema.get("allOf", ()) for name in part.get("required", ())),
    }
    return {name: _field(kind, (*path, name), value, required=name in needed) for name, value in fields.items()}


def _deciding(schema: Schema) -> dict[str, Schema]:
    """Return the fields on which it depends which others there are."""
    return {name: schema["then"]["properties"][name] for name in schema["if"]["required"]}


def _case(kind: Kind, path: Path, schema: Schema, case: Schema) -> Schema:
    """Return one of two cases: its own fields, and leave for those that stand in both."""
    own = _fields(kind, path, case, fields_of(case, lambda _: False))
    shared = dict.fromkeys([*schema["properties"], *(_deciding(schema).keys() & own.keys())], True)
    required = {"required": case["required"]} if "required" in case else {}
    return {"properties": own | shared, "additionalProperties": False, **required}


def _proposed(kind: Kind, path: Path, schema: Schema) -> Schema:
    """Return what an editor can put in at once: the start of a block of text, or a snippet."""
    if schema.get("x-text") == "markdown":
        return {"defaultSnippets": [{"label": "tekst", "body": "|\n  $1"}]}
    if forms := forms_shown(schema):
        if forms == schema["examples"]:
            return {"examples": forms}
        # Editors would leave out the quotes.
        return {"defaultSnippets": [{"label": form, "body": f'"${{1:{form[1:-1]}}}"'} for form in forms]}
    found = proposals(kind, path) if schema.get("type") == "array" else []
    return {"defaultSnippets": found} if found else {}
