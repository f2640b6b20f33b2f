"""What authors call each kind of entity, in the two languages of findings."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kring.source.kinds import Kind

NAMES: Mapping[Kind, tuple[str, str]] = MappingProxyType(
    {
        Kind.SITE_CONFIG: ("site-instelling", "site configuration"),
        Kind.PROGRAMME: ("programma", "programme"),
        Kind.SESSION: ("sessie", "session"),
        Kind.ACTIVITY: ("werkvorm", "activity"),
        Kind.HOMEWORK: ("huiswerk", "homework"),
        Kind.QUESTIONNAIRE: ("vragenlijst", "questionnaire"),
        Kind.DIARY: ("dagboek", "diary"),
        Kind.ARTICLE: ("artikel", "article"),
        Kind.HANDOUT: ("werkblad", "hand-out"),
        Kind.PAGE: ("pagina", "page"),
        Kind.MODULE: ("module", "module"),
        Kind.GLOSSARY: ("begrippenlijst", "glossary"),
        Kind.HELP: ("hulpblok", "help block"),
    }
)
"""Kind → its name in Dutch and in English."""

NEUTER = frozenset({Kind.PROGRAMME, Kind.HOMEWORK, Kind.DIARY, Kind.ARTICLE, Kind.HANDOUT, Kind.HELP})
"""Kinds of which the Dutch name is a word with `het`."""
