"""Reporters: findings on a terminal. Nobody else prints findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich.console import Console
from rich.text import Text

from kring.findings import Finding, Severity
from kring.rules.phrasing import hint, message, severity
from kring.source.excerpt import excerpt

COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "yellow"}
NOTHING_WRONG = {"nl": "Geen fouten gevonden.", "en": "No mistakes found."}
COUNTED = {
    "nl": {
        "errors": ("fout", "fouten"),
        "warnings": ("waarschuwing", "waarschuwingen"),
        "files": ("bestand", "bestanden"),
    },
    "en": {"errors": ("error", "errors"), "warnings": ("warning", "warnings"), "files": ("file", "files")},
}
"""What is counted, by language: one of it, and any other number."""
NAMES = {
    "nl": {Severity.ERROR: "fout", Severity.WARNING: "waarschuwing"},
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning"},
}


def report(console: Console, findings: Iterable[Finding], texts: Mapping[str, str], language: str) -> None:
    """Print every finding with its place, excerpt and hint, and a summary at the end."""
    shown = tuple(findings)
    for finding in shown:
        console.print(_block(finding, texts, language), soft_wrap=True)
    console.print(Text(_summary(shown, language), style="bold"))


def _summary(findings: tuple[Finding, ...], language: str) -> str:
    if not findings:
        return NOTHING_WRONG[language]
    errors = sum(severity(finding) is Severity.ERROR for finding in findings)
    counts = {"errors": errors, "warnings": len(findings) - errors}
    files = len({finding.span.path for finding in findings})
    said = [_counted(number, what, language) for what, number in counts.items() if number]
    return f"{', '.join(said)} in {_counted(files, 'files', language)}."


def _counted(number: int, what: str, language: str) -> str:
    one, more = COUNTED[language][what]
    return f"{number} {one if number == 1 else more}"


def _block(finding: Finding, texts: Mapping[str, str], language: str) -> Text:
    weight = severity(finding)
    block = Text()
    block.append(str(finding.span), style="bold")
    block.append(f"  {NAMES[language][weight]} ", style=COLOURS[weight])
    block.append(f"[{finding.rule}]\n", style="dim")
    block.append(f"  {message(finding, language)}\n")
    text = texts.get(finding.span.path)
    if text is not None:
        block.append(_indented(excerpt(text.split("\n"), finding.span)), style="cyan")
    for place in finding.related:
        block.append(f"  → {place}\n", style="dim")
    block.append(f"  {hint(finding, language)}\n", style="green")
    return block


def _indented(text: str) -> str:
    return "".join(f"    {line}\n" for line in text.splitlines())
