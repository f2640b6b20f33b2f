"""Remarks: what in a text is worth a second look, each with the words it is about and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kring.findings import Position, Span
from kring.language.measure import Noted, counts, noted, place_of, words_of
from kring.language.norms import EASY_SENTENCE_WORDS_MAX, Norms
from kring.language.passages import Passage
from kring.language.units import stretch, units
from kring.source.kinds import Kind


class Look(StrEnum):
    """Why to look again."""

    LONG = "long"
    PASSIVE = "passive"
    JARGON = "jargon"


@dataclass(frozen=True, slots=True)
class Remark:
    """`words` is the sentence (of jargon: the word), `about` what in it: the passive, what to say instead.

    `count` is the number of words of a sentence, and `limit` how many it may have; both 0 for the others.
    """

    look: Look
    words: str
    span: Span
    about: str = ""
    count: int = 0
    limit: int = 0


def is_own_wording(kind: Kind, passage: Passage) -> bool:
    """Tell whether the author of a file can choose the words: items and answers of a questionnaire are its maker's."""
    return kind is not Kind.QUESTIONNAIRE or passage.path not in (
        ("items", "text"),
        ("answer_scales", "options", "text"),
    )


def sentence_limit(passage: Passage, asked: Norms) -> int:
    """Return how many words a sentence of a passage may have."""
    if "plain_language" in passage.path:
        return min(EASY_SENTENCE_WORDS_MAX, asked.sentence_words_max)
    return asked.sentence_words_max


def remarks(passage: Passage, asked: Norms) -> Iterator[Remark]:
    """Yield what is worth a second look in a passage."""
    limit = sentence_limit(passage, asked)
    for sentence in noted(passage):
        if sentence.words > limit:
            yield Remark(Look.LONG, words_of(passage, sentence), _span(passage, sentence), "", sentence.words, limit)
        if sentence.passives:
            about = "’, ‘".join(sentence.passives)
            yield Remark(Look.PASSIVE, words_of(passage, sentence), _span(passage, sentence), about)
    yield from _jargon(passage, asked)


def too_hard(passage: Passage, asked: Norms) -> float | None:
    """Return the reading ease of a passage that is long enough to say so and harder than it may be, else None."""
    ease = counts(passage).ease
    return ease if ease is not None and ease < asked.reading_ease_min else None


def first_line(passage: Passage) -> Span:
    """Return where the first line with words of a passage stands."""
    lines = passage.text.split("\n")
    number = next((at for at, line in enumerate(lines) if line.strip()), 0)
    line = lines[number]
    indent = len(line) - len(line.lstrip())
    return passage.place(Position(number + 1, indent + 1), Position(number + 1, len(line.rstrip()) + 1))


def _jargon(passage: Passage, asked: Norms) -> Iterator[Remark]:
    if not asked.words.may_be_in(passage.text):
        return
    lines = passage.text.split("\n")
    for unit in units(passage.text, passage.form):
        for at, word, say in asked.words.found(unit.text):
            start, end = stretch(passage.text, unit, at, at + len(word))
            if not _is_explained(lines[end.line - 1][end.column - 1 :]):
                yield Remark(Look.JARGON, word, passage.place(start, end), say)


def _is_explained(rest_of_line: str) -> bool:
    """Tell whether a word is, or ends, a link to the glossary."""
    inside, closing, target = rest_of_line.partition("](")
    return bool(closing) and "[" not in inside and target.startswith("term:")


def _span(passage: Passage, sentence: Noted) -> Span:
    return passage.place(*place_of(passage, sentence))
