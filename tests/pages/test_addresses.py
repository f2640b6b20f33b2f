"""Addresses derive from ids, and links between pages are relative."""

from __future__ import annotations

import pytest

from kring.pages.addresses import address, below, media_address, relative
from kring.pipeline import interface_words
from kring.source.documents import Key
from kring.source.kinds import Kind

WORDS = interface_words("nl")


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (Key(Kind.PROGRAMME, "p", "p"), "p/"),
        (Key(Kind.SESSION, "kiezen", "p"), "p/sessie/kiezen/"),
        (Key(Kind.HOMEWORK, "drie-dingen", "p"), "p/huiswerk/drie-dingen/"),
        (Key(Kind.ARTICLE, "een-plan"), "artikel/een-plan/"),
        (Key(Kind.ARTICLE, "een-plan", "p"), "p/artikel/een-plan/"),
        (Key(Kind.PAGE, "privacy"), "privacy/"),
        (Key(Kind.GLOSSARY, "glossary"), "begrippen/"),
    ],
)
def test_an_address_says_what_stands_there(key: Key, expected: str) -> None:
    assert address(key, WORDS) == expected


def test_a_part_of_something_stands_below_it() -> None:
    assert below(Key(Kind.SESSION, "kiezen", "p"), "catch_up", WORDS) == "p/sessie/kiezen/gemist/"
    assert below(Key(Kind.PROGRAMME, "p", "p"), "workbook", WORDS) == "p/werkboek.pdf"
    assert media_address("p", "a.svg") == "p/media/a.svg"
    assert media_address(None, "a.svg") == "media/a.svg"


@pytest.mark.parametrize(
    ("to", "page", "expected"),
    [
        ("", "", "./"),
        ("a/", "", "a/"),
        ("", "a/", "../"),
        ("a/", "a/", "./"),
        ("a/b/", "a/", "b/"),
        ("a/", "a/b/", "../"),
        ("a/c/", "a/b/", "../c/"),
        ("x/y/", "a/b/", "../../x/y/"),
        ("a/w.pdf", "a/b/", "../w.pdf"),
        ("w.pdf", "", "w.pdf"),
        ("a/", "ab/", "../a/"),
    ],
)
def test_a_link_leads_from_one_page_to_another(to: str, page: str, expected: str) -> None:
    assert relative(to, page) == expected
