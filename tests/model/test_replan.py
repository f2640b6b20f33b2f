"""An agenda in less time: what must stay stays, and one rule says on screen and on paper what goes and when it ends."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kring.findings import Span
from kring.model.activities import Activity
from kring.model.catalogue import Agenda, Step
from kring.model.replan import least, replan, shortest, ways_to_end_sooner

PRIORITIES = ("core", "optional", "cut_first")


def agenda(*activities: Activity) -> Agenda:
    return Agenda(("in_person",), tuple(Step(activity, 0, None, None) for activity in activities))


def activity(
    id: str, minutes: int, priority: str = "core", least: int | None = None, kind: str = "exercise"
) -> Activity:
    return Activity(id, id, kind, minutes, priority, Span("a.yml"), minutes_min=least)


@st.composite
def agendas(draw: st.DrawFn) -> Agenda:
    kinds, minutes = st.sampled_from(["exercise", "break", "closing"]), st.integers(1, 60)
    return agenda(
        *(
            activity(
                f"a{number}",
                draw(minutes),
                draw(st.sampled_from(PRIORITIES)),
                draw(st.none() | st.integers(1, 70)),
                draw(kinds),
            )
            for number in range(draw(st.integers(0, 9)))
        )
    )


@given(agendas(), st.integers(0, 300))
def test_core_and_breaks_stay_and_nothing_gets_longer_or_shorter_than_it_can(plan: Agenda, minutes: int) -> None:
    found = replan(plan, minutes)
    assert {*found.dropped} | {each for each, _ in found.kept} == {step.activity for step in plan.steps}
    assert not any(each.priority == "core" or each.kind == "break" for each in found.dropped)
    assert all(least(each) <= left <= each.minutes for each, left in found.kept)
    assert all(left == each.minutes for each, left in found.kept if each.kind == "break")


@given(agendas(), st.integers(0, 300))
def test_it_fits_or_is_the_least_that_can_be(plan: Agenda, minutes: int) -> None:
    found = replan(plan, minutes)
    assert found.minutes == max(minutes, shortest(plan).minutes) or found.minutes <= minutes
    if found.shortened:
        assert found.minutes == max(minutes, shortest(plan).minutes), "no minute more is taken from anybody than needed"
        may_go = [step.activity for step in plan.steps if step.activity.kind != "break"]
        assert {each for each in may_go if each.priority != "core"} == {*found.dropped}, "first what may be left out"


@given(agendas(), st.integers(0, 300), st.integers(0, 300))
def test_with_more_minutes_nothing_is_left_out_that_stays_with_fewer(plan: Agenda, one: int, other: int) -> None:
    fewer, more = sorted((one, other))
    assert {*replan(plan, more).dropped} <= {*replan(plan, fewer).dropped}
    assert replan(plan, fewer).minutes <= replan(plan, more).minutes


@given(agendas())
def test_with_all_its_minutes_it_stays_as_it_is(plan: Agenda) -> None:
    found = replan(plan, plan.minutes)
    assert (found.minutes, found.dropped, found.shortened) == (plan.minutes, (), ())


@given(agendas())
def test_the_ways_to_end_sooner_lead_to_the_least_and_each_gains(plan: Agenda) -> None:
    ways = ways_to_end_sooner(plan)
    assert [way.minutes for way in ways] == sorted({way.minutes for way in ways}, reverse=True)
    assert [plan.minutes, *(way.minutes for way in ways)][-1] == shortest(plan).minutes


def test_what_is_cut_first_goes_first_and_what_rounding_leaves_comes_from_who_has_most() -> None:
    plan = agenda(
        activity("start", 10),
        activity("game", 5, "cut_first"),
        activity("talk", 20, "core", least=15),
        activity("pause", 15, "core", least=10, kind="break"),
        activity("more", 10, "optional"),
        activity("exercise", 30, "core", least=20),
    )
    assert [each.id for each in replan(plan, 88).dropped] == ["game"]
    assert [each.id for each in replan(plan, 80).dropped] == ["game", "more"]
    assert [(each.id, left) for each, left in replan(plan, 71).shortened] == [("talk", 19), ("exercise", 27)]
    assert [(way.how, way.minutes) for way in ways_to_end_sooner(plan)] == [
        ("cut_first", 85),
        ("optional", 75),
        ("shorten", 60),
    ]
