"""Books that are kept between builds, in the user's cache folder: out of every repository. Touches the disk.

A file there is believed for what it holds, never for its name: before the PDF stands a digest of it and of what it was
made from. All roots of a user share the folder. How many books it holds has a bound, and those used last stay: what a
root needs cannot be told from another, and one that is gone tells nobody.
"""

from __future__ import annotations

import hashlib
import os
import re
from contextlib import suppress
from pathlib import Path

from platformdirs import user_cache_path

from kring.own_files import HALF, remove, write_whole
from kring.source.read_bytes import read_bytes

VARIABLE = "KRING_CACHE"
"""The environment variable that names another folder than the user's cache."""

MOST = 200
"""How many books are kept: more than one organisation has, in about 100 MB."""

LARGEST = 256 << 20
"""Bytes of a book: what is larger is none of ours."""

_OURS = re.compile(rf"[0-9a-f]{{64}}|{HALF.pattern}")
"""The name of a kept book, or of what a killed build left of one."""


def book_cache(*, for_upload: bool) -> Path | None:
    """Return the folder in which books are kept; None where a build publishes only what it has printed itself.

    So it does with what is made to be uploaded, and in continuous integration (`CI` is set), where a cache may come
    from anybody who proposes a change.
    """
    if for_upload or os.environ.get("CI"):
        return None
    folder = Path(os.environ.get(VARIABLE) or user_cache_path("kring", appauthor=False))
    # Without a home there is no such folder, and one that depends on where the command is given would lie anywhere.
    return folder / "books" if folder.is_absolute() else None


def kept(folder: Path, key: str) -> bytes | None:
    """Return the PDF that is kept by the hash `key` of its input; None where there is none, or another one."""
    found = read_bytes(folder / key, key, LARGEST).data
    if found is None:
        return None
    digest, pdf = found[: hashlib.sha256().digest_size], found[hashlib.sha256().digest_size :]
    if digest != _digest(key, pdf):
        return None
    with suppress(OSError):
        os.utime(folder / key)
    return pdf


def keep(folder: Path, key: str, pdf: bytes) -> None:
    """Keep a PDF by the hash `key` of its input. Where that cannot be, it is printed again the next time."""
    with suppress(OSError):
        write_whole(folder.parent, f"{folder.name}/{key}", _digest(key, pdf) + pdf)


def tidy(folder: Path) -> None:
    """Remove the books that were used longest ago, as far as there are more than `MOST`."""
    with suppress(OSError), os.scandir(folder) as found:
        ours = [entry for entry in found if _OURS.fullmatch(entry.name) and entry.is_file(follow_symlinks=False)]
        ours.sort(key=lambda entry: entry.stat(follow_symlinks=False).st_mtime_ns, reverse=True)
        for entry in ours[MOST:]:
            remove(folder.parent, f"{folder.name}/{entry.name}")


def _digest(key: str, pdf: bytes) -> bytes:
    return hashlib.sha256(key.encode() + pdf).digest()
