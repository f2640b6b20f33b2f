"""The one module that knows Typst: what it gives, and when it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
import typst

from kring.print import typst_engine
from kring.print.typst_engine import PrintError, compile_pdf

SOUND = """
#set document(title: "Proef")
#set text(lang: "nl", font: "Atkinson Hyperlegible Next")
= Kop
#json("/book.json").text
"""


@pytest.fixture
def template(tmp_path: Path) -> Path:
    file = tmp_path / "proef.typ"
    file.write_text(SOUND, encoding="utf-8")
    return file


def test_data_becomes_a_pdf(template):
    assert compile_pdf(template, {"text": "hoi"}, {}).startswith(b"%PDF-1.7")


def test_the_same_data_gives_the_same_bytes_wherever_the_template_lies(template, tmp_path):
    elsewhere = tmp_path / "elders" / "proef.typ"
    elsewhere.parent.mkdir()
    elsewhere.write_text(SOUND, encoding="utf-8")
    assert compile_pdf(template, {"text": "hoi"}, {}) == compile_pdf(elsewhere, {"text": "hoi"}, {})


def test_a_warning_stops_the_print(template):
    template.write_text(SOUND + "\n#par[voor #block[in een alinea] na]", encoding="utf-8")
    with pytest.raises(PrintError, match="block may not occur inside of a paragraph"):
        compile_pdf(template, {"text": "hoi"}, {})


def test_an_error_names_the_template_and_not_the_folder_of_the_moment(template):
    template.write_text(SOUND + '\n#json("/book.json").ontbreekt', encoding="utf-8")
    with pytest.raises(PrintError, match=r"─ proef\.typ:\d+:\d+") as refused:
        compile_pdf(template, {"text": "hoi"}, {})
    assert "kring-print-" not in str(refused.value)


def test_an_image_without_alternative_text_stops_the_print(template):
    template.write_text(SOUND + '\n#image("/images/a.svg")', encoding="utf-8")
    picture = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    with pytest.raises(PrintError, match="alt"):
        compile_pdf(template, {"text": "hoi"}, {"a.svg": picture})


def test_a_character_without_a_shape_stops_the_print_and_is_named(template):
    with pytest.raises(PrintError) as refused:
        compile_pdf(template, {"text": "een 🎈 en nog een 🎈 en een 中"}, {})
    assert set(refused.value.unprintable) >= {"🎈"}


@pytest.mark.parametrize("name", ["../a.svg", "/a.svg", "a/../../b.svg"])
def test_an_image_never_lands_outside_the_book(template, name):
    with pytest.raises(ValueError, match="not a path below a folder"):
        compile_pdf(template, {"text": "hoi"}, {name: b""})


def test_only_fonts_of_the_theme_and_of_typst_are_used():
    inside = set(typst.Fonts(include_system_fonts=False).families())
    assert set(typst_engine._fonts("now").families()) - inside == {"Atkinson Hyperlegible Next", "Open Sans"}
