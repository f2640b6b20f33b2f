"""New files on disk: folders are made, and nothing that is there is written over."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kring.own_files import make_folder, write


def put_new(root: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write `files` (path from `root` → content) and return their places.

    Raises OSError where one cannot be written, FileExistsError where one is there already. What was
    written before that stays.
    """
    make_folder(root)
    return tuple(write(root, path, content, new=True) for path, content in files.items())


def is_free(folder: Path) -> bool:
    """Return whether a repository can begin in `folder`: it is not there, or holds nothing but Git's own."""
    if not folder.exists():
        return True
    return folder.is_dir() and all(entry.name == ".git" for entry in folder.iterdir())
