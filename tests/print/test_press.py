"""The press prints each book once, and keeps it as long as it is asked for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.print.every_part import IMPRINT, PICTURE

from kring.pages.words import words
from kring.print import parts
from kring.print.book import Book, bind
from kring.print.press import Press, _Workers
from kring.print.typst_engine import PrintError


def book(text: str) -> Book:
    chapter = parts.section("Hoofdstuk", [parts.paragraph(text)])
    return bind(IMPRINT, [chapter], {(None, PICTURE.name): PICTURE}, words("nl").on_paper())


def test_the_press_prints_what_the_book_is(tmp_path: Path) -> None:
    with Press(tmp_path / "kept", workers=2) as press:
        one, other = press.print(book("een")), press.print(book("twee"))
        assert press.print(book("een")) is one
        assert one.result() == book("een").pdf()
        assert other.result() == book("twee").pdf()


class NoPress(_Workers):
    """Workers that must have nothing to do."""

    def pdf(self, book: Book) -> bytes:
        raise AssertionError("printed again")


def test_a_kept_book_is_not_printed_again(tmp_path: Path) -> None:
    with Press(tmp_path) as press:
        printed = press.print(book("een")).result()
    with Press(tmp_path, _workers=NoPress()) as press:
        assert press.print(book("een")).result() == printed
        with pytest.raises(AssertionError, match="printed again"):
            press.print(book("anders")).result()


@pytest.mark.parametrize("change", [{"pictures": {"a.svg": PICTURE.data}}, {"design": "workbook"}])
def test_any_other_picture_or_template_is_another_book(tmp_path: Path, change: dict[str, object]) -> None:
    with Press(tmp_path) as press:
        press.print(book("een")).result()
        press.print(replace(book("een"), **change)).result()
    assert len(list(tmp_path.iterdir())) == 2


def test_what_is_not_asked_for_any_more_is_forgotten(tmp_path: Path) -> None:
    with Press() as press:
        first = press.print(book("een"))
        press.tidy()
        assert press.print(book("een")) is first, "asked for since"
        press.tidy()
        press.tidy()
        assert press.print(book("een")) is not first


def test_a_folder_that_cannot_be_written_only_costs_time(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_bytes(b"")
    with Press(tmp_path / "bestand" / "map") as press:
        assert press.print(book("een")).result().startswith(b"%PDF")
        press.tidy()


def test_a_book_that_cannot_be_printed_says_so_and_is_not_kept(tmp_path: Path) -> None:
    with Press(tmp_path) as press, pytest.raises(PrintError) as caught:
        press.print(book("een 🎈")).result()
    assert caught.value.unprintable == ("🎈",)
    assert list(tmp_path.iterdir()) == []
