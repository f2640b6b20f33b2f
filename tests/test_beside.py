"""Work beside other work: its value, its errors, and its end; and work that is shared."""

from __future__ import annotations

import errno
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from functools import partial
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest

from kring.beside import CAN_FORK, TURNS, BesideError, beside, shared, unheard
from kring.print.typst_engine import PrintError

forks = pytest.mark.skipif(not CAN_FORK, reason="this system cannot fork")


def test_the_value_comes_when_it_is_asked_for() -> None:
    with beside(lambda: [1, "twee"]) as value:
        assert value() == [1, "twee"]


@forks
def test_it_happens_in_another_process() -> None:
    with beside(os.getpid) as other:
        assert other() != os.getpid()


def raise_it(error: Exception) -> None:
    raise error


@pytest.mark.parametrize(
    "error", [OSError(errno.ENOSPC, "vol"), KeyError("weg"), PrintError('the text `"🎈"` could not be displayed')]
)
def test_an_error_arrives_as_itself(error: Exception) -> None:
    with beside(lambda: raise_it(error)) as value, pytest.raises(type(error)) as caught:
        value()
    assert str(caught.value) == str(error)


class CannotTravelError(Exception):
    def __init__(self, one: int, two: int) -> None:
        super().__init__(f"{one} en {two}")


@forks
def test_an_error_that_cannot_travel_is_told_with_its_traceback() -> None:
    with beside(lambda: raise_it(CannotTravelError(1, 2))) as value, pytest.raises(BesideError, match="1 en 2"):
        value()


@forks
def test_work_that_is_killed_is_an_error_and_no_silence() -> None:
    with beside(lambda: os.kill(os.getpid(), signal.SIGKILL)) as value, pytest.raises(BesideError, match="killed"):
        value()


@forks
def test_leaving_ends_unfinished_work(tmp_path: Path) -> None:
    started = time.monotonic()
    with beside(lambda: time.sleep(60)):
        pass
    assert time.monotonic() - started < 30


@forks
def test_a_killed_parent_takes_the_work_along(tmp_path: Path) -> None:
    note = tmp_path / "levend"
    code = (
        "import os, sys, time; from pathlib import Path; from kring.beside import beside\n"
        "note = Path(sys.argv[1])\n"
        "def work():\n"
        "    note.write_text(str(os.getpid())); time.sleep(60)\n"
        "with beside(work):\n"
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


@pytest.fixture
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """Share as on a machine with two cores, whatever this one has."""
    monkeypatch.setattr("kring.beside._cores", lambda: 2)


def met(meeting: Barrier) -> int:
    """Return only when two processes are at it."""
    meeting.wait(timeout=20)
    return os.getpid()


@forks
@pytest.mark.usefixtures("two_cores")
def test_two_processes_share_the_jobs() -> None:
    meeting = multiprocessing.get_context("fork").Barrier(2)
    with shared([partial(met, meeting)] * 2) as finish:
        here, there = finish(unheard)
    assert here != there
    assert os.getpid() in (here, there)


@pytest.mark.usefixtures("two_cores")
@pytest.mark.parametrize("number", [0, 1, 3, 2 * TURNS + 3])
def test_each_job_is_done_once_and_values_come_in_order(number: int) -> None:
    with shared([partial(str, at) for at in range(number)]) as finish:
        assert finish(unheard) == [str(at) for at in range(number)]


def test_it_tells_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kring.beside._cores", lambda: 1)
    told: list[int] = []
    with shared([partial(str, at) for at in range(4)]) as finish:
        finish(told.append)
    assert told == [0, 1, 2, 3, 4]


def test_one_core_does_it_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kring.beside._cores", lambda: 1)
    with shared([os.getpid] * 3) as finish:
        assert finish(unheard) == [os.getpid()] * 3


@pytest.mark.usefixtures("two_cores")
def test_what_goes_wrong_in_a_shared_job_is_told() -> None:
    jobs = [partial(raise_it, OSError(errno.ENOSPC, "vol"))] * 8
    with shared(jobs) as finish, pytest.raises(OSError, match="vol"):
        finish(unheard)


@forks
@pytest.mark.usefixtures("two_cores")
def test_work_of_which_nobody_awaits_the_end_is_ended() -> None:
    started = time.monotonic()
    with shared([partial(time.sleep, 60)]):
        pass
    assert time.monotonic() - started < 30
