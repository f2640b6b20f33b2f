"""Homework that is set comes back, and what comes back was set."""

from __future__ import annotations

import pytest
from tests.checks.roots import PROGRAMME, SESSION, Root

from kring.rules.phrasing import hint

SECOND = "programs/klein-begin/sessions/volhouden.yml"
HOMEWORK = "programs/klein-begin/homework/stap.yml"
FILES = {
    HOMEWORK: "title: Een stap\nwhy: Klein is echt.\nminutes: 10\nsteps:\n  - Zet je stap.\n",
    SECOND: """\
title: Volhouden
goals:
  - Je gaat door.
minutes: 20
agenda:
  - id: doel
    title: Doel
    kind: personal_goal
    priority: core
    minutes: 5
  - id: terug
    title: Terugkijken
    kind: homework_review
    priority: core
    minutes: 10
    reviews: [stap]
  - id: einde
    title: Einde
    kind: closing
    priority: core
    minutes: 5
""",
}
SETS = f"{SESSION}:5:12"
REVIEWS = f"{SECOND}:16:15"


@pytest.fixture
def course(root: Root) -> Root:
    """The minimal root with a second session that reviews the homework of the first."""
    root.write(FILES)
    root.change(PROGRAMME, "  - session: beginnen\n", "  - session: beginnen\n  - session: volhouden\n")
    root.change(SESSION, "articles: [rust]\n", "homework: [stap]\narticles: [rust]\n")
    root.change(SESSION, "kind: exercise", "kind: homework_briefing")
    assert root.seen() == []
    return root


def test_homework_that_no_session_reviews(course: Root) -> None:
    course.change(SECOND, "    reviews: [stap]\n", "")
    assert course.seen() == [f"{SETS} homework/not-reviewed"]
    course.append(HOMEWORK, "not_reviewed_because: Het is een extra.\n")
    assert course.seen() == []


def test_homework_of_the_last_session_needs_a_reason(course: Root) -> None:
    course.change(SECOND, "agenda:", "homework: [stap]\nagenda:")
    findings = {finding.rule: finding for finding in course.findings()}
    assert set(findings) == {"homework/not-reviewed", "homework/no-briefing"}
    assert str(findings["homework/not-reviewed"].span) == f"{SECOND}:5:12"
    assert hint(findings["homework/not-reviewed"], "nl").startswith("Na deze sessie komt er geen meer.")


def test_a_draft_may_still_review_it(course: Root) -> None:
    course.change(SECOND, "title: Volhouden\n", "status: draft\ntitle: Volhouden\n")
    course.change(SECOND, "    reviews: [stap]\n", "")
    assert [finding.rule for finding in course.findings()] == ["programme/draft-session"]


def test_a_session_that_cannot_be_read_may_review_it(course: Root) -> None:
    course.change(SECOND, "    reviews: [stap]\n", "    beoordeelt: [stap]\n")
    assert [finding.rule for finding in course.findings()] == ["schema/unknown-field"]


def test_a_review_of_what_was_never_set(course: Root) -> None:
    course.change(SESSION, "homework: [stap]\n", "")
    assert course.seen() == [f"{REVIEWS} homework/never-set"]


def test_a_review_before_it_was_set(course: Root) -> None:
    course.change(SESSION, "homework: [stap]\n", "")
    course.change(SECOND, "agenda:", "homework: [stap]\nagenda:")
    course.append(HOMEWORK, "not_reviewed_because: Het is een extra.\n")
    assert course.seen() == [
        f"{SECOND}:5:11 homework/no-briefing",
        f"{SECOND}:17:15 homework/reviewed-before-set",
    ]


def test_in_any_order_a_review_may_come_first(course: Root) -> None:
    course.change(PROGRAMME, "sequence: fixed", "sequence: any")
    course.change(PROGRAMME, "beginnen\n  - session: volhouden\n", "volhouden\n  - session: beginnen\n")
    assert course.seen() == []


def test_a_phase_can_set_homework_too(course: Root) -> None:
    course.change(SESSION, "homework: [stap]\n", "")
    course.change(
        PROGRAMME, "sessions:\n", "phases:\n  before:\n    text: Begin vast.\n    homework: [stap]\nsessions:\n"
    )
    assert course.seen() == []


def test_a_review_that_the_library_names_is_reported_in_the_session(course: Root) -> None:
    course.change(SESSION, "homework: [stap]\n", "")
    review = "title: Terug\nkind: homework_review\nminutes: 10\npriority: core\nreviews: [stap]\n"
    course.write({"content/activities/terug.yml": review, "content/homework/stap.yml": FILES[HOMEWORK]})
    (course.folder / HOMEWORK).unlink()
    text = (course.folder / SECOND).read_text(encoding="utf-8")
    start, end = text.index("    title: Terugkijken"), text.index("  - id: einde")
    (course.folder / SECOND).write_text(text[:start] + "    use: terug\n" + text[end:], encoding="utf-8")
    assert course.seen() == [f"{SECOND}:11:5 homework/never-set"]


def test_homework_is_explained_in_the_session(course: Root) -> None:
    course.change(SESSION, "kind: homework_briefing", "kind: exercise")
    assert course.seen() == [f"{SESSION}:5:11 homework/no-briefing"]
