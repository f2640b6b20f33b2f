"""Sentences end where Dutch readers see them end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.language.sentences import sentences

TEXTS = {
    "three kinds of end": "Kom binnen. Ga je mee? Graag!",
    "abbreviations in the middle": "Neem bijv. een pen mee, d.w.z. een blauwe. Of ca. 3 potloden.",
    "abbreviations before a capital": "Vraag dr. De Wit of mevr. Jansen. Bel daarna.",
    "an abbreviation that may end a sentence": "Appels, peren, enz. Daarna gaan we verder.",
    "an abbreviation that is a word as well": "Het kost minder dan het max. Dat is fijn. Kom op za. 4 mei.",
    "numbers and clock times": "Dat kost € 1.250,50. Om 10.30 uur beginnen we. In 2026. Daarna niet meer.",
    "initials": "Dit schreef R. A. Barkley. Lees ook J. Smit.",
    "a letter that is no initial": "Kies optie B. Dan ben je klaar.",
    "quotes": "‘Kom binnen.’ zei zij. ‘Ga zitten!’ Dat deed hij.",
    "brackets": "We stoppen. (Dat mag ook eerder.) Tot dan.",
    "dots": "Misschien… of niet. Wie weet… Dan zien we het.",
    "an apostrophe first": "Dat is goed. ’s Avonds rust je. 's Morgens niet.",
    "several signs": "Echt waar?! Ja. Nee… Toch.",
}  # fmt: skip

ENDS = {
    "three kinds of end": 3,
    "abbreviations in the middle": 2,
    "abbreviations before a capital": 2,
    "an abbreviation that may end a sentence": 2,
    "an abbreviation that is a word as well": 3,
    "numbers and clock times": 4,
    "initials": 2,
    "a letter that is no initial": 2,
    "quotes": 3,
    "brackets": 3,
    "dots": 3,
    "an apostrophe first": 3,
    "several signs": 4,
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_falls_apart_into_its_sentences(name: str) -> None:
    text = TEXTS[name]
    found = [text[sentence.start : sentence.end] for sentence in sentences(text)]
    assert len(found) == ENDS[name], found
    assert " ".join(found) == text


def test_the_words_of_a_sentence_keep_hyphens_apostrophes_and_dots() -> None:
    (sentence,) = sentences("Zo’n e-mail kost o.a. 1.250 tekens, om 10.30 uur.")
    assert sentence.words == ("Zo’n", "e-mail", "kost", "o.a", "1.250", "tekens", "om", "10.30", "uur")


def test_a_stretch_without_words_is_no_sentence() -> None:
    assert list(sentences(" … ! –")) == []


def test_a_sentence_without_a_sign_at_its_end_is_not_closed() -> None:
    assert [sentence.closed for sentence in sentences("Eerst dit. Dan dat")] == [True, False]


@given(st.text(alphabet="aB1 .!?…’'\")(é\n-", max_size=80))
def test_sentences_of_any_text_lie_behind_each_other_and_hold_all_words(text: str) -> None:
    found = list(sentences(text))
    places = [place for sentence in found for place in (sentence.start, sentence.end)]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)
    assert all(text[sentence.start : sentence.end].strip() == text[sentence.start : sentence.end] for sentence in found)
    letters = sum(sum(letter.isalnum() for letter in text[each.start : each.end]) for each in found)
    assert letters == sum(letter.isalnum() for letter in text)
