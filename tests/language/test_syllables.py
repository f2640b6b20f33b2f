"""Syllables are counted as people count them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.language.counted_words import HARD, SAMPLE

from kring.language.syllables import syllables

MOST_WRONG = 0.01
"""The error rate that the counter may have on words counted by hand."""


def wrong(words: dict[str, int]) -> dict[str, int]:
    return {word: syllables(word) for word, number in words.items() if syllables(word) != number}


def test_words_of_our_own_content_are_counted_right() -> None:
    assert len(SAMPLE) >= 200
    assert wrong(SAMPLE) == {}


def test_hard_words_are_nearly_all_counted_right() -> None:
    assert len(HARD) >= 90
    assert wrong(HARD) == {"jeans": 2}
    assert len(wrong(HARD)) / len(HARD | SAMPLE) <= MOST_WRONG


def test_a_word_that_is_counted_wrong_is_seen() -> None:
    assert wrong({"bedoeling": 4}) == {"bedoeling": 3}


@pytest.mark.parametrize(
    ("number", "spoken"),
    [
        ("7", "ze-ven"),
        ("12", "twaalf"),
        ("21", "een-en-twin-tig"),
        ("70", "ze-ven-tig"),
        ("100", "hon-derd"),
        ("350", "drie-hon-derd-vijf-tig"),
        ("1000", "dui-zend"),
        ("1960", "ne-gen-tien-hon-derd-zes-tig"),
        ("2026", "twee-dui-zend-zes-en-twin-tig"),
        ("12000", "twaalf-dui-zend"),
        ("10.30", "tien-der-tig"),
        ("0800", "nul-acht-nul-nul"),
    ],
)
def test_numbers_are_counted_as_they_are_read_aloud(number: str, spoken: str) -> None:
    assert syllables(number) == len(spoken.split("-"))


@pytest.mark.parametrize(("word", "number"), [("ADHD", 4), ("GGZ", 3), ("tv", 2), ("’s", 1), ("z'n", 1), ("–", 1)])
def test_what_has_no_vowel_is_read_letter_by_letter_or_is_a_sound(word: str, number: int) -> None:
    assert syllables(word) == number


@given(st.text(max_size=30))
def test_any_text_has_at_least_one_and_no_more_than_letters_and_digits_allow(text: str) -> None:
    assert 1 <= syllables(text) <= 1 + 4 * len(text)
