"""A copy of the repository to run commands in, so that no test depends on what changes meanwhile."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from kring.checks.placeholders import without_marks
from kring.print.kept_books import VARIABLE as CACHE
from kring.publish.lock import locked
from kring.publish.refusal import OutputBusy

REPOSITORY = Path(__file__).resolve().parent.parent
SOURCES = (
    "builder",
    "theme",
    "content",
    "programs",
    "site_config.yml",
    "pyproject.toml",
    "constraints.txt",
    "LICENSE",
    "README.md",
)
CONTENT = ("content", "programs", "site_config.yml")
"""What an organisation has that keeps its content in a folder of its own."""

EDITIONS = ("participant", "facilitator")
LEFT_BEHIND = shutil.ignore_patterns("__pycache__", ".*cache", "*.egg-info")


def copy_repository(target: Path, names: tuple[str, ...] = SOURCES) -> Path:
    """Copy the sources, and nothing that a build or a tool made, into the new folder `target`."""
    target.mkdir(parents=True)
    for name in names:
        source = REPOSITORY / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=LEFT_BEHIND)
        else:
            shutil.copy(source, target / name)
    return target


def once(folder: Path, make: Callable[[Path], object]) -> Path:
    """Return a folder that all processes of a run share: the first that needs it makes it, others wait for that."""
    made = folder.with_name(f"{folder.name}.made")
    while not made.exists():
        try:
            with locked(made, made.name):
                if not made.exists():
                    make(folder)
                    made.touch()
        except OutputBusy:
            time.sleep(0.1)
    return folder


def environment(clone: Path, changes: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment in which `python -m kring` is the Kring of `clone`."""
    left_out = ("KRING_", "PYTEST_")
    inherited = {name: value for name, value in os.environ.items() if name == CACHE or not name.startswith(left_out)}
    inherited.pop("NO_COLOR", None)
    inherited.pop("FORCE_COLOR", None)
    return inherited | {"PYTHONPATH": str(clone / "builder")} | dict(changes or {})


def command(*arguments: str | Path) -> list[str]:
    """Return the command line of `kring` with these arguments."""
    return [sys.executable, "-m", "kring", *map(str, arguments)]


def kring(
    clone: Path, *arguments: str | Path, changes: Mapping[str, str] | None = None, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command of the Kring of `clone`, in that folder unless `cwd` is given."""
    return subprocess.run(
        command(*arguments),
        env=environment(clone, changes),
        cwd=cwd or clone,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def files(folder: Path) -> dict[str, bytes]:
    """Return path → content of everything below a folder, hidden files included."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def pages(folder: Path) -> list[Path]:
    """Return every page below a folder."""
    return sorted(folder.rglob("*.html"))


def look_over(root: Path) -> None:
    """Do in a new repository what its README asks first: look at everything, and sign for it."""
    for path in (*root.glob("content/**/*.*"), *root.glob("programs/**/*.*")):
        path.write_text(without_marks(path.read_text(encoding="utf-8")), encoding="utf-8")
