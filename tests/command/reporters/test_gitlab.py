"""GitLab Code Quality: the fields that GitLab reads, and fingerprints that outlive other changes in the file."""

from __future__ import annotations

import json

from tests.command.reporters.samples import SESSION, sample

from kring.command.reporters.formats import as_code_quality
from kring.command.reporters.report import Report

SEVERITIES = {"info", "minor", "major", "critical", "blocker"}


def test_every_issue_has_what_gitlab_needs() -> None:
    report = sample(folder="sub")
    issues = json.loads(as_code_quality(report))
    assert len(issues) == len(report.findings)
    for issue in issues:
        assert issue["type"] == "issue"
        assert issue["description"].strip()
        assert issue["check_name"]
        assert issue["severity"] in SEVERITIES
        assert issue["location"]["path"].startswith("sub/"), "relative, and not with ./"
        assert issue["location"]["lines"]["begin"] >= 1
    assert issues[0]["location"] == {"path": f"sub/{SESSION}", "lines": {"begin": 1, "end": 1}}
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def test_what_stops_the_build_weighs_more() -> None:
    issues = json.loads(as_code_quality(sample()))
    assert [issue["severity"] for issue in issues] == ["minor", "minor", "critical", "critical", "critical", "minor"]


def test_nothing_wrong_is_an_empty_list() -> None:
    assert json.loads(as_code_quality(Report((), {}, "nl"))) == []
