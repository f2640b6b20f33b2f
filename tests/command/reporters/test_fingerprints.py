"""Fingerprints stay while lines move, and change when it is another mistake."""

from __future__ import annotations

from dataclasses import replace

from tests.command.reporters.samples import AGAIN, ERROR, FINDINGS, LONG, SESSION, TEXT, WHOLE_FILE

from kring.command.reporters.report import fingerprints
from kring.findings import Finding, Position, Span


def moved(finding: Finding, lines: int) -> Finding:
    start, end = finding.span.start, finding.span.end
    span = Span(finding.span.path, Position(start.line + lines, start.column), Position(end.line + lines, end.column))
    return replace(finding, span=span)


def test_lines_above_change_nothing() -> None:
    findings = (LONG, ERROR, AGAIN)
    later = tuple(moved(finding, 2) for finding in findings)
    assert fingerprints(findings, {SESSION: TEXT}) == fingerprints(later, {SESSION: f"\n# meer\n{TEXT}"})


def test_no_two_are_alike_even_on_equal_lines() -> None:
    names = fingerprints(FINDINGS, {SESSION: TEXT})
    assert len(set(names)) == len(FINDINGS)


def test_other_words_another_rule_or_another_file_is_another_mistake() -> None:
    (name,) = fingerprints((ERROR,), {SESSION: TEXT})
    assert fingerprints((ERROR,), {SESSION: TEXT.replace("40", "45")}) != (name,)
    assert fingerprints((replace(ERROR, rule="agenda/minutes-min"),), {SESSION: TEXT}) != (name,)
    elsewhere = replace(ERROR, span=Span("other.yml", ERROR.span.start, ERROR.span.end))
    assert fingerprints((elsewhere,), {"other.yml": TEXT}) != (name,)


def test_facts_that_follow_from_elsewhere_change_nothing_but_tell_whole_files_apart() -> None:
    other_sum = replace(ERROR, facts=dict(ERROR.facts) | {"total": "55"})
    assert fingerprints((ERROR,), {SESSION: TEXT}) == fingerprints((other_sum,), {SESSION: TEXT})
    other_role = replace(WHOLE_FILE, facts={"role": "contact"})
    assert fingerprints((WHOLE_FILE,), {}) != fingerprints((other_role,), {})
