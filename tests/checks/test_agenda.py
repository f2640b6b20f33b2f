"""The minutes of an agenda come out, and a session opens, pauses and closes as the group needs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.checks.roots import PROGRAMME, SESSION, Change, Root

from kring.findings import Finding
from kring.rules.phrasing import hint, message

CHANGES = [
    Change(SESSION, "minutes: 30\n", "minutes: 45\n", "4:10 agenda/minutes"),
    Change(SESSION, "    minutes_min: 10\n", "    minutes_min: 16\n", "25:18 agenda/minutes-min"),
    Change(SESSION, "kind: personal_goal", "kind: check_in", "9:9 agenda/no-personal-goal"),
    Change(SESSION, "kind: closing", "kind: exchange", "34:9 agenda/no-closing"),
    Change(SESSION, "    minutes: 15\n", "    minutes: 15\n    deliveries: [in_person]\n", ""),
]


@pytest.mark.parametrize(
    "change", [change for change in CHANGES if change.expected], ids=lambda change: change.expected
)
def test_an_agenda_that_does_not_fit(fix_then_clean: Callable[[Change], Finding], change: Change) -> None:
    fix_then_clean(change)


def test_a_step_for_the_only_way_of_meeting_changes_nothing(root: Root) -> None:
    root.change(SESSION, "    minutes: 15\n", "    minutes: 15\n    deliveries: [in_person]\n")
    assert root.seen() == []


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        ("25", "Haal 5 minuten van de onderdelen af, of verander `minutes` in 30."),
        ("40", "Geef de onderdelen 10 minuten meer, of verander `minutes` in 30."),
    ],
)
def test_the_hint_says_how_many_minutes(root: Root, minutes: str, words: str) -> None:
    root.change(SESSION, "minutes: 30\n", f"minutes: {minutes}\n")
    (finding,) = root.findings()
    assert hint(finding, "nl") == words


def test_minutes_add_up_for_each_way_of_meeting(root: Root) -> None:
    root.change(PROGRAMME, "[in_person]", "[in_person, online]")
    root.change(SESSION, "    minutes: 15\n", "    minutes: 15\n    deliveries: [in_person]\n")
    (finding,) = root.findings()
    assert message(finding, "en") == "The session takes 30 minutes, but its steps together 15 (online)."
    root.append(
        SESSION,
        "  - id: scherm\n    title: Op het scherm\n    kind: closing\n    priority: core\n"
        "    minutes: 15\n    deliveries: [online]\n",
    )
    assert root.seen() == []


def test_a_personal_goal_may_follow_a_check_in(root: Root) -> None:
    root.change(
        SESSION,
        "agenda:\n",
        "agenda:\n  - id: welkom\n    title: Welkom\n    kind: check_in\n    priority: core\n    minutes: 5\n",
    )
    root.change(SESSION, "minutes: 30\n", "minutes: 35\n")
    assert root.seen() == []
    root.change(SESSION, "kind: check_in", "kind: explanation")
    assert root.seen() == [f"{SESSION}:9:9 agenda/no-personal-goal"]


def test_a_programme_may_say_why_it_has_no_personal_goal(root: Root) -> None:
    root.change(SESSION, "kind: personal_goal", "kind: discussion")
    root.change(PROGRAMME, "authors:", "no_personal_goal_because: We kiezen samen één doel.\nauthors:")
    assert root.seen() == []


def test_a_long_session_needs_a_break_and_says_what_can_be_shorter(root: Root) -> None:
    root.change(SESSION, "minutes: 30\n", "minutes: 105\n")
    root.change(SESSION, "    minutes: 15\n    minutes_min: 10\n", "    minutes: 90\n    minutes_min: 90\n")
    root.change(SESSION, "    minutes: 10\n    minutes_min: 5\n", "    minutes: 10\n")
    assert root.seen() == [f"{SESSION}:9:9 agenda/no-break", f"{SESSION}:9:9 agenda/no-room-to-cut"]
    root.change(SESSION, "    kind: exercise\n", "    kind: break\n")
    root.change(SESSION, "    minutes_min: 90\n", "    minutes_min: 60\n")
    assert root.seen() == [f"{SESSION}:9:9 agenda/no-room-to-cut"], "nobody takes minutes from a break"
    root.change(SESSION, "    minutes: 10\n", "    minutes: 10\n    minutes_min: 5\n")
    assert root.seen() == []


def test_ninety_minutes_without_a_break_are_just_possible(root: Root) -> None:
    root.change(SESSION, "minutes: 30\n", "minutes: 90\n")
    root.change(SESSION, "    minutes: 15\n", "    minutes: 75\n")
    assert root.seen() == []


def test_a_draft_with_an_agenda_must_add_up_and_no_more(root: Root) -> None:
    draft = "status: draft\ntitle: Later\ngoals:\n  - Je kijkt vooruit.\nminutes: 20\n"
    step = "agenda:\n  - id: praten\n    title: Praten\n    kind: discussion\n    priority: core\n    minutes: 15\n"
    path = "programs/klein-begin/sessions/later.yml"
    root.write({path: draft})
    root.change(PROGRAMME, "  - session: beginnen\n", "  - session: beginnen\n  - session: later\n")
    assert [finding.rule for finding in root.findings()] == ["programme/draft-session"]
    root.append(path, step)
    assert [finding.rule for finding in root.findings()] == ["programme/draft-session", "agenda/minutes"]


def test_nothing_is_said_about_an_agenda_of_which_a_step_is_missing(root: Root) -> None:
    root.change(SESSION, "    title: Mijn eerste stap\n    kind: exercise\n", "    use: stap\n")
    text = (root.folder / SESSION).read_text(encoding="utf-8")
    start, end = text.index("    minutes_min: 10\n"), text.index("  - id: afsluiten")
    (root.folder / SESSION).write_text(text[:start] + text[end:], encoding="utf-8")
    assert [finding.rule for finding in root.findings() if finding.span.path == SESSION] == ["reference/dangling"]


def test_minutes_of_the_library_are_judged_where_they_stand(root: Root) -> None:
    root.write(
        {"content/activities/stap.yml": "title: Stap\nkind: exercise\nminutes: 15\nminutes_min: 10\npriority: core\n"}
    )
    text = (root.folder / SESSION).read_text(encoding="utf-8")
    start, end = text.index("    title: Mijn eerste stap"), text.index("  - id: afsluiten")
    taken = "    use: stap\n    minutes: {}\n    override:\n      module_step: {{module: plannen, step: beginnen}}\n"
    (root.folder / SESSION).write_text(text[:start] + taken.format(15) + text[end:], encoding="utf-8")
    assert root.seen() == []
    root.change(SESSION, "    minutes: 15\n", "    minutes: 8\n")
    root.change(SESSION, "minutes: 30\n", "minutes: 23\n")
    assert root.seen() == [f"{SESSION}:22:14 agenda/minutes-min"]
    root.change(SESSION, "    minutes: 8\n", "    minutes: 15\n")
    root.change(SESSION, "minutes: 23\n", "minutes: 30\n")
    root.change("content/activities/stap.yml", "minutes_min: 10", "minutes_min: 20")
    assert "content/activities/stap.yml:4:14 agenda/minutes-min" in root.seen()


def test_a_step_for_a_way_of_meeting_that_is_not_offered(root: Root) -> None:
    root.append(
        SESSION,
        "  - id: scherm\n    title: Scherm\n    kind: closing\n    priority: core\n    minutes: 5\n"
        "    deliveries: [online]\n",
    )
    assert root.seen() == [f"{SESSION}:50:17 agenda/never-shown"]


TAKEN_UP = "    use: stap\n    minutes: {}\n    override:\n      module_step: {{module: plannen, step: beginnen}}\n"


def take_up(root: Root, minutes: int) -> None:
    """Let the session take up a step of so many minutes that is not in the library."""
    text = (root.folder / SESSION).read_text(encoding="utf-8")
    start, end = text.index("    title: Mijn eerste stap"), text.index("  - id: afsluiten")
    (root.folder / SESSION).write_text(text[:start] + TAKEN_UP.format(minutes) + text[end:], encoding="utf-8")


def test_minutes_add_up_even_where_a_step_is_not_in_the_library(root: Root) -> None:
    take_up(root, 15)
    assert [finding.rule for finding in root.findings()] == ["reference/dangling"]
    root.change(SESSION, "    minutes: 15\n", "    minutes: 20\n")
    assert [finding.rule for finding in root.findings()] == ["agenda/minutes", "reference/dangling"]
    assert root.findings()[0].facts["total"] == "35"
    assert root.seen()[0].startswith(f"{SESSION}:4:10")
    root.change(PROGRAMME, "[in_person]", "[in_person, online]")
    assert [finding.rule for finding in root.findings()] == ["reference/dangling"], "it may be for one of them only"
