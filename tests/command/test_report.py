"""What is told on a terminal: the summary counts in words that fit the numbers."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console

from kring.command.report import report
from kring.findings import Finding, Severity, Span

ERROR = Finding("yaml/empty", Span("a.yml"))
ELSEWHERE = Finding("yaml/empty", Span("b.yml"))
WARNING = Finding("yaml/empty", Span("a.yml"), severity=Severity.WARNING)


def summary(findings: list[Finding], language: str) -> str:
    told = StringIO()
    report(Console(file=told), findings, {}, language)
    return told.getvalue().splitlines()[-1]


@pytest.mark.parametrize(
    ("findings", "dutch", "english"),
    [
        ([], "Geen fouten gevonden.", "No mistakes found."),
        ([ERROR], "1 fout in 1 bestand.", "1 error in 1 file."),
        ([ERROR, ELSEWHERE], "2 fouten in 2 bestanden.", "2 errors in 2 files."),
        ([WARNING], "1 waarschuwing in 1 bestand.", "1 warning in 1 file."),
        ([ERROR, WARNING, WARNING], "1 fout, 2 waarschuwingen in 1 bestand.", "1 error, 2 warnings in 1 file."),
    ],
)
def test_the_summary_counts_in_words_that_fit(findings: list[Finding], dutch: str, english: str) -> None:
    assert summary(findings, "nl") == dutch
    assert summary(findings, "en") == english
