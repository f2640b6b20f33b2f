"""A programme has a size that fits, a sign-off, a change log that is up to date, and nothing essential left out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.checks.roots import PROGRAMME, Change, Root

from kring.findings import Finding

CHANGES = [
    Change(PROGRAMME, "  min: 1\n  max: 2\n", "  min: 1\n  max: 3\n", "41:8 programme/facilitators"),
    Change(PROGRAMME, "  max: 10\n", "  max: 16\n", "17:8 programme/group-size"),
    Change(PROGRAMME, "  min: 4\n", "  min: 3\n", "16:8 programme/group-size"),
    Change(PROGRAMME, "  min: 4\n", "  min: 11\n", "16:8 range/min-over-max"),
    Change(PROGRAMME, "  min: 1\n", "  min: 3\n", "40:8 range/min-over-max"),
    Change(PROGRAMME, "enrolment:", "age:\n  min: 65\n  max: 18\nenrolment:", "19:8 range/min-over-max"),
    Change(PROGRAMME, "fidelity: |\n  Elke sessie opent met een doel.\n", "", "6:9 programme/incomplete"),
    Change(PROGRAMME, 'version: "1.0"\nstatus', 'version: "1.1"\nstatus', "5:10 programme/change-log"),
    Change(PROGRAMME, "sessions:\n", '  - version: "0.9"\n    date: 2026-02-01\n    changes: [proef]\nsessions:\n', "32:11 programme/change-log-order"),
    Change(PROGRAMME, "summary: |\n", "summary: |\n" + "  Kleine stappen tellen ook echt mee.\n" * 100, "3:10 programme/long-summary"),
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.expected)
def test_a_programme_that_is_not_right(fix_then_clean: Callable[[Change], Finding], change: Change) -> None:
    fix_then_clean(change)


@pytest.mark.parametrize(
    ("old", "new"), [("  max: 10\n", "  max: 20\n"), ("  min: 1\n  max: 2\n", "  min: 1\n  max: 4\n")]
)
def test_a_reason_silences_the_warning(root: Root, old: str, new: str) -> None:
    root.change(PROGRAMME, old, new + "  reason: We werken in twee ruimtes.\n")
    assert root.seen() == []


def test_what_is_usual_depends_on_the_setting(root: Root) -> None:
    root.change(PROGRAMME, "setting: welfare", "setting: primary_care")
    assert root.seen() == [f"{PROGRAMME}:16:8 programme/group-size"]


def test_all_that_is_missing_stands_in_one_finding(root: Root) -> None:
    text = (root.folder / PROGRAMME).read_text(encoding="utf-8")
    without = text[: text.index("safety:")] + text[text.index("sign_off:") :]
    (root.folder / PROGRAMME).write_text(without, encoding="utf-8")
    (finding,) = root.findings()
    assert (finding.rule, finding.facts["missing"]) == ("programme/incomplete", "safety, fidelity")


def test_only_a_published_programme_needs_a_sign_off(root: Root) -> None:
    text = (root.folder / PROGRAMME).read_text(encoding="utf-8")
    (root.folder / PROGRAMME).write_text(text[: text.index("sign_off:")], encoding="utf-8")
    assert root.seen() == [f"{PROGRAMME}:6:9 programme/no-sign-off"]
    root.change(PROGRAMME, "status: published", "status: review")
    assert [finding.rule for finding in root.findings(preview=True)] == []


def test_a_published_programme_with_a_draft_session(root: Root) -> None:
    root.write(
        {"programs/klein-begin/sessions/later.yml": "status: draft\ntitle: Later\ngoals:\n  - Rust.\nminutes: 20\n"}
    )
    root.change(PROGRAMME, "  - session: beginnen\n", "  - session: beginnen\n  - session: later\n")
    (finding,) = root.findings()
    assert (finding.rule, str(finding.span)) == ("programme/draft-session", f"{PROGRAMME}:33:14")
    assert (finding.facts["count"], finding.facts["total"]) == ("1", "2")


def test_measuring_after_a_session_that_is_not_in_the_order(root: Root) -> None:
    root.write(
        {"programs/klein-begin/sessions/later.yml": "status: draft\ntitle: Later\ngoals:\n  - Rust.\nminutes: 20\n"}
    )
    root.change(PROGRAMME, "after_session: beginnen", "after_session: later")
    assert root.seen() == [
        f"{PROGRAMME}:37:22 measurement/session-not-listed",
        "programs/klein-begin/sessions/later.yml:2:8 reference/session-not-in-programme",
    ]


def test_a_session_whose_id_is_written_wrongly_is_one_mistake(root: Root) -> None:
    root.write(
        {"programs/klein-begin/sessions/volhouden.yml": "title: Later\nstatus: draft\ngoals:\n  - Rust.\nminutes: 20\n"}
    )
    root.change(PROGRAMME, "  - session: beginnen\n", "  - session: beginnen\n  - session: volhoudn\n")
    assert root.seen() == [f"{PROGRAMME}:33:14 reference/dangling"]
    root.change(PROGRAMME, "volhoudn", "iets-heel-anders")
    assert root.seen() == [f"{PROGRAMME}:33:14 reference/dangling"]
