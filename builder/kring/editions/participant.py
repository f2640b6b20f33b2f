"""The participants' edition: types that hold participant fields only.

Every field here must be marked `x-audience: participant` in its schema; a test asserts it. Names equal
those of `kring.model`, since `kring.editions.narrow` copies by name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from kring.model import forms
from kring.model.activities import ModuleStep
from kring.model.forms import Field, OpenField
from kring.model.programmes import Age, Change, Citation, Measurement, Phases, Rights
from kring.model.reading import Handout, Media, Module, Number, Page, Term
from kring.model.values import (
    ArticleRef,
    DiaryRef,
    HandoutRef,
    HomeworkRef,
    Inline,
    Markdown,
    QuestionnaireRef,
)
from kring.source.documents import Asset, Key
from kring.source.kinds import Kind


@dataclass(frozen=True, slots=True)
class Activity:
    """A step of the agenda as participants see it."""

    id: str
    formerly: tuple[str, ...]
    title: str
    kind: str
    minutes: int
    who: str
    participant_text: Markdown | None
    plain_language: Markdown | None
    handouts: tuple[HandoutRef, ...]
    questionnaires: tuple[QuestionnaireRef, ...]
    module_step: ModuleStep | None
    deliveries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Session:
    """A session with its place in the programme.

    `steps` are those for all ways of meeting together; each says for which it holds. `label` replaces the
    number where it is set.
    """

    key: Key
    formerly: tuple[str, ...]
    programme: str
    number: int
    label: str | None
    days_after_previous: int | None
    title: str
    status: str
    theme: str | None
    goals: tuple[str, ...]
    minutes: int
    prepare: Markdown | None
    recap: Markdown | None
    catch_up: Markdown | None
    articles: tuple[ArticleRef, ...]
    homework: tuple[HomeworkRef, ...]
    diaries: tuple[DiaryRef, ...]
    steps: tuple[Activity, ...]

    @property
    def handouts(self) -> tuple[HandoutRef, ...]:
        """The hand-outs of all steps."""
        return tuple(ref for step in self.steps for ref in step.handouts)

    @property
    def questionnaires(self) -> tuple[QuestionnaireRef, ...]:
        """The questionnaires of all steps."""
        return tuple(ref for step in self.steps for ref in step.questionnaires)


@dataclass(frozen=True, slots=True)
class Homework:
    """Homework without the prompts of its review."""

    KIND: ClassVar = Kind.HOMEWORK
    key: Key
    formerly: tuple[str, ...]
    title: str
    why: Markdown
    minutes: int
    steps: tuple[Inline, ...]
    fields: tuple[Field, ...]
    module_step: ModuleStep | None
    plain_language: Markdown | None


@dataclass(frozen=True, slots=True)
class Option:
    """An answer without its score."""

    id: str
    formerly: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class AnswerScale:
    """The answers that several items share."""

    id: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A question without how it is scored."""

    id: str
    formerly: tuple[str, ...]
    text: str
    help: Inline | None
    required: bool
    answer_scale: str | None
    field: OpenField | None


@dataclass(frozen=True, slots=True)
class CriticalItem:
    """Answers that lead to the help block."""

    item: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A questionnaire without its scoring."""

    KIND: ClassVar = Kind.QUESTIONNAIRE
    key: Key
    formerly: tuple[str, ...]
    title: str
    introduction: Markdown
    items: tuple[Item, ...]
    source: str
    minutes: int | None
    recall_period: str | None
    score_meaning: Markdown | None
    answer_scales: tuple[AnswerScale, ...]
    critical_items: tuple[CriticalItem, ...]

    def options_of(self, item: Item) -> tuple[Option | forms.Option, ...]:
        """Return the answers that can be given to an item; none where it is no choice."""
        if item.field is not None:
            return item.field.options
        return next(scale.options for scale in self.answer_scales if scale.id == item.answer_scale)


@dataclass(frozen=True, slots=True)
class Diary:
    """A diary; all of it is for participants."""

    KIND: ClassVar = Kind.DIARY
    key: Key
    formerly: tuple[str, ...]
    title: str
    introduction: Markdown
    how_often: str
    fields: tuple[Field, ...]
    minutes: int | None
    drawn: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """An article without the facilitators' remarks in its body and without its sign-off."""

    KIND: ClassVar = Kind.ARTICLE
    key: Key
    formerly: tuple[str, ...]
    title: str
    summary: str
    body: Markdown
    keywords: tuple[str, ...]
    plain_language: Markdown | None
    media: tuple[Media, ...]
    sources: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Group size without its reason."""

    min: int
    max: int


CLOSE_TOGETHER = 28
"""Days between sessions that are still of one training: what comes later is a booster."""

MANY = 2
"""Of so many sessions the last is no booster of the others."""


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme with the sessions that participants may see."""

    key: Key
    formerly: tuple[str, ...]
    title: str
    summary: Markdown
    version: str
    status: str
    language: str
    themes: tuple[str, ...]
    kind: str
    setting: str
    delivery: tuple[str, ...]
    goals: tuple[str, ...]
    for_whom: Markdown
    not_for_whom: Markdown | None
    age: Age | None
    group: Group
    enrolment: str
    sequence: str
    cost: str | None
    group_agreements: tuple[Inline, ...]
    evidence: Markdown | None
    citations: tuple[Citation, ...]
    rights: Rights | None
    authors: tuple[str, ...]
    change_log: tuple[Change, ...]
    phases: Phases
    measurement: Measurement | None
    follow_up: Markdown | None
    peer_contact: Markdown | None
    sessions: tuple[Session, ...]

    @property
    def weeks(self) -> int | None:
        """In how many weeks the sessions are, the first and the last included; None where that is not known.

        One that comes long after the others, such as a booster, is no part of them: `weeks_to_last`.
        """
        days = [session.days_after_previous for session in self.sessions[1:]]
        known = [after for after in days if after is not None]
        if not known or len(known) < len(days):
            return None
        return sum(known[:-1] if self.weeks_to_last else known) // 7 + 1

    @property
    def weeks_to_last(self) -> int | None:
        """How many weeks after all others the last session is, where that is more than `CLOSE_TOGETHER`."""
        days = self.sessions[-1].days_after_previous if len(self.sessions) > MANY else None
        return days // 7 if days is not None and days > CLOSE_TOGETHER else None


@dataclass(frozen=True, slots=True)
class Help:
    """The help block without its check."""

    title: str
    what_to_do: Markdown
    more: Markdown | None
    numbers: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class Organisation:
    """Who hosts the site, how it is called, and how to reach them."""

    name: str
    url: str | None
    site_title: str
    colour: str
    icon: str | None
    welcome: Markdown | None
    email: str
    telephone: str | None
    contact_text: Inline | None
    address: str | None


Entity = Homework | Questionnaire | Diary | Article | Handout | Page | Module


@dataclass(frozen=True, slots=True)
class ParticipantEdition:
    """Everything that participants may see, and nothing else.

    `entities` holds what is reachable from the listed programmes and the pages; `terms` the words that
    reachable texts link to; `assets` the media that reachable texts show, by (programme, name).
    """

    organisation: Organisation
    programmes: tuple[Programme, ...]
    entities: Mapping[Key, Entity]
    terms: tuple[Term, ...]
    help: Help
    assets: Mapping[tuple[str | None, str], Asset]


COMES_BACK = 3
"""A hand-out in as many sessions is filled in anew each time; one in two may be written on and then read."""


def comes_back(handout: Handout, sessions: Sequence[Session]) -> bool:
    """Tell whether a hand-out keeps coming back, to be filled in anew each time."""
    id = handout.key.id
    used = sum(any(ref.id == id for step in session.steps for ref in step.handouts) for session in sessions)
    return bool(handout.fields) and used >= COMES_BACK
