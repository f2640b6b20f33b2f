"""Jobs that the cores share, in forked copies of this process where that is safe."""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any, TypeVar

Value = TypeVar("Value")

CAN_FORK = sys.platform == "linux"
"""Windows has no fork, and on macOS it is unsafe: there the jobs are done when their values are asked for."""

MOST = 4
"""Processes that share jobs; each takes memory of its own."""

CHUNKS = 200
"""Parts in which jobs are handed out: small ones, so that the processes end at about the same time."""

PR_SET_PDEATHSIG = 1
"""`prctl(2)`: the signal that a process gets when its parent ends."""

_jobs: Sequence[Callable[[], Any]] = ()
"""In a process that shares jobs: all of them."""


@contextmanager
def in_background(jobs: Sequence[Callable[[], Value]]) -> Iterator[Callable[[Callable[[int], None]], list[Value]]]:
    """Begin `jobs`; yield a function that returns their values in order, and tells meanwhile how many are there.

    What a job reads need not be picklable, but its value must be. On leaving, jobs that were not begun are dropped.
    They also end when this process is killed, so that nothing is written after that.

    Raises:
        BrokenProcessPool: a process was killed, or what a job returned or raised cannot be pickled.

    """
    pool = _pool(jobs)
    if pool is None:
        yield lambda count: list(_counted((job() for job in jobs), count))
        return
    with pool:
        values = pool.map(_do, range(len(jobs)), chunksize=max(1, len(jobs) // CHUNKS))
        try:
            yield lambda count: list(_counted(values, count))
        finally:
            pool.shutdown(cancel_futures=True)


def _pool(jobs: Sequence[Callable[[], Any]]) -> ProcessPoolExecutor | None:
    """Return the processes that share `jobs`; None where this one does them: it has one core, or cannot have others."""
    cores = _cores()
    if cores == 1:
        return None
    try:
        return ProcessPoolExecutor(cores, multiprocessing.get_context("fork"), _begin, (jobs, os.getpid()))
    except OSError:  # no room for what processes wait with, which lies in shared memory
        return None


def _cores() -> int:
    return min(MOST, len(os.sched_getaffinity(0))) if CAN_FORK else 1


def _counted(values: Iterable[Value], count: Callable[[int], None]) -> Iterator[Value]:
    for number, value in enumerate(values, start=1):
        count(number)
        yield value


def _begin(jobs: Sequence[Callable[[], Any]], parent: int) -> None:
    """Prepare a process that shares `jobs`: these come with the fork, since they cannot be pickled."""
    global _jobs  # noqa: PLW0603 - what a process pool calls gets nothing but what was pickled
    _jobs = jobs
    gc.freeze()  # or garbage would be looked for in all that came along: an eighth of the time of a build
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent got it too, and decides what it means
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)  # it ended before the signal was asked for


def _do(number: int) -> Any:
    return _jobs[number]()
