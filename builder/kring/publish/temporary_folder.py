"""A folder among the temporary files for as long as a command runs, also where that ends by being killed."""

from __future__ import annotations

import os
import secrets
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kring.own_files import make_folder, remove_folder
from kring.publish.lock import SUFFIX, locked
from kring.publish.refusal import OutputBusy


@contextmanager
def temporary_folder(purpose: str) -> Iterator[Path]:
    """Give an empty folder whose name begins with `purpose`; those that killed commands left are removed first."""
    among = Path(tempfile.gettempdir())
    _clear(among, purpose)
    folder = among / f"{purpose}-{secrets.token_hex(8)}"
    with locked(folder, folder.name):
        make_folder(among, folder.name, new=True, mode=0o700)
        try:
            yield folder
        finally:
            remove_folder(among, folder.name)


def _clear(among: Path, purpose: str) -> None:
    """Remove the folders whose lock nobody holds."""
    for lock in among.glob(f".{purpose}-*{SUFFIX}"):
        if not _is_mine(lock):
            continue
        folder = among / lock.name.removeprefix(".").removesuffix(SUFFIX)
        try:
            with locked(folder, folder.name):
                # No command is kept from its work by temporary files that cannot be removed.
                remove_folder(among, folder.name)
        except OutputBusy:
            continue


def _is_mine(lock: Path) -> bool:
    """Whether a lock is a file of this user: where everybody may write, it could be a trap."""
    try:
        status = lock.lstat()
    except FileNotFoundError:
        return False
    return stat.S_ISREG(status.st_mode) and (os.name != "posix" or status.st_uid == os.geteuid())
