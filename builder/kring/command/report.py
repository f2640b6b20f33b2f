"""Reporters: findings on a terminal. Nobody else prints findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich.console import Console
from rich.text import Text

from kring.findings import Finding, Severity
from kring.rules.phrasing import hint, message, severity
from kring.source.excerpt import excerpt

COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "yellow"}
SUMMARY = {
    "nl": ("Geen fouten gevonden.", "{errors} fout(en), {warnings} waarschuwing(en) in {files} bestand(en)."),
    "en": ("No mistakes found.", "{errors} error(s), {warnings} warning(s) in {files} file(s)."),
}
NAMES = {
    "nl": {Severity.ERROR: "fout", Severity.WARNING: "waarschuwing"},
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning"},
}


def report(console: Console, findings: Iterable[Finding], texts: Mapping[str, str], language: str) -> None:
    """Print every finding with its place, excerpt and hint, and a summary at the end."""
    shown = tuple(findings)
    for finding in shown:
        console.print(_block(finding, texts, language), soft_wrap=True)
    errors = sum(severity(finding) is Severity.ERROR for finding in shown)
    none, some = SUMMARY[language]
    files = len({finding.span.path for finding in shown})
    line = some.format(errors=errors, warnings=len(shown) - errors, files=files) if shown else none
    console.print(Text(line, style="bold"))


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
