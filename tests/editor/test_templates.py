"""Each kind of file has an example that shows every field, and is right as it stands and with all of it counting."""

from __future__ import annotations

from typing import Any

import pytest
from tests.every_field.schema_parts import every_part, walk

from kring.editor.templates import example, example_document, is_example, template, uncommented
from kring.schema.validate import validate
from kring.source.documents import Document, Key
from kring.source.kinds import Kind
from kring.source.nodes import plain
from kring.source.read import read_text

HIDDEN = {
    "session.agenda.use",
    "session.agenda.override",
    "programme.sessions.override",
    "questionnaire.items.scored",
}
"""Shown otherwise: what comes from the library stands in the examples of a session and a programme as explanations."""


def as_it_stands(kind: Kind) -> Document:
    document, findings, _ = read_text(Key(kind, "voorbeeld"), "voorbeeld", template(kind).encode())
    assert findings == ()
    assert document is not None
    return document


@pytest.mark.parametrize("kind", Kind)
def test_an_example_is_valid_as_it_stands(kind: Kind) -> None:
    assert [finding.rule for finding in validate(as_it_stands(kind))] == []


@pytest.mark.parametrize("kind", Kind)
def test_an_example_is_valid_with_all_of_it_counting(kind: Kind) -> None:
    document = example_document(kind)
    assert [finding.rule for finding in validate(document)] == []
    assert len(uncommented(template(kind)).split("\n")) == len(template(kind).split("\n"))


def shown() -> set[str]:
    data: dict[Kind, Any] = {kind: plain(example_document(kind).root) for kind in Kind}
    return {place.part.path for kind in Kind for place in walk(kind, data[kind])}


def test_the_examples_show_every_field() -> None:
    seen = shown()
    # Forms are the same wherever they stand, and so are steps and sessions: to show a field once is enough.
    every = {path.replace("programme.sessions.override.", "session.") for path in every_part()}
    in_forms = {form(path) for path in seen if form(path)}
    in_steps = {path.removeprefix("activity.") for path in seen if path.startswith("activity.")}
    unseen = {
        path
        for path in every - seen - HIDDEN
        if form(path) not in in_forms
        and path.removeprefix("session.agenda.override.") not in in_steps
        and not path.endswith(".formerly")
    }
    assert unseen == set(), "add a line to builder/kring/editor/templates/"


def form(path: str) -> str:
    return path.partition(".fields.")[2]


@pytest.mark.parametrize("kind", Kind)
def test_an_example_explains_what_it_shows_as_a_comment(kind: Kind) -> None:
    lines = template(kind).split("\n")
    if any(is_example(line) for line in lines):
        assert any(line.lstrip().startswith("## ") for line in lines)


def test_an_example_of_a_field_is_its_own_lines_at_the_margin() -> None:
    assert example(Kind.SESSION, ("minutes",)) == "minutes: 60"
    assert example(Kind.SESSION, ("prepare",)) == (
        "prepare: |\n  Denk vast aan een moment waarop je even niets hoefde. Opschrijven hoeft niet."
    )
    assert example(Kind.PROGRAMME, ("group", "max")) == "max: 10"
    assert example(Kind.SESSION, ("agenda", "script")) == "script:\n  - ask: |\n      Wat wil jij vandaag meenemen?"


def test_what_one_form_does_not_show_another_does() -> None:
    assert "fields" not in str(example(Kind.DIARY, ("fields", "columns")))
    assert str(example(Kind.DIARY, ("fields", "columns"))).startswith("columns:\n  - id: dag\n")


def test_a_long_example_is_cut() -> None:
    shown = example(Kind.SESSION, ("agenda",))
    assert shown is not None
    assert shown.endswith("# …")
    assert len(shown.split("\n")) <= 14
