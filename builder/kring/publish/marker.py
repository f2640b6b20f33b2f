"""The marker file that says 'this folder is Kring's output', without which no folder is ever replaced."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kring.own_files import write

NAME = ".kring-output"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Marker:
    """What an output folder holds."""

    editions: tuple[str, ...]
    """Sorted names. One: the folder is that edition's root. Several: each is a folder in it."""
    preview: bool = False
    """Whether it is a preview, which is no site."""


def write_marker(folder: Path, editions: Iterable[str], *, preview: bool = False) -> None:
    """Mark `folder` as output that holds `editions`, of a site or of a preview."""
    content = {"editions": sorted(editions), "format": FORMAT} | ({"preview": True} if preview else {})
    write(folder, NAME, (json.dumps(content) + "\n").encode())


def read_marker(folder: Path) -> Marker | None:
    """Return the marker of `folder`, or None where there is none that we understand."""
    path = folder / NAME
    if path.is_symlink() or not path.is_file():
        return None
    try:
        content = json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        return None
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        return None
    editions = content.get("editions")
    if not isinstance(editions, list) or not all(isinstance(edition, str) for edition in editions):
        return None
    return Marker(tuple(sorted(editions)), preview="preview" in content)
