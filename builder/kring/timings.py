"""A stopwatch for the steps of a build, and who wants to hear how far they are."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")


class Watcher(Protocol):
    """Whoever shows how far the work is."""

    def began(self, step: str) -> None:
        """Take note that a step begins."""

    def counted(self, done: int, of: int | None) -> None:
        """Take note of how many things the step at hand has done, and of how many where that is known."""

    def ended(self, step: str) -> None:
        """Take note that a step has ended."""

    def aside(self) -> AbstractContextManager[None]:
        """Show nothing as long as this is open."""


@dataclass(slots=True)
class Stopwatch:
    """Seconds of wall-clock time by the name of each step, in the order in which they began.

    `meanwhile` holds those of work that several processes shared, added up.
    """

    seconds: dict[str, float] = field(default_factory=dict)
    meanwhile: dict[str, float] = field(default_factory=dict)
    watcher: Watcher | None = None

    @contextmanager
    def __call__(self, step: str) -> Iterator[None]:
        """Measure one step; `step` may occur again, its times add up."""
        self.seconds.setdefault(step, 0.0)
        start = time.perf_counter()
        if self.watcher is not None:
            self.watcher.began(step)
        try:
            yield
        finally:
            self.seconds[step] += time.perf_counter() - start
            if self.watcher is not None:
                self.watcher.ended(step)

    def count(self, done: int, of: int | None = None) -> None:
        """Tell how many things (files, pages, books) the step at hand has done, and of how many."""
        if self.watcher is not None:
            self.watcher.counted(done, of)

    def aside(self) -> AbstractContextManager[None]:
        """Leave the terminal to somebody else as long as this is open."""
        return nullcontext() if self.watcher is None else self.watcher.aside()


def timed(
    step: str,
) -> Callable[[Callable[Concatenate[Stopwatch, Given], Result]], Callable[Concatenate[Stopwatch, Given], Result]]:
    """Return a decorator for a function that is a step: its first argument, a stopwatch, measures it."""

    def decorated(
        work: Callable[Concatenate[Stopwatch, Given], Result],
    ) -> Callable[Concatenate[Stopwatch, Given], Result]:
        @wraps(work)
        def measured(clock: Stopwatch, /, *args: Given.args, **kwargs: Given.kwargs) -> Result:
            with clock(step):
                return work(clock, *args, **kwargs)

        return measured

    return decorated
