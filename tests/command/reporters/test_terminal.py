"""What is told on a terminal: place, line, hint, and a summary that counts in words that fit the numbers."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console
from tests.command.reporters.samples import COMMENT, sample

from kring.command.reporters.report import Report
from kring.command.reporters.terminal import as_text, print_report
from kring.findings import Finding, Severity, Span

ERROR = Finding("yaml/empty", Span("a.yml"))
ELSEWHERE = Finding("yaml/empty", Span("b.yml"))
WARNING = Finding("yaml/empty", Span("a.yml"), severity=Severity.WARNING)


def last_line(findings: list[Finding], language: str) -> str:
    return as_text(Report(tuple(findings), {}, language)).splitlines()[-1]


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
    assert last_line(findings, "nl") == dutch
    assert last_line(findings, "en") == english


def test_files_are_counted_one_by_one_where_there_are_several() -> None:
    lines = as_text(Report((ERROR, WARNING, ELSEWHERE), {}, "nl")).splitlines()
    assert lines[-3:] == ["a.yml  1 fout  1 waarschuwing", "b.yml  1 fout", "2 fouten, 1 waarschuwing in 2 bestanden."]
    assert "a.yml  1 fout" not in as_text(Report((ERROR, WARNING), {}, "nl")).splitlines()


def test_a_finding_shows_its_line_and_what_to_do() -> None:
    first = as_text(sample()).split("\n\n")[0].splitlines()
    assert first[0] == "programs/a b/sessions/é: 100%, #1.yml:1:10  waarschuwing [yaml/typographic-quotes]"
    assert first[1] == "  De gekrulde aanhalingstekens om Groei komen op de pagina te staan."
    assert first[2:4] == ["    1 | title: 🌱 Groei", "      |           ^^^^^"]
    assert first[4].startswith("  Typ rechte aanhalingstekens")


def test_what_is_allowed_is_counted_and_told_in_full_when_that_is_asked() -> None:
    assert as_text(sample()).rstrip().endswith("1 melding is toegestaan, met een reden.")
    assert COMMENT.reason not in as_text(sample())
    told = as_text(sample(), verbose=True)
    assert f"toegestaan: {COMMENT.reason} [agenda/no-closing]" in told
    assert "Waarom: " in told
    assert "Waarom: " not in as_text(sample())


def test_colours_change_nothing_but_colours() -> None:
    coloured, plain = StringIO(), StringIO()
    console = {"highlight": False, "markup": False, "emoji": False, "soft_wrap": True}
    print_report(
        Console(file=coloured, force_terminal=True, color_system="standard", no_color=False, **console), sample()
    )
    print_report(Console(file=plain, force_terminal=False, **console), sample())
    assert "\x1b[1;31m" in coloured.getvalue()
    assert "\x1b" not in plain.getvalue()
    assert plain.getvalue() == as_text(sample())
