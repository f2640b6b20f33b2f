"""Kept books are believed for what they hold, and there are never too many of them."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest
from tests.permissions import permissions_hold

from kring.print import kept_books
from kring.print.kept_books import book_cache, keep, kept, tidy

PDF = b"%PDF-1.7 een boek"


def key(name: object) -> str:
    return sha256(str(name).encode()).hexdigest()


def test_a_book_that_is_kept_is_there_again(tmp_path: Path) -> None:
    keep(tmp_path / "cache/books", key(1), PDF)
    assert kept(tmp_path / "cache/books", key(1)) == PDF
    assert kept(tmp_path / "cache/books", key(2)) is None
    assert [path.name for path in (tmp_path / "cache/books").iterdir()] == [key(1)]


def test_a_link_to_another_folder_is_not_followed_and_nothing_is_removed_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_books, "MOST", 0)
    keep(tmp_path / "elsewhere", key(1), PDF)
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache/books").symlink_to(tmp_path / "elsewhere")
    keep(tmp_path / "cache/books", key(2), PDF)
    tidy(tmp_path / "cache/books")
    assert [path.name for path in (tmp_path / "elsewhere").iterdir()] == [key(1)]


def test_the_cache_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "cache").symlink_to(tmp_path / "elsewhere")
    keep(tmp_path / "cache/books", key(1), PDF)
    assert kept(tmp_path / "cache/books", key(1)) == PDF


@pytest.mark.parametrize("number", [0, 1, 31, 32, 33, -1])
def test_half_a_book_is_none(tmp_path: Path, number: int) -> None:
    keep(tmp_path, key(1), PDF)
    (tmp_path / key(1)).write_bytes((tmp_path / key(1)).read_bytes()[:number])
    assert kept(tmp_path, key(1)) is None


def test_a_book_under_the_name_of_another_is_none(tmp_path: Path) -> None:
    keep(tmp_path, key("handleiding"), PDF)
    (tmp_path / key("handleiding")).rename(tmp_path / key("werkboek"))
    assert kept(tmp_path, key("werkboek")) is None


def test_a_link_in_the_place_of_a_book_is_not_followed(tmp_path: Path) -> None:
    keep(tmp_path / "elsewhere", key(1), PDF)
    (tmp_path / "books").mkdir()
    (tmp_path / "books" / key(1)).symlink_to(tmp_path / "elsewhere" / key(1))
    assert kept(tmp_path / "books", key(1)) is None
    keep(tmp_path / "books", key(1), b"%PDF-1.7 een ander")
    assert kept(tmp_path / "elsewhere", key(1)) == PDF


def test_the_books_used_last_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_books, "MOST", 2)
    for second, name in enumerate("abc"):
        keep(tmp_path, key(name), PDF)
        os.utime(tmp_path / key(name), (second, second))
    assert kept(tmp_path, key("a")) == PDF, "used just now"
    tidy(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {key("a"), key("c")}


def test_what_a_killed_build_left_goes_as_books_do_and_nothing_of_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_books, "MOST", 0)
    (tmp_path / ".0a1b2c3d.kring-half").write_bytes(b"half")
    (tmp_path / "brief.pdf").write_bytes(b"van mij")
    (tmp_path / key(2)).mkdir()
    tidy(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"brief.pdf", key(2)}


def test_a_folder_that_cannot_be_used_only_costs_time(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "theirs").mkdir(mode=0o555)
    with permissions_hold():
        for folder in (tmp_path / "file", tmp_path / "file/books", tmp_path / "theirs/books"):
            keep(folder, key(1), PDF)
            assert kept(folder, key(1)) is None
            tidy(folder)
    assert (tmp_path / "file").read_bytes() == b""


def test_it_is_decided_in_one_place_where_books_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("KRING_CACHE", str(tmp_path))
    assert book_cache(for_upload=False) == tmp_path / "books"
    assert book_cache(for_upload=True) is None
    monkeypatch.setenv("KRING_CACHE", "hier")
    assert book_cache(for_upload=False) is None, "it would lie anywhere"
    monkeypatch.delenv("KRING_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    usual = book_cache(for_upload=False)
    assert usual is not None
    assert usual.parts[-2:] == ("kring", "books")
    monkeypatch.setenv("CI", "true")
    assert book_cache(for_upload=False) is None
