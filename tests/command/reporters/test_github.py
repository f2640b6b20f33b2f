"""GitHub annotations: one command a line, escaped so that no text can end it or begin another."""

from __future__ import annotations

import re

from tests.command.reporters.samples import SESSION, sample

from kring.command.reporters.formats import as_annotations
from kring.command.reporters.report import Report
from kring.findings import Finding, Span

COMMAND = re.compile(r"::(error|warning) ((?:[a-zA-Z]+=[^,:]*)(?:,[a-zA-Z]+=[^,:]*)*)::(.*)")


def read(line: str) -> tuple[str, dict[str, str], str]:
    """Read a command as the runner does: unescape properties and message."""
    match = COMMAND.fullmatch(line)
    assert match, line
    properties = dict(part.split("=", 1) for part in match[2].split(","))
    return (
        match[1],
        {name: unescaped(value, properties=True) for name, value in properties.items()},
        unescaped(match[3]),
    )


def unescaped(value: str, *, properties: bool = False) -> str:
    for code, sign in [
        ("%0D", "\r"),
        ("%0A", "\n"),
        *([("%3A", ":"), ("%2C", ",")] if properties else []),
        ("%25", "%"),
    ]:
        value = value.replace(code, sign)
    return value


def test_every_finding_is_one_line_whatever_is_in_it() -> None:
    report = sample()
    lines = as_annotations(report).splitlines()
    assert len(lines) == len(report.findings)
    for finding, line in zip(report.findings, lines, strict=True):
        _, properties, text = read(line)
        assert properties["file"] == finding.span.path
        assert properties["title"].endswith(f"[{finding.rule}]")
        assert "\n" in text, "the hint stands below the message"


def test_places_and_severities() -> None:
    commands = [read(line) for line in as_annotations(sample()).splitlines()]
    assert [kind for kind, _, _ in commands] == ["warning", "warning", "error", "error", "error", "warning"]
    places = [{name: place[name] for name in place if name not in {"file", "title"}} for _, place, _ in commands]
    assert places[0] == {"line": "1", "col": "10", "endLine": "1", "endColumn": "14"}
    assert places[1] == {"line": "1", "col": "3", "endLine": "2"}, "columns are heeded within one line only"
    assert places[4] == {}


def test_texts_come_out_as_they_went_in() -> None:
    _, properties, text = read(as_annotations(sample(folder="een/twee")).splitlines()[2])
    assert properties["file"] == f"een/twee/{SESSION}"
    assert "10% van 100,\nof zo" in text


def test_no_text_can_begin_a_command_of_its_own() -> None:
    hostile = Finding("site/required-page", Span("a,line=9::x\n::error::b"), {"role": "x\r\n::warning file=y::z"})
    (line,) = as_annotations(Report((hostile,), {}, "en")).splitlines()
    _, properties, text = read(line)
    assert properties["file"] == hostile.span.path
    assert hostile.facts["role"] in text
