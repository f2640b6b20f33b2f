"""How far long work is, on one line of a terminal that is gone when the work is done."""

from __future__ import annotations

import os
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from kring.command.streams import on_a_terminal
from kring.rules.rule import Phrase
from kring.timings import Stopwatch

PATIENCE = 1.0
"""Seconds of work after which somebody wants to know whether it goes on."""

_INTERVAL = 0.5

STEPS = {
    "read": Phrase("Lezen", "Reading"),
    "validate": Phrase("Controleren", "Checking"),
    "resolve": Phrase("Controleren", "Checking"),
    "check": Phrase("Controleren", "Checking"),
    "plan": Phrase("Controleren", "Checking"),
    "print": Phrase("Boeken maken", "Making books"),
    "manifest": Phrase("Afronden", "Finishing"),
    "publish": Phrase("Afronden", "Finishing"),
    "asking": Phrase("Bestanden opvragen", "Asking for files"),
}
"""The steps of the pipeline as they are told; all others make pages."""

_PAGES = Phrase("Pagina's maken", "Making pages")
_OF = Phrase("{} van {}", "{} of {}")


@dataclass(slots=True)
class Progress:
    """The line: which step is at hand, how many things it has done, and for how long all has taken.

    `write` takes the whole line, without line end; "" wipes it. It is called from a thread of our own, which
    writes past Python's own streams: a process that is forked meanwhile must not inherit one that is in use.
    """

    language: str
    write: Callable[[str], None]
    patience: float = PATIENCE
    interval: float = _INTERVAL
    _steps: list[str] = field(default_factory=list)
    _count: tuple[int, int | None] | None = None
    _began: float = field(default_factory=time.monotonic)
    _done: threading.Event = field(default_factory=threading.Event)
    _line: threading.Lock = field(default_factory=threading.Lock)
    """Held by whoever writes on the line of the terminal."""
    _drawn: bool = False

    def began(self, step: str) -> None:
        """Take note that a step begins."""
        self._steps.append(step)
        self._count = None

    def counted(self, done: int, of: int | None) -> None:
        """Take note of how many things the step has done."""
        self._count = (done, of)

    def ended(self, step: str) -> None:
        """Take note that a step has ended."""
        self._steps.remove(step)
        self._count = None

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Wipe the line, and draw none as long as this is open."""
        with self._line:
            self._wipe()
            yield

    @contextmanager
    def shown(self) -> Iterator[None]:
        """Show the line as long as this is open, once it has been open for a while."""
        thread = threading.Thread(target=self._show, daemon=True)
        thread.start()
        try:
            yield
        finally:
            self._done.set()
            thread.join()
            self._wipe()

    def line(self) -> str:
        """Return the line as it is now."""
        # The thread that asks sees one moment of each.
        step, count = next(iter(self._steps[-1:]), None), self._count
        told = "Kring" if step is None else STEPS.get(step, _PAGES).in_language(self.language)
        if count is not None:
            done, of = count
            told += f": {done}" if of is None else f": {_OF.in_language(self.language).format(done, of)}"
        return f"{told}, {int(time.monotonic() - self._began)} s"

    def _show(self) -> None:
        wait = self.patience
        while not self._done.wait(wait):
            with self._line:
                self.write(self.line())
                self._drawn = True
            wait = self.interval

    def _wipe(self) -> None:
        if self._drawn:
            self.write("")
            self._drawn = False


@contextmanager
def watched(language: str, *, quiet: bool) -> Iterator[Stopwatch]:
    """Give the stopwatch for a piece of work, and show how far it is where somebody looks on."""
    if quiet or not on_a_terminal() or os.environ.get("TERM") == "dumb":
        yield Stopwatch()
        return
    progress = Progress(language, _rewrite)
    with progress.shown():
        yield Stopwatch(watcher=progress)


def _rewrite(line: str) -> None:
    """Put `line` in the place of what stood on this line of the terminal."""
    width = shutil.get_terminal_size().columns - 1
    text = line[:width].ljust(width) if line else " " * width
    ending = "\r" if not line else ""
    with suppress(OSError):  # where the terminal is gone, the work goes on
        # Letters that are the same in every code page: this goes past the stream that would translate them.
        os.write(sys.stderr.fileno(), f"\r{text}{ending}".encode("ascii", "replace"))
