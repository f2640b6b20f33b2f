"""TIDieR: a programme described by the twelve items of the Template for Intervention Description and Replication.

Hoffmann TC, Glasziou PP, Boutron I, et al. Better reporting of interventions: template for intervention description and
replication (TIDieR) checklist and guide. BMJ 2014;348:g1687, doi 10.1136/bmj.g1687.
"""

from __future__ import annotations

from collections.abc import Iterator

from kring.editions.sheet_facts import Describing
from kring.editions.sheets import Changes, Chapter, Item, Lines, Sheet, texts, unless
from kring.model.catalogue import ProgrammePlan
from kring.model.entities import Entities


def tidier(plan: ProgrammePlan, entities: Entities) -> Sheet:
    """Return the twelve items for a programme."""
    about = Describing(plan, entities)
    return Sheet("tidier", (Chapter("items", (*_why_and_what(about), *_who_and_how(about), *_how_well(about))),))


def _why_and_what(about: Describing) -> Iterator[Item]:
    programme = about.programme
    yield Item("name", (*about.facts("title", "kind", "version"), *texts(("summary", programme.summary))))
    elements = (Lines("active_elements", programme.active_elements),) if programme.active_elements else ()
    yield Item(
        "why",
        (*texts(("rationale", programme.rationale)), Lines("goals", programme.goals), *elements),
        (
            *unless(programme.rationale, about.gap("rationale")),
            *unless(programme.active_elements, about.gap("active_elements")),
        ),
    )
    materials = tuple(about.materials())
    yield Item(
        "materials",
        (*materials, *about.facts("owner", "licence")),
        (*unless(materials, about.gap("sessions")), *unless(programme.rights, about.gap("rights"))),
        ("preparing", "manual"),
    )
    yield Item(
        "procedures",
        tuple(about.course("steps")),
        (*unless(about.plan.sessions, about.gap("sessions")), *about.unwritten()),
    )


def _who_and_how(about: Describing) -> Iterator[Item]:
    programme, who = about.programme, about.programme.facilitators
    yield Item(
        "who",
        (
            *about.facts("facilitators"),
            *texts(("competences", who.competences), ("training", who.training), ("supervision", who.supervision)),
        ),
        (
            *unless(who.competences, about.gap("facilitators.competences")),
            *unless(who.training, about.gap("facilitators.training")),
        ),
    )
    yield Item("how", tuple(about.facts("delivery", "group", "enrolment", "sequence")))
    yield Item(
        "where",
        (*about.facts("setting"), *texts(("venue", programme.venue))),
        tuple(unless(programme.venue, about.gap("venue"))),
    )
    dose = tuple(about.dose())
    yield Item(
        "how_much",
        dose,
        (
            *unless(dose, about.gap("sessions")),
            *unless(about.rhythm_is_known(), about.gap("sessions.days_after_previous")),
        ),
        ("language",),
    )
    yield Item(
        "tailoring",
        tuple(texts(("adaptations", programme.adaptations))),
        tuple(unless(programme.adaptations, about.gap("adaptations"))),
    )
    yield Item("modifications", (Changes(programme.change_log),))


def _how_well(about: Describing) -> Iterator[Item]:
    programme, found = about.programme, about.programme.intervention.process_evaluation
    yield Item(
        "planned",
        (*texts(("fidelity", programme.fidelity)), *about.occasions()),
        tuple(unless(programme.fidelity, about.gap("fidelity"))),
        about.measured(),
    )
    yield Item(
        "actual",
        tuple(texts(("process_evaluation", found))),
        tuple(unless(found, about.gap("intervention.process_evaluation"))),
    )
