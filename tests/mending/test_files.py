"""Mended files are written whole or not at all, and never over what somebody wrote meanwhile."""

from __future__ import annotations

import stat
import sys
import unicodedata
from pathlib import Path

import pytest

from kring.findings import Edit, Finding, Position, Span
from kring.mending.files import read_back, write_back

PATH = "content/activities/doel.yml"
EDIT = Edit(Span(PATH, Position(1, 1), Position(1, 2)), "T")
FOUND = [Finding("schema/unknown-field", EDIT.span, edits=(EDIT,))]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content/activities").mkdir(parents=True)
    (tmp_path / PATH).write_bytes(b"\xef\xbb\xbftitle: Doel\r\n")
    return tmp_path


def names(root: Path) -> list[str]:
    return [file.name for file in (root / "content/activities").iterdir()]


def test_what_was_checked_is_read_back(root: Path) -> None:
    assert read_back(root, {PATH: "title: Doel\n"}, FOUND) == {PATH: b"\xef\xbb\xbftitle: Doel\r\n"}


def test_a_file_that_says_something_else_by_now_is_not_read_back(root: Path) -> None:
    assert read_back(root, {PATH: "title: Anders\n"}, FOUND) == {}
    (root / PATH).unlink()
    assert read_back(root, {PATH: "title: Doel\n"}, FOUND) == {}


def test_findings_without_edits_read_nothing(root: Path) -> None:
    assert read_back(root, {PATH: "title: Doel\n"}, [Finding("yaml/empty", Span(PATH))]) == {}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_a_file_is_replaced_with_its_rights(root: Path) -> None:
    (root / PATH).chmod(0o640)
    before = {PATH: (root / PATH).read_bytes()}
    assert write_back(root, before, {PATH: b"new"}) == ()
    assert (root / PATH).read_bytes() == b"new"
    assert stat.S_IMODE((root / PATH).stat().st_mode) == 0o640
    assert names(root) == ["doel.yml"]


def test_a_file_that_changed_since_is_left_alone(root: Path) -> None:
    (root / PATH).write_bytes(b"by somebody else")
    (refused,) = write_back(root, {PATH: b"as it was"}, {PATH: b"new"})
    assert (refused.rule, refused.span.path) == ("file/changed-since-check", PATH)
    assert (root / PATH).read_bytes() == b"by somebody else"


def test_a_link_is_never_written_through(root: Path) -> None:
    (root / "elsewhere.yml").write_bytes(b"mine")
    (root / PATH).unlink()
    (root / PATH).symlink_to(root / "elsewhere.yml")
    (refused,) = write_back(root, {PATH: b"mine"}, {PATH: b"new"})
    assert refused.rule == "file/unreadable"
    assert (root / "elsewhere.yml").read_bytes() == b"mine"


def test_what_cannot_be_written_is_said_and_the_others_are_written(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = "content/activities/ander.yml"
    (root / other).write_bytes(b"old")
    before = {path: (root / path).read_bytes() for path in (PATH, other)}
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target.name == "doel.yml":
            raise PermissionError(13, "Permission denied")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    (refused,) = write_back(root, before, {PATH: b"new", other: b"new"})
    assert (refused.rule, refused.span.path) == ("file/unwritable", PATH)
    assert (root / PATH).read_bytes() == before[PATH]
    assert (root / other).read_bytes() == b"new"
    assert sorted(names(root)) == ["ander.yml", "doel.yml"], "nothing is left behind"


def test_a_name_with_composed_accents_is_found(root: Path) -> None:
    name = "doél.yml"
    (root / "content/activities" / unicodedata.normalize("NFD", name)).write_bytes(b"a")
    path = f"content/activities/{unicodedata.normalize('NFC', name)}"
    assert write_back(root, {path: b"a"}, {path: b"b"}) == ()
    assert (root / "content/activities" / unicodedata.normalize("NFD", name)).read_bytes() == b"b"
