"""A fix that does not mend its finding, or that makes a file unreadable, is not offered."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.mending.examples import ACTIVITY_PATH, FILES
from tests.mending.single_file import look, mend

from kring.findings import Finding, Span
from kring.mending import fixers
from kring.mending.context import FixContext
from kring.mending.fixers import MOST_PROVED, with_fixes

TEXT = FILES[ACTIVITY_PATH].replace("title: Drie minuten ademen", "title: Adem: nu")


def proposing(text: str) -> fixers.Fixer:
    """Return a fixer that puts `text` in the place of the whole first line."""

    def propose(finding: Finding, context: FixContext) -> Finding:
        line = context.edit(finding.span.path, 1, 0, len(context.line(finding)), text)
        return replace(finding, facts={**finding.facts, "better": text}, edits=(line,))

    return propose


@pytest.mark.parametrize(
    ("text", "kept"),
    [("title: Adem", True), ("title: Adem: nog", False), ("title: Adem: nu", False), ("a: b: c", False)],
)
def test_only_what_mends_the_finding_is_offered(text: str, kept: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fixers, "FIXERS", (proposing(text),))
    (finding,) = look(ACTIVITY_PATH, TEXT).findings
    assert bool(finding.edits) == kept
    assert ("better" in finding.facts) == kept, "what does not hold is not said either"


def test_a_file_that_can_be_read_stays_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fixers, "FIXERS", (proposing("title: 'open"),))
    (finding,) = look(ACTIVITY_PATH, FILES[ACTIVITY_PATH].replace("title: Drie minuten ademen", "title: 2026")).findings
    assert finding.edits == ()


def test_of_very_many_fixes_some_wait_for_the_next_round() -> None:
    text = FILES[ACTIVITY_PATH] + "  - ja\n" * (MOST_PROVED + 5)
    seen = look(ACTIVITY_PATH, text)
    assert sum(bool(finding.edits) for finding in seen.findings) == MOST_PROVED
    again = look(ACTIVITY_PATH, mend(ACTIVITY_PATH, text, seen.findings))
    assert sum(bool(finding.edits) for finding in again.findings) == 5


def test_findings_about_other_things_than_texts_are_left_as_they_are() -> None:
    finding = Finding("file/too-large", look(ACTIVITY_PATH, TEXT).findings[0].span)
    elsewhere = replace(finding, span=Span("content/media/a.svg", finding.span.start, finding.span.end))
    assert with_fixes([elsewhere], FixContext({}, {})) == (elsewhere,)
