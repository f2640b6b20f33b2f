"""The manifest of an edition: which one it is and the SHA-256 of every file, and the check of a folder against it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kring.own_files import write
from kring.publish import marker

NAME = "kring-manifest.json"
FORMAT = 2

_DIGEST = re.compile(r"[0-9a-f]{64}")
_PART = re.compile(r"(?!\.{1,2}$)[^/\\\x00-\x1f\x7f]+")


class NotAManifest(ValueError):
    """What was read is no manifest, or one of another format."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a file should be: its SHA-256 in hexadecimals, and how many bytes it has."""

    sha256: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """An edition by name, its files by path, with forward slashes, below its root, and whether it is a preview."""

    edition: str
    files: Mapping[str, Entry]
    preview: bool = False


@dataclass(frozen=True, slots=True)
class Differences:
    """How a folder differs from its manifest: sorted paths, with forward slashes."""

    missing: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.missing or self.changed or self.unknown)


def write_manifest(folder: Path, edition: str, *, preview: bool = False) -> None:
    """Write the manifest of `edition`, whose root is `folder`."""
    write(folder, NAME, manifest_of(edition, _digests(folder), preview=preview))


def manifest_of(edition: str, digests: Mapping[str, tuple[str, int]], *, preview: bool = False) -> bytes:
    """Return the manifest of an edition's files: path → SHA-256 in hexadecimals, number of bytes."""
    files = {path: {"bytes": size, "sha256": digest} for path, (digest, size) in digests.items()}
    content = {"edition": edition, "files": files, "format": FORMAT} | ({"preview": True} if preview else {})
    return (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def read_manifest(data: bytes) -> Manifest:
    """Read a manifest, which may come from anybody: no path in it leads out of the edition.

    Raises:
        NotAManifest: it is none, or of another format.

    """
    try:
        content = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise NotAManifest("not JSON") from error
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise NotAManifest(f"not a manifest of format {FORMAT}")
    edition, files = content.get("edition"), content.get("files")
    if not isinstance(edition, str) or not isinstance(files, dict):
        raise NotAManifest("a manifest without edition or files")
    entries = {path: _entry(path, entry) for path, entry in files.items()}
    return Manifest(edition, entries, preview="preview" in content)


def verify(folder: Path) -> Differences:
    """Compare an edition with its manifest.

    Raises:
        FileNotFoundError: it has none.
        NotAManifest: the manifest is not one of ours.

    """
    return compare(folder, read_manifest((folder / NAME).read_bytes()))


def compare(folder: Path, manifest: Manifest) -> Differences:
    """Compare the files of `folder` with a manifest."""
    expected = {path: entry.sha256 for path, entry in manifest.files.items()}
    found = {path: digest for path, (digest, _) in _digests(folder).items()}
    return Differences(
        missing=tuple(sorted(expected.keys() - found.keys())),
        changed=tuple(sorted(path for path in expected.keys() & found.keys() if expected[path] != found[path])),
        unknown=tuple(sorted(found.keys() - expected.keys())),
    )


def _entry(path: str, entry: Any) -> Entry:
    if not all(_PART.fullmatch(part) for part in path.split("/")):
        raise NotAManifest(f"{path!r} is no path in an edition")
    if not isinstance(entry, dict):
        raise NotAManifest(f"nothing is said of {path!r}")
    digest, size = entry.get("sha256"), entry.get("bytes")
    if not isinstance(digest, str) or not _DIGEST.fullmatch(digest) or type(size) is not int or size < 0:
        raise NotAManifest(f"no SHA-256 and number of bytes of {path!r}")
    return Entry(digest, size)


def _digests(folder: Path) -> dict[str, tuple[str, int]]:
    """Return path → (SHA-256, bytes) of every file but the manifest itself and the marker of the output."""
    digests = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in (NAME, marker.NAME):
            content = path.read_bytes()
            digests[name] = (hashlib.sha256(content).hexdigest(), len(content))
    return digests
