"""The guide of a session: what is derived for the page."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.print.real_books import printed

from kring.editions.facilitator import FacilitatorEdition
from kring.model.activities import Activity
from kring.model.catalogue import Agenda, ProgrammePlan, SessionPlan, Step, Supply
from kring.model.programmes import Group
from kring.print.manual import manual


@pytest.fixture
def plan(facilitator, programme) -> ProgrammePlan:
    return next(plan for plan in facilitator.plans if plan.id == programme)


def guide(facilitator: FacilitatorEdition, plan: ProgrammePlan, session: SessionPlan) -> dict[str, Any]:
    """Return the chapter of a session, printed on its own."""
    alone = replace(facilitator, plans=(replace(plan, sessions=(session,)),))
    book = printed(lambda: manual(alone, plan.id, session=session.number))
    return book.data["parts"][0]


def section(chapter: dict[str, Any], title: str) -> list[dict[str, Any]]:
    return next(part["parts"] for part in chapter["parts"] if part["type"] == "section" and part["title"] == title)


def words(inlines: list[dict[str, Any]]) -> str:
    return "".join(words(node["content"]) if "content" in node else node.get("text", "") for node in inlines)


def steps(*activities: Activity) -> tuple[Step, ...]:
    return tuple(
        Step(activity, 10 * n, f"13:{10 * n:02d}", f"13:{10 * n + 10:02d}") for n, activity in enumerate(activities)
    )


def with_agenda(session: SessionPlan, *agendas: Agenda) -> SessionPlan:
    every = {step.activity.id: step.activity for agenda in agendas for step in agenda.steps}
    return replace(session, agendas=agendas, session=replace(session.session, agenda=tuple(every.values())))


def activity(session: SessionPlan, title: str, **changes: Any) -> Activity:
    bare: dict[str, Any] = {
        "script": (),
        "pitfalls": (),
        "materials": (),
        "handouts": (),
        "minutes": 10,
        "minutes_min": None,
    }
    return replace(session.steps[0].activity, id=title.lower(), title=title, **{**bare, **changes})


def test_materials_are_counted_for_the_smallest_and_the_largest_group(facilitator, plan):
    group = Group(5, 9, plan.programme.group.span)
    supplies = (
        Supply("Pen", 1, "participant", ()),
        Supply("Stift", 2, "pair", ("Pauze",)),
        Supply("Klok", 1, "group", ()),
    )
    session = replace(plan.sessions[0], supplies=supplies)
    chapter = guide(facilitator, replace(plan, programme=replace(plan.programme, group=group)), session)
    (table,) = section(chapter, "Materialen")
    rows = [[words(cell) for cell in row] for row in table["rows"]]
    assert [column["title"] for column in table["columns"]] == ["Wat", "Bij 5", "Bij 9", "Nodig bij"]
    assert rows == [
        ["Pen", "5", "9", "de hele sessie"],
        ["Stift", "6", "10", "Pauze"],
        ["Klok", "1", "1", "de hele sessie"],
    ]


def test_when_time_is_short_it_says_what_goes_first(facilitator, plan):
    session = plan.sessions[0]
    agenda = Agenda(
        ("in_person",),
        steps(
            activity(session, "Kern", minutes_min=4),
            activity(session, "Spel", priority="cut_first"),
            activity(session, "Extra", priority="optional", minutes_min=9),
        ),
    )
    chapter = guide(facilitator, plan, with_agenda(session, agenda))
    _, panel = section(chapter, "Agenda in één oogopslag")
    assert [words(line) for line in panel["parts"][0]["items"]] == [
        "Laat eerst vallen: Spel (10 min)",
        "Sla daarna over: Extra (10 min)",
        "Maak dan korter: Kern (6 min) en Extra (1 min)",
    ]


def test_each_way_of_meeting_has_its_agenda_and_each_step_its_guide_once(facilitator, plan):
    session = plan.sessions[0]
    shared, there, screen = (activity(session, title) for title in ("Samen", "Ter plekke", "Scherm"))
    agendas = (Agenda(("in_person",), steps(shared, there)), Agenda(("online",), steps(shared, screen)))
    chapter = guide(facilitator, plan, with_agenda(session, *agendas))
    assert len(section(chapter, "Agenda op locatie")) >= 1
    assert len(section(chapter, "Agenda online")) >= 1
    guides = section(chapter, "Stap voor stap")
    assert [part["title"] for part in guides] == ["Samen", "Ter plekke", "Scherm"]


def test_a_session_without_a_usual_start_counts_from_its_beginning(facilitator, plan):
    session = plan.sessions[0]
    agenda = Agenda(
        ("in_person",),
        (Step(activity(session, "Begin"), 0, None, None), Step(activity(session, "Dan"), 10, None, None)),
    )
    chapter = guide(facilitator, plan, with_agenda(session, agenda))
    assert [part["clock"] for part in section(chapter, "Stap voor stap")] == ["+0 min", "+10 min"]


def test_the_fidelity_checklist_lists_the_core_only(facilitator, plan):
    session = plan.sessions[0]
    agenda = Agenda(("in_person",), steps(activity(session, "Kern"), activity(session, "Spel", priority="cut_first")))
    chapter = guide(facilitator, plan, with_agenda(session, agenda))
    _, checklist = section(chapter, "Is de kern gebeurd?")
    assert checklist["rows"] == ["Kern"]


def test_homework_is_reviewed_with_its_prompts(the_manual, plan):
    second = plan.sessions[1]
    prompts = [" ".join(prompt.text.split()) for homework in second.reviews for prompt in homework.review_prompts]
    assert prompts
    chapter = next(part for part in the_manual.data["parts"] if part.get("title") == second.session.title)
    guides = section(chapter, "Stap voor stap")
    rows = [row for part in guides for row in part["rows"] if row["label"] == "Huiswerk dat je bespreekt"]
    shown = [words(item) for row in rows for item in row["parts"][1]["items"]]
    assert shown == prompts
