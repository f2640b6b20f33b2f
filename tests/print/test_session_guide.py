"""The guide of a session: what is derived for the page."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.print.real_books import written

from kring.editions.facilitator import FacilitatorEdition
from kring.model.activities import Activity
from kring.model.catalogue import Agenda, ProgrammePlan, SessionPlan, Step, Supply
from kring.model.programmes import Group
from kring.print.manual import manual


@pytest.fixture
def plan(facilitator, programme) -> ProgrammePlan:
    return next(plan for plan in facilitator.plans if plan.id == programme)


def guide(facilitator: FacilitatorEdition, plan: ProgrammePlan, session: SessionPlan) -> dict[str, Any]:
    """Return the chapter of a session, on its own."""
    alone = replace(facilitator, plans=(replace(plan, sessions=(session,)),))
    return written(manual(alone, plan.id, session=session.number))["parts"][0]


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
    activities = tuple(every.values())
    return replace(session, agendas=agendas, activities=activities, session=replace(session.session, agenda=activities))


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
    assert [column["title"] for column in table["columns"]] == ["Wat", "Voor 5", "Voor 9", "Nodig bij"]
    assert rows == [
        ["Pen", "5", "9", "hele sessie"],
        ["Stift", "6", "10", "Pauze"],
        ["Klok", "1", "1", "hele sessie"],
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
    _, panel = section(chapter, "De sessie op een rij")
    assert [words(line) for line in panel["parts"][0]["items"]] == [
        "Schrap eerst: Spel (10 min)",
        "Sla daarna over: Extra (10 min)",
        "Maak daarna korter: Kern (6 min)",
    ]


def test_the_first_line_of_the_box_follows_on_nothing(facilitator, plan):
    session = plan.sessions[0]
    agenda = Agenda(
        ("in_person",),
        steps(
            activity(session, "Kern", minutes_min=4),
            activity(session, "Extra", priority="optional"),
            activity(session, "Rust", kind="break", minutes_min=2),
            activity(session, "Koffie", kind="break", priority="optional"),
        ),
    )
    _, panel = section(guide(facilitator, plan, with_agenda(session, agenda)), "De sessie op een rij")
    assert panel["title"] == "Loopt het uit?"
    assert [words(line) for line in panel["parts"][0]["items"]] == [
        "Sla over: Extra (10 min)",
        "Maak daarna korter: Kern (6 min)",
    ]


def test_what_the_other_does_stands_above_the_script(facilitator, plan):
    session = plan.sessions[0]
    said = next(step.activity.script for step in session.steps if step.activity.script)
    meanwhile = next(s.activity.second_facilitator for s in session.steps if s.activity.second_facilitator)
    step = activity(session, "Kern", script=said, second_facilitator=meanwhile)
    chapter = guide(facilitator, plan, with_agenda(session, Agenda(("in_person",), steps(step))))
    (only,) = section(chapter, "Het draaiboek")
    labels = [row["label"] for row in only["rows"]]
    assert labels.index("De ander intussen") < min(labels.index(voice) for voice in ("Zeg", "Doe") if voice in labels)


def test_all_that_is_to_be_printed_is_listed_and_in_the_book(facilitator, plan):
    session = next(s for s in plan.sessions if any(activity.questionnaires for activity in s.activities))
    asked = {ref.id for activity in session.activities for ref in activity.questionnaires}
    book = written(manual(facilitator, plan.id, session=session.number))
    chapter, *sheets, _ = book["parts"]
    (found,) = section(chapter, "Om te printen")
    labels = [node["label"] for line in found["items"] for node in line if node["type"] == "link"]
    assert labels == [sheet["label"] for sheet in sheets]
    assert {f"questionnaire-{id}" for id in asked} < set(labels)
    assert book["subtitle"].startswith(f"Draaiboek sessie {session.number}: ")


def test_each_way_of_meeting_has_its_agenda_and_each_step_its_guide_once(facilitator, plan):
    session = plan.sessions[0]
    shared, there, screen = (activity(session, title) for title in ("Samen", "Ter plekke", "Scherm"))
    agendas = (Agenda(("in_person",), steps(shared, there)), Agenda(("online",), steps(shared, screen)))
    chapter = guide(facilitator, plan, with_agenda(session, *agendas))
    assert len(section(chapter, "De sessie op een rij: op locatie")) >= 1
    assert len(section(chapter, "De sessie op een rij: online")) >= 1
    guides = section(chapter, "Het draaiboek")
    assert [part["title"] for part in guides] == ["Samen", "Ter plekke", "Scherm"]


def test_a_session_without_a_usual_start_counts_from_its_beginning(facilitator, plan):
    session = plan.sessions[0]
    agenda = Agenda(
        ("in_person",),
        (Step(activity(session, "Begin"), 0, None, None), Step(activity(session, "Dan"), 10, None, None)),
    )
    chapter = guide(facilitator, plan, with_agenda(session, agenda))
    assert [part["clock"] for part in section(chapter, "Het draaiboek")] == ["+0 min.", "+10 min."]


def test_the_fidelity_checklist_lists_the_core_only(facilitator, plan):
    session = plan.sessions[0]
    agenda = Agenda(("in_person",), steps(activity(session, "Kern"), activity(session, "Spel", priority="cut_first")))
    chapter = guide(facilitator, plan, with_agenda(session, agenda))
    _, checklist = section(chapter, "Wat is er gebeurd?")
    assert checklist["rows"] == ["Kern"]


def test_homework_is_reviewed_with_its_prompts(facilitator, plan):
    second = plan.sessions[1]
    prompts = [" ".join(prompt.text.split()) for homework in second.reviews for prompt in homework.review_prompts]
    assert prompts
    chapter = guide(facilitator, plan, second)
    guides = section(chapter, "Het draaiboek")
    rows = [row for part in guides for row in part["rows"] if row["label"] == "Huiswerk waarop je terugkijkt"]
    shown = [words(item) for row in rows for item in row["parts"][1]["items"]]
    assert shown == prompts
