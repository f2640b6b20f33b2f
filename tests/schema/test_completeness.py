"""The schemas say what later steps rely on: audience, kind of text, title; and the models agree with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from importlib import resources
from typing import Any, get_args, get_type_hints

import pytest
import yaml
from jsonschema import Draft202012Validator

from kring.model.activities import Activity, Use
from kring.model.entities import MODELS
from kring.rules import RULES
from kring.schema.keywords import ContentValidator
from kring.schema.registry import schema_for
from kring.schema.wording import titles_nl, values_nl
from kring.schema.wrong_fields import ABOUT_FIELDS
from kring.schema.wrong_values import KEYWORDS
from kring.source.kinds import Kind

ANNOTATIONS = {"title", "description", "examples", "default", "x-audience", "x-text", "x-translate", "x-ref", "x-rule"}
NOT_IN_MODEL = {"format", "override"}
"""Fields of schemas that are always the same, or lie over another file before it becomes a model."""
NOT_IN_SCHEMA = {"key", "span", "body", "node"}
"""Fields of models that come from elsewhere: the file's name, its place, its Markdown."""


def raw_schemas() -> dict[str, Any]:
    folder = resources.files("kring.schema")
    return {
        file.name: yaml.safe_load(file.read_text(encoding="utf-8"))
        for file in folder.iterdir()
        if file.name.endswith(".yml") and not file.name.endswith("_nl.yml")
    }


@dataclass(frozen=True)
class Part:
    """A schema inside a schema, with the names that lead to it."""

    where: str
    schema: dict[str, Any]
    is_property: bool
    in_condition: bool


def parts(
    schema: dict[str, Any], where: str, *, is_property: bool = False, in_condition: bool = False
) -> Iterator[Part]:
    """Yield every schema in `schema`; parts of an `if` only ask, they describe no field."""
    yield Part(where, schema, is_property, in_condition)
    for name, value in schema.get("properties", {}).items():
        yield from parts(value, f"{where}.{name}", is_property=True, in_condition=in_condition)
    for keyword in ("items", "then", "else", "if", "additionalProperties", "unevaluatedProperties"):
        if isinstance(schema.get(keyword), dict):
            inner = "[]" if keyword == "items" else ""
            yield from parts(schema[keyword], where + inner, in_condition=in_condition or keyword == "if")
    for keyword in ("allOf", "oneOf", "anyOf"):
        for value in schema.get(keyword, ()):
            yield from parts(value, where, in_condition=in_condition)


ALL_PARTS = [part for kind in Kind for part in parts(schema_for(kind), kind.value) if not part.in_condition]
PROPERTIES = [part for part in ALL_PARTS if part.is_property]


def where(found: list[Part]) -> list[str]:
    return [part.where for part in found]


def test_there_is_a_schema_and_a_model_for_every_kind_of_file() -> None:
    assert {f"{kind.value}.yml" for kind in Kind} | {"common.yml"} == raw_schemas().keys()
    assert set(MODELS) == set(Kind)


@pytest.mark.parametrize("kind", Kind)
def test_every_schema_is_a_valid_schema_with_a_title(kind: Kind) -> None:
    Draft202012Validator.check_schema(schema_for(kind))
    assert schema_for(kind)["title"]


def test_every_field_says_who_may_see_it() -> None:
    unsaid = [part for part in PROPERTIES if part.schema.get("x-audience") not in {"participant", "facilitator"}]
    assert where(unsaid) == []


def test_every_field_has_a_title_and_every_title_its_dutch() -> None:
    assert where([part for part in PROPERTIES if not part.schema.get("title")]) == []
    titles = {part.schema["title"] for part in PROPERTIES}
    assert titles - titles_nl().keys() == set(), "add them to titles_nl.yml"
    assert titles_nl().keys() - titles == set(), "these titles are gone: remove them from titles_nl.yml"


def test_every_fixed_value_has_its_dutch() -> None:
    values = {value for part in ALL_PARTS for value in part.schema.get("enum", ()) if isinstance(value, str)}
    assert values - values_nl().keys() == set(), "add them to values_nl.yml"
    assert values_nl().keys() - values == set(), "these values are gone: remove them from values_nl.yml"


def test_every_text_says_how_it_is_read_and_whether_it_is_translated() -> None:
    texts = [part for part in ALL_PARTS if part.schema.get("type") == "string"]
    assert len(texts) > 100, "the walk must reach the texts"
    unsaid = [part for part in texts if not is_id(part.schema) and not {"x-text", "x-translate"} <= part.schema.keys()]
    assert where(unsaid) == []
    assert {part.schema.get("x-text", "plain") for part in texts} == {"plain", "inline", "markdown"}


def is_id(schema: dict[str, Any]) -> bool:
    return schema.get("x-rule") == "schema/not-an-id"


def test_every_value_says_its_type() -> None:
    untyped = [part for part in PROPERTIES if not {"type", "enum", "const"} & part.schema.keys()]
    assert where(untyped) == []


def test_every_group_of_fields_is_closed() -> None:
    groups = [part for part in ALL_PARTS if part.schema.get("type") == "object"]
    is_open = [part for part in groups if not {"additionalProperties", "unevaluatedProperties"} & part.schema.keys()]
    assert where(is_open) == []


def test_beside_a_reference_stand_only_remarks() -> None:
    def references(value: Any) -> Iterator[dict[str, Any]]:
        if isinstance(value, dict):
            if "$ref" in value:
                yield value
            value = list(value.values())
        if isinstance(value, list):
            for item in value:
                yield from references(item)

    found = [reference for schema in raw_schemas().values() for reference in references(schema)]
    assert len(found) > 100
    assert [reference for reference in found if reference.keys() - ANNOTATIONS - {"$ref"}] == []


def test_every_pattern_is_anchored_at_both_ends() -> None:
    patterns = {part.schema["pattern"] for part in ALL_PARTS if "pattern" in part.schema}
    assert [pattern for pattern in patterns if not (pattern.startswith("^") and pattern.endswith("$"))] == []


def test_every_rule_that_a_schema_names_exists() -> None:
    named = {part.schema["x-rule"] for part in ALL_PARTS if "x-rule" in part.schema}
    assert named
    assert named <= RULES.keys()


def test_an_example_of_a_schema_follows_it() -> None:
    exemplary = [part for part in ALL_PARTS if "examples" in part.schema]
    assert exemplary
    for part in exemplary:
        validator = ContentValidator(part.schema)
        assert [example for example in part.schema["examples"] if not validator.is_valid(example)] == [], part.where


def test_every_keyword_that_can_fail_has_its_message() -> None:
    silent = ANNOTATIONS | {"$schema", "$id", "properties", "items", "allOf", "if", "then", "else", "maxProperties"}
    used = {keyword for part in ALL_PARTS for keyword in part.schema}
    assert used - silent - ABOUT_FIELDS - KEYWORDS == set()


def test_one_of_is_only_used_to_choose_between_single_fields() -> None:
    for part in ALL_PARTS:
        for choice in part.schema.get("oneOf", ()):
            assert choice.keys() == {"required"}, part.where
            assert len(choice["required"]) == 1, part.where
        if "maxProperties" in part.schema:
            assert part.schema["minProperties"] == part.schema["maxProperties"] == 1, part.where


def schema_fields(schema: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the fields of `schema` under all conditions: name → schema."""
    found: dict[str, dict[str, Any]] = {}
    for part in [*schema.get("allOf", ()), *(schema[key] for key in ("then", "else") if key in schema)]:
        found |= schema_fields(part)
    found |= schema.get("properties", {})
    return found


def dataclass_in(hint: Any) -> Any:
    """Return the dataclass in a type such as `tuple[Item, ...] | None`, if there is one that schemas describe."""
    if is_dataclass(hint):
        return hint
    found = [inner for inner in map(dataclass_in, get_args(hint)) if inner is not None]
    return found[0] if len(found) == 1 else None


def referred_kind(hint: Any) -> Kind | None:
    """Return the kind of which `hint` is a reference, or a list of them."""
    if isinstance(hint, Kind):
        return hint
    found = {kind for inner in get_args(hint) if not is_dataclass(inner) and (kind := referred_kind(inner))}
    return found.pop() if found else None


def disagreements(model: Any, schema: dict[str, Any], at: str) -> Iterator[str]:
    """Yield where the fields of `model` and of `schema` differ, here and in what they hold."""
    in_schema = {name: inner for name, inner in schema_fields(schema).items() if name not in NOT_IN_MODEL}
    hints = get_type_hints(model, include_extras=True)
    in_model = {field.name.rstrip("_"): hints[field.name] for field in fields(model) if field.name not in NOT_IN_SCHEMA}
    yield from (f"{at}.{name} is only in the schema" for name in in_schema.keys() - in_model.keys())
    yield from (f"{at}.{name} is only in {model.__name__}" for name in in_model.keys() - in_schema.keys())
    for name in in_schema.keys() & in_model.keys():
        inner = in_schema[name]
        inner = inner["items"] if inner.get("type") == "array" else inner
        refers_to = referred_kind(in_model[name])
        if refers_to is not None and inner.get("x-ref", in_schema[name].get("x-ref")) != refers_to:
            yield f"{at}.{name} refers to `{refers_to.value}` in {model.__name__} alone"
        if isinstance(inner.get("additionalProperties"), dict):
            inner = inner["additionalProperties"]
        if inner.get("type") == "object":
            nested = dataclass_in(in_model[name])
            if nested is not None:
                yield from disagreements(nested, inner, f"{at}.{name}")


MODELLED_APART = {Kind.ACTIVITY, Kind.SESSION}
"""Their steps are an `Activity` or a `Use`, made from one schema."""


@pytest.mark.parametrize("kind", sorted(set(Kind) - MODELLED_APART))
def test_model_and_schema_have_the_same_fields(kind: Kind) -> None:
    assert sorted(disagreements(MODELS[kind], schema_for(kind), kind.value)) == []


def test_the_session_and_its_schema_have_the_same_fields() -> None:
    schema = schema_for(Kind.SESSION)
    without_agenda = {**schema, "properties": {**schema["properties"], "agenda": {"type": "array", "items": {}}}}
    assert sorted(disagreements(MODELS[Kind.SESSION], without_agenda, "session")) == []


def test_a_step_of_the_agenda_is_an_activity_or_a_use_of_one() -> None:
    step = schema_for(Kind.SESSION)["properties"]["agenda"]["items"]
    own = {"properties": schema_fields({"allOf": [step["else"]]}) | step["properties"]}
    assert sorted(disagreements(Activity, own, "agenda")) == ["agenda.use is only in Activity"]
    used = schema_fields(step["then"]) | step["properties"]
    laid_over = {"minutes", "priority", "lead", "override", "formerly"}
    assert used.keys() - laid_over == {field.name for field in fields(Use)} - NOT_IN_SCHEMA


def test_a_library_activity_is_an_activity_whose_id_is_its_file_name() -> None:
    expected = ["activity.id is only in Activity", "activity.use is only in Activity"]
    assert sorted(disagreements(Activity, schema_for(Kind.ACTIVITY), "activity")) == expected


def test_what_an_override_may_hold_is_what_an_activity_holds() -> None:
    override = schema_for(Kind.SESSION)["properties"]["agenda"]["items"]["then"]["properties"]["override"]
    assert schema_fields(override).keys() == schema_fields(schema_for(Kind.ACTIVITY)).keys() - {"formerly"}


def test_a_programme_may_override_all_of_a_session_but_whether_it_is_finished() -> None:
    override = schema_for(Kind.PROGRAMME)["properties"]["sessions"]["items"]["properties"]["override"]
    fields_of_a_session = schema_for(Kind.SESSION)["properties"]
    assert override["properties"] == {name: field for name, field in fields_of_a_session.items() if name != "status"}


def test_the_comparison_sees_a_reference_to_another_kind() -> None:
    schema = schema_for(Kind.SESSION)["properties"]
    changed = {"properties": {**schema, "agenda": {}, "articles": schema["diaries"]}}
    found = list(disagreements(MODELS[Kind.SESSION], changed, "session"))
    assert found == ["session.articles refers to `article` in Session alone"]


def test_the_comparison_sees_a_field_that_one_of_them_lacks() -> None:
    schema = schema_for(Kind.GLOSSARY)
    terms = schema["properties"]["terms"]
    item = {**terms["items"], "properties": {**terms["items"]["properties"], "extra": {}}}
    changed = {**schema, "properties": {"terms": {**terms, "items": item}}}
    assert list(disagreements(MODELS[Kind.GLOSSARY], changed, "glossary")) == [
        "glossary.terms.extra is only in the schema"
    ]
