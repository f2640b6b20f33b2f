"""A build reads the theme all along; when the theme changes meanwhile, its output is of two kinds and refused."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from kring.publish.refusal import OutputRefused, refused
from kring.theme_files import FileState, changed_since


@contextmanager
def theme_guard(before: frozenset[FileState], shown: str) -> Iterator[None]:
    """Refuse the output `shown` when the theme is not as it was `before`: a failure meanwhile is then no bug.

    Raises:
        OutputRefused: a file of the theme changed, came or went.

    """
    try:
        yield
    except OutputRefused:
        raise
    except Exception as error:
        if (refusal := _refusal(before, shown)) is not None:
            raise refusal from error
        raise
    if (refusal := _refusal(before, shown)) is not None:
        raise refusal


def _refusal(before: frozenset[FileState], shown: str) -> OutputRefused | None:
    changed = changed_since(before)
    return refused("output/theme-changed", shown, file=changed[0]) if changed else None
