"""A root with sources, and outputs whose wholeness a test can see at a glance."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kring.publish.destination import Destination

EDITIONS = ("participant",)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A root as an organisation has it."""
    root = tmp_path / "root"
    for name in ("content/articles", "programs", "theme", "builder"):
        (root / name).mkdir(parents=True)
    return root


@pytest.fixture
def destination(root: Path) -> Destination:
    """The usual output: `site` in the root."""
    return Destination(root / "site", root, EDITIONS)


@pytest.fixture
def tree() -> Callable[[Path], dict[str, bytes]]:
    """Return path → content of everything below a folder, hidden files included."""

    def of(folder: Path) -> dict[str, bytes]:
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}

    return of
