"""The JSON report: as its published schema says, with all there is to know about each finding."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.command.reporters.samples import COMMENT, SESSION, sample
from tests.source.test_bad_input import CASES, lay

from kring import __version__
from kring.command.reporters.formats import as_json, json_schema
from kring.command.reporters.report import Report
from kring.pipeline import check

VALIDATOR = Draft202012Validator(json_schema())


def test_the_schema_is_a_schema_and_explains_itself() -> None:
    Draft202012Validator.check_schema(json_schema())
    assert json_schema()["$defs"]["position"]["description"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_reports_follow_the_schema(language: str) -> None:
    VALIDATOR.validate(json.loads(as_json(sample(language))))
    VALIDATOR.validate(json.loads(as_json(Report((), {}, language))))


@pytest.mark.parametrize("case", sorted(CASES.iterdir())[::6], ids=lambda case: case.name)
def test_real_reports_follow_the_schema(case: Path, minimal_root: Path) -> None:
    lay(case, minimal_root)
    checked = check(minimal_root)
    VALIDATOR.validate(json.loads(as_json(Report(checked.findings, checked.texts, "nl", checked.allowed))))


def test_the_schema_refuses_what_is_missing_unknown_or_wrong() -> None:
    for change in (
        lambda content: content.update(format=2),
        lambda content: content.update(extra=1),
        lambda content: content["findings"][0].pop("hint"),
        lambda content: content["findings"][0].update(line=3),
        lambda content: content["findings"][0]["start"].update(column=0),
        lambda content: content["findings"][1].update(fingerprint="x"),
        lambda content: content["allowed"][0].pop("reason"),
    ):
        content = json.loads(as_json(sample()))
        change(content)
        assert not VALIDATOR.is_valid(content)


def test_all_there_is_to_know_is_in_it() -> None:
    content = json.loads(as_json(sample()))
    assert (content["format"], content["kring"], content["language"]) == (1, __version__, "nl")
    assert content["summary"] == {"errors": 3, "warnings": 3, "files": 2, "allowed": 1}
    first, *_, error, _again, whole, _eased = content["findings"]
    assert first["path"] == SESSION
    assert (first["start"], first["end"]) == ({"line": 1, "column": 10}, {"line": 1, "column": 15})
    assert [edit["text"] for edit in first["edits"]] == ['"Groei"', ""]
    assert "^^^^^" in first["excerpt"]
    assert error["severity"] == "error"
    assert [place["path"] for place in error["related"]] == [SESSION, "site_config.yml"]
    assert error["facts"]["minutes"] == "40"
    assert whole["excerpt"] is None
    (allowed,) = content["allowed"]
    assert (allowed["reason"], allowed["comment"]["start"]) == (COMMENT.reason, {"line": 4, "column": 12})
