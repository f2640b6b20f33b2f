"""At every moment the old output or the new, whole: where the system exchanges in one step, and where in two."""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.publish.outputs import IMPORTABLE, Tree, beside, put

from kring.publish import exchange as exchange_module
from kring.publish.destination import Destination
from kring.publish.manifest import verify
from kring.publish.refusal import OutputRefused
from kring.publish.staging import publish, staging
from kring.rules.phrasing import hint, message


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


def test_an_exchange_that_the_system_refuses_leaves_the_old_output(
    destination: Destination, tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(destination, "oud")
    monkeypatch.setattr(exchange_module, "swap", lambda staged, out: False)
    rename = os.replace

    def refuse_new(source: Path, target: Path) -> None:
        if target == destination.out and "building" in source.name:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        rename(source, target)

    monkeypatch.setattr(os, "replace", refuse_new)
    with pytest.raises(OutputRefused) as refusal:
        put(destination, "nieuw")
    assert refusal.value.finding.rule == "output/unwritable"
    assert tree(destination.out)["index.html"] == b"oud"


@pytest.mark.parametrize("number", [errno.EXDEV, errno.EBUSY])
def test_what_lies_on_another_disk_is_refused_and_never_copied(
    destination: Destination, tree: Tree, number: int, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(destination, "oud")
    rename = os.replace

    def refuse(source: Path, target: Path) -> bool:
        if destination.out in (source, target):
            raise OSError(number, os.strerror(number))
        rename(source, target)
        return True

    monkeypatch.setattr(os, "replace", refuse)
    if how == "swap":
        monkeypatch.setattr(exchange_module, "swap", refuse)
    with pytest.raises(OutputRefused) as refusal:
        put(destination, "nieuw")
    assert refusal.value.finding.rule == "output/immovable"
    assert message(refusal.value.finding, "nl")
    assert hint(refusal.value.finding, "en")
    assert tree(destination.out)["index.html"] == b"oud"
    assert beside(destination) == []


@pytest.mark.parametrize("renames", [0, 1, 2])
def test_ctrl_c_between_the_renames_leaves_an_output_in_its_place(
    destination: Destination, renames: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(destination, "oud")
    rename = os.replace
    done = 0

    def interrupted_once(source: Path, target: Path) -> None:
        nonlocal done
        done += 1
        if done == renames + 1:
            raise KeyboardInterrupt
        rename(source, target)

    monkeypatch.setattr(exchange_module, "swap", lambda staged, out: False)
    monkeypatch.setattr(os, "replace", interrupted_once)
    with pytest.raises(KeyboardInterrupt):
        put(destination, "nieuw")
    monkeypatch.undo()
    assert not verify(destination.out)
    put(destination, "nieuwer")
    assert beside(destination) == []


class _Killed(BaseException):
    """Stands for kill -9: no `except OSError` of ours sees it."""


@pytest.mark.parametrize(("renames", "left"), [(0, b"oud"), (1, b"oud"), (2, b"nieuw"), (3, b"nieuw")])
def test_death_after_any_of_the_renames_is_mended_by_the_next_start(
    destination: Destination, tree: Tree, monkeypatch: pytest.MonkeyPatch, renames: int, left: bytes
) -> None:
    put(destination, "oud")
    rename = os.replace
    done = 0

    def die_later(source: Path, target: Path) -> None:
        nonlocal done
        if done == renames:
            raise _Killed
        done += 1
        rename(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(exchange_module, "swap", lambda staged, out: False)
        patch.setattr(os, "replace", die_later)
        if renames < 3:
            with pytest.raises(_Killed):
                put(destination, "nieuw")
        else:
            put(destination, "nieuw")
    with staging(destination):
        assert tree(destination.out)["sub/a.html"] == left
        assert not verify(destination.out)
    assert beside(destination) == []


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
        write_manifest(folder, "participant")
        publish(folder, destination)
    print(version, flush=True)
"""


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
