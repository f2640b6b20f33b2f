"""Descriptions: what search engines and previews show of a page about one thing."""

from __future__ import annotations

from functools import lru_cache
from textwrap import shorten

from kring.editions import participant as p
from kring.language.sentences import sentences
from kring.model.activities import LibraryActivity
from kring.model.questionnaires import Diary, Questionnaire
from kring.model.reading import Article, Handout, Module, Page
from kring.model.sessions import Homework
from kring.prose.plain_text import plain_text
from kring.prose.text import Prose

LIMIT = 160
"""Characters that a search engine shows."""

OPENING = 240
"""Characters of a programme on the front page: two or three sentences."""

Shown = p.Entity | LibraryActivity | Homework | Questionnaire | Diary | Article
"""What has a page of its own, in either edition, beside programmes and sessions."""


def in_order(name: str, title: str) -> str:
    """Return how the navigation calls a session: its name in the order and its title, which may be the same."""
    return title if name.casefold() == title.casefold() else f"{name} · {title}"


def describe(entity: Shown) -> str:
    """Return the summary of an entity, or the beginning of its first text, or else its title."""
    match entity:
        case Article() | p.Article() | Handout() | Page():
            return entity.summary
        case Homework() | p.Homework():
            return beginning(entity.why)
        case Questionnaire() | p.Questionnaire() | Diary() | p.Diary():
            return beginning(entity.introduction)
        case Module():
            return beginning(entity.about) or entity.title
        case LibraryActivity():
            return beginning(entity.activity.purpose) or entity.title


@lru_cache(maxsize=8192)
def beginning(text: Prose | None) -> str:
    """Return the words with which a text begins."""
    return "" if text is None else plain_text(text, limit=LIMIT)


@lru_cache(maxsize=8192)
def opening(text: Prose) -> str:
    """Return the first sentences of a text, as many as are short together, and at least the first."""
    words, end = plain_text(text), 0
    for sentence in sentences(words):
        if end and sentence.end > OPENING:
            break
        end = sentence.end
    return words[:end]


@lru_cache(maxsize=8192)
def goals_in_short(goals: tuple[str, ...]) -> str:
    """Return the first goals of a session."""
    return shorten(" ".join(goals), LIMIT, placeholder="…")
