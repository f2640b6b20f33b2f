"""Findings for programs and code hosts, each in the form that it reads: `FORMATS` names them.

Code hosts know files by their place in the repository, and most want a line even of what is wrong with a whole file.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any
from urllib.parse import quote

from kring import __version__
from kring.command.reference import in_markdown, in_plain_text
from kring.command.reporters.report import Report, fingerprints, is_whole_file, printable
from kring.findings import Edit, Finding, Severity, Span
from kring.rules import RULES
from kring.rules.phrasing import hint, message, severity
from kring.source.excerpt import excerpt

JSON_FORMAT = 1
"""Rises when a field of the JSON gets another meaning or goes; new fields may come without."""

GITLAB_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor"}
"""Of GitLab's info, minor, major, critical and blocker."""

SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
SARIF_FINGERPRINT = "kring/v1"
"""The name under which our fingerprints stand; another way to make them gets another name."""

_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


@dataclass(frozen=True, slots=True)
class _Worded:
    """A finding with its words; `path` is that in the repository, `name` stays the same while lines move."""

    finding: Finding
    severity: Severity
    title: str
    message: str
    hint: str
    path: str
    name: str


def as_json(report: Report) -> str:
    """Return a report as JSON, as `report.schema.json` beside this module describes it."""
    content = {
        "format": JSON_FORMAT,
        "kring": __version__,
        "language": report.language,
        "summary": {
            "errors": report.errors,
            "warnings": report.warnings,
            "files": len({finding.span.path for finding in report.findings}),
            "allowed": len(report.allowed),
        },
        "findings": [_json(each, report) | {"fingerprint": each.name} for each in _worded(report, report.findings)],
        "allowed": [
            _json(each, report) | {"reason": suppression.reason, "comment": _json_span(suppression.comment)}
            for each, (_, suppression) in zip(_worded(report, _allowed(report)), report.allowed, strict=True)
        ],
    }
    return _dumped(content)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of what `as_json` gives."""
    text = resources.files(__package__).joinpath("report.schema.json").read_text(encoding="utf-8")
    content: dict[str, Any] = json.loads(text)
    return content


def as_annotations(report: Report) -> str:
    """Return a report as workflow commands, one a line: GitHub shows them beside the changed lines.

    `::error file=…,line=…,col=…,endLine=…,endColumn=…,title=…::message`. Of one step GitHub shows ten errors and ten
    warnings; the log has them all.
    """
    return "".join(f"{printable(_annotation(each))}\n" for each in _worded(report, report.findings))


def as_code_quality(report: Report) -> str:
    """Return a report as GitLab's artifact `codequality`: it shows in a merge request, and only what is new counts."""
    issues = [
        {
            "type": "issue",
            "check_name": each.finding.rule,
            "description": f"{each.message} {each.hint}",
            "content": {"body": RULES[each.finding.rule].why.in_language(report.language)},
            "categories": ["Style" if each.severity is Severity.WARNING else "Bug Risk"],
            "severity": GITLAB_SEVERITIES[each.severity],
            "fingerprint": each.name,
            "location": {
                "path": each.path,
                "lines": {"begin": each.finding.span.start.line, "end": each.finding.span.end.line},
            },
        }
        for each in _worded(report, report.findings)
    ]
    return _dumped(issues)


def as_sarif(report: Report) -> str:
    """Return a report as a SARIF 2.1.0 log of one run, which code hosts and editors take of any tool.

    Columns are counted as Kring counts them, in characters (`unicodeCodePoints`), where SARIF would expect UTF-16
    units. What a comment allows is in it too, as suppressed.
    """
    found = (*report.findings, *_allowed(report))
    rules = sorted({finding.rule for finding in found})
    results = [_result(each, rules.index(each.finding.rule), report) for each in _worded(report, found)]
    if report.allowed:  # either all results of a run have this list or none
        reasons = (*(None for _ in report.findings), *(suppression.reason for _, suppression in report.allowed))
        for result, reason in zip(results, reasons, strict=True):
            result["suppressions"] = [{"kind": "inSource", "justification": reason}] if reason is not None else []
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
    return _dumped({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


FORMATS: Mapping[str, Callable[[Report], str]] = {
    "json": as_json,
    "github": as_annotations,
    "gitlab": as_code_quality,
    "sarif": as_sarif,
}
"""The forms of a report by the names that the command line has for them."""


def _worded(report: Report, findings: tuple[Finding, ...]) -> list[_Worded]:
    language = report.language
    return [
        _Worded(
            finding,
            severity(finding),
            RULES[finding.rule].title.in_language(language),
            message(finding, language),
            hint(finding, language),
            report.place_in_repository(finding.span.path),
            name,
        )
        for finding, name in zip(findings, fingerprints(findings, report.texts), strict=True)
    ]


def _allowed(report: Report) -> tuple[Finding, ...]:
    return tuple(finding for finding, _ in report.allowed)


def _dumped(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _json(each: _Worded, report: Report) -> dict[str, Any]:
    finding, text = each.finding, report.texts.get(each.finding.span.path)
    return {
        "rule": finding.rule,
        "severity": each.severity.value,
        "title": each.title,
        **_json_span(finding.span),
        "message": each.message,
        "hint": each.hint,
        "facts": dict(finding.facts),
        "excerpt": (excerpt(text.split("\n"), finding.span) or None) if text is not None else None,
        "related": [_json_span(span) for span in finding.related],
        "edits": [_json_span(edit.span) | {"text": edit.text} for edit in finding.edits],
    }


def _json_span(span: Span) -> dict[str, Any]:
    return {
        "path": span.path,
        "start": {"line": span.start.line, "column": span.start.column},
        "end": {"line": span.end.line, "column": span.end.column},
    }


def _annotation(each: _Worded) -> str:
    span, properties = each.finding.span, {"file": each.path}
    if not is_whole_file(span):
        properties |= {"line": str(span.start.line), "col": str(span.start.column), "endLine": str(span.end.line)}
        # Columns are heeded within one line only, and there the last one counts too.
        if span.end.line == span.start.line:
            properties["endColumn"] = str(max(span.start.column, span.end.column - 1))
    properties["title"] = f"{each.title} [{each.finding.rule}]"
    written = ",".join(f"{name}={value.translate(_IN_PROPERTY)}" for name, value in properties.items())
    text = f"{each.message}\n{each.hint}"
    return f"::{each.severity.value} {written}::{text.translate(_IN_MESSAGE)}"


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


def _result(each: _Worded, index: int, report: Report) -> dict[str, Any]:
    finding = each.finding
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": each.severity.value,
        "message": {"text": f"{each.message} {each.hint}"},
        "locations": [_location(finding.span, report)],
        "partialFingerprints": {SARIF_FINGERPRINT: each.name},
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number} | _location(span, report) for number, span in enumerate(finding.related, start=1)
        ]
    if finding.edits:
        result["fixes"] = [{"description": {"text": each.hint}, "artifactChanges": _changes(finding.edits, report)}]
    return result


def _location(span: Span, report: Report) -> dict[str, Any]:
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


def _changes(edits: tuple[Edit, ...], report: Report) -> list[dict[str, Any]]:
    by_path: dict[str, list[Edit]] = {}
    for edit in edits:
        by_path.setdefault(edit.span.path, []).append(edit)
    return [
        {
            "artifactLocation": _artifact(path, report),
            "replacements": [
                {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}} for edit in changes
            ],
        }
        for path, changes in by_path.items()
    ]
