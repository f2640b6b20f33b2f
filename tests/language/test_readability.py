"""Reading ease is the measure that Flesch and Douma published."""

from __future__ import annotations

import pytest

from kring.language.measure import measure
from kring.language.readability import SAMPLE, Counts, class_of
from kring.prose.text import Form


def test_the_formula_gives_what_it_gives_by_hand() -> None:
    # 206.84 - 0.77 × 150 - 0.93 × 10 = 206.84 - 115.5 - 9.3
    assert Counts(words=100, in_sentences=100, sentences=10, syllables=150).ease == pytest.approx(82.04)


def test_a_text_is_counted_and_weighed_as_a_whole() -> None:
    # Ten words of eleven syllables a sentence, ten times: 206.84 - 0.77 × 110 - 0.93 × 10.
    counts = measure("Kies een plek in huis waar je stil kunt lezen. " * 10, Form.MARKDOWN).counts
    assert counts == Counts(words=100, in_sentences=100, sentences=10, syllables=110)
    assert counts.ease == pytest.approx(112.84)


def test_fewer_words_than_a_sample_say_nothing() -> None:
    assert Counts(SAMPLE, SAMPLE - 1, 5, 150).ease is None
    assert Counts(SAMPLE, SAMPLE, 5, 150).ease is not None


def test_longer_words_and_longer_sentences_are_harder() -> None:
    plain = Counts(200, 200, 20, 280).ease
    long_words = Counts(200, 200, 20, 400).ease
    long_sentences = Counts(200, 200, 8, 280).ease
    assert plain is not None
    assert long_words is not None
    assert long_sentences is not None
    assert plain > long_words
    assert plain > long_sentences


@pytest.mark.parametrize(
    ("ease", "name"),
    [(120, "very_easy"), (90, "very_easy"), (89.9, "easy"), (70, "fairly_easy"), (60, "normal"), (59.9, "fairly_hard"),
     (45, "fairly_hard"), (44.9, "hard"), (30, "hard"), (29.9, "very_hard"), (-40, "very_hard")],
)  # fmt: skip
def test_the_classes_are_doumas(ease: float, name: str) -> None:
    assert class_of(ease) == name


def test_headings_labels_and_cells_are_read_but_are_no_sentences() -> None:
    text = "## Een kop van vijf woorden\n\nEén zin.\n\n| Kop | Kop |\n|---|---|\n| Cel met woorden | Een zin hier. |\n"
    assert measure(text, Form.MARKDOWN).counts == Counts(words=15, in_sentences=5, sentences=2, syllables=6)
