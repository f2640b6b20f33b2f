"""Sheets that describe a programme item by item for others: what it says under each item, and what is missing there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from kring.model.catalogue import SessionPlan
from kring.model.programmes import Change, Citation, Occasion
from kring.prose.text import Prose
from kring.source.documents import Key


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the programme; `name` is what it is called."""

    form: ClassVar[str] = "text"
    name: str
    text: Prose


@dataclass(frozen=True, slots=True)
class Lines:
    """A list of single lines or inline texts."""

    form: ClassVar[str] = "lines"
    name: str
    lines: tuple[str | Prose, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Single facts about the programme, each by the name of its field."""

    form: ClassVar[str] = "facts"
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dose:
    """How much the programme is, in minutes. `days` are those from the first session to the last, where they are known.

    `homework` is what all homework asks together; `week` what a usual week asks at home, reading and screens included.
    """

    form: ClassVar[str] = "dose"
    sessions: int
    least: int
    most: int
    minutes: int
    days: int | None
    homework: int
    week: int


@dataclass(frozen=True, slots=True)
class Sessions:
    """The sessions in order, each with its goals or with the steps of its agenda."""

    form: ClassVar[str] = "sessions"
    show: Literal["goals", "steps"]
    sessions: tuple[SessionPlan, ...]


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity with a page of its own."""

    key: Key
    title: str


@dataclass(frozen=True, slots=True)
class Things:
    """What the programme uses, of one kind."""

    form: ClassVar[str] = "things"
    kind: str
    things: tuple[Thing, ...]


@dataclass(frozen=True, slots=True)
class Supplies:
    """How many different things facilitators bring and lay out."""

    form: ClassVar[str] = "supplies"
    number: int


@dataclass(frozen=True, slots=True)
class Occasions:
    """The occasions of measurement, each with the titles of its questionnaires."""

    form: ClassVar[str] = "occasions"
    occasions: tuple[tuple[Occasion, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed from version to version."""

    form: ClassVar[str] = "changes"
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """The publications of the programme, and those below the articles that it uses."""

    form: ClassVar[str] = "sources"
    citations: tuple[Citation, ...]
    articles: tuple[tuple[Thing, tuple[Prose, ...]], ...]


Said = Text | Lines | Facts | Dose | Sessions | Things | Supplies | Occasions | Changes | Sources
"""One thing that the programme says."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is not there: its field (`facilitators.training`), and the file in which to write it."""

    field: str
    file: str


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a sheet. `see` names the pages of the programme that say more.

    `only_here`: what it says stands on no other page, so that who searches should find it here.
    """

    name: str
    said: tuple[Said, ...]
    gaps: tuple[Gap, ...] = ()
    see: tuple[str, ...] = ()
    only_here: bool = False

    @property
    def is_complete(self) -> bool:
        """Whether nothing is missing."""
        return not self.gaps


@dataclass(frozen=True, slots=True)
class Chapter:
    """Items that belong together."""

    name: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole sheet."""

    name: str
    chapters: tuple[Chapter, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """All items, in order."""
        return tuple(item for chapter in self.chapters for item in chapter.items)

    @property
    def complete(self) -> int:
        """How many items have no gap."""
        return sum(item.is_complete for item in self.items)

    @property
    def open(self) -> tuple[Item, ...]:
        """The items that have a gap."""
        return tuple(item for item in self.items if not item.is_complete)


def texts(*named: tuple[str, Prose | None]) -> Iterator[Text]:
    """Yield those texts that are there."""
    return (Text(name, text) for name, text in named if text is not None)


def unless(found: object, gap: Gap) -> Iterable[Gap]:
    """Return the gap where nothing is found."""
    return () if found else (gap,)
