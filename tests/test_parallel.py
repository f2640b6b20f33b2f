"""Jobs that the cores share: their values, their errors, and their end."""

from __future__ import annotations

import errno
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest

from kring.parallel import CAN_FORK, CHUNKS, in_background
from kring.print.typst_engine import PrintError

forks = pytest.mark.skipif(not CAN_FORK, reason="this system cannot fork")


@pytest.fixture(autouse=True, params=[1, 2] if CAN_FORK else [1])
def cores(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """Share as on a machine with so many cores, whatever this one has."""
    monkeypatch.setattr("kring.parallel._cores", lambda: request.param)
    number: int = request.param
    return number


two = pytest.mark.parametrize("cores", [2], indirect=True)


def to_nobody(_: int) -> None:
    pass


@pytest.mark.parametrize("number", [0, 1, 3, 2 * CHUNKS + 3])
def test_each_job_is_done_once_and_values_come_in_order(number: int) -> None:
    with in_background([partial(str, at) for at in range(number)]) as finish:
        assert finish(to_nobody) == [str(at) for at in range(number)]


def test_it_tells_how_far_it_is() -> None:
    told: list[int] = []
    with in_background([partial(str, at) for at in range(4)]) as finish:
        finish(told.append)
    assert told == [1, 2, 3, 4]


def met(meeting: Barrier) -> int:
    """Return only when two processes are at it."""
    meeting.wait(timeout=20)
    return os.getpid()


@forks
@two
def test_two_processes_share_the_jobs_before_anybody_asks() -> None:
    meeting = multiprocessing.get_context("fork").Barrier(2)
    with in_background([partial(met, meeting)] * 2) as finish:
        one, other = finish(to_nobody)
    assert len({one, other, os.getpid()}) == 3


@pytest.mark.parametrize("cores", [1], indirect=True)
def test_one_core_does_it_alone() -> None:
    with in_background([os.getpid] * 3) as finish:
        assert finish(to_nobody) == [os.getpid()] * 3


def raise_it(error: Exception) -> None:
    raise error


@pytest.mark.parametrize(
    "error", [OSError(errno.ENOSPC, "vol"), KeyError("weg"), PrintError('the text `"🎈"` could not be displayed')]
)
def test_an_error_arrives_as_itself(error: Exception) -> None:
    with in_background([partial(raise_it, error)] * 8) as finish, pytest.raises(type(error)) as caught:
        finish(to_nobody)
    assert str(caught.value) == str(error)


class CannotTravelError(Exception):
    def __init__(self, one: int, two: int) -> None:
        super().__init__(f"{one} en {two}")


@forks
@two
@pytest.mark.parametrize(
    "job",
    [partial(raise_it, CannotTravelError(1, 2)), lambda: os.kill(os.getpid(), signal.SIGKILL)],
    ids=["an error that cannot be pickled", "a kill"],
)
def test_a_process_that_is_lost_is_an_error_and_no_silence(job: partial[None]) -> None:
    with in_background([job]) as finish, pytest.raises(BrokenProcessPool):
        finish(to_nobody)


@forks
@two
def test_what_was_not_begun_is_dropped_on_leaving(tmp_path: Path) -> None:
    jobs = [partial(time.sleep, 0.2), *[partial((tmp_path / str(at)).touch) for at in range(CHUNKS)]]
    with pytest.raises(RuntimeError, match="weg"), in_background([*jobs, *[partial(time.sleep, 1)] * 100]):
        raise RuntimeError("weg")
    assert len(list(tmp_path.iterdir())) < CHUNKS


@forks
@two
def test_a_killed_parent_takes_the_work_along(tmp_path: Path) -> None:
    note = tmp_path / "levend"
    code = (
        "import os, sys, time; from pathlib import Path; from kring import parallel\n"
        "parallel._cores = lambda: 2\n"
        "note = Path(sys.argv[1])\n"
        "def work():\n"
        "    note.write_text(str(os.getpid())); time.sleep(60)\n"
        "with parallel.in_background([work]):\n"
        "    time.sleep(60)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", code, str(note)], env={"PYTHONPATH": os.pathsep.join(sys.path)})
    until = time.monotonic() + 30
    while not (note.is_file() and note.read_text()) and time.monotonic() < until:
        time.sleep(0.01)
    child = int(note.read_text())
    parent.kill()
    parent.wait()
    while time.monotonic() < until:
        state = Path(f"/proc/{child}/stat")
        if not state.exists() or state.read_text().rpartition(")")[2].split()[0] == "Z":
            return
        time.sleep(0.01)
    pytest.fail("the work goes on without its parent")
