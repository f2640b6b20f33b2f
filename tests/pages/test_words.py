"""Interface strings, dates and numbers as Dutch readers expect them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kring.pages.words import dutch_date, dutch_number
from kring.pipeline import interface_words
from kring.theme_files import theme_folder

NAME = re.compile(r"""\bt\(\s*["']([a-z_.]+[a-z_])["']\s*[,)]""")


def test_a_date_and_a_number_are_written_as_dutch_readers_write_them() -> None:
    assert dutch_date("2026-09-01") == "1 september 2026"
    assert [dutch_number(number) for number in (2.5, 3.0, 12)] == ["2,5", "3", "12"]


def test_a_string_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        interface_words("nl")("there.is.none")


@pytest.mark.parametrize("template", sorted((theme_folder() / "pages").rglob("*.j2")), ids=lambda path: path.stem)
def test_every_string_that_a_template_asks_for_is_there(template: Path) -> None:
    strings = interface_words("nl").strings
    assert [name for name in NAME.findall(template.read_text(encoding="utf-8")) if name not in strings] == []


@pytest.mark.parametrize("folder", ["participant", "shared"])
def test_what_participants_read_is_never_about_facilitators(folder: str) -> None:
    for template in sorted((theme_folder() / "pages" / folder).glob("*.j2")):
        assert not re.search(r"if\s+.*facilitator", template.read_text(encoding="utf-8")), template.name
