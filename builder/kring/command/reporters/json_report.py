"""Findings for a program: JSON, as `report.schema.json` beside this module describes it."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

from kring import __version__
from kring.command.reporters.report import Report, fingerprints
from kring.findings import Finding, Span
from kring.rules import RULES
from kring.rules.phrasing import hint, message, severity
from kring.source.excerpt import excerpt

FORMAT = 1
"""Rises when a field gets another meaning or goes; new fields may come without."""


def as_json(report: Report) -> str:
    """Return a report as JSON."""
    names = fingerprints(report.findings, report.texts)
    content = {
        "format": FORMAT,
        "kring": __version__,
        "language": report.language,
        "summary": {
            "errors": report.errors,
            "warnings": report.warnings,
            "files": len({finding.span.path for finding in report.findings}),
            "allowed": len(report.allowed),
        },
        "findings": [
            _finding(finding, report) | {"fingerprint": name}
            for finding, name in zip(report.findings, names, strict=True)
        ],
        "allowed": [
            _finding(finding, report) | {"reason": silence.reason, "comment": _span(silence.comment)}
            for finding, silence in report.allowed
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def schema() -> dict[str, Any]:
    """Return the JSON Schema of what `as_json` gives."""
    text = resources.files(__package__).joinpath("report.schema.json").read_text(encoding="utf-8")
    content: dict[str, Any] = json.loads(text)
    return content


def _finding(finding: Finding, report: Report) -> dict[str, Any]:
    text = report.texts.get(finding.span.path)
    return {
        "rule": finding.rule,
        "severity": severity(finding).value,
        "title": RULES[finding.rule].title.in_language(report.language),
        **_span(finding.span),
        "message": message(finding, report.language),
        "hint": hint(finding, report.language),
        "facts": dict(finding.facts),
        "excerpt": (excerpt(text.split("\n"), finding.span) or None) if text is not None else None,
        "related": [_span(span) for span in finding.related],
        "edits": [_span(edit.span) | {"text": edit.text} for edit in finding.edits],
    }


def _span(span: Span) -> dict[str, Any]:
    return {
        "path": span.path,
        "start": {"line": span.start.line, "column": span.start.column},
        "end": {"line": span.end.line, "column": span.end.column},
    }
