"""The content repository of an organisation that starts: every file of it, with a small programme as an example."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib import resources
from types import MappingProxyType

from kring.checks.placeholders import MARK
from kring.editor.references import NOTHING
from kring.source.documents import Key
from kring.source.kinds import KINDS, Kind
from kring.starting.filled import Answers
from kring.starting.installed import Package
from kring.starting.new_file import FIRST_SESSION, Wish, file_for

EXAMPLE = "voorbeeld"
"""The id of the programme that shows how things are written."""

QUESTIONNAIRE = "hoe-gaat-het-met-rust"
NOT_YET = f"{MARK} Nog niemand: dit is een voorbeeld"
"""Stands where somebody has to sign before anything can be published."""

TEXTS: Mapping[str, str] = MappingProxyType(
    {
        "content/pages/privacy.md": "privacy.md",
        "content/pages/toegankelijkheid.md": "toegankelijkheid.md",
        "content/pages/contact.md": "contact.md",
        "content/pages/colofon.md": "colofon.md",
        "README.md": "README.md",
        "requirements.txt": "requirements.txt",
        ".gitignore": "gitignore",
        ".pre-commit-config.yaml": "pre-commit-config.yaml",
        ".github/workflows/kring.yml": "github.yml",
        ".gitlab-ci.yml": "gitlab.yml",
    }
)
"""Path in the new repository → the file of ours that it comes from."""

_BLANK = re.compile(r"«(\w+)»")
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~])")


@dataclass(frozen=True, slots=True)
class Organisation:
    """Who starts. `kring` is what pip is to install, for colleagues and in continuous integration."""

    name: str
    email: str
    colour: str
    kring: Package


def organisation_files(organisation: Organisation, today: date) -> dict[str, bytes]:
    """Return the files of the repository, those for editors left out: path → content."""
    files = dict(file_for(wish, NOTHING, today, with_modeline=True) for wish in _wishes(organisation))
    files |= {path: _filled_in(name, organisation) for path, name in TEXTS.items()}
    return {path: text.encode() for path, text in files.items()} | dict(organisation.kring.files)


def _wishes(organisation: Organisation) -> tuple[Wish, ...]:
    questionnaire = {Kind.QUESTIONNAIRE.value: QUESTIONNAIRE, Kind.SESSION.value: FIRST_SESSION}
    config: Answers = {
        ("organisation", "name"): organisation.name,
        ("contact", "email"): organisation.email,
        ("brand", "colour"): organisation.colour,
    }
    programme: Answers = {
        ("title",): "Rust in je week (voorbeeld)",
        ("status",): "published",
        ("rights", "owner"): organisation.name,
        ("sign_off", "reviewed_by"): NOT_YET,
    }
    return (
        Wish(_single(Kind.SITE_CONFIG), config, given={Kind.PROGRAMME.value: EXAMPLE}, marked=False),
        Wish(_single(Kind.HELP)),
        Wish(_single(Kind.GLOSSARY), marked=False),
        Wish(
            Key(Kind.PROGRAMME, EXAMPLE, EXAMPLE),
            programme,
            active=frozenset({"measurement", "sign_off"}),
            given=questionnaire,
            marked=False,
        ),
        Wish(Key(Kind.SESSION, FIRST_SESSION, EXAMPLE), {("status",): "published"}, marked=False),
        Wish(Key(Kind.QUESTIONNAIRE, QUESTIONNAIRE, EXAMPLE), {("owner",): organisation.name}, marked=False),
    )


def _single(kind: Kind) -> Key:
    assert KINDS[kind].path is not None
    return Key(kind, kind.value)


def _filled_in(name: str, organisation: Organisation) -> str:
    text = resources.files("kring.starting").joinpath("organisation", name).read_text(encoding="utf-8")
    # A name is a name: none of its signs is markup.
    words = {"organisation": _MARKUP.sub(r"\\\1", organisation.name), "kring": organisation.kring.requirement}
    return _BLANK.sub(lambda blank: words[blank[1]], text)
