"""Activities: the steps of an agenda."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kring.findings import Span
from kring.model.values import ActivityRef, HandoutRef, HomeworkRef, Inline, Markdown, QuestionnaireRef
from kring.source.documents import Key
from kring.source.kinds import Kind
from kring.source.nodes import Mapping


@dataclass(frozen=True, slots=True)
class ModuleStep:
    """A named step of an online module."""

    module: str
    step: str
    span: Span


@dataclass(frozen=True, slots=True)
class Material:
    """Something to bring: `quantity` pieces `per` participant, pair or group."""

    item: str
    span: Span
    quantity: int = 1
    per: str = "group"
    handout: HandoutRef | None = None


@dataclass(frozen=True, slots=True)
class ScriptLine:
    """One part of a script; exactly one of the three is set."""

    span: Span
    say: Markdown | None = None
    do: Markdown | None = None
    ask: Markdown | None = None


@dataclass(frozen=True, slots=True)
class Pitfall:
    """What often goes wrong, and what to do then."""

    what: Inline
    then: Inline
    span: Span
    keyword: str | None = None


@dataclass(frozen=True, slots=True)
class Activity:
    """One step: written in an agenda, or in the library and taken up with `use`.

    `id` names the step within its session (for a library activity: its file). Minutes are whole minutes.
    """

    id: str
    title: str
    kind: str
    minutes: int
    priority: str
    span: Span
    formerly: tuple[str, ...] = ()
    who: str = "group"
    participant_text: Markdown | None = None
    plain_language: Markdown | None = None
    handouts: tuple[HandoutRef, ...] = ()
    questionnaires: tuple[QuestionnaireRef, ...] = ()
    module_step: ModuleStep | None = None
    minutes_min: int | None = None
    lead: str = "first"
    second_facilitator: Markdown | None = None
    purpose: Markdown | None = None
    script: tuple[ScriptLine, ...] = ()
    materials: tuple[Material, ...] = ()
    online_variant: Markdown | None = None
    pitfalls: tuple[Pitfall, ...] = ()
    debrief: tuple[Inline, ...] = ()
    reviews: tuple[HomeworkRef, ...] = ()
    deliveries: tuple[str, ...] = ()
    use: ActivityRef | None = None
    """The library activity that this step took up, if any."""


@dataclass(frozen=True, slots=True)
class Use:
    """A step that takes up a library activity; `node` is what the session wrote about it.

    `id` is that of the activity, unless the session gives another one.
    """

    id: str
    use: ActivityRef
    node: Mapping
    span: Span


@dataclass(frozen=True, slots=True)
class LibraryActivity:
    """An activity of the library; `node` is its file, on which steps lay what they override."""

    KIND: ClassVar = Kind.ACTIVITY
    key: Key
    activity: Activity
    node: Mapping
    formerly: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The activity's title."""
        return self.activity.title

    @property
    def span(self) -> Span:
        """Where the activity stands."""
        return self.activity.span
