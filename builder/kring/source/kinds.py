"""The kinds of content file: one table of where each may stand, what it is called and what may refer to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Kind(StrEnum):
    """What a content file holds. The value is the name of its schema, model and rules."""

    SITE_CONFIG = "site_config"
    PROGRAMME = "programme"
    SESSION = "session"
    ACTIVITY = "activity"
    HOMEWORK = "homework"
    ARTICLE = "article"
    HANDOUT = "handout"
    QUESTIONNAIRE = "questionnaire"
    DIARY = "diary"
    MODULE = "module"
    PAGE = "page"
    GLOSSARY = "glossary"
    HELP = "help"

    # Enumerations hash themselves in Python, and keys with a kind in them are looked up by the hundred thousand.
    __hash__ = str.__hash__


@dataclass(frozen=True, slots=True)
class KindSpec:
    """What every step knows of a kind. Its schema, example and templates are called by its value."""

    dutch: str
    english: str
    neuter: bool = False
    """Whether its Dutch name is a word with `het`."""

    path: str | None = None
    """Where the only file of this kind stands, from the root."""

    folder: str | None = None
    """The name of the folders with its files."""

    in_programme: bool = False
    """Whether that folder may stand in programs/<programme>/."""

    in_library: bool = False
    """Whether that folder may stand in content/."""

    markdown: bool = False
    """Whether it is written as Markdown with front matter; all others are YAML."""

    by_field: bool = False
    """Whether fields of other files refer to it by its id: their schemas say so with `x-ref`."""

    by_link: bool = False
    """Whether texts link to it: `[…](<kind>:<id>)`."""

    at_top: bool = False
    """Whether its address is its id alone. Else it stands below its programme and the word for its kind."""

    in_menu: bool = False
    """Whether the navigation gathers its pages under a heading of their own."""

    @property
    def names(self) -> tuple[str, str]:
        """What authors call it, in the two languages of findings."""
        return self.dutch, self.english

    @property
    def suffix(self) -> str:
        """How the names of its files end."""
        return ".md" if self.markdown else ".yml"

    @property
    def must_be_used(self) -> bool:
        """Whether nobody sees a file of this kind unless another one refers to it."""
        return self.folder is not None and self.by_field


KINDS: Mapping[Kind, KindSpec] = MappingProxyType(
    {
        Kind.SITE_CONFIG: KindSpec("site-instelling", "site configuration", path="site_config.yml"),
        Kind.PROGRAMME: KindSpec("programma", "programme", neuter=True, by_field=True, at_top=True),
        Kind.SESSION: KindSpec(
            "sessie",
            "session",
            folder="sessions",
            in_programme=True,
            in_library=True,
            by_field=True,
            by_link=True,
        ),
        Kind.ACTIVITY: KindSpec(
            "werkvorm",
            "activity",
            folder="activities",
            in_programme=True,
            in_library=True,
            by_field=True,
            in_menu=True,
        ),
        Kind.HOMEWORK: KindSpec(
            "huiswerk",
            "homework",
            neuter=True,
            folder="homework",
            in_programme=True,
            in_library=True,
            by_field=True,
            by_link=True,
            in_menu=True,
        ),
        Kind.ARTICLE: KindSpec(
            "artikel",
            "article",
            neuter=True,
            folder="articles",
            in_programme=True,
            in_library=True,
            markdown=True,
            by_field=True,
            by_link=True,
            in_menu=True,
        ),
        Kind.HANDOUT: KindSpec(
            "werkblad",
            "hand-out",
            neuter=True,
            folder="handouts",
            in_programme=True,
            in_library=True,
            markdown=True,
            by_field=True,
            by_link=True,
            in_menu=True,
        ),
        Kind.QUESTIONNAIRE: KindSpec(
            "vragenlijst",
            "questionnaire",
            folder="questionnaires",
            in_programme=True,
            in_library=True,
            by_field=True,
            by_link=True,
            in_menu=True,
        ),
        Kind.DIARY: KindSpec(
            "dagboek",
            "diary",
            neuter=True,
            folder="diaries",
            in_programme=True,
            in_library=True,
            by_field=True,
            by_link=True,
            in_menu=True,
        ),
        Kind.MODULE: KindSpec(
            "module", "module", folder="modules", in_library=True, by_field=True, by_link=True, in_menu=True
        ),
        Kind.PAGE: KindSpec(
            "pagina", "page", folder="pages", in_library=True, markdown=True, by_link=True, at_top=True
        ),
        Kind.GLOSSARY: KindSpec("begrippenlijst", "glossary", path="content/glossary.yml"),
        Kind.HELP: KindSpec("hulpblok", "help block", neuter=True, path="content/help.yml"),
    }
)
"""The table of kinds, in the order of menus."""

MARKDOWN_KINDS = frozenset(kind for kind, spec in KINDS.items() if spec.markdown)

FOLDERS = MappingProxyType({spec.folder: kind for kind, spec in KINDS.items() if spec.folder is not None})
"""Folder name → kind of the files in it."""

IN_PROGRAMME = tuple(folder for folder, kind in FOLDERS.items() if KINDS[kind].in_programme)
"""Folders that may stand in programs/<programme>/ (beside media/ and programme.yml)."""

IN_LIBRARY = tuple(folder for folder, kind in FOLDERS.items() if KINDS[kind].in_library)
"""Folders that may stand in content/ (beside media/, help.yml and glossary.yml)."""

SINGLE_FILES = MappingProxyType({spec.path: kind for kind, spec in KINDS.items() if spec.path is not None})
"""Files of which there is exactly one, by path from the root."""

MENU = tuple(kind for kind, spec in KINDS.items() if spec.in_menu)
"""Kinds with a heading of their own in the navigation, in its order."""
