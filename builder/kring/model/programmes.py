"""Programmes: a group training as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kring.findings import Span
from kring.model.reading import SignOff
from kring.model.values import (
    ArticleRef,
    HomeworkRef,
    Inline,
    Markdown,
    ModuleRef,
    QuestionnaireRef,
    SessionRef,
)
from kring.model.wording import NOTHING_ASKED, Wording
from kring.source.documents import Key
from kring.source.kinds import Kind


@dataclass(frozen=True, slots=True)
class Age:
    """Ages in years, both ends included."""

    min: int
    max: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """How many participants."""

    min: int
    max: int
    span: Span
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Facilitators:
    """How many facilitators, and what they bring and get."""

    min: int
    max: int
    span: Span
    reason: str | None = None
    competences: Markdown | None = None
    training: Markdown | None = None
    supervision: Markdown | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A publication."""

    id: str
    text: str
    span: Span
    doi: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Rights:
    """Who owns the programme, and on what terms others may use it."""

    owner: str
    licence: str
    disclaimer: Markdown | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One version in the change log (date as 2026-09-01)."""

    version: str
    date: str
    changes: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Phase:
    """What happens before, between or after the sessions."""

    text: Markdown
    articles: tuple[ArticleRef, ...] = ()
    questionnaires: tuple[QuestionnaireRef, ...] = ()
    modules: tuple[ModuleRef, ...] = ()
    homework: tuple[HomeworkRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Phases:
    """The three phases of a programme."""

    before: Phase | None = None
    during: Phase | None = None
    after: Phase | None = None


@dataclass(frozen=True, slots=True)
class SessionEntry:
    """One session in the programme's order."""

    session: SessionRef
    span: Span
    label: str | None = None
    days_after_previous: int | None = None


@dataclass(frozen=True, slots=True)
class Occasion:
    """A moment of measurement: exactly one of the three ways to say when is set."""

    id: str
    title: str
    questionnaires: tuple[QuestionnaireRef, ...]
    span: Span
    formerly: tuple[str, ...] = ()
    before_first_session: bool = False
    after_session: SessionRef | None = None
    weeks_after_end: int | None = None


@dataclass(frozen=True, slots=True)
class Measurement:
    """When which questionnaires are filled in."""

    occasions: tuple[Occasion, ...]
    text: Markdown | None = None

    @property
    def questionnaires(self) -> tuple[QuestionnaireRef, ...]:
        """The questionnaires of all occasions."""
        return tuple(ref for occasion in self.occasions for ref in occasion.questionnaires)


@dataclass(frozen=True, slots=True)
class Safety:
    """What to do in a crisis, at a disclosure of violence, and when somebody stays away."""

    crisis: Markdown
    disclosure: Markdown
    drop_out: Markdown


@dataclass(frozen=True, slots=True)
class Intervention:
    """What a description sheet for recognised interventions asks beside the rest of the programme."""

    aim: Markdown | None = None
    intermediaries: Markdown | None = None
    involvement: Markdown | None = None
    organisations: Markdown | None = None
    preconditions: Markdown | None = None
    implementation: Markdown | None = None
    problem: Markdown | None = None
    causes: Markdown | None = None
    factors: Markdown | None = None
    process_evaluation: Markdown | None = None
    effect_evaluation: Markdown | None = None
    comparable: Markdown | None = None


@dataclass(frozen=True, slots=True)
class Programme:
    """A group training: aims, target group, phases, sessions in order, measurement plan."""

    KIND: ClassVar = Kind.PROGRAMME
    key: Key
    title: str
    summary: Markdown
    version: str
    status: str
    language: str
    kind: str
    setting: str
    delivery: tuple[str, ...]
    goals: tuple[str, ...]
    for_whom: Markdown
    group: Group
    enrolment: str
    sequence: str
    facilitators: Facilitators
    sessions: tuple[SessionEntry, ...]
    change_log: tuple[Change, ...]
    span: Span
    formerly: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    not_for_whom: Markdown | None = None
    age: Age | None = None
    cost: str | None = None
    group_agreements: tuple[Inline, ...] = ()
    evidence: Markdown | None = None
    citations: tuple[Citation, ...] = ()
    rights: Rights | None = None
    authors: tuple[str, ...] = ()
    phases: Phases = Phases()
    measurement: Measurement | None = None
    follow_up: Markdown | None = None
    peer_contact: Markdown | None = None
    no_personal_goal_because: str | None = None
    reading: Wording = NOTHING_ASKED
    week_minutes_max: int | None = None
    referrer_notes: Markdown | None = None
    venue: Markdown | None = None
    rationale: Markdown | None = None
    active_elements: tuple[Inline, ...] = ()
    safety: Safety | None = None
    recruitment: Markdown | None = None
    adaptations: Markdown | None = None
    fidelity: Markdown | None = None
    sign_off: SignOff | None = None
    costs: Markdown | None = None
    intervention: Intervention = Intervention()
