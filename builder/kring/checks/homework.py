"""Homework: what is set comes back in a later session, and what comes back was set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kring.findings import Finding, Span
from kring.model.catalogue import Catalogue, ProgrammePlan, SessionPlan
from kring.model.sessions import Homework
from kring.source.documents import Key

BEFORE = -1
"""The place, before the first session, of homework that a phase sets."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Homework that is set or reviewed in the session at `index` (from 0, in the programme's order)."""

    key: Key
    index: int
    place: Span


def not_reviewed(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield homework that no later session reviews and that does not say why.

    While a later session is a draft, or has mistakes of its own, it may still do so.
    """
    for plan in _programmes(catalogue):
        reviews = _reviews(plan, catalogue)
        any_order = plan.programme.sequence == "any"
        for moment in _set_in_sessions(plan, catalogue):
            homework = catalogue.entities.by_key.get(moment.key)
            later = plan.sessions if any_order else plan.sessions[moment.index + 1 :]
            if not isinstance(homework, Homework) or homework.not_reviewed_because:
                continue
            if all(_is_known(other) for other in later) and not any(
                review.key == moment.key and (any_order or review.index > moment.index) for review in reviews
            ):
                facts = {"id": homework.key.id} | ({} if later else {"last": "true"})
                yield Finding("homework/not-reviewed", moment.place, facts, (homework.span,))


def reviewed_without_being_set(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield reviews of homework that was not set before: never, or only then or later."""
    for plan in _programmes(catalogue):
        moments = [*_set_in_phases(plan, catalogue), *_set_in_sessions(plan, catalogue)]
        for review in _reviews(plan, catalogue):
            all_set = [moment for moment in moments if moment.key == review.key]
            if not all_set:
                yield Finding("homework/never-set", review.place, {"id": review.key.id})
            elif plan.programme.sequence == "fixed" and all(moment.index >= review.index for moment in all_set):
                places = tuple(moment.place for moment in all_set)
                yield Finding("homework/reviewed-before-set", review.place, {"id": review.key.id}, places)


def briefing(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield sessions that set homework without a step in which the group hears about it."""
    for programme in catalogue.plans.values():
        for plan in programme.sessions:
            if not plan.session.homework or not _is_known(plan):
                continue
            for agenda in plan.agendas:
                if all(step.activity.kind != "homework_briefing" for step in agenda.steps):
                    facts = {"deliveries": "\n".join(agenda.deliveries)}
                    place = catalogue.entities.place(plan.session.key, "homework")
                    yield Finding("homework/no-briefing", place, facts)


def _programmes(catalogue: Catalogue) -> Iterator[ProgrammePlan]:
    """Yield the programmes of which every session could be read."""
    for plan in catalogue.plans.values():
        if len(plan.sessions) == len(plan.programme.sessions):
            yield plan


def _is_known(plan: SessionPlan) -> bool:
    return plan.session.status == "published" and plan.is_whole


def _set_in_sessions(plan: ProgrammePlan, catalogue: Catalogue) -> Iterator[Moment]:
    for index, session_plan in enumerate(plan.sessions):
        for ref in session_plan.session.homework:
            if (key := catalogue.entities.key_of(ref, plan.id)) is not None:
                yield Moment(key, index, ref.span)


def _set_in_phases(plan: ProgrammePlan, catalogue: Catalogue) -> Iterator[Moment]:
    """Yield the homework of the phases: from before the first session on."""
    phases = plan.programme.phases
    for phase in (phases.before, phases.during, phases.after):
        for ref in phase.homework if phase is not None else ():
            if (key := catalogue.entities.key_of(ref, plan.id)) is not None:
                yield Moment(key, BEFORE, ref.span)


def _reviews(plan: ProgrammePlan, catalogue: Catalogue) -> list[Moment]:
    """Return what the sessions review, each at the place in the session that says so."""
    found: list[Moment] = []
    for index, session_plan in enumerate(plan.sessions):
        for activity in session_plan.activities:
            for ref in activity.reviews:
                if (key := catalogue.entities.key_of(ref, plan.id)) is not None:
                    own = ref.span.path == activity.span.path
                    place = ref.span if own else activity.span
                    found.append(Moment(key, index, place))
    return found
