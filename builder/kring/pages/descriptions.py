"""Descriptions: what search engines and previews show of a page about one thing."""

from __future__ import annotations

from kring.editions import participant as p
from kring.model.activities import LibraryActivity
from kring.model.questionnaires import Diary, Questionnaire
from kring.model.reading import Article, Handout, Module, Page
from kring.model.sessions import Homework
from kring.prose.plain_text import plain_text
from kring.prose.text import Prose

LIMIT = 160
"""Characters that a search engine shows."""

Shown = p.Entity | LibraryActivity | Homework | Questionnaire | Diary | Article
"""What has a page of its own, in either edition, beside programmes and sessions."""


def describe(entity: Shown) -> str:
    """Return the summary of an entity, or the beginning of its first text, or else its title."""
    match entity:
        case Article() | p.Article() | Handout() | Page():
            return entity.summary
        case Homework() | p.Homework():
            return plain_text(entity.why, limit=LIMIT)
        case Questionnaire() | p.Questionnaire() | Diary() | p.Diary():
            return plain_text(entity.introduction, limit=LIMIT)
        case Module():
            return _beginning(entity.about) or entity.title
        case LibraryActivity():
            return _beginning(entity.activity.purpose) or entity.title


def _beginning(text: Prose | None) -> str:
    return "" if text is None else plain_text(text, limit=LIMIT)
