"""Fields and values in the words of an author, in Dutch: what hovers, completions and squiggles say."""

from __future__ import annotations

from kring.editor.templates import example
from kring.schema.fields import Schema, example_line, written
from kring.schema.registry import definition
from kring.schema.wording import descriptions_nl, expected, listed, named, title, values_nl
from kring.source.kinds import Kind

_FORMS = {
    "schema/not-an-id": "id",
    "schema/not-a-date": "date",
    "schema/not-a-time": "clock",
    "schema/not-https": "https",
}
"""Rule that a text with a form of its own breaks → the shared definition that describes the form."""

_READERS = {"participant": "Ook deelnemers zien dit.", "facilitator": "Alleen begeleiders zien dit."}
"""Audience → what an author must know about it."""


def title_nl(schema: Schema, name: str) -> str:
    """Return what a field is called, with a capital."""
    words = title(schema, name)[0]
    return words[:1].upper() + words[1:]


def description_nl(schema: Schema, *, required: bool) -> str:
    """Return all that is to be told about a field, in one line."""
    return " ".join(filter(None, (_purpose(schema), _form(schema), _standing(schema, required=required))))


def markdown_nl(kind: Kind, path: tuple[str, ...], schema: Schema, *, required: bool) -> str:
    """Return the same as Markdown, with an example."""
    parts = [
        " ".join(filter(None, (_purpose(schema), _form(schema)))),
        f"*{_standing(schema, required=required)}*",
    ]
    told_by_itself = "examples" in schema and forms_shown(schema) == schema["examples"]
    shown = None if told_by_itself else example(kind, path) or example_line(path[-1], schema)
    if shown is not None:
        parts.append(f"Voorbeeld:\n```yaml\n{shown}\n```")
    return "\n\n".join(filter(None, parts))


def forms_shown(schema: Schema) -> list[str]:
    """Return how a text with a form of its own may be written: a date, an address.

    Examples of other texts, and of ids, would end up as texts and ids if an editor offered them.
    """
    if schema.get("type") != "string" or schema.get("x-translate", True):
        return []
    return [written(example) for example in schema.get("examples", ())]


def values_words(values: list[object]) -> list[str]:
    """Return what each of the fixed values is called."""
    return [values_nl().get(str(value), str(value)) for value in values]


def wrong_type(schema: Schema) -> str:
    """Return what to say where something else stands than was expected."""
    if "enum" in schema:
        return f"Kies een van deze waarden: {listed(named(str(value))[0] for value in schema['enum'])}."
    if "const" in schema:
        return f"Hier hoort altijd `{str(schema['const']).lower()}` te staan."
    kinds = expected(schema["type"])[0]
    limits = _limits(schema)
    quotes = " Staat er een getal, zet er dan aanhalingstekens omheen." if schema["type"] == "string" else ""
    return f"Hier hoort {kinds}{f' ({limits})' if limits else ''}.{quotes}"


def wrong_form(schema: Schema) -> str:
    """Return what to say about a text that does not have its form."""
    words = _form(schema) or _purpose(schema) or "Dit heeft niet de vorm die hier hoort."
    shown = ", ".join(f"`{value}`" for value in schema.get("examples", ()) if str(value) not in words)
    return f"{words} Bijvoorbeeld: {shown}." if shown else words


def _purpose(schema: Schema) -> str:
    """Return what a field is for, unless the schema only tells its form."""
    description = schema.get("description", "")
    words = descriptions_nl().get(description, description)
    return "" if words == _form(schema) else words


def _form(schema: Schema) -> str:
    """Return what a text of this kind looks like; nothing for what is no text."""
    if schema.get("type") != "string" or "x-ref" in schema:
        return ""
    name = _FORMS.get(schema.get("x-rule", ""))
    if name is None and "pattern" in schema and schema.get("x-rule") is None:
        return ""  # a form of its own, which its description tells
    if name is None:
        name = schema["x-text"] if schema["x-text"] != "plain" or schema["x-translate"] else "verbatim"
    return descriptions_nl()[definition(name)["description"]]


def _standing(schema: Schema, *, required: bool) -> str:
    """Return whether a field must be there, what holds without it, and who sees it."""
    default = schema.get("default")
    words = [
        "Verplicht." if required else "",
        f"Zonder dit veld geldt `{str(default).lower()}`." if default is not None else "",
        _READERS.get(schema.get("x-audience", ""), ""),
    ]
    return " ".join(filter(None, words))


def _limits(schema: Schema) -> str:
    low, high = schema.get("minimum"), schema.get("maximum")
    if low is not None and high is not None:
        return f"van {low} tot en met {high}"
    above = schema.get("exclusiveMinimum")
    return f"minstens {low}" if low is not None else f"meer dan {above}" if above is not None else ""
