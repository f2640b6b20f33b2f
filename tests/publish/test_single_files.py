"""Single files arrive whole or not at all, in a folder that may be somebody else's too."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from tests.permissions import permissions_hold

from kring.publish import single_files
from kring.publish.destination import Destination
from kring.publish.lock import locked
from kring.publish.marker import write_marker
from kring.publish.refusal import OutputBusy, OutputRefused
from kring.publish.single_files import write_files
from kring.rules.phrasing import hint, message

BOOKS = {"werkboek.pdf": b"%PDF werkboek", "handleiding.pdf": b"%PDF handleiding"}


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def refusal(folder: Path, root: Path, files: dict[str, bytes] = BOOKS) -> tuple[str, str]:
    """Return rule and path of the refusal; its words must be complete."""
    with permissions_hold(), pytest.raises(OutputRefused) as refused:
        write_files(folder, files, root=root)
    finding = refused.value.finding
    assert message(finding, "nl")
    assert hint(finding, "en")
    return finding.rule, finding.span.path


def test_a_new_folder_is_made_and_an_old_one_keeps_what_others_put_there(root: Path) -> None:
    out = root / "druk/boeken"
    assert write_files(out, BOOKS, root=root) == ()
    assert contents(out) == BOOKS
    (out / "foto.jpg").write_bytes(b"foto")
    assert write_files(out, {"werkboek.pdf": b"nieuw"}, root=root) == ()
    assert contents(out) == BOOKS | {"foto.jpg": b"foto", "werkboek.pdf": b"nieuw"}


def test_the_root_itself_will_do(root: Path) -> None:
    write_files(root, BOOKS, root=root)
    assert (root / "werkboek.pdf").is_file()


@pytest.mark.parametrize("place", ["content", "content/articles", "programs/nieuw", "theme", "builder"])
def test_the_sources_are_no_place_for_books(root: Path, place: str) -> None:
    assert refusal(root / place, root) == ("output/misplaced", place)
    assert not list((root / place).glob("*.pdf"))


@pytest.mark.parametrize("place", ["site", "site/participant"])
def test_in_a_site_a_book_would_not_live_long(root: Path, place: str) -> None:
    (root / "site/participant").mkdir(parents=True)
    write_marker(root / "site", ["participant", "facilitator"])
    assert refusal(root / place, root) == ("output/misplaced", place)


def test_a_way_round_through_a_link_is_seen(root: Path, tmp_path: Path) -> None:
    (tmp_path / "weg").symlink_to(root)
    assert refusal(tmp_path / "weg/content", root)[0] == "output/misplaced"


def test_a_link_to_a_folder_is_refused(root: Path, tmp_path: Path) -> None:
    (tmp_path / "elders").mkdir()
    (root / "print").symlink_to(tmp_path / "elders")
    assert refusal(root / "print", root) == ("output/symlink", "print")
    assert refusal(root / "print/hier", root) == ("output/symlink", "print")
    assert list((tmp_path / "elders").iterdir()) == []


def test_a_file_is_no_folder(root: Path) -> None:
    (root / "print").touch()
    assert refusal(root / "print", root) == ("output/not-a-folder", "print")


def test_a_folder_in_the_place_of_a_book_is_named(root: Path) -> None:
    (root / "print/werkboek.pdf/x").mkdir(parents=True)
    assert refusal(root / "print", root) == ("output/unwritable", "print/werkboek.pdf")
    assert [path.name for path in (root / "print").iterdir()] == ["werkboek.pdf"]


def test_a_link_in_the_place_of_a_book_is_refused_before_anything_is_written(root: Path, tmp_path: Path) -> None:
    (tmp_path / "goal.pdf").write_bytes(b"van een ander")
    (root / "print").mkdir()
    (root / "print/werkboek.pdf").symlink_to(tmp_path / "goal.pdf")
    rule, shown = refusal(root / "print", root)
    assert (rule, Path(shown)) == ("output/symlink", root / "print/werkboek.pdf")
    assert [path.name for path in (root / "print").iterdir()] == ["werkboek.pdf"]
    assert (tmp_path / "goal.pdf").read_bytes() == b"van een ander"


def test_a_folder_that_may_not_be_written_is_a_finding(root: Path) -> None:
    (root / "print").mkdir(mode=0o555)
    assert refusal(root / "print", root) == ("output/unwritable", "print")


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a file system that nobody can write")
def test_a_file_system_that_nobody_can_write_is_a_finding(root: Path) -> None:
    assert refusal(Path("/proc/print"), root) == ("output/unwritable", "/proc/print")


def test_until_all_books_are_written_none_is_put_in_its_place(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(root / "print", BOOKS, root=root)
    write = single_files.write

    def full(folder: Path, name: str, data: bytes) -> None:
        if name == "handleiding.pdf":
            write(folder, name, data[:3])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        write(folder, name, data)

    monkeypatch.setattr(single_files, "write", full)
    assert refusal(root / "print", root, dict.fromkeys(BOOKS, b"nieuw")) == ("output/unwritable", "print")
    assert contents(root / "print") == BOOKS


class _Killed(BaseException):
    """Stands for kill -9: nothing is cleared up."""


@pytest.mark.parametrize("renames", [0, 1])
def test_death_at_any_moment_leaves_whole_books_and_the_next_time_clears_the_rest(
    root: Path, renames: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(root / "print", BOOKS, root=root)
    rename, done = os.replace, 0

    def die_later(source: Path, target: Path) -> None:
        nonlocal done
        if done == renames:
            raise _Killed
        done += 1
        rename(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", die_later)
        patch.setattr("kring.publish.single_files.clear_litter", lambda _: ())
        with pytest.raises(_Killed):
            write_files(root / "print", dict.fromkeys(BOOKS, b"nieuw"), root=root)
    assert {(root / "print" / name).read_bytes() for name in BOOKS} <= {*BOOKS.values(), b"nieuw"}
    assert len(list((root / "print").iterdir())) == 3
    write_files(root / "print", {"werkboek.pdf": b"nieuwer"}, root=root)
    assert sorted(contents(root / "print")) == sorted(BOOKS)


def test_two_at_once_do_not_mix(root: Path) -> None:
    (root / "print").mkdir()
    with locked(Destination(root / "print/files", root, ()).path, "print"), pytest.raises(OutputBusy):
        write_files(root / "print", BOOKS, root=root)
