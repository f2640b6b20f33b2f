"""Findings as SARIF 2.1.0, the format in which code hosts and editors take the findings of any tool.

Columns are counted as Kring counts them, in characters (`unicodeCodePoints`), where SARIF would expect UTF-16
units. Paths are those in the repository. What a comment allows is in it too, as suppressed.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from kring import __version__
from kring.command.reference import in_markdown, in_plain_text
from kring.command.reporters.report import Report, fingerprints, is_whole_file
from kring.findings import Edit, Finding, Span
from kring.rules import RULES
from kring.rules.phrasing import hint, message, severity

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "kring/v1"
"""The name under which our fingerprints stand; another way to make them gets another name."""


def as_sarif(report: Report) -> str:
    """Return a report as a SARIF log of one run."""
    found = (*report.findings, *(finding for finding, _ in report.allowed))
    reasons = {len(report.findings) + number: silence.reason for number, (_, silence) in enumerate(report.allowed)}
    rules = sorted({finding.rule for finding in found})
    names = fingerprints(found, report.texts)
    results = []
    for number, (finding, name) in enumerate(zip(found, names, strict=True)):
        result = _result(finding, name, rules.index(finding.rule), report)
        if number in reasons:
            result["suppressions"] = [{"kind": "inSource", "justification": reasons[number]}]
        elif report.allowed:
            result["suppressions"] = []  # either all results of a run have this list or none
        results.append(result)
    driver = {
        "name": "Kring",
        "version": __version__,
        "semanticVersion": __version__,
        "language": report.language,
        "rules": [_rule(id, report.language) for id in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "language": report.language,
        "invocations": [{"executionSuccessful": True, "exitCode": 1 if report.errors else 0}],
        "results": results,
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _rule(id: str, language: str) -> dict[str, Any]:
    rule = RULES[id]
    return {
        "id": id,
        "shortDescription": {"text": rule.title.in_language(language)},
        "fullDescription": {"text": rule.why.in_language(language)},
        "help": {"text": in_plain_text(rule, language), "markdown": in_markdown(rule, language)},
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {"tags": [id.partition("/")[0]]},
    }


def _result(finding: Finding, name: str, index: int, report: Report) -> dict[str, Any]:
    language = report.language
    text = f"{message(finding, language)} {hint(finding, language)}"
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": severity(finding).value,
        "message": {"text": text},
        "locations": [_location(finding.span, report)],
        "partialFingerprints": {FINGERPRINT: name},
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number} | _location(span, report) for number, span in enumerate(finding.related, start=1)
        ]
    if finding.edits:
        result["fixes"] = [_fix(finding, report)]
    return result


def _location(span: Span, report: Report) -> dict[str, Any]:
    # Code hosts want a line even of what is wrong with a whole file.
    region = {"startLine": 1} if is_whole_file(span) else _region(span)
    return {"physicalLocation": {"artifactLocation": _artifact(span.path, report), "region": region}}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.start.line,
        "startColumn": span.start.column,
        "endLine": span.end.line,
        "endColumn": span.end.column,
    }


def _artifact(path: str, report: Report) -> dict[str, str]:
    return {"uri": quote(report.place_in_repository(path), errors="replace")}


def _fix(finding: Finding, report: Report) -> dict[str, Any]:
    by_path: dict[str, list[Edit]] = {}
    for edit in finding.edits:
        by_path.setdefault(edit.span.path, []).append(edit)
    return {
        "description": {"text": hint(finding, report.language)},
        "artifactChanges": [
            {
                "artifactLocation": _artifact(path, report),
                "replacements": [
                    {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}} for edit in edits
                ],
            }
            for path, edits in by_path.items()
        ],
    }
