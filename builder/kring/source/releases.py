"""Releases: the texts of a programme as they were in one version, each file as lines in one JSON file.

A release is read as sources are: its texts become the same documents, by the same functions. Nothing in it is believed
before its shape, its code and the hashes of its media are what they should be.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from kring.findings import Finding, Span
from kring.source.documents import Asset, Key, Release
from kring.source.folders import Entry
from kring.source.kinds import FOLDERS, KINDS, SINGLE_FILES, Kind
from kring.source.paths import path_of
from kring.source.read_bytes import MAX_ASSET, read_bytes

FORMAT = 1
"""The number of the format that this Kring writes, and the only one that it reads."""

CODE_LENGTH = 12
"""Signs of the code by which people compare two editions."""

_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+-]{0,39}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_STORED = re.compile(r"[0-9a-f]{64}\.[a-z0-9]{1,8}")
_FIELDS = {"format": int, "programme": str, "version": str, "date": str, "edition": str, "sources": dict, "media": dict}


def edition_code(texts: Mapping[str, str], media: Mapping[str, str]) -> str:
    """Return a short code of all that a release holds: texts by path, and hashes of media by path."""
    held = json.dumps({"sources": texts, "media": media}, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(held.encode()).hexdigest()[:CODE_LENGTH]


def hash_of(data: bytes) -> str:
    """Return the hash by which a media file is kept."""
    return hashlib.sha256(data).hexdigest()


def hashes(assets: tuple[Asset, ...]) -> dict[str, str]:
    """Return the hash of each media file by its path."""
    return {asset.path: hash_of(asset.data) for asset in assets}


def stored_name(path: str, digest: str) -> str:
    """Return under which name the media file that stood at `path` is kept."""
    return f"{digest}.{path.rpartition('.')[2].lower()}"


def can_be_released(version: str) -> bool:
    """Tell whether a version can be the name of a file."""
    return _VERSION.fullmatch(version) is not None and not version.endswith(".")


def version_order(version: str) -> tuple[tuple[int, int, str], ...]:
    """Return what versions are sorted by: 1.10.0 comes after 1.9.2."""
    parts = re.findall(r"[0-9]+|[A-Za-z]+", version)
    return tuple((1, int(part), "") if part.isdigit() else (0, 0, part) for part in parts)


def written(release: Release) -> bytes:
    """Return the file of a release: the same for the same release, in an order that a review can follow."""
    held = {
        "format": FORMAT,
        "programme": release.programme,
        "version": release.version,
        "date": release.date,
        "edition": release.edition,
        "media": dict(sorted(hashes(release.assets).items())),
        "sources": {path: text.split("\n") for path, text in sorted(release.texts.items())},
    }
    return (json.dumps(held, ensure_ascii=False, indent=1) + "\n").encode()


def key_at(path: str) -> Key | None:
    """Return the key of the content file that stands at `path`; None where none can stand there."""
    if path in SINGLE_FILES:
        return Key(SINGLE_FILES[path], SINGLE_FILES[path].value)
    parts = path.split("/")
    programme = parts[1] if parts[0] == "programs" and len(parts) > 1 else None
    if parts[-1] == "programme.yml" and programme is not None:
        key = Key(Kind.PROGRAMME, programme, programme)
    elif len(parts) > 1 and parts[-2] in FOLDERS:
        kind = FOLDERS[parts[-2]]
        key = Key(kind, parts[-1].removesuffix(KINDS[kind].suffix), programme)
    else:
        return None
    return key if path_of(key) == path else None


def read_release(entry: Entry, programme: str, stored: Mapping[str, Entry]) -> tuple[Release | None, list[Finding]]:
    """Read one release of `programme`; `stored` are the media files that are kept, by name. Touches the disk."""
    content = read_bytes(entry.file, entry.path, MAX_ASSET)
    if content.data is None:
        return None, [content.finding] if content.finding else []
    try:
        held = json.loads(content.data)
        held_text = json.dumps(held, ensure_ascii=False)
        held_text.encode()
    except (ValueError, RecursionError):  # no JSON, no UTF-8, half a sign, or too deep
        return None, [Finding("release/unreadable", Span(entry.path), {"name": entry.name})]
    wrong = next(_wrong_shape(held, programme, entry.name.removesuffix(".json")), None)
    if wrong is not None:
        return None, [Finding(*wrong[:1], Span(entry.path), wrong[1])]
    texts = {path: "\n".join(lines) for path, lines in held["sources"].items()}
    if edition_code(texts, held["media"]) != held["edition"]:
        return None, [Finding("release/changed", Span(entry.path), {"version": held["version"]})]
    assets, findings = _assets(entry, held["media"], stored)
    if findings:
        return None, findings
    return Release(entry.path, programme, held["version"], held["date"], held["edition"], texts, assets), []


def _assets(
    entry: Entry, media: Mapping[str, str], stored: Mapping[str, Entry]
) -> tuple[tuple[Asset, ...], list[Finding]]:
    """Return the media of a release, each as the hash in the release says it is."""
    assets, findings = [], []
    for path, digest in sorted(media.items()):
        name = stored_name(path, digest)
        kept = stored.get(name)
        data = read_bytes(kept.file, kept.path, MAX_ASSET).data if kept is not None else None
        if data is None or hash_of(data) != digest:
            facts = {"path": path, "stored": f"media/{name}"}
            findings.append(Finding("release/media", Span(entry.path), facts))
        else:
            parts = path.split("/")
            assets.append(Asset(path, parts[-1], parts[1] if parts[0] == "programs" else None, data))
    return tuple(assets), findings


def _wrong_shape(held: Any, programme: str, version: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield what is wrong with the shape of a release: a rule and its facts."""
    if isinstance(held, dict) and type(held.get("format")) is int and held["format"] != FORMAT:
        yield "release/other-format", {"format": str(held["format"]), "known": str(FORMAT)}
    if not isinstance(held, dict) or held.keys() != _FIELDS.keys():
        yield "release/unreadable", {"name": f"{version}.json"}
        return
    for field, kind in _FIELDS.items():
        if type(held[field]) is not kind:
            yield "release/field", {"field": field}
    if held["programme"] != programme or held["version"] != version or not can_be_released(version):
        yield "release/field", {"field": "programme" if held["programme"] != programme else "version"}
    if not all(_is_source(path, lines, programme) for path, lines in held["sources"].items()):
        yield "release/field", {"field": "sources"}
    if not all(_is_media(path, digest, programme) for path, digest in held["media"].items()):
        yield "release/field", {"field": "media"}


def _is_source(path: str, lines: object, programme: str) -> bool:
    key = key_at(path)
    return (
        key is not None
        and key.programme in (None, programme)
        and isinstance(lines, list)
        and all(isinstance(line, str) and "\n" not in line for line in lines)
    )


def _is_media(path: str, digest: object, programme: str) -> bool:
    home, _, name = path.rpartition("/")
    is_home = home in ("content/media", f"programs/{programme}/media")
    is_hash = isinstance(digest, str) and _SHA256.fullmatch(digest) is not None
    return is_home and is_hash and is_stored(stored_name(name, str(digest)))


def is_stored(name: str) -> bool:
    """Tell whether a file in `releases/media` has the name of one that Kring keeps there."""
    return _STORED.fullmatch(name) is not None
