"""What participants read: articles, hand-outs, pages, modules, glossary and help block."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kring.findings import Span
from kring.model.forms import Field
from kring.model.values import Inline, Markdown, pieces
from kring.source.documents import Key
from kring.source.kinds import Kind


@dataclass(frozen=True, slots=True)
class SignOff:
    """Who looked at it, when, and when it must be looked at again (dates as 2026-09-01)."""

    reviewed_by: str
    reviewed_on: str
    review_due: str
    span: Span


@dataclass(frozen=True, slots=True)
class Media:
    """Audio or video: a file of ours, or a labelled link to another website."""

    id: str
    kind: str
    title: str
    transcript: Markdown
    span: Span
    file: str | None = None
    url: str | None = None
    captions: str | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """Psycho-education to read, watch or listen to."""

    KIND: ClassVar = Kind.ARTICLE
    key: Key
    title: str
    summary: str
    body: Markdown
    span: Span
    formerly: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    plain_language: Markdown | None = None
    media: tuple[Media, ...] = ()
    sources: tuple[Inline, ...] = ()
    review: SignOff | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """One of a set of cards, with what is on its back, if anything."""

    id: str
    text: Markdown
    span: Span
    back: Markdown | None = None
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards to print and cut: `quantity` sets for each participant, each pair or the group."""

    size: str
    items: tuple[Card, ...]
    span: Span
    quantity: int = 1
    per: str = "group"

    def sets_for(self, participants: int) -> int:
        """Return how many sets a group of `participants` needs."""
        return pieces(self.quantity, self.per, participants)


@dataclass(frozen=True, slots=True)
class Handout:
    """A sheet to print."""

    KIND: ClassVar = Kind.HANDOUT
    key: Key
    title: str
    summary: str
    body: Markdown
    span: Span
    formerly: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    cards: Cards | None = None
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site that belongs to no programme, such as the privacy statement."""

    KIND: ClassVar = Kind.PAGE
    key: Key
    title: str
    summary: str
    role: str
    body: Markdown
    span: Span
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """A named step of an online module."""

    id: str
    title: str
    url: str
    span: Span
    formerly: tuple[str, ...] = ()
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Module:
    """An online programme of an e-health provider, on another website."""

    KIND: ClassVar = Kind.MODULE
    key: Key
    title: str
    provider: str
    url: str
    steps: tuple[Step, ...]
    span: Span
    formerly: tuple[str, ...] = ()
    about: Markdown | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A word and what it means."""

    id: str
    term: str
    text: Inline
    span: Span
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Glossary:
    """All words that are explained."""

    KIND: ClassVar = Kind.GLOSSARY
    key: Key
    terms: tuple[Term, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Number:
    """A telephone number of the help block."""

    id: str
    label: str
    number: str
    hours: str
    span: Span
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Help:
    """Where to turn when it is too much; stands on every page and in every print."""

    KIND: ClassVar = Kind.HELP
    key: Key
    title: str
    what_to_do: Markdown
    numbers: tuple[Number, ...]
    check: SignOff
    span: Span
    more: Markdown | None = None
