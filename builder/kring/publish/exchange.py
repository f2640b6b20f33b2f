"""The exchange of a finished folder for the one that is there: at every moment the old or the new, whole."""

from __future__ import annotations

import ctypes
import errno
import os
import secrets
import sys
from collections.abc import Callable
from pathlib import Path

from kring.own_files import below, move

RENAME_EXCHANGE = 2
AT_FDCWD = -100
NOT_SUPPORTED = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM}
"""What a kernel, a file system or a sandbox says when it does not know the exchange."""


def building_prefix(out: Path) -> str:
    """Return how the names of folders begin that belong to a build of `out` and to nobody else."""
    return f".{out.name}.kring-building-"


def building_folder(out: Path) -> Path:
    """Return a new name beside `out` for a folder to build in."""
    return out.with_name(building_prefix(out) + secrets.token_hex(4))


def previous_folder(out: Path) -> Path:
    """Return where the old output stands between two renames. That it is there is the recovery marker."""
    return out.with_name(f".{out.name}.kring-previous")


def exchange(staged: Path, out: Path) -> None:
    """Put `staged` in the place of `out`. What was there is left beside it, under a building name."""
    flush(staged)
    if below(out.parent, out.name).exists():
        if not swap(staged, out):
            rename_twice(staged, out)
    else:
        _rename(staged, out)
    _flush_folder(out.parent)


def swap(staged: Path, out: Path) -> bool:
    """Exchange two folders in one step of the file system; False where there is no such step."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if rename(AT_FDCWD, os.fsencode(staged), AT_FDCWD, os.fsencode(out), RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in NOT_SUPPORTED:
        return False
    raise OSError(code, os.strerror(code), str(out))


def rename_twice(staged: Path, out: Path) -> None:
    """Exchange two folders in two steps; `recover` mends what a failure or a death between them leaves."""
    try:
        _rename(out, previous_folder(out))
        _rename(staged, out)
    finally:
        recover(out)


def recover(out: Path) -> None:
    """Finish or undo an exchange in two steps. Only to be called under the lock."""
    previous = previous_folder(out)
    if not below(previous.parent, previous.name).exists():
        return
    if out.exists():
        # Under its own name it would be put back, should somebody remove the output by hand.
        _rename(previous, building_folder(out))
    else:
        _rename(previous, out)


def _rename(folder: Path, to: Path) -> None:
    move(folder.parent, folder.name, to.name)


def flush(folder: Path) -> None:
    """Write a folder's contents to the disk, or a power cut after the exchange could leave empty files."""
    if sys.platform == "linux":
        synchronise = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
        if synchronise is not None and _on_descriptor(folder, synchronise) == 0:
            return
    paths = [folder, *folder.rglob("*")]
    for path in paths:
        if path.is_file():
            with path.open("r+b") as file:
                os.fsync(file.fileno())
    for path in paths:
        if path.is_dir():
            _flush_folder(path)


def _flush_folder(folder: Path) -> None:
    if os.name == "posix":  # elsewhere a folder cannot be opened
        _on_descriptor(folder, os.fsync)


def _on_descriptor(folder: Path, action: Callable[[int], object]) -> object:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        return action(descriptor)
    finally:
        os.close(descriptor)
