"""A report with everything that can make trouble on its way out."""

from __future__ import annotations

from kring.checks.suppressions import Suppression
from kring.command.reporters.report import Report
from kring.findings import Edit, Finding, Position, Severity, Span

SESSION = "programs/a b/sessions/é: 100%, #1.yml"
MEETING = {"deliveries": "in_person"}
TEXT = "title: 🌱 Groei\nminutes: 40\nminutes: 40\nagenda: []\n"


def span(path: str, line: int, column: int, end_line: int, end_column: int) -> Span:
    return Span(path, Position(line, column), Position(end_line, end_column))


ERROR = Finding(
    "agenda/minutes",
    span(SESSION, 2, 10, 2, 12),
    {"minutes": "40", "total": "10% van 100,\nof zo", **MEETING},
    related=(span(SESSION, 4, 1, 4, 7), Span("site_config.yml")),
)
AGAIN = Finding(ERROR.rule, span(SESSION, 3, 10, 3, 12), ERROR.facts)
AFTER_EMOJI = Finding(
    "yaml/typographic-quotes",
    span(SESSION, 1, 10, 1, 15),
    {"value": "Groei"},
    edits=(Edit(span(SESSION, 1, 10, 1, 15), '"Groei"'), Edit(span(SESSION, 4, 1, 5, 1), "")),
)
LONG = Finding("agenda/no-break", span(SESSION, 1, 3, 2, 4), {"minutes": "90", **MEETING})
WHOLE_FILE = Finding("site/required-page", Span("content/pages"), {"role": "privacy"})
EASED = Finding("site/required-page", Span("content/pages"), {"role": "contact"}, severity=Severity.WARNING)
ALLOWED = Finding("agenda/no-closing", span(SESSION, 4, 1, 4, 7), {"last": "kring", **MEETING})
COMMENT = Suppression(
    "agenda/no-closing", "we zwaaien “af”", span(SESSION, 4, 12, 4, 60), range(4, 5), whole_file=False
)

FINDINGS = (AFTER_EMOJI, LONG, ERROR, AGAIN, WHOLE_FILE, EASED)


def sample(language: str = "nl", folder: str = "", *, allowed: bool = True) -> Report:
    """Return the report; `folder` is where its root stands in the repository."""
    return Report(FINDINGS, {SESSION: TEXT}, language, ((ALLOWED, COMMENT),) if allowed else (), folder)
