"""The press prints each book once, and keeps it as long as it is asked for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.print.every_part import PICTURE
from tests.print.real_books import editions

from kring.print.book import Book
from kring.print.press import Press, _Workers
from kring.print.typst_engine import PrintError
from kring.print.workbook import workbook

PARTICIPANT, _ = editions(Path(__file__).parents[1] / "minimal_root")


def book(title: str) -> Book:
    """Return a small workbook of this title."""
    first = PARTICIPANT.programmes[0]
    return workbook(replace(PARTICIPANT, programmes=(replace(first, title=title),)), first.key.id)


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


def test_any_other_picture_or_template_is_another_book(tmp_path: Path) -> None:
    pictured = replace(book("een"), pictures={"a.svg": PICTURE.data})
    with Press(tmp_path) as press:
        press.print(book("een")).result()
        press.print(pictured).result()
        assert press.print(replace(book("een"), design="manual")) is not press.print(book("een"))
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
