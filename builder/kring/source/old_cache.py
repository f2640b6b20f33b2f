"""The cache of books that an earlier Kring kept in `.kring/` of the root, where a commit could carry it along."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from pathlib import Path

from kring.findings import Finding, Span

FOLDER = ".kring"
RULE = "file/old-cache"

_BOOKS = "books"
_BOOK = re.compile(r"[0-9a-f]{64}\.(?:pdf|[0-9]+)")
"""The name of a book that was kept, or of what a killed build left of one."""


def old_cache_findings(root: Path) -> Iterator[Finding]:
    """Yield a warning about the old cache of `root`, where it has one.

    The fact `other` names something in it that Kring has not put there; without it, the whole folder may go.
    """
    if _is_folder(root / FOLDER):
        try:
            other = next((path for path in _inside(root) if not _is_ours(path, root)), None)
        except OSError:  # nobody can say what is in it
            other = root / FOLDER
        yield Finding(RULE, Span(FOLDER), {} if other is None else {"other": other.relative_to(root).as_posix()})


def _inside(root: Path) -> Iterator[Path]:
    for path in sorted((root / FOLDER).iterdir()):
        yield path
        if path.name == _BOOKS and _is_folder(path):
            yield from sorted(path.iterdir())


def _is_ours(path: Path, root: Path) -> bool:
    if path.parent == root / FOLDER:
        return path.name == _BOOKS and _is_folder(path)
    return bool(_BOOK.fullmatch(path.name)) and stat.S_ISREG(path.lstat().st_mode)


def _is_folder(path: Path) -> bool:
    """Tell whether a folder stands there itself, and not a link to one."""
    return path.is_dir() and not path.is_symlink()
