"""Findings for the window of the preview: what its overlay shows on top of the last good page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kring.command.reporters.report import Report
from kring.command.reporters.terminal import NAMES, summary
from kring.findings import Finding, Severity
from kring.rules.phrasing import hint, message, severity
from kring.rules.rule import Phrase
from kring.source.excerpt import excerpt

WORDS = {
    "about": Phrase(
        "Zolang er fouten zijn, verandert de site niet. Zijn ze weg, dan ververst de pagina vanzelf.",
        "As long as there are errors, the site does not change. Once they are gone, the page reloads by itself.",
    ),
    "hide": Phrase("Verberg", "Hide"),
    "show": Phrase("Laat zien", "Show"),
    "gone": Phrase(
        "De voorvertoning is gestopt. Start haar weer met: kring serve",
        "The preview has stopped. Start it again with: kring serve",
    ),
}

_FAILED = Phrase("De voorvertoning kon niet worden bijgewerkt", "The preview could not be updated")
_OLD = Phrase(
    "Wat je hieronder ziet, is van voor je laatste wijziging.", "What you see below is from before your last change."
)
_ONCE_MORE = Phrase(
    "Sla het bestand nog eens op. Blijft dit staan, kijk dan in het venster waarin kring serve draait.",
    "Save the file once more. If this stays, look in the window in which kring serve runs.",
)


def overlay(report: Report, root: Path) -> dict[str, Any]:
    """Return a report as the overlay's script takes it, errors first; places open in the editor at hand."""
    errors_first = sorted(report.findings, key=lambda finding: severity(finding) is not Severity.ERROR)
    return {
        "type": "findings",
        "title": summary(report),
        "errors": report.errors,
        "findings": [_finding(finding, report, root) for finding in errors_first],
        **_words(report.language),
    }


def failure(error: Exception, language: str) -> dict[str, Any]:
    """Return that an update failed, and why, as the overlay's script takes it: what stands below it is old."""
    said = {
        "place": "",
        "editor": "",
        "severity": Severity.ERROR.value,
        "name": NAMES[Severity.ERROR][0].in_language(language),
        "message": f"{type(error).__name__}: {error}",
        "hint": _ONCE_MORE.in_language(language),
        "excerpt": "",
    }
    return {
        "type": "findings",
        "errors": 1,
        "findings": [said],
        **_words(language),
        "title": _FAILED.in_language(language),
        "about": _OLD.in_language(language),
    }


def _words(language: str) -> dict[str, str]:
    return {name: phrase.in_language(language) for name, phrase in WORDS.items()}


def _finding(finding: Finding, report: Report, root: Path) -> dict[str, str]:
    text, weight, start = report.texts.get(finding.span.path), severity(finding), finding.span.start
    file = (root / finding.span.path).resolve().as_posix().lstrip("/")
    return {
        "place": str(finding.span),
        # The address form that VS Code and its kin register; elsewhere the place is text enough.
        "editor": f"vscode://file/{file}:{start.line}:{start.column}",
        "severity": weight.value,
        "name": NAMES[weight][0].in_language(report.language),
        "message": message(finding, report.language),
        "hint": hint(finding, report.language),
        "excerpt": excerpt(text.split("\n"), finding.span) if text is not None else "",
    }
