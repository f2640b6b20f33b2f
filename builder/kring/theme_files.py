"""Where the theme lies: inside the installed package, or beside `builder/` in a clone."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

FileState = tuple[str, int, int, int]
"""Path in the theme, bytes, time of the last change, and which file on the disk it is."""


def theme_folder() -> Path:
    """Return the folder with `pages/`, `site/`, `print/`, `fonts/` and `language/`."""
    installed = Path(__file__).parent / "_theme"
    return installed if installed.is_dir() else Path(__file__).parents[2] / "theme"


def theme_state() -> frozenset[FileState]:
    """Return the state of all files of the theme: another one after every change."""
    return frozenset(_states(theme_folder()))


def changed_since(before: frozenset[FileState]) -> tuple[str, ...]:
    """Return the paths in the theme of the files that came, went or changed since it was in that state."""
    return tuple(sorted({path for path, *_ in theme_state() ^ before}))


def _states(theme: Path) -> Iterator[FileState]:
    for file in theme.rglob("*"):
        try:
            status = file.stat()
        except FileNotFoundError:  # gone since the listing
            continue
        if stat.S_ISREG(status.st_mode):
            yield file.relative_to(theme).as_posix(), status.st_size, status.st_mtime_ns, status.st_ino
