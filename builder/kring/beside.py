"""Work beside other work, in forked copies of this process where that is safe: a function, or jobs that are shared."""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import pickle
import signal
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from multiprocessing.connection import Connection
from typing import Any, TypeVar

Value = TypeVar("Value")

Begun = Callable[[int], None]
"""Whoever hears how many jobs have been begun."""

CAN_FORK = sys.platform == "linux"
"""Windows has no fork, and on macOS it is unsafe: there the work is done when its value is asked for."""

PR_SET_PDEATHSIG = 1
"""`prctl(2)`: the signal that a process gets when its parent ends."""


TURNS = 200
"""Shares into which jobs are divided: processes end at about the same time, and a byte holds the number of a share."""

MOST = 4
"""Processes that share work; each takes memory of its own."""


class BesideError(Exception):
    """The work failed with an error that cannot travel between processes, or was killed; the text tells which."""


@contextmanager
def beside(work: Callable[[], Value]) -> Iterator[Callable[[], Value]]:
    """Start `work`; yield a function that waits for its value, or raises what it raised.

    The value must be picklable; what `work` reads need not be. On leaving, unfinished work is killed. It
    also ends when this process is killed, so that nothing is written after that.
    """
    if not CAN_FORK:
        yield work
        return
    # What is there now is shared with the copy; the collector must not touch, and so copy, all of it.
    gc.freeze()
    context = multiprocessing.get_context("fork")
    receive, send = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(work, send, os.getpid()), daemon=True)
    process.start()
    send.close()
    try:
        yield lambda: _value(receive)
    finally:
        process.kill()
        process.join()
        receive.close()
        gc.unfreeze()


@contextmanager
def shared(jobs: Sequence[Callable[[], Value]]) -> Iterator[Callable[[Begun], list[Value]]]:
    """Begin `jobs` in other processes; yield a function that helps with what is left, and returns the values in order.

    It tells now and then how many jobs have been begun. There is a process for each core, this one among them, up to
    `MOST`. What `beside` says of a value and of errors holds here too.
    """
    turns = min(TURNS, len(jobs))
    # Of the numbers in a pipe each can be read once, in order: whichever process is free takes the next.
    numbers, give = os.pipe()
    os.write(give, bytes(range(turns)))
    os.close(give)

    def shares(begun: Begun) -> Iterator[dict[int, Value]]:
        while taken := os.read(numbers, 1):
            begun(len(jobs) * taken[0] // turns)
            yield {at: jobs[at]() for at in range(taken[0], len(jobs), turns)}
        begun(len(jobs))

    def packed_shares() -> list[bytes]:
        # Share by share: packed all at once in the end, they would keep this process waiting.
        return [pickle.dumps(share) for share in shares(unheard)]

    def finish(begun: Begun) -> list[Value]:
        found = {at: value for share in shares(begun) for at, value in share.items()}
        for wait in others:
            for share in wait():
                found |= pickle.loads(share)  # noqa: S301 - of our own making
        return [found[at] for at in range(len(jobs))]

    try:
        with ExitStack() as stack:
            others = [stack.enter_context(beside(packed_shares)) for _ in range(min(MOST, _cores()) - 1)]
            yield finish
    finally:
        os.close(numbers)


def unheard(_: int) -> None:
    """Tell nobody."""


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if CAN_FORK else 1


def _value(receive: Connection) -> Any:
    try:
        raised, value = receive.recv()
    except EOFError as error:
        raise BesideError("a process of this build was killed") from error
    if raised:
        raise value
    return value


def _run(work: Callable[[], object], send: Connection, parent: int) -> None:
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        return  # it ended before the signal was asked for
    try:
        told: tuple[bool, object] = (False, work())
    except KeyboardInterrupt:
        return  # the parent got it too, and tells
    except Exception as error:  # noqa: BLE001 - whatever it is, it belongs to who waits
        told = (True, _portable(error))
    send.send(told)
    send.close()


def _portable(error: Exception) -> Exception:
    """Return an error as it can travel, with its traceback as a note."""
    where = "".join(traceback.format_exception(error))
    try:
        copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - of our own making
    except Exception:  # noqa: BLE001 - errors of libraries fail here in many ways
        return BesideError(where)
    if not isinstance(copy, type(error)):
        return BesideError(where)
    copy.add_note(where)
    return copy
