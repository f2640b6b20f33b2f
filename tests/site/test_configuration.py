"""The engine's configuration is plain, asks nobody outside, and refuses a navigation that would mislead."""

from __future__ import annotations

from dataclasses import replace

import pytest
import yaml

from kring.site.configuration import SHELL_WORDS, NavEntry, Site, configuration, configuration_text

SITE = Site("Naam", (NavEntry("Begin", "index.md"),), dict.fromkeys(SHELL_WORDS, "woord"), "/overrides")


def test_the_text_is_the_configuration() -> None:
    assert yaml.safe_load(configuration_text(SITE)) == configuration(SITE)


def test_there_are_no_hooks_and_no_plugins_beyond_search() -> None:
    plain = configuration(SITE)
    assert "hooks" not in plain
    assert [list(plugin) for plugin in plain["plugins"]] == [["search"]]
    assert plain["markdown_extensions"] == [{"toc": {"permalink": False}}]


def test_nothing_asks_another_host() -> None:
    plain = configuration(replace(SITE, address="https://kring.example.org"))
    assert plain["theme"]["font"] is False
    assert "repo_url" not in plain
    assert plain["site_url"] == "https://kring.example.org/"


def test_a_section_with_a_page_starts_with_that_page() -> None:
    section = NavEntry("Programma", "p/index.md", (NavEntry("Sessie 1", "p/sessie/1/index.md"),))
    assert configuration(replace(SITE, nav=(section,)))["nav"] == [
        {"Programma": ["p/index.md", {"Sessie 1": "p/sessie/1/index.md"}]}
    ]


@pytest.mark.parametrize(
    "entry",
    [
        NavEntry("Leidt nergens heen"),
        NavEntry("", "a/index.md"),
        NavEntry("Sectie", "p/sectie.md", (NavEntry("Blad", "p/blad/index.md"),)),
        NavEntry("Blad waarin een andere motor de links verandert", "p/blad.md"),
    ],
)
def test_a_navigation_that_would_mislead_is_a_bug(entry: NavEntry) -> None:
    with pytest.raises(ValueError, match=r"."):
        configuration(replace(SITE, nav=(entry,)))


def test_a_missing_word_is_a_bug() -> None:
    with pytest.raises(ValueError, match="missing_title"):
        configuration(replace(SITE, words=dict.fromkeys(SHELL_WORDS - {"missing_title"}, "woord")))
