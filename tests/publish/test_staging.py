"""A build that fails leaves the last good output whole, and no litter; what others left is cleared."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from tests.permissions import permissions_hold
from tests.publish.outputs import Tree, beside, put

from kring.publish.destination import Destination
from kring.publish.manifest import verify
from kring.publish.refusal import OutputRefused
from kring.publish.staging import publish, staging
from kring.rules.phrasing import hint, message


def test_a_failed_build_changes_nothing(destination: Destination, tree: Tree) -> None:
    put(destination, "oud")
    before = tree(destination.out)

    def fail() -> None:
        with staging(destination) as folder:
            (folder / "index.html").write_text("half", encoding="utf-8")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert tree(destination.out) == before
    assert beside(destination) == []


def test_folders_of_the_output_are_readable_for_a_web_server(destination: Destination) -> None:
    put(destination, "x")
    assert destination.out.stat().st_mode & 0o055 == 0o055 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_what_became_somebody_elses_during_the_build_is_not_replaced(destination: Destination) -> None:
    with staging(destination) as folder:
        (folder / "index.html").touch()
        destination.out.mkdir()
        (destination.out / "brief.odt").touch()
        with pytest.raises(OutputRefused) as refusal:
            publish(folder, destination)
    assert refusal.value.finding.rule == "output/not-ours"
    assert [path.name for path in destination.out.iterdir()] == ["brief.odt"]


def test_temporary_files_of_a_build_and_of_what_it_starts_lie_beside_the_output(destination: Destination) -> None:
    ask = [sys.executable, "-c", "import tempfile; print(tempfile.gettempdir())"]
    before = tempfile.gettempdir(), os.environ.get("TMPDIR")
    with staging(destination) as folder:
        place = Path(tempfile.mkdtemp())
        told = subprocess.run(ask, capture_output=True, text=True, check=True).stdout.strip()
        assert place.parent == Path(told)
        assert place.parent.parent == folder.parent
        assert not place.is_relative_to(folder)
    assert (tempfile.gettempdir(), os.environ.get("TMPDIR")) == before
    assert beside(destination) == []


def test_what_cannot_be_removed_is_told_by_each_build_until_it_can(destination: Destination) -> None:
    litter = destination.root / ".site.kring-building-dood"
    (litter / "a").mkdir(parents=True)
    (litter / "a/b.html").touch()
    (litter / "c.html").touch()
    (litter / "a").chmod(0o555)
    for text in ("een", "twee"):
        with permissions_hold():
            (warning,) = put(destination, text)
        assert warning.rule == "output/left-behind"
        assert warning.span.path == ".site.kring-building-dood"
        assert message(warning, "nl")
        assert not (litter / "c.html").exists(), "what can be removed is"
        assert not verify(destination.out)
    (litter / "a").chmod(0o755)
    assert put(destination, "drie") == ()
    assert beside(destination) == []


def test_litter_of_others_is_left_alone(destination: Destination) -> None:
    names = [".site.kring-building-dood", ".site2.kring-building-x", "site.kring-building-x"]
    for name in names:
        (destination.root / name).mkdir()
    put(destination, "x")
    assert beside(destination) == names[1:]


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES, errno.ENOSPC])
def test_a_place_that_cannot_be_written_is_a_finding(
    destination: Destination, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(OutputRefused) as refusal, staging(destination):
        pytest.fail("not reached")
    assert refusal.value.finding.rule == "output/unwritable"
    assert message(refusal.value.finding, "nl")
    assert hint(refusal.value.finding, "en")


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a file system that nobody can write")
def test_a_file_system_that_nobody_can_write_is_a_finding(destination: Destination) -> None:
    with pytest.raises(OutputRefused) as refusal, staging(replace(destination, out=Path("/proc/site"))):
        pytest.fail("not reached")
    assert refusal.value.finding.rule == "output/unwritable"
