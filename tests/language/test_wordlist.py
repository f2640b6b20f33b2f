"""Words to avoid are found with their endings, whole, and with what to say instead."""

from __future__ import annotations

import pytest

from kring.language.wordlist import own_words, word_list

LIST = word_list({"interventie": "oefening", "optimaal": "zo goed mogelijk", "op basis van": "met", "t.b.v": "voor"})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Een interventie helpt.", [(4, "interventie", "oefening")]),
        ("Interventies helpen.", [(0, "Interventies", "oefening")]),
        ("De optimale keuze.", [(3, "optimale", "zo goed mogelijk")]),
        ("Kies op basis  van gevoel.", [(5, "op basis  van", "met")]),
        ("Dit is t.b.v. jou.", [(7, "t.b.v", "voor")]),
        ("Een interventieplan, en op de basis van alles.", []),
        ("Niets aan de hand.", []),
    ],
)
def test_a_word_is_found_whole(text: str, found: list[tuple[int, str, str]]) -> None:
    assert list(LIST.found(text)) == found
    assert LIST.may_be_in(text) or found == []


def test_our_own_list_has_plainer_words_of_its_own() -> None:
    words = own_words()
    assert len(words) > 100
    assert all(word == word.lower().strip() and say.strip() and say != word for word, say in words.items())
    listed = word_list(words)
    assert {say for say in words.values() if list(listed.found(say))} == set(), "a plainer word is jargon itself"


def test_a_list_of_signs_finds_nothing() -> None:
    assert list(word_list({"–": "streep", "– –": "strepen"}).found("Een – streep")) == []
