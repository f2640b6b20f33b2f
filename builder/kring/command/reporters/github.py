"""Findings as workflow commands: on GitHub they become annotations beside the changed lines.

`::error file=…,line=…,col=…,endLine=…,endColumn=…,title=…::message`. GitHub shows ten errors and ten warnings
of one step; the log has them all.
"""

from __future__ import annotations

from kring.command.reporters.report import Report, is_whole_file, printable
from kring.findings import Finding, Severity
from kring.rules import RULES
from kring.rules.phrasing import hint, message, severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning"}
_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


def as_annotations(report: Report) -> str:
    """Return a report as one workflow command a line."""
    return "".join(f"{printable(_annotation(finding, report))}\n" for finding in report.findings)


def _annotation(finding: Finding, report: Report) -> str:
    language = report.language
    title = f"{RULES[finding.rule].title.in_language(language)} [{finding.rule}]"
    properties = {"file": report.place_in_repository(finding.span.path)} | _place(finding) | {"title": title}
    written = ",".join(f"{name}={value.translate(_IN_PROPERTY)}" for name, value in properties.items())
    text = f"{message(finding, language)}\n{hint(finding, language)}"
    return f"::{_COMMANDS[severity(finding)]} {written}::{text.translate(_IN_MESSAGE)}"


def _place(finding: Finding) -> dict[str, str]:
    span = finding.span
    if is_whole_file(span):
        return {}
    place = {"line": str(span.start.line), "col": str(span.start.column), "endLine": str(span.end.line)}
    # Columns are heeded within one line only, and there the last one counts too.
    if span.end.line == span.start.line:
        place["endColumn"] = str(max(span.start.column, span.end.column - 1))
    return place
