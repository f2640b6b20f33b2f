"""All that Kring writes, moves or removes: below a folder that is given, and never through a link. Touches the disk.

The folder itself (a root, the folder above an output, the user's cache) may be reached by links: on some systems home
and temporary folders are. Below it a link is refused wherever it stands, for what it leads to may be anybody's.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
import shutil
import stat
from pathlib import Path, PurePath

HALF = re.compile(r"\.[0-9a-f]{8}\.kring-half")
"""The name of a file that is being written, or that a killed process left."""

_JUNCTION = 0xA0000003
"""How Windows marks a folder that leads to another one and is no link by name."""

# Windows has no such flag, but wants to be told that bytes are bytes.
_FLAGS = os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


class LinkInTheWay(OSError):
    """A link stands where Kring would write or remove something. `filename` is its path; nothing was changed."""

    def __init__(self, link: Path) -> None:
        super().__init__(errno.ELOOP, os.strerror(errno.ELOOP), str(link))


def is_link(path: Path) -> bool:
    """Tell whether a link stands at `path`, wherever it leads."""
    try:
        status = path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return stat.S_ISLNK(status.st_mode) or getattr(status, "st_reparse_tag", 0) == _JUNCTION


def link_to(place: Path, root: Path) -> Path | None:
    """Return the link that stands at `place`, which a user named, or on the way to it at or below `root`; or None."""
    real_root, path = os.path.realpath(root), Path(os.path.abspath(place))  # noqa: PTH100 -- resolve() follows links
    for part in (path, *path.parents):
        if is_link(part) and (part == path or Path(os.path.realpath(part.parent)).is_relative_to(real_root)):
            return part
    return None


def below(base: Path, path: str | PurePath) -> Path:
    """Return the place of `path` below `base`, to which no link leads.

    Raises:
        LinkInTheWay: one does, or stands there itself.
        ValueError: the path leads out of `base`.

    """
    if PurePath(path).is_absolute() or ".." in PurePath(path).parts:
        raise ValueError(f"not a path below a folder: {str(path)!r}")
    place = base
    for part in PurePath(path).parts:
        place /= part
        if is_link(place):
            raise LinkInTheWay(place)
    return place


def open_file(base: Path, path: str | PurePath, flags: int) -> int:
    """Open a file below `base` with `flags`; make it, and folders on the way to it, where they are missing.

    Returns its descriptor. Raises OSError.
    """
    place = below(base, path)
    if place.parent != base:
        place.parent.mkdir(parents=True, exist_ok=True)
    return os.open(place, flags | _FLAGS, 0o666)


def write(base: Path, path: str | PurePath, data: bytes, *, new: bool = False) -> Path:
    """Write a file below `base` that nobody reads yet, and return its place; with `new`, nothing may stand there.

    Raises OSError.
    """
    with open(open_file(base, path, os.O_WRONLY | (os.O_EXCL if new else os.O_TRUNC)), "wb") as opened:
        opened.write(data)
    return base / path


def write_whole(base: Path, path: str | PurePath, data: bytes, *, synced: bool = False) -> Path:
    """Put a file below `base` in its place in one step, with the rights of the old one; return that place.

    With `synced` it is on the disk by then, so that a power cut leaves the old or the new one. Raises OSError.
    """
    place = below(base, path)
    half = PurePath(path).with_name(f".{secrets.token_hex(4)}.kring-half")
    try:
        with open(open_file(base, half, os.O_WRONLY | os.O_EXCL), "wb") as opened:
            opened.write(data)
            if synced:
                opened.flush()
                os.fsync(opened.fileno())
        if place.exists():
            (base / half).chmod(stat.S_IMODE(place.stat().st_mode))
        return move(base, half, path)
    except BaseException:
        remove(base, half)
        raise


def make_folder(base: Path, path: str | PurePath = "", *, new: bool = False, mode: int = 0o777) -> Path:
    """Make a folder below `base` (or `base` itself) with all above it, and return it; with `new` it may not be there.

    Raises OSError.
    """
    place = below(base, path)
    place.mkdir(mode, parents=True, exist_ok=not new)
    return place


def move(base: Path, path: str | PurePath, to: str | PurePath) -> Path:
    """Put what stands at `path` in the place of `to`, both below `base`, in one step; return that place.

    Raises OSError.
    """
    return below(base, path).replace(below(base, to))


def remove(base: Path, path: str | PurePath) -> None:
    """Remove a file below `base`, if it is there. Raises OSError."""
    below(base, path).unlink(missing_ok=True)


def remove_folder(base: Path, path: str | PurePath) -> OSError | None:
    """Remove as much as can be of a folder below `base`; return why the rest stays.

    Of links in it only the links go.
    """
    try:
        place = below(base, path)
        shutil.rmtree(place, ignore_errors=True)
        shutil.rmtree(place)
    except FileNotFoundError:
        return None
    except OSError as error:
        return error
    return None
