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

MEDIA_FILE = {"kind_nl": "mediabestand", "kind_en": "media file"}
"""The same of a media file, as facts."""

TERM = {"kind_nl": "begrip", "kind_en": "term"}
"""The same of a word that the glossary explains."""


def kind_facts(kind: Kind) -> dict[str, str]:
    """Return the name of a kind as the facts `kind_nl` and `kind_en`."""
    dutch, english = NAMES[kind]
    return {"kind_nl": dutch, "kind_en": english}
