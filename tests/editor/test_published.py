"""The published schemas say in Dutch what ours say, and accept and refuse the same files."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7
from tests.every_field.schema_parts import every_part
from tests.every_field.written import written

from kring.editor.ids import DIALECT, IDS, STEPS_BY_MODULE, published_ids
from kring.editor.published import published
from kring.editor.references import BY_FIELD, NOTHING, Targets, targets
from kring.schema.keywords import DATES
from kring.schema.registry import schema_for, validator_for
from kring.schema.wording import descriptions_nl
from kring.source.documents import Document
from kring.source.kinds import Kind
from kring.source.nodes import plain
from kring.source.read import read

ROOT = Path(__file__).resolve().parents[2]
Files = list[tuple[Kind, dict[str, Any]]]


def walk(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield every schema inside a schema, itself first."""
    if isinstance(schema, dict):
        yield schema
        schema = list(schema.values())
    if isinstance(schema, list):
        for value in schema:
            yield from walk(value)


def validator(kind: Kind, found: Targets) -> Draft7Validator:
    ids = Resource.from_contents(published_ids(found), default_specification=DRAFT7)
    return Draft7Validator(
        {"$id": f"{kind}.json", **published(kind)},
        registry=Registry().with_resource(IDS, ids),
        format_checker=DATES,
    )


@pytest.fixture(scope="module")
def with_every_field(tmp_path_factory: pytest.TempPathFactory) -> tuple[Targets, Files]:
    """Content in which every field of every schema stands, and what it can refer to."""
    sources = read(written().copy().write(tmp_path_factory.mktemp("every_field") / "root"))
    return targets(sources), [(document.key.kind, data(document)) for document in sources.documents]


def data(document: Document) -> dict[str, Any]:
    found: Any = plain(document.root)
    return found


@pytest.mark.parametrize("kind", Kind)
def test_it_is_a_schema_that_any_editor_understands(kind: Kind) -> None:
    schema = published(kind)
    assert schema["$schema"] == DIALECT
    Draft7Validator.check_schema(schema)
    keywords = {keyword for part in walk(schema) for keyword in part}
    assert not {keyword for keyword in keywords if keyword.startswith("x-")}
    assert not {"unevaluatedProperties", "dependentRequired", "$defs", "default"} & keywords
    assert "\\u" not in json.dumps(schema, ensure_ascii=False)


def test_the_real_content_is_right_for_editors_too() -> None:
    sources = read(ROOT)
    found = targets(sources)
    for document in sources.documents:
        wrong = [error.message for error in validator(document.key.kind, found).iter_errors(data(document))]
        assert wrong == [], document.path


def test_every_field_is_known_to_editors(with_every_field: tuple[Targets, Files]) -> None:
    found, files = with_every_field
    for kind, document in files:
        assert [error.message for error in validator(kind, found).iter_errors(document)] == [], kind


def mutants(value: Any, put: Callable[[Any], Any]) -> Iterator[tuple[str, Any]]:
    """Yield whole documents in each of which one thing is changed, with what that is."""
    if isinstance(value, dict):
        yield "a field more", put({**value, "van_niemand": 1})
        for name, inner in value.items():
            yield f"without {name}", put({other: value[other] for other in value if other != name})
            yield f"{name} is null", put({**value, name: None})
            yield from mutants(inner, lambda new, name=name: put({**value, name: new}))
    elif isinstance(value, list):
        yield "an empty list", put([])
        for index, inner in enumerate(value[:2]):
            yield from mutants(inner, lambda new, index=index: put([*value[:index], new, *value[index + 1 :]]))
    elif isinstance(value, str):
        yield "a number for a text", put(7)
        yield "a text that is no id", put("Dit: is 'geen' id, en geen \n\n datum!")
    else:
        yield "a text for a number", put("veel")
        yield "a large number", put(10**9)


def test_both_refuse_the_same_mistakes(with_every_field: tuple[Targets, Files]) -> None:
    """But for references to what is not there, which editors know of and our schemas do not."""
    _, files = with_every_field
    tried = 0
    for kind, document in files:
        theirs, ours = validator(kind, NOTHING), validator_for(kind)
        for change, mutant in mutants(deepcopy(document), lambda new: new):
            tried += 1
            assert theirs.is_valid(mutant) == ours.is_valid(mutant), (kind, change)
    assert tried > 1000


def test_a_reference_to_what_is_not_there_is_a_mistake_in_an_editor(with_every_field: tuple[Targets, Files]) -> None:
    found, files = with_every_field
    kind, session = next(
        (kind, document) for kind, document in files if kind is Kind.SESSION and "articles" in document
    )
    assert validator(kind, found).is_valid(session)
    assert not validator(kind, found).is_valid({**session, "articles": ["bestaat-niet"]})
    assert validator_for(kind).is_valid({**session, "articles": ["bestaat-niet"]})


def fields(schema: Any, path: str) -> Iterator[tuple[str, Any]]:
    if isinstance(schema, dict):
        for name, inner in schema.get("properties", {}).items():
            # `true` leaves it to what stands beside the condition; within `if` a field is only asked about.
            if inner is not True and not {"const", "enum"} >= inner.keys():
                yield f"{path}.{name}", inner
                yield from fields(inner, f"{path}.{name}")
        for keyword in ("items", "then", "else", "additionalProperties"):
            yield from fields(schema.get(keyword), path)


@pytest.mark.parametrize("kind", Kind)
def test_every_field_has_a_title_and_an_explanation_in_dutch(kind: Kind) -> None:
    found = dict(fields(published(kind), kind.value))
    # `use` decides which fields there are, so it stands beside both cases.
    assert {path for path in every_part() if path.split(".")[0] == kind.value and "*" not in path} <= found.keys()
    for path, field in found.items():
        assert field["title"][0].isupper() or field["title"].startswith("Id"), path
        assert field["description"].endswith("zien dit."), path
        assert field["markdownDescription"].endswith(("zien dit.*", "```")), path


def test_every_description_has_its_dutch() -> None:
    described = {part["description"] for kind in Kind for part in walk(schema_for(kind)) if is_words(part)}
    assert described - descriptions_nl().keys() == set(), "add them to descriptions_nl.yml"
    shared = yaml.safe_load(resources.files("kring.schema").joinpath("common.yml").read_text(encoding="utf-8"))["$defs"]
    described |= {definition["description"] for definition in shared.values() if "description" in definition}
    assert descriptions_nl().keys() - described == set(), "these are gone: remove them from descriptions_nl.yml"


def is_words(part: dict[str, Any]) -> bool:
    return isinstance(part.get("description"), str)


def test_each_fixed_value_says_what_it_means() -> None:
    choices = [part for kind in Kind for part in walk(published(kind)) if "enum" in part and "errorMessage" in part]
    assert len(choices) > 30
    assert all(len(part["enum"]) == len(part["enumDescriptions"]) for part in choices)


def test_every_reference_to_another_file_has_its_ids() -> None:
    named = {part["$ref"] for kind in Kind for part in walk(published(kind)) if "$ref" in part}
    defined = published_ids(targets(read(ROOT)))["definitions"]
    assert {ref.removeprefix(f"{IDS}#/definitions/") for ref in named} == {
        *(kind.value for kind in BY_FIELD),
        "media",
        "module_step",
        STEPS_BY_MODULE,
    }
    assert defined.keys() == {ref.removeprefix(f"{IDS}#/definitions/") for ref in named}
