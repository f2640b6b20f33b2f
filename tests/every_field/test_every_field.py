"""The content with every field is valid, has every field, and gets the fields that a schema is given later."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.every_field import schema_parts
from tests.every_field.files import read_content
from tests.every_field.schema_parts import every_part
from tests.every_field.written import completed, used, written

from kring.pipeline import check
from kring.rules.phrasing import is_error
from kring.schema.registry import schema_for
from kring.source.kinds import Kind


def test_it_is_valid(tmp_path: Path) -> None:
    checked = check(written().copy().write(tmp_path / "root"))
    assert [f"{finding.span} {finding.rule}" for finding in checked.findings if is_error(finding)] == []


def test_every_field_of_every_schema_stands_in_it() -> None:
    assert every_part().keys() - used([*written().files.values()]) == set()


def test_what_is_written_reads_back_as_it_was(tmp_path: Path) -> None:
    content = written().copy()
    assert read_content(content.write(tmp_path / "root")) == content


NEW = {
    "type": "object",
    "x-audience": "facilitator",
    "required": ["name", "since"],
    "properties": {
        "name": {"type": "string", "x-text": "plain", "maxLength": 300},
        "since": {"type": "string", "format": "date", "x-text": "plain"},
        "remarks": {"type": "array", "minItems": 2, "items": {"type": "string", "x-text": "inline"}},
        "size": {"type": "integer", "minimum": 4},
        "ids": {"type": "array", "items": {"type": "string", "pattern": "^[a-z]+$"}},
        "sessions": {"type": "array", "items": {"type": "string"}, "x-ref": "session"},
    },
}


def test_a_field_that_is_new_in_a_schema_is_written_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    def with_a_new_field(kind: Kind) -> dict[str, Any]:
        schema = schema_for(kind)
        return {**schema, "properties": {**schema["properties"], "dresser": NEW}} if kind is Kind.PROGRAMME else schema

    monkeypatch.setattr(schema_parts, "schema_for", with_a_new_field)
    files = completed([*written().copy().files.values()])
    programme = next(file for file in files if file.kind is Kind.PROGRAMME)
    assert programme.data["dresser"] == {
        "name": "Woorden",
        "since": "2026-01-15",
        "remarks": ["Woorden", "Woorden"],
        "size": 4,
        "ids": ["proef"],
    }
