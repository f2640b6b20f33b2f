"""The manifest of an edition: the SHA-256 of every file, and the check against it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from kring.publish import marker

NAME = "kring-manifest.json"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Differences:
    """How a folder differs from its manifest: sorted paths, with forward slashes."""

    missing: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.missing or self.changed or self.unknown)


def write_manifest(edition: Path) -> None:
    """Write the manifest of the edition whose root is `edition`."""
    files = {path: {"bytes": size, "sha256": digest} for path, (digest, size) in _digests(edition).items()}
    text = json.dumps({"files": files, "format": FORMAT}, ensure_ascii=False, indent=1, sort_keys=True)
    (edition / NAME).write_bytes((text + "\n").encode())


def verify(edition: Path) -> Differences:
    """Compare an edition with its manifest.

    Raises:
        FileNotFoundError: it has none.
        ValueError: the manifest is not one of ours.

    """
    content = json.loads((edition / NAME).read_bytes())
    if not isinstance(content, dict) or content.get("format") != FORMAT or not isinstance(content.get("files"), dict):
        raise ValueError(f"{edition / NAME} is not a manifest of format {FORMAT}")
    expected = {path: entry["sha256"] for path, entry in content["files"].items()}
    found = {path: digest for path, (digest, _) in _digests(edition).items()}
    return Differences(
        missing=tuple(sorted(expected.keys() - found.keys())),
        changed=tuple(sorted(path for path in expected.keys() & found.keys() if expected[path] != found[path])),
        unknown=tuple(sorted(found.keys() - expected.keys())),
    )


def _digests(edition: Path) -> dict[str, tuple[str, int]]:
    """Return path → (SHA-256, bytes) of every file but the manifest itself and the marker of the output."""
    digests = {}
    for path in sorted(edition.rglob("*")):
        name = path.relative_to(edition).as_posix()
        if path.is_file() and name not in (NAME, marker.NAME):
            content = path.read_bytes()
            digests[name] = (hashlib.sha256(content).hexdigest(), len(content))
    return digests
