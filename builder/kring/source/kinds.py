"""The kinds of content file, and the folder and file name by which each is known."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What a content file holds. The value is the name of its schema, model and rules."""

    SITE_CONFIG = "site_config"
    PROGRAMME = "programme"
    SESSION = "session"
    ACTIVITY = "activity"
    HOMEWORK = "homework"
    QUESTIONNAIRE = "questionnaire"
    DIARY = "diary"
    ARTICLE = "article"
    HANDOUT = "handout"
    PAGE = "page"
    MODULE = "module"
    GLOSSARY = "glossary"
    HELP = "help"

    # Enumerations hash themselves in Python, and keys with a kind in them are looked up by the hundred thousand.
    __hash__ = str.__hash__


FOLDERS = {
    "sessions": Kind.SESSION,
    "activities": Kind.ACTIVITY,
    "homework": Kind.HOMEWORK,
    "questionnaires": Kind.QUESTIONNAIRE,
    "diaries": Kind.DIARY,
    "articles": Kind.ARTICLE,
    "handouts": Kind.HANDOUT,
    "pages": Kind.PAGE,
    "modules": Kind.MODULE,
}
"""Folder name → kind of the files in it."""

IN_PROGRAMME = ("sessions", "activities", "homework", "questionnaires", "diaries", "articles", "handouts")
"""Folders that may stand in programs/<programme>/ (beside media/ and programme.yml)."""

IN_LIBRARY = ("activities", "homework", "questionnaires", "diaries", "articles", "handouts", "pages", "modules")
"""Folders that may stand in content/ (beside media/, help.yml and glossary.yml)."""

MARKDOWN_KINDS = frozenset({Kind.ARTICLE, Kind.HANDOUT, Kind.PAGE})
"""Kinds written as Markdown with front matter; all others are YAML."""

SINGLE_FILES = {
    "site_config.yml": Kind.SITE_CONFIG,
    "content/help.yml": Kind.HELP,
    "content/glossary.yml": Kind.GLOSSARY,
}
"""Files of which there is exactly one, by path from the root."""
