"""One look at a text: what is counted in it, which sentences are long, which are passive. Each text is read once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kring.findings import Position
from kring.language.passages import Passage
from kring.language.passive import may_have_passives, passives
from kring.language.readability import Counts
from kring.language.sentences import sentences, words_in
from kring.language.syllables import syllables
from kring.language.units import stretch, units
from kring.prose.text import Form

_SPACE_BEFORE_SIGN = re.compile(r" (?=[.,;:!?])")

SHORTEST_LIMIT = 10
"""Sentences of up to so many words are never called long: no limit can be set below it."""


@dataclass(frozen=True, slots=True)
class Noted:
    """A sentence to look at: the number of its unit in the text, its stretch of that unit, and how many words it has.

    `passives` are the words of its passive constructions.
    """

    unit: int
    start: int
    end: int
    words: int
    passives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measured:
    """What there is to say about one text."""

    counts: Counts
    noted: tuple[Noted, ...]


@lru_cache(maxsize=65536)
def measure(text: str, form: Form | None) -> Measured:
    """Read a text; `form` is None for a plain line without markup."""
    all_words = in_sentences = found_sentences = found_syllables = 0
    noted: list[Noted] = []
    for number, unit in enumerate(units(text, form)):
        has_passives = may_have_passives(unit.text)
        for sentence in sentences(unit.text):
            words = sum(map(_words, sentence.tokens))
            all_words += words
            if not (unit.running or sentence.closed):
                continue
            in_sentences += words
            found_sentences += 1
            found_syllables += sum(map(_syllables, sentence.tokens))
            found = tuple(passives(unit.text[sentence.start : sentence.end])) if has_passives else ()
            if found or words > SHORTEST_LIMIT:
                noted.append(Noted(number, sentence.start, sentence.end, words, found))
    return Measured(Counts(all_words, in_sentences, found_sentences, found_syllables), tuple(noted))


@lru_cache(maxsize=1 << 16)
def _words(token: str) -> int:
    return len(words_in(token))


@lru_cache(maxsize=1 << 16)
def _syllables(token: str) -> int:
    return sum(map(syllables, words_in(token)))


def counts(passage: Passage) -> Counts:
    """Return what is counted in a passage."""
    return measure(passage.text, passage.form).counts


def noted(passage: Passage) -> tuple[Noted, ...]:
    """Return the sentences of a passage that are long or passive."""
    return measure(passage.text, passage.form).noted


def words_of(passage: Passage, sentence: Noted) -> str:
    """Return a sentence as it is read."""
    unit = list(units(passage.text, passage.form))[sentence.unit]
    words = " ".join(unit.text[sentence.start : sentence.end].split())
    return _SPACE_BEFORE_SIGN.sub("", words)  # where a source between brackets stood


def place_of(passage: Passage, sentence: Noted) -> tuple[Position, Position]:
    """Return where a sentence begins and ends in the text of its passage."""
    unit = list(units(passage.text, passage.form))[sentence.unit]
    return stretch(passage.text, unit, sentence.start, sentence.end)
