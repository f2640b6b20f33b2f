"""Agendas: the minutes come out, the group starts with a personal goal, pauses and closes."""

from __future__ import annotations

from collections.abc import Iterator

from kring.findings import Finding, Span
from kring.model.activities import Activity, LibraryActivity, Use
from kring.model.catalogue import Agenda, Catalogue, ProgrammePlan, SessionPlan
from kring.model.replan import shortest
from kring.source import nodes

LONGEST_WITHOUT_BREAK = 90
"""Minutes that a group can go on before it needs a break: a working norm from practice, no finding of research."""

LONG_ENOUGH_TO_CUT = 60
"""Minutes from which a session should say what may be left out when time runs short."""


def agendas(catalogue: Catalogue) -> Iterator[tuple[ProgrammePlan, SessionPlan, Agenda]]:
    """Yield every agenda that is there as a whole, with its session and programme."""
    for programme in catalogue.plans.values():
        for plan in programme.sessions:
            if plan.session.agenda and plan.is_whole:
                yield from ((programme, plan, agenda) for agenda in plan.agendas)


def finished(catalogue: Catalogue) -> Iterator[tuple[ProgrammePlan, SessionPlan, Agenda]]:
    """Yield the agendas of sessions that are no drafts."""
    return (found for found in agendas(catalogue) if found[1].session.status == "published")


def minutes(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield sessions whose steps take more or less time than the session, for one of the ways of meeting."""
    for _, plan, agenda in agendas(catalogue):
        yield from _wrong_minutes(plan, agenda.minutes, agenda.deliveries, catalogue)


def minutes_despite_a_gap(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield the same of sessions of which a step is not in the library, where all minutes are known even so.

    Where a group can meet in several ways, the library may hold the step for some of them only: then they are not.
    """
    for programme in catalogue.plans.values():
        deliveries = programme.programme.delivery
        for plan in programme.sessions:
            if not plan.is_whole and len(deliveries) == 1:
                found = {activity.id: activity for activity in plan.activities}
                steps = [found.get(item.id, item) for item in plan.session.agenda]
                minutes = [_minutes(step) for step in steps if _is_held(step, deliveries[0])]
                if None not in minutes:
                    yield from _wrong_minutes(plan, sum(filter(None, minutes)), deliveries, catalogue)


def least_minutes(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield steps, and activities of the library, that need at least more minutes than they get."""
    entities = catalogue.entities
    for plan in catalogue.plans.values():
        for session_plan in plan.sessions:
            session = session_plan.session
            for step in session_plan.activities:
                if _too_short(step):
                    place = entities.place(session.key, "minutes_min", within=step.span)
                    if step.use is not None:
                        # The step is a `use`: what it says itself is how long it takes here.
                        place = entities.place(session.key, "minutes", within=step.span)
                    yield Finding("agenda/minutes-min", place, _least(step))
    for key, entity in entities.by_key.items():
        if isinstance(entity, LibraryActivity) and _too_short(entity.activity):
            yield Finding("agenda/minutes-min", entities.place(key, "minutes_min"), _least(entity.activity))


def personal_goal(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield sessions that do not open with a personal goal, in programmes that do not say why."""
    for programme, plan, agenda in finished(catalogue):
        kinds = [step.activity.kind for step in agenda.steps]
        opening = kinds[1:2] if kinds[:1] == ["check_in"] else kinds[:1]
        if programme.programme.no_personal_goal_because is None and opening != ["personal_goal"]:
            facts = {"opening": kinds[0] if kinds else "–", "deliveries": "\n".join(agenda.deliveries)}
            yield Finding("agenda/no-personal-goal", _first_step(agenda, plan, catalogue), facts)


def breaks(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield agendas in which the group goes on too long without a break."""
    for _, plan, agenda in finished(catalogue):
        since = longest = 0
        for step in agenda.steps:
            since = 0 if step.activity.kind == "break" else since + step.activity.minutes
            longest = max(longest, since)
        if longest > LONGEST_WITHOUT_BREAK:
            facts = {"minutes": str(longest), "deliveries": "\n".join(agenda.deliveries)}
            yield Finding("agenda/no-break", _first_step(agenda, plan, catalogue), facts)


def closing(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield agendas that do not end with a closing."""
    for _, plan, agenda in finished(catalogue):
        if agenda.steps and agenda.steps[-1].activity.kind != "closing":
            last = agenda.steps[-1].activity
            facts = {"last": last.kind, "deliveries": "\n".join(agenda.deliveries)}
            yield Finding("agenda/no-closing", _place(last, plan, catalogue), facts)


def room_to_cut(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield agendas that do not say what may be shorter or left out."""
    for _, plan, agenda in finished(catalogue):
        if agenda.minutes >= LONG_ENOUGH_TO_CUT and shortest(agenda).minutes == agenda.minutes:
            facts = {"deliveries": "\n".join(agenda.deliveries)}
            yield Finding("agenda/no-room-to-cut", _first_step(agenda, plan, catalogue), facts)


def never_shown(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield steps that are kept for a way of meeting that the programme does not have."""
    for programme in catalogue.plans.values():
        offered = programme.programme.delivery
        for plan in programme.sessions:
            for step in plan.activities:
                if step.deliveries and not set(step.deliveries) & set(offered):
                    facts = {"deliveries": "\n".join(step.deliveries), "offered": "\n".join(offered)}
                    place = catalogue.entities.place(plan.session.key, "deliveries", within=step.span)
                    yield Finding("agenda/never-shown", place, facts)


def _minutes(step: Activity | Use) -> int | None:
    """Return how long a step takes, as far as it is known: of what is not in the library, what the session says."""
    if isinstance(step, Activity):
        return step.minutes
    override = step.node.get("override")
    written = step.node.get("minutes") or (override.get("minutes") if isinstance(override, nodes.Mapping) else None)
    return written.value if isinstance(written, nodes.Scalar) and isinstance(written.value, int) else None


def _is_held(step: Activity | Use, delivery: str) -> bool:
    return isinstance(step, Use) or not step.deliveries or delivery in step.deliveries


def _wrong_minutes(
    plan: SessionPlan, total: int, deliveries: tuple[str, ...], catalogue: Catalogue
) -> Iterator[Finding]:
    session = plan.session
    if total == session.minutes:
        return
    over = total - session.minutes
    facts = {
        "total": str(total),
        "minutes": str(session.minutes),
        "deliveries": "\n".join(deliveries),
        "over" if over > 0 else "short": str(abs(over)),
    }
    yield Finding("agenda/minutes", catalogue.entities.place(session.key, "minutes"), facts)


def _too_short(activity: Activity) -> bool:
    return activity.minutes_min is not None and activity.minutes_min > activity.minutes


def _least(activity: Activity) -> dict[str, str]:
    return {"least": str(activity.minutes_min), "minutes": str(activity.minutes)}


def _first_step(agenda: Agenda, plan: SessionPlan, catalogue: Catalogue) -> Span:
    if not agenda.steps:
        return catalogue.entities.place(plan.session.key, "agenda")
    return _place(agenda.steps[0].activity, plan, catalogue)


def _place(activity: Activity, plan: SessionPlan, catalogue: Catalogue) -> Span:
    """Return where the id of a step stands in its session."""
    return catalogue.entities.place(plan.session.key, "id", within=activity.span)
