"""New files on disk: folders are made, and nothing that is there is written over."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def put_new(root: Path, files: Mapping[str, str]) -> tuple[Path, ...]:
    """Write `files` (path from `root` → text) and return their places.

    Raises OSError where one cannot be written, FileExistsError where one is there already. What was
    written before that stays.
    """
    written = []
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as opened:
            opened.write(text)
        written.append(file)
    return tuple(written)


def is_free(folder: Path) -> bool:
    """Return whether a repository can begin in `folder`: it is not there, or holds nothing but Git's own."""
    if not folder.exists():
        return True
    return folder.is_dir() and all(entry.name == ".git" for entry in folder.iterdir())
