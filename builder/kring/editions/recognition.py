"""The description sheet for recognised interventions: a programme described as the Dutch recognition procedure asks.

Its order is that of the worksheet and its guide that the Dutch knowledge institutes share (Werkblad beschrijving
interventie, version of May 2015). The words are Kring's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from kring.editions.sheet_facts import Describing
from kring.editions.sheets import Chapter, Item, Lines, Said, Sheet, texts, unless
from kring.model.catalogue import ProgrammePlan
from kring.model.entities import Entities
from kring.prose.text import Prose


def recognition(plan: ProgrammePlan, entities: Entities) -> Sheet:
    """Return the description sheet of a programme."""
    about = Describing(plan, entities)
    return Sheet(
        "recognition",
        (
            Chapter("at_a_glance", tuple(_at_a_glance(about))),
            Chapter("target", tuple(_target(about))),
            Chapter("aim", tuple(_aim(about))),
            Chapter("approach", tuple(_approach(about))),
            Chapter("execution", tuple(_execution(about))),
            Chapter("foundation", tuple(_foundation(about))),
            Chapter("research", tuple(_research(about))),
            Chapter("elements", tuple(_elements(about))),
            Chapter("literature", tuple(_literature(about))),
        ),
    )


def _at_a_glance(about: Describing) -> Iterator[Item]:
    programme = about.programme
    yield Item(
        "holder",
        tuple(about.facts("title", "version", "owner", "licence", "authors")),
        (*unless(programme.rights, about.gap("rights")), *unless(programme.authors, about.gap("authors"))),
    )
    yield Item("summary", tuple(texts(("summary", programme.summary))))


def _target(about: Describing) -> Iterator[Item]:
    programme = about.programme
    yield Item(
        "final",
        (*about.facts("age", "group"), *texts(("for_whom", programme.for_whom))),
        tuple(unless(programme.age, about.gap("age"))),
    )
    yield _one_text(about, "intermediaries", programme.intervention.intermediaries)
    yield Item(
        "selection",
        tuple(
            texts(
                ("not_for_whom", programme.not_for_whom),
                ("referrer_notes", programme.referrer_notes),
                ("recruitment", programme.recruitment),
            )
        ),
        (
            *unless(programme.not_for_whom, about.gap("not_for_whom")),
            *unless(programme.recruitment, about.gap("recruitment")),
        ),
    )
    yield _one_text(about, "involvement", programme.intervention.involvement)


def _aim(about: Describing) -> Iterator[Item]:
    yield _one_text(about, "aim", about.programme.intervention.aim)
    yield Item("goals", (Lines("goals", about.programme.goals),))


def _approach(about: Describing) -> Iterator[Item]:
    programme = about.programme
    dose = tuple(about.dose())
    yield Item(
        "design",
        (*about.facts("kind", "delivery", "enrolment", "sequence"), *dose),
        (
            *unless(dose, about.gap("sessions")),
            *unless(about.rhythm_is_known(), about.gap("sessions.days_after_previous")),
        ),
        ("language",),
    )
    aftercare = texts(("follow_up", programme.follow_up), ("peer_contact", programme.peer_contact))
    yield Item(
        "content",
        (*about.course("goals"), *aftercare),
        (*unless(about.plan.sessions, about.gap("sessions")), *about.unwritten()),
    )


def _execution(about: Describing) -> Iterator[Item]:
    programme, who = about.programme, about.programme.facilitators
    materials = tuple(about.materials())
    yield Item("materials", materials, tuple(unless(materials, about.gap("sessions"))), ("preparing", "manual"))
    organisations = programme.intervention.organisations
    yield Item(
        "organisations",
        (*about.facts("setting"), *texts(("organisations", organisations), ("venue", programme.venue))),
        (
            *unless(organisations, about.gap("intervention.organisations")),
            *unless(programme.venue, about.gap("venue")),
        ),
        only_here=True,
    )
    yield Item(
        "executors",
        (*about.facts("facilitators"), *texts(("competences", who.competences), ("training", who.training))),
        (
            *unless(who.competences, about.gap("facilitators.competences")),
            *unless(who.training, about.gap("facilitators.training")),
        ),
    )
    yield Item(
        "quality",
        (
            *texts(("supervision", who.supervision), ("fidelity", programme.fidelity)),
            *texts(("adaptations", programme.adaptations)),
            *about.occasions(),
        ),
        (
            *unless(who.supervision, about.gap("facilitators.supervision")),
            *unless(programme.fidelity, about.gap("fidelity")),
            *unless(programme.measurement, about.gap("measurement")),
        ),
        about.measured(),
    )
    yield _one_text(about, "preconditions", programme.intervention.preconditions)
    yield _one_text(about, "implementation", programme.intervention.implementation)
    yield Item(
        "costs",
        (*texts(("costs", programme.costs)), *about.facts("cost")),
        tuple(unless(programme.costs, about.gap("costs"))),
    )


def _foundation(about: Describing) -> Iterator[Item]:
    programme, described = about.programme, about.programme.intervention
    yield _one_text(about, "problem", described.problem)
    yield _one_text(about, "causes", described.causes)
    yield _one_text(about, "factors", described.factors)
    yield Item(
        "justification",
        tuple(texts(("rationale", programme.rationale), ("evidence", programme.evidence))),
        (
            *unless(programme.rationale, about.gap("rationale")),
            *unless(programme.evidence, about.gap("evidence")),
        ),
    )


def _research(about: Describing) -> Iterator[Item]:
    yield _one_text(about, "process_evaluation", about.programme.intervention.process_evaluation)
    yield _one_text(about, "effect_evaluation", about.programme.intervention.effect_evaluation)


def _elements(about: Describing) -> Iterator[Item]:
    programme = about.programme
    elements = programme.active_elements
    said: tuple[Said, ...] = (Lines("active_elements", elements),) if elements else ()
    yield Item("active_elements", said, tuple(unless(elements, about.gap("active_elements"))))
    yield _one_text(about, "comparable", programme.intervention.comparable)


def _literature(about: Describing) -> Iterator[Item]:
    sources = tuple(about.sources())
    yield Item("sources", sources, tuple(unless(sources, about.gap("citations"))))


def _one_text(about: Describing, name: str, text: Prose | None) -> Item:
    """Return an item for which there is a field of the same name."""
    return Item(
        name, tuple(texts((name, text))), tuple(unless(text, about.gap(f"intervention.{name}"))), only_here=True
    )
