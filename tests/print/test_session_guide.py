"""The guide of a session: what is derived for the page."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.print.reading_pdf import body_text, squeezed
from tests.print.real_books import written

from kring.editions.facilitator import FacilitatorEdition
from kring.model.activities import Activity
from kring.model.catalogue import Agenda, ProgrammePlan, SessionPlan, Step, Supply
from kring.model.programmes import Group
from kring.print.book import Book
from kring.print.manual import manual
from kring.print.session_pack import pack


@pytest.fixture
def plan(facilitator, programme) -> ProgrammePlan:
    return next(plan for plan in facilitator.plans if plan.id == programme)


def one_session(facilitator: FacilitatorEdition, plan: ProgrammePlan, session: SessionPlan) -> Book:
    """Return the book of a session, whatever the others are."""
    alone = replace(facilitator, plans=(replace(plan, sessions=(session,)),))
    return manual(alone, plan.id, session=session.number)


def guide(facilitator: FacilitatorEdition, plan: ProgrammePlan, session: SessionPlan) -> dict[str, Any]:
    """Return the values of a session's guide."""
    found: dict[str, Any] = one_session(facilitator, plan, session).data["content"]["session"]
    return found


def on_paper(facilitator: FacilitatorEdition, plan: ProgrammePlan, session: SessionPlan) -> str:
    """Return the words of a session's guide, without spaces."""
    return squeezed(body_text(one_session(facilitator, plan, session).pdf()))


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
    text = on_paper(facilitator, replace(plan, programme=replace(plan.programme, group=group)), session)
    clock = next(step.clock for step in session.steps if step.activity.title == "Pauze")
    rows = f"Zonder haakjes = de hele sessie Voor 5 Voor 9 Pen 5 9 Stift ({clock}) 6 10 Klok 1 1"
    assert squeezed(rows) in text


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
    lines = (
        "Loopt het uit? 1. Laat eerst weg: Spel (scheelt 10 min). Dan duurt de sessie 20 minuten. Klaar om 13:50. "
        "2. Sla daarna over: Extra (scheelt 10 min). Dan duurt de sessie 10 minuten. Klaar om 13:40. "
        "3. Maak daarna korter: Kern (nog 4 min). Dan duurt de sessie 4 minuten. Klaar om 13:34."
    )
    assert squeezed(lines) in on_paper(facilitator, plan, with_agenda(session, agenda))


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
    lines = (
        "Loopt het uit? 1. Sla over: Extra (scheelt 10 min). Dan duurt de sessie 30 minuten. Klaar om 14:00. "
        "2. Maak daarna korter: Kern (nog 4 min). Dan duurt de sessie 24 minuten. Klaar om 13:54. "
        "De kern blijft altijd staan. De pauze blijft zo lang als hij is. Waar jij op let"
    )
    assert squeezed(lines) in on_paper(facilitator, plan, with_agenda(session, agenda))


def test_what_the_other_does_stands_above_the_script(facilitator, plan):
    session = plan.sessions[0]
    said = next(step.activity.script for step in session.steps if step.activity.script)
    meanwhile = next(s.activity.second_facilitator for s in session.steps if s.activity.second_facilitator)
    step = activity(session, "Kern", script=said, second_facilitator=meanwhile)
    text = on_paper(facilitator, plan, with_agenda(session, Agenda(("in_person",), steps(step))))
    first = next(line for line in (said[0].say, said[0].do, said[0].ask) if line is not None)
    assert -1 < text.find(squeezed(f"De ander intussen {meanwhile.text}")) < text.find(squeezed(first.text))


def test_all_that_is_to_be_printed_is_listed_and_in_the_book(facilitator, plan):
    session = next(s for s in plan.sessions if any(activity.questionnaires for activity in s.activities))
    asked = {ref.id for activity in session.activities for ref in activity.questionnaires}
    book = written(manual(facilitator, plan.id, session=session.number))
    listed = [words(entry["link"]) for entry in book["content"]["session"]["copies"]]
    packed = written(pack(facilitator, plan.id, session=session.number))["content"]["sheets"]
    assert listed == [sheet["title"] for sheet in packed]
    assert {f"questionnaire-{id}" for id in asked} < {sheet["label"] for sheet in packed}
    assert book["subtitle"].startswith(f"Draaiboek sessie {session.number}: ")


def test_each_way_of_meeting_has_its_agenda_and_each_step_its_guide_once(facilitator, plan):
    session = plan.sessions[0]
    shared, there, screen = (activity(session, title) for title in ("Samen", "Ter plekke", "Scherm"))
    agendas = (Agenda(("in_person",), steps(shared, there)), Agenda(("online",), steps(shared, screen)))
    changed = with_agenda(session, *agendas)
    text = on_paper(facilitator, plan, changed)
    assert squeezed("De sessie op een rij: op locatie") in text
    assert squeezed("De sessie op een rij: online") in text
    assert [step["title"] for step in guide(facilitator, plan, changed)["steps"]] == ["Samen", "Ter plekke", "Scherm"]


def test_a_session_without_a_usual_start_counts_from_its_beginning(facilitator, plan):
    session = plan.sessions[0]
    agenda = Agenda(
        ("in_person",),
        (Step(activity(session, "Begin"), 0, None, None), Step(activity(session, "Dan"), 10, None, None)),
    )
    text = on_paper(facilitator, plan, with_agenda(session, agenda))
    assert squeezed("+0 min. Begin") in text
    assert squeezed("+10 min. Dan") in text


def test_the_fidelity_checklist_lists_the_core_only(facilitator, plan):
    session = plan.sessions[0]
    agenda = Agenda(("in_person",), steps(activity(session, "Kern"), activity(session, "Spel", priority="cut_first")))
    text = on_paper(facilitator, plan, with_agenda(session, agenda))
    _, _, listed = text.partition(squeezed("Kernonderdeel Gedaan Korter Niet Kern"))
    assert listed
    assert "Spel" not in listed.partition(squeezed("Nabespreken met je collega"))[0]


def test_homework_is_reviewed_with_its_prompts(facilitator, plan):
    second = plan.sessions[1]
    prompts = [" ".join(prompt.text.split()) for homework in second.reviews for prompt in homework.review_prompts]
    assert prompts
    reviews = [review for step in guide(facilitator, plan, second)["steps"] for review in step["reviews"]]
    assert [words(prompt) for review in reviews for prompt in review["prompts"]] == prompts
