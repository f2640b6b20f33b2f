"""Templates say what stands where: what is to be looked up, counted or gathered for it, they are given."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kring.site.configuration import SHELL_WORDS
from kring.theme_files import theme_folder

THEME = theme_folder()

TEMPLATES = sorted(file for ending in ("*.j2", "*.html") for file in THEME.rglob(ending))

GATHERING = re.compile(r"\.(?:append|extend|insert|update|setdefault)\(|\{%-?\s*do\b|\bnamespace\(")
"""How a Jinja template changes a value that it made before."""


def test_there_are_templates_of_pages_and_of_the_shell() -> None:
    assert {file.relative_to(THEME).parts[0] for file in TEMPLATES} >= {"pages", "site"}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda file: file.relative_to(THEME).as_posix())
def test_a_template_gathers_nothing(template: Path) -> None:
    found = GATHERING.search(template.read_text(encoding="utf-8"))
    assert found is None, f"{found and found[0]}: a list for a template is made by its view"


@pytest.mark.parametrize("text", ["{% set _ = names.append(name) %}", "{% do names.append(1) %}", "{%- do x %}"])
def test_gathering_is_recognised(text: str) -> None:
    assert GATHERING.search(text)


WORD_OF_SHELL = re.compile(r"""\bwords(?:\.([a-z_]+)|\[["']([a-z_]+)["']\])""")


def test_the_shell_has_every_word_that_its_templates_ask_for() -> None:
    """Templates of the site engine say nothing about a word that is missing: it would be an empty button."""
    templates = sorted((THEME / "site").rglob("*.html"))
    asked = {one or other for file in templates for one, other in WORD_OF_SHELL.findall(file.read_text("utf-8"))}
    assert len(asked) > len(SHELL_WORDS) / 2
    assert asked - SHELL_WORDS == set()
