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

_NEUTER = frozenset({Kind.PROGRAMME, Kind.HOMEWORK, Kind.DIARY, Kind.ARTICLE, Kind.HANDOUT, Kind.HELP})
"""Kinds of which the Dutch name is a word with `het`."""

MEDIA_FILE = {
    "kind_nl": "mediabestand",
    "kind_en": "media file",
    "the_nl": "het mediabestand",
    "the_en": "the media file",
}
"""The same of a media file, as facts."""

TERM = {"kind_nl": "begrip", "kind_en": "term", "the_nl": "het begrip", "the_en": "the term"}
"""The same of a word that the glossary explains."""


def kind_facts(kind: Kind) -> dict[str, str]:
    """Return the name of a kind as the facts `kind_nl` and `kind_en`, and with its article as `the_nl` and `the_en`."""
    dutch, english = NAMES[kind]
    article = "het" if kind in _NEUTER else "de"
    return {"kind_nl": dutch, "kind_en": english, "the_nl": f"{article} {dutch}", "the_en": f"the {english}"}
