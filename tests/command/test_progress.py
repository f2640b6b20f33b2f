"""Progress: nothing for short work or in a pipe, otherwise a line with the step and its count, gone at the end."""

from __future__ import annotations

import threading
import time
from contextlib import AbstractContextManager, nullcontext

import pytest

from kring.build import build
from kring.command import progress
from kring.command.progress import STEPS, Progress, watched
from kring.timings import Stopwatch

LONG = 60.0


class Terminal:
    """Takes the lines, and lets a test wait for the next one."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.written = threading.Semaphore(0)

    def __call__(self, line: str) -> None:
        self.lines.append(line)
        self.written.release()

    def wait(self) -> str:
        assert self.written.acquire(timeout=10)
        return self.lines[-1]


def test_short_work_writes_nothing() -> None:
    terminal = Terminal()
    with Progress("nl", terminal, patience=LONG).shown():
        pass
    assert terminal.lines == []


def test_long_work_says_what_it_does_and_leaves_no_trace() -> None:
    terminal = Terminal()
    line = Progress("nl", terminal, patience=0.0, interval=0.01)
    clock = Stopwatch(watcher=line)
    with line.shown():
        with clock("read"):
            clock.count(212)
            while not terminal.wait().startswith("Lezen: 212, "):
                pass
        with clock("print"):
            clock.count(1, 2)
            while not terminal.wait().startswith("Boeken maken: 1 van 2, "):
                pass
            with clock("something new"):
                while not terminal.wait().startswith("Pagina's maken, "):
                    pass
            while not terminal.wait().startswith("Boeken maken, "):
                pass
    assert terminal.lines[-1] == ""
    assert terminal.lines.count("") == 1


def test_the_line_makes_room_for_others() -> None:
    terminal = Terminal()
    line = Progress("nl", terminal, patience=0.0, interval=0.001)
    clock = Stopwatch(watcher=line)
    with line.shown(), clock("sites"):
        terminal.wait()
        with clock.aside():
            drawn = len(terminal.lines)
            assert terminal.lines[-1] == ""
            time.sleep(0.05)
            assert len(terminal.lines) == drawn
        while not terminal.wait():
            pass


def test_the_line_is_wiped_when_the_work_fails() -> None:
    terminal = Terminal()
    line = Progress("en", terminal, patience=0.0, interval=LONG)

    def stopped() -> None:
        with line.shown():
            terminal.wait()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert terminal.lines[-1] == ""


def test_it_is_told_in_both_languages() -> None:
    for language, words in (("nl", "Lezen: 3 van 9, 0 s"), ("en", "Reading: 3 of 9, 0 s")):
        line = Progress(language, lambda _: None)
        line.began("read")
        line.counted(3, 9)
        assert line.line() == words


@pytest.mark.parametrize(
    ("quiet", "terminal", "term", "shown"),
    [
        (False, True, "xterm", True),
        (True, True, "xterm", False),
        (False, False, "xterm", False),
        (False, True, "dumb", False),
    ],
)
def test_only_people_who_look_on_and_want_it_see_it(
    quiet: bool, terminal: bool, term: str, shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", term)
    monkeypatch.setattr(progress, "on_a_terminal", lambda: terminal)
    with watched("nl", quiet=quiet) as clock:
        assert (clock.watcher is not None) is shown


def test_the_pipeline_names_steps_that_are_known_and_counts(minimal_root, tmp_path) -> None:
    class Listener:
        def __init__(self) -> None:
            self.steps: list[str] = []
            self.counts: list[tuple[str, int, int | None]] = []

        def began(self, step: str) -> None:
            self.steps.append(step)

        def counted(self, done: int, of: int | None) -> None:
            self.counts.append((self.steps[-1], done, of))

        def ended(self, step: str) -> None:
            assert step in self.steps

        def aside(self) -> AbstractContextManager[None]:
            return nullcontext()

    listener = Listener()
    assert build(minimal_root, tmp_path / "site", clock=Stopwatch(watcher=listener)).sound
    assert set(STEPS) - {"asking"} <= set(listener.steps)  # that one is of `kring verify`
    counted = {step: (done, of) for step, done, of in listener.counts}
    assert counted["print"] == (5, 5)  # workbook, its extra sheets; manual, guide and pack of the one session
    assert counted["read"][0] > 10
    done, of = counted["sites"]
    assert done == of > 10
