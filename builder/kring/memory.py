"""What was derived before need not be derived again: the results of functions, remembered by what they were given.

A step of the line asks a memory for the result of a function of values; where the very same values were given before,
the result of then is returned. So whoever checks again and again (the preview) hands over the memory of the last time,
and pays for what has changed. Without one, a memory lives as long as one check, and shares results between its steps.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

Value = TypeVar("Value")
Result = TypeVar("Result")


@dataclass(slots=True, eq=False)
class Memory:
    """The results of functions by the identity of what these were given.

    The functions must depend on nothing but the values they are given, and the values must never change. What was
    not asked for between two calls of `forget` is gone after the second one.

    A `brief` memory lives as long as one check, in which its process does nothing else.
    """

    brief: bool = False

    _results: dict[tuple[Any, ...], tuple[tuple[object, ...], Any]] = field(default_factory=dict)
    _results_before: dict[tuple[Any, ...], tuple[tuple[object, ...], Any]] = field(default_factory=dict)
    _values: dict[object, Any] = field(default_factory=dict)
    _values_before: dict[object, Any] = field(default_factory=dict)

    def __call__(self, function: Callable[..., Result], /, *given: object) -> Result:
        """Return `function(*given)`."""
        key = (function, *map(id, given))
        known = self._results.get(key)
        if known is None:
            # With the result the values are kept, so that no other value can get the identity of one of them.
            known = self._results_before.get(key) or (given, function(*given))
            self._results[key] = known
        result: Result = known[1]
        return result

    def knows(self, function: Callable[..., object], /, *given: object) -> bool:
        """Tell whether the result of `function(*given)` is known."""
        key = (function, *map(id, given))
        return key in self._results or key in self._results_before

    def learn(self, result: object, function: Callable[..., object], /, *given: object) -> None:
        """Remember that `function(*given)` returns `result`, which somebody else has found out."""
        self._results[function, *map(id, given)] = (given, result)

    def same(self, name: object, value: Value) -> Value:
        """Return the value that was known by `name` before, where it equals `value`: it can be recognised then."""
        known = self._values.get(name, self._values_before.get(name))
        if known is None or known != value:
            known = value
        self._values[name] = known
        settled: Value = known
        return settled

    def forget(self) -> None:
        """Forget what was not asked for since the last call."""
        self._results_before, self._results = self._results, {}
        self._values_before, self._values = self._values, {}
