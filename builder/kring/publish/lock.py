"""One build per output folder at a time: a lock file beside it, which the system frees when its holder dies."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kring.own_files import open_file, remove
from kring.publish.refusal import busy

SUFFIX = ".kring-lock"


def lock_file(out: Path) -> Path:
    """Return the lock file of `out`."""
    return out.with_name(f".{out.name}{SUFFIX}")


@contextmanager
def locked(out: Path, shown: str) -> Iterator[None]:
    """Hold the lock of the output folder `out`, which findings call `shown`.

    Raises:
        OutputBusy: another process (or another thread of this one) holds it.

    """
    path = lock_file(out)
    descriptor = _acquire(path, shown)
    try:
        yield
    finally:
        _release(path, descriptor)


def _acquire(path: Path, shown: str) -> int:
    while True:
        descriptor = open_file(path.parent, path.name, os.O_RDWR)
        if not _try_lock(descriptor):
            os.close(descriptor)
            raise busy(shown)
        if _is_still_at(path, descriptor):
            return descriptor
        # Its holder removed the file between our opening and our locking it: what we hold guards nothing.
        os.close(descriptor)


def _is_still_at(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _release(path: Path, descriptor: int) -> None:  # noqa: ARG001 -- the same form on every system
        # An open file cannot be removed here; the empty lock file stays, and harms nobody.
        os.close(descriptor)

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _release(path: Path, descriptor: int) -> None:
        # Removed while still locked: who opens it now sees that it is gone and makes a new one. Where it
        # cannot be removed (a disk that failed meanwhile) it stays: only the lock counts, and that ends here.
        with suppress(OSError):
            remove(path.parent, path.name)
        os.close(descriptor)
