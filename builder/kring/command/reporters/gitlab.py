"""Findings as a GitLab Code Quality report: they show in the merge request, and only what is new counts."""

from __future__ import annotations

import json

from kring.command.reporters.report import Report, fingerprints
from kring.findings import Severity
from kring.rules import RULES
from kring.rules.phrasing import hint, message, severity

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor"}
"""Of GitLab's info, minor, major, critical and blocker."""


def as_code_quality(report: Report) -> str:
    """Return a report as the JSON that the artifact `codequality` wants."""
    issues = [
        {
            "type": "issue",
            "check_name": finding.rule,
            "description": f"{message(finding, report.language)} {hint(finding, report.language)}",
            "content": {"body": RULES[finding.rule].why.in_language(report.language)},
            "categories": ["Style" if severity(finding) is Severity.WARNING else "Bug Risk"],
            "severity": _SEVERITIES[severity(finding)],
            "fingerprint": name,
            "location": {
                "path": report.place_in_repository(finding.span.path),
                "lines": {"begin": finding.span.start.line, "end": finding.span.end.line},
            },
        }
        for finding, name in zip(report.findings, fingerprints(report.findings, report.texts), strict=True)
    ]
    return json.dumps(issues, ensure_ascii=False, indent=1) + "\n"
