"""Findings as the golden reports in tests/bad_input show them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from kring.findings import Finding
from kring.pipeline import check
from kring.rules.phrasing import hint, message, severity
from kring.source.excerpt import excerpt


def report_on(root: Path, language: str = "nl") -> str:
    """Check the content under `root` with everything but the clock, and return the whole report."""
    checked = check(root)
    return report(checked.findings, checked.texts, language)


def report(findings: Iterable[Finding], texts: Mapping[str, str], language: str = "nl") -> str:
    """Return findings as text: place, rule and severity, then message, excerpt, other places and hint, set in."""
    return "\n".join(_one(finding, texts, language) for finding in findings)


def _one(finding: Finding, texts: Mapping[str, str], language: str) -> str:
    parts = [message(finding, language)]
    if (text := texts.get(finding.span.path)) and (shown := excerpt(text.split("\n"), finding.span)):
        parts.append(shown)
    parts += [f"→ {place}" for place in finding.related]
    parts.append(hint(finding, language))
    lines = [f"  {line}".rstrip() for part in parts for line in part.split("\n")]
    return "\n".join([f"{finding.span} {finding.rule} {severity(finding)}", *lines]) + "\n"
