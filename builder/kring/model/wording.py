"""How plain the texts for participants must be: limits and words, of a programme or of the whole site."""

from __future__ import annotations

from dataclasses import dataclass

from kring.findings import Span


@dataclass(frozen=True, slots=True)
class Avoided:
    """A word that participants should not meet, and what to say instead."""

    word: str
    say: str
    span: Span


@dataclass(frozen=True, slots=True)
class Wording:
    """What an author asks; None where the author leaves it to the organisation or to Kring."""

    sentence_words_max: int | None = None
    reading_ease_min: int | None = None
    avoid: tuple[Avoided, ...] = ()
    allow: tuple[str, ...] = ()


NOTHING_ASKED = Wording()
"""What holds where an author says nothing."""
