"""Which folders may be an output folder: not the sources, not what holds them, not what is not ours."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from kring.own_files import link_to
from kring.publish.marker import read_marker
from kring.publish.refusal import refused, refusing

SOURCE_FOLDERS = ("content", "programs", "theme", "builder", "tests", ".git")
"""Folders of a root in which an output folder has no place."""


@dataclass(frozen=True, slots=True)
class Destination:
    """Where an output goes, where it was built from, and what is in it."""

    out: Path
    root: Path
    editions: tuple[str, ...]
    """Names. One: `out` is the root of that edition. Several: each is a folder in `out`."""
    preview: bool = False
    """Whether it is a preview, which never takes the place of a site, nor a site that of a preview."""

    @property
    def path(self) -> Path:
        """The output folder, absolute, without `..`; a link at its end is not followed."""
        return Path(os.path.abspath(self.out))  # noqa: PTH100 -- resolve() would follow a link at its end

    @property
    def shown(self) -> str:
        """The output folder as findings show it: seen from the root where it lies below it."""
        return self.seen(self.path)

    def seen(self, path: Path) -> str:
        """Return an absolute path as findings show it."""
        root = Path(os.path.abspath(self.root))  # noqa: PTH100 -- seen as the output is seen
        return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


def check_destination(destination: Destination) -> None:
    """Check that the output folder may be written.

    Raises:
        OutputRefused: it may not.

    """
    out = destination.path
    with refusing(destination.shown):
        _refuse_link(destination)
        if place := _forbidden_place(out, destination.root):
            raise refused("output/misplaced", destination.shown, place=place.as_posix())
        if not os.path.lexists(out):
            return
        if not out.is_dir():
            raise refused("output/not-a-folder", destination.shown)
        if os.path.ismount(out):
            raise refused("output/immovable", destination.shown)
        if any(out.iterdir()):
            _check_ours(destination)


def check_shared_folder(destination: Destination) -> None:
    """Check that single files may be written into a folder, whoever else keeps files there.

    Raises:
        OutputRefused: they may not.

    """
    out = destination.path
    with refusing(destination.shown):
        _refuse_link(destination)
        if place := _place_of_others(_real(out), _real(destination.root)):
            raise refused("output/misplaced", destination.shown, place=place.as_posix())
        if os.path.lexists(out) and not out.is_dir():
            raise refused("output/not-a-folder", destination.shown)


def _refuse_link(destination: Destination) -> None:
    if (link := link_to(destination.path, destination.root)) is not None:
        raise refused("output/symlink", destination.seen(link))


def _check_ours(destination: Destination) -> None:
    marker = read_marker(destination.path)
    if marker is None:
        raise refused("output/not-ours", destination.shown)
    wanted = tuple(sorted(destination.editions))
    # A folder that is uploaded for participants must not turn into the facilitators' by one wrong word.
    if marker.editions != wanted:
        found = ", ".join(marker.editions)
        raise refused("output/other-edition", destination.shown, found=found, wanted=", ".join(wanted))
    if marker.preview != destination.preview:
        found, wanted_now = ("preview", "site") if marker.preview else ("site", "preview")
        raise refused("output/preview", destination.shown, found=found, wanted=wanted_now)


def _forbidden_place(out: Path, root: Path) -> Path | None:
    """Return the folder because of which `out` is no place for an output, or None."""
    root = _real(root)
    real = _real(out.parent) / out.name
    if any(_same(real, folder) for folder in (root, *root.parents)):
        return root
    # An output takes the place of an earlier one, but never lies inside it.
    return _place_of_others(real.parent, root) or _source_folder(real, root)


def _place_of_others(folder: Path, root: Path) -> Path | None:
    """Return the sources or the output in which `folder` lies, or None."""
    for above in (folder, *folder.parents):
        # The next build of an output takes away whatever lies in it.
        if (source := _source_folder(above, root)) or read_marker(above) is not None:
            return source or above
    return None


def _source_folder(folder: Path, root: Path) -> Path | None:
    sources = (root / name for name in SOURCE_FOLDERS)
    return next((source for source in sources if _same(folder, source)), None)


def _real(path: Path) -> Path:
    """Follow links, and leave one that leads round and round to whoever opens it."""
    return Path(os.path.realpath(path))


def _same(one: Path, other: Path) -> bool:
    """Whether two paths are one folder, whatever the case of their letters on this file system."""
    if one == other:
        return True
    try:
        return one.samefile(other)
    except OSError:
        return False
