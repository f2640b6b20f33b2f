"""Python's collector of garbage, left out where it only takes time."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

VERY_MANY = 200_000
"""Values that are made, and stay, from which on it pays to keep the collector from them for good."""


@contextmanager
def uncollected() -> Iterator[None]:
    """Collect no garbage meanwhile; also a decorator.

    While a great many values are made that all stay, the collector looks through them again and again: a quarter of
    the time of a check of 2,000 files. It finds nothing, and memory grows no further without it. Afterwards it would
    do so once more, and when Python ends some times more, in the end for half as long as the check itself: so where
    there are very many values it never looks at them. What is no longer used goes even so, as it is in no cycle.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if gc.get_count()[0] > VERY_MANY:
            gc.freeze()
        if was_enabled:
            gc.enable()
