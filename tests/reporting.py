"""Findings as the golden reports in tests/bad_input show them: what a terminal shows, without its colours."""

from __future__ import annotations

from pathlib import Path

from kring.command.reporters.report import Report
from kring.command.reporters.terminal import as_text
from kring.pipeline import check


def report_on(root: Path, language: str = "nl") -> str:
    """Check the content under `root` with everything but the clock, and return the whole report."""
    checked = check(root)
    return as_text(Report(checked.findings, checked.texts, language))
