"""One build of an output at a time; others are told to wait, and the dead hold nobody up."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from tests.publish.outputs import IMPORTABLE, Tree, beside, put

from kring.publish.destination import Destination
from kring.publish.lock import lock_file
from kring.publish.refusal import OutputBusy
from kring.publish.staging import staging

HOLD = """
import sys, time
from pathlib import Path
from kring.publish.destination import Destination
from kring.publish.staging import staging

root = Path(sys.argv[1])
with staging(Destination(root / "site", root, ("participant",))):
    print("at work", flush=True)
    time.sleep(600)
"""


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
            [sys.executable, "-c", HOLD, str(destination.root)],
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


def test_a_lock_whose_holder_was_killed_holds_nobody_up(destination: Destination) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(destination.root)], stdout=subprocess.PIPE, text=True, env=IMPORTABLE
    )
    assert process.stdout is not None
    process.stdout.readline()
    with pytest.raises(OutputBusy):
        put(destination, "te vroeg")
    process.kill()
    process.communicate()
    assert lock_file(destination.out).exists()
    put(destination, "nieuw")
    assert beside(destination) == []


def test_a_lock_that_cannot_be_removed_on_a_failed_disk_hides_no_other_error(
    destination: Destination, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    def fail() -> None:
        with staging(destination):
            monkeypatch.setattr(Path, "unlink", refuse)
            raise RuntimeError("de eerste")

    with pytest.raises(RuntimeError, match="de eerste"):
        fail()
    monkeypatch.undo()
    put(destination, "nieuw")
    assert beside(destination) == []
