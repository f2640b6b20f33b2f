"""A build that fails, dies or meets another leaves the last good output whole, and no litter."""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import kring
from kring.publish import exchange as exchange_module
from kring.publish.destination import Destination
from kring.publish.manifest import verify, write_manifest
from kring.publish.refusal import OutputBusy, OutputRefused
from kring.publish.staging import publish, staging

Tree = Callable[[Path], dict[str, bytes]]

BUILD_FOR_EVER = """
import os, sys
from pathlib import Path
from kring.publish import exchange
from kring.publish.destination import Destination
from kring.publish.manifest import write_manifest
from kring.publish.staging import publish, staging

root, how = Path(sys.argv[1]), sys.argv[2]
if how == "renames":
    exchange.swap = lambda staged, out: False
destination = Destination(root / "site", root, ("participant",))
for version in range(10_000):
    with staging(destination) as folder:
        for number in range(20):
            (folder / f"{number}.html").write_text(f"{os.getpid()}-{version}", encoding="utf-8")
        write_manifest(folder)
        publish(folder, destination)
    print(version, flush=True)
"""

IMPORTABLE = os.environ | {"PYTHONPATH": str(Path(kring.__file__).parents[1])}


def put(destination: Destination, text: str) -> None:
    """Publish an output of a few files that all hold `text`."""
    with staging(destination) as folder:
        (folder / "sub").mkdir()
        for name in ("index.html", "sub/a.html", "sub/b.html"):
            (folder / name).write_text(text, encoding="utf-8")
        write_manifest(folder)
        publish(folder, destination)


def beside(destination: Destination) -> list[str]:
    """Return what lies beside the output and belongs to builds."""
    return sorted(path.name for path in destination.out.parent.iterdir() if "kring" in path.name)


@pytest.fixture(params=["swap", "renames"])
def how(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The way in which folders are exchanged: in one step, or in two where the system knows no better."""
    if request.param == "renames":
        monkeypatch.setattr(exchange_module, "swap", lambda staged, out: False)
    return str(request.param)


def test_the_first_and_the_next_output_arrive_whole(destination: Destination, tree: Tree, how: str) -> None:
    put(destination, "oud")
    assert set(tree(destination.out).values()) >= {b"oud"}
    put(destination, "nieuw")
    assert tree(destination.out)["sub/b.html"] == b"nieuw"
    assert not verify(destination.out)
    assert beside(destination) == []


def test_until_the_exchange_not_an_inode_of_the_old_output_changes(destination: Destination, how: str) -> None:
    put(destination, "oud")

    def inodes() -> list[tuple[str, int, int]]:
        paths = sorted([destination.out, *destination.out.rglob("*")])
        return [(str(path), path.stat().st_ino, path.stat().st_mtime_ns) for path in paths]

    before = inodes()
    with staging(destination) as folder:
        (folder / "index.html").write_text("nieuw", encoding="utf-8")
        assert folder.parent == destination.out.parent
        assert inodes() == before
        publish(folder, destination)
    assert inodes() != before
    assert (destination.out / "index.html").read_text(encoding="utf-8") == "nieuw"


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


def test_a_second_build_is_told_to_wait(destination: Destination, tree: Tree) -> None:
    put(destination, "oud")
    with staging(destination) as folder:
        with pytest.raises(OutputBusy) as refusal, staging(destination):
            pytest.fail("two builds at once")
        assert refusal.value.finding.rule == "output/busy"
        assert folder.is_dir()
    put(destination, "nieuw")
    assert tree(destination.out)["index.html"] == b"nieuw"


def test_a_second_process_is_told_to_wait(destination: Destination) -> None:
    with staging(destination):
        done = subprocess.run(
            [sys.executable, "-c", BUILD_FOR_EVER, str(destination.root), "swap"],
            capture_output=True,
            text=True,
            check=False,
            env=IMPORTABLE,
        )
    assert "OutputBusy" in done.stderr
    assert not destination.out.exists()


def test_two_outputs_of_one_root_may_be_built_at_once(destination: Destination) -> None:
    other = replace(destination, out=destination.root / "site2")
    with staging(destination) as one, staging(other) as two:
        assert one != two


def test_what_became_somebody_elses_during_the_build_is_not_replaced(destination: Destination) -> None:
    with staging(destination) as folder:
        (folder / "index.html").touch()
        destination.out.mkdir()
        (destination.out / "brief.odt").touch()
        with pytest.raises(OutputRefused) as refusal:
            publish(folder, destination)
    assert refusal.value.finding.rule == "output/not-ours"
    assert [path.name for path in destination.out.iterdir()] == ["brief.odt"]


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
    assert refusal.value.finding.facts["reason"] == os.strerror(number)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a file system that nobody can write")
def test_a_file_system_that_nobody_can_write_is_a_finding(destination: Destination) -> None:
    with pytest.raises(OutputRefused) as refusal, staging(replace(destination, out=Path("/proc/site"))):
        pytest.fail("not reached")
    assert refusal.value.finding.rule == "output/unwritable"


def test_an_exchange_that_the_system_refuses_leaves_the_old_output(
    destination: Destination, tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(destination, "oud")
    monkeypatch.setattr(exchange_module, "swap", lambda staged, out: False)
    rename = os.rename

    def refuse_new(source: Path, target: Path) -> None:
        if target == destination.out and "building" in source.name:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        rename(source, target)

    monkeypatch.setattr(os, "rename", refuse_new)
    with pytest.raises(OutputRefused) as refusal:
        put(destination, "nieuw")
    assert refusal.value.finding.rule == "output/unwritable"
    assert tree(destination.out)["index.html"] == b"oud"


class _Killed(BaseException):
    """Stands for kill -9: no `except OSError` of ours sees it."""


@pytest.mark.parametrize(("renames", "left"), [(0, b"oud"), (1, b"oud"), (2, b"nieuw"), (3, b"nieuw")])
def test_death_after_any_of_the_renames_is_mended_by_the_next_start(
    destination: Destination, tree: Tree, monkeypatch: pytest.MonkeyPatch, renames: int, left: bytes
) -> None:
    put(destination, "oud")
    rename = os.rename
    done = 0

    def die_later(source: Path, target: Path) -> None:
        nonlocal done
        if done == renames:
            raise _Killed
        done += 1
        rename(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(exchange_module, "swap", lambda staged, out: False)
        patch.setattr(os, "rename", die_later)
        if renames < 3:
            with pytest.raises(_Killed):
                put(destination, "nieuw")
        else:
            put(destination, "nieuw")
    with staging(destination):
        assert tree(destination.out)["sub/a.html"] == left
        assert not verify(destination.out)
    assert beside(destination) == []


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="kill -9 is of POSIX")
@pytest.mark.parametrize("exchanged", ["swap", "renames"])
def test_kill_9_at_any_moment_leaves_the_old_or_the_new_output_whole(root: Path, exchanged: str) -> None:
    destination = Destination(root / "site", root, ("participant",))
    moments = random.Random(20)
    seen = set()
    for _ in range(10):
        process = subprocess.Popen(
            [sys.executable, "-c", BUILD_FOR_EVER, str(root), exchanged],
            stdout=subprocess.PIPE,
            text=True,
            env=IMPORTABLE,
        )
        assert process.stdout is not None
        process.stdout.readline()  # one output is there
        time.sleep(moments.uniform(0, 0.04))
        process.kill()
        process.communicate()
        if exchanged == "swap":
            assert not verify(destination.out)
        with staging(destination):
            assert not verify(destination.out)
            texts = {path.read_bytes() for path in destination.out.glob("*.html")}
            assert len(texts) == 1
            assert len(list(destination.out.glob("*.html"))) == 20
        assert beside(destination) == []
        seen |= texts
    assert len(seen) == 10
