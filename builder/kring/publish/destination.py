"""Which folders may be an output folder: not the sources, not what holds them, not what is not ours."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from kring.publish.marker import read_marker
from kring.publish.refusal import refused

SOURCE_FOLDERS = ("content", "programs", "theme", "builder", "tests", ".git")
"""Folders of a root in which an output folder has no place."""


@dataclass(frozen=True, slots=True)
class Destination:
    """Where an output goes, where it was built from, and what is in it."""

    out: Path
    root: Path
    editions: tuple[str, ...]
    """Names. One: `out` is the root of that edition. Several: each is a folder in `out`."""

    @property
    def path(self) -> Path:
        """The output folder, absolute, without `..`; a link at its end is not followed."""
        return Path(os.path.abspath(self.out))  # noqa: PTH100 -- resolve() would follow a link at its end

    @property
    def shown(self) -> str:
        """The output folder as findings show it: seen from the root where it lies below it."""
        root = Path(os.path.abspath(self.root))  # noqa: PTH100 -- seen as the output is seen
        return (self.path.relative_to(root) if self.path.is_relative_to(root) else self.path).as_posix()


def check_destination(destination: Destination) -> None:
    """Check that the output folder may be written.

    Raises:
        OutputRefused: it may not.

    """
    out = destination.path
    if out.is_symlink():
        raise refused("output/symlink", destination.shown)
    if place := _forbidden_place(out, destination.root.resolve()):
        raise refused("output/misplaced", destination.shown, place=place.as_posix())
    if not os.path.lexists(out):
        return
    if not out.is_dir():
        raise refused("output/not-a-folder", destination.shown)
    if any(out.iterdir()):
        _check_ours(destination)


def _check_ours(destination: Destination) -> None:
    marker = read_marker(destination.path)
    if marker is None:
        raise refused("output/not-ours", destination.shown)
    wanted = tuple(sorted(destination.editions))
    # A folder that is uploaded for participants must not turn into the facilitators' by one wrong word.
    if marker.editions != wanted:
        found = ", ".join(marker.editions)
        raise refused("output/other-edition", destination.shown, found=found, wanted=", ".join(wanted))


def _forbidden_place(out: Path, root: Path) -> Path | None:
    """Return the folder because of which `out` is no place for output, or None."""
    real = out.parent.resolve() / out.name
    if any(_same(real, folder) for folder in (root, *root.parents)):
        return root
    sources = [root / name for name in SOURCE_FOLDERS]
    for above in (real, *real.parents):
        if any(_same(above, source) for source in sources):
            return above
        # The next build of an output above this one would take this one away with it.
        if above != real and read_marker(above) is not None:
            return above
    return None


def _same(one: Path, other: Path) -> bool:
    """Whether two paths are one folder, whatever the case of their letters on this file system."""
    if one == other:
        return True
    try:
        return one.samefile(other)
    except OSError:
        return False
