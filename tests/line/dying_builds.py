"""A process that runs one build for each line of its input, in a fork of its own that is killed in the middle.

`python dying_builds.py ROOT`. A line is an order in JSON; the answer is one line, an `Outcome`, when every process
of that build has ended. It is `kring.build.build` itself, in a process that has all modules in memory, which
is why it takes half a second where the command takes two. Two things differ from the command: books are
printed by threads of the build instead of processes, and templates have been compiled before.
"""

from __future__ import annotations

import ctypes
import functools
import json
import mmap
import os
import shutil
import signal
import struct
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from unittest.mock import patch

from jinja2 import Environment
from mkdocs.theme import Theme

from kring.build import build as build_all
from kring.pipeline import check
from kring.print import press
from kring.publish import exchange, staging
from kring.site import build as site_build
from kring.theme_files import theme_folder
from kring.timings import Stopwatch

PHASES = ("reading", "staging", "printing", "sites", "manifest", "exchange", "clearing")
STEPS = {"print": "printing", "sites": "sites", "manifest": "manifest", "publish": "exchange"}
"""In which phase a build is when its clock begins a step; before the first of them it reads."""

TOUCHES = frozenset(
    {
        "open",
        "os.mkdir",
        "os.rename",
        "os.remove",
        "os.rmdir",
        "os.scandir",
        "os.listdir",
        "fcntl.flock",
        "ctypes.dlsym",
    }
)
"""What counts as touching the disk. The last comes just before the exchange, of which Python tells nothing."""

SOUND, UNSOUND = 0, 3
"""Exit statuses of a build. An error that it should have turned into a finding gives another."""

PR_SET_CHILD_SUBREAPER = 36
"""`prctl(2)`: orphans become children of this process, which can then wait for them."""

MORTUARY = os.getpid()
"""This process itself, also in its forks."""

KILLED_AND_STILL_ALIVE = 60
"""Seconds after which a process of a killed build is reported."""


@dataclass(frozen=True, slots=True)
class Order:
    """Which build to run, and when to kill it: before a touch of the disk in a phase, or after some seconds.

    `way` is how its output takes its place: one of WAYS.
    """

    way: str = "swap"
    phase: str = ""
    touch: int = 0
    after: float = 0.0
    group: bool = False
    """Whether all its processes are killed; otherwise the others must notice."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a build ended: in which phase it was killed (or none), and how often it touched the disk in each."""

    phase: str
    sound: bool
    touches: dict[str, int]


class Tally:
    """The phase of a build and the touches in each, in memory that all its processes share."""

    def __init__(self) -> None:
        self.memory = mmap.mmap(-1, mmap.PAGESIZE)

    def enter(self, phase: str) -> None:
        self.memory[0] = PHASES.index(phase)

    @property
    def phase(self) -> str:
        return PHASES[self.memory[0]]

    def touch(self) -> int:
        """Count a touch; return how many this phase has had."""
        place = 8 * (1 + self.memory[0])
        count: int = struct.unpack_from("q", self.memory, place)[0] + 1
        struct.pack_into("q", self.memory, place, count)
        return count

    @property
    def touches(self) -> dict[str, int]:
        return {phase: struct.unpack_from("q", self.memory, 8 * (1 + at))[0] for at, phase in enumerate(PHASES)}


@dataclass(slots=True)
class Phases:
    """Hears from the clock of a build which step begins."""

    tally: Tally

    def began(self, step: str) -> None:
        if step in STEPS:
            self.tally.enter(STEPS[step])

    def counted(self, done: int, of: int | None) -> None: ...

    def ended(self, step: str) -> None:
        if step == "plan":
            self.tally.enter("staging")


def copy(staged: Path, out: Path) -> bool:
    """What must never be done: while it goes on, there is half an output."""
    shutil.rmtree(out)
    shutil.copytree(staged, out)
    return True


WAYS = {"swap": exchange.swap, "renames": lambda staged, out: False, "copy": copy}
"""The first two are ours. The last is there to see whether a test would notice."""


def run(root: Path, order: Order, tally: Tally) -> bool:
    """Build, with a trap at the touch that the order names."""
    build = os.getpid()

    def trap(event: str, _: object) -> None:
        if event not in TOUCHES:
            return
        touch, place = tally.touch(), PHASES.index(tally.phase)
        # A phase that ends sooner than the last time does not save the build.
        if order.phase and (place, touch) >= (PHASES.index(order.phase), order.touch):
            kill(build, order)

    def exchanged(staged: Path, out: Path) -> None:
        exchange.exchange(staged, out)
        tally.enter("clearing")

    staging.exchange = exchanged  # type: ignore[attr-defined]
    exchange.swap = WAYS[order.way]
    sys.addaudithook(trap)
    return build_all(root, root / "site", clock=Stopwatch(watcher=Phases(tally))).sound


def obey(root: Path, order: Order) -> Outcome:
    tally = Tally()
    build = os.fork()
    if build == 0:
        os.setpgid(0, 0)
        os._exit(SOUND if run(root, order, tally) else UNSOUND)
    if order.after:
        time.sleep(order.after)
        kill(build, order)
    status = os.waitstatus_to_exitcode(dict(ended())[build])
    if status not in (SOUND, UNSOUND, -signal.SIGKILL):
        sys.exit(f"a build failed by itself: {status}")
    return Outcome("" if status >= 0 else tally.phase, status == SOUND, tally.touches)


def kill(build: int, order: Order) -> None:
    if build not in (os.getpid(), os.getppid()) and os.getpid() != MORTUARY:
        return  # this process has lost its build already
    with suppress(ProcessLookupError):  # dead, or so young that it has no group of its own yet
        (os.killpg if order.group else os.kill)(build, signal.SIGKILL)


def ended() -> Iterator[tuple[int, int]]:
    """Wait for every process of a build; yield the status of each."""
    signal.alarm(KILLED_AND_STILL_ALIVE)  # which ends this process, and with it the test
    while True:
        try:
            yield os.wait()
        except ChildProcessError:
            signal.alarm(0)
            return


def keeping(environment: Callable[[Theme], Environment]) -> Callable[[Theme], Environment]:
    """Return the same function, which keeps the environment of a theme, with its compiled templates."""
    kept: dict[tuple[str, ...], Environment] = {}

    def of(theme: Theme) -> Environment:
        folders = tuple(theme.dirs)
        if folders not in kept:
            kept[folders] = environment(theme)
        return kept[folders]

    return of


def warm_up(root: Path) -> None:
    """Import and compile all that a build needs, but start no threads: forks would not have them."""
    site_build.environment = functools.cache(site_build.environment)
    Theme.get_env = keeping(Theme.get_env)  # type: ignore[method-assign]
    # To start the processes of the press anew for each build would take most of the time.
    press._Workers.pdf = lambda self, book: book.pdf()  # type: ignore[method-assign]
    checked = check(root)
    with tempfile.TemporaryDirectory() as folder:
        plans = {Path(folder) / name: plan for name, plan in checked.plans.items()}
        # Here and nowhere else, or half of it would be warm in a process that has ended.
        with patch("kring.parallel.MOST", 1), site_build.building(plans, theme_folder(), date=0) as finish:
            finish(lambda begun, of: None)


def main(root: Path) -> None:
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)
    warm_up(root)
    for line in sys.stdin:
        sys.stdout.write(json.dumps(asdict(obey(root, Order(**json.loads(line))))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
