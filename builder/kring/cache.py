"""What the preview knows from the check before: results of functions of one file, kept by what these were given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

Result = TypeVar("Result")


@dataclass(slots=True, eq=False)
class Cache:
    """The results of functions that depend on nothing but the values they are given, which are hashable.

    What was not asked for between two calls of `drop_unused` is gone after the second one.
    """

    _results: dict[tuple[Any, ...], Any] = field(default_factory=dict)
    _results_before: dict[tuple[Any, ...], Any] = field(default_factory=dict)

    def __call__(self, function: Callable[..., Result], /, *given: object) -> Result:
        """Return `function(*given)`."""
        key = (function, *given)
        if key not in self._results:
            before = self._results_before
            self._results[key] = before[key] if key in before else function(*given)
        result: Result = self._results[key]
        return result

    def drop_unused(self) -> None:
        """Drop what was not asked for since the last call."""
        self._results_before, self._results = self._results, {}
