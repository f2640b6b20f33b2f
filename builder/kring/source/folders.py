"""What a folder holds, in a fixed order, without what must not be opened. Touches the disk; opens no file."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kring.findings import Finding, Span
from kring.source.names import folded, name_findings, portable
from kring.system_reason import reason

_IGNORED = frozenset({"thumbs.db", "desktop.ini"})

README = "README.md"
"""A note for authors about a folder, which never reaches the site. In small letters it is a file like any other."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file or folder that may be read. `path` is relative to the root and in NFC, `file` as it is on disk."""

    file: Path
    path: str
    name: str
    is_folder: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """The entries of a folder by name, the names that had to be refused, and why."""

    entries: tuple[Entry, ...] = ()
    refused: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def is_content(name: str) -> bool:
    """Tell whether a name can belong to the content; hidden files, an operating system's and notes never do."""
    return not name.startswith(".") and name != README and name.casefold() not in _IGNORED


def list_folder(folder: Path, path: str, wanted: Callable[[str], bool] = is_content) -> Listing:
    """List `folder`, known in findings as `path` ("" for the root), as far as `wanted` says of a name."""
    try:
        with os.scandir(folder) as found:
            raw = sorted((portable(item.name), item.name, _mode(item)) for item in found if wanted(item.name))
    except OSError as error:
        facts = {"name": path or ".", "folder": path, "reason": reason(error)}
        return Listing(findings=(Finding("file/unreadable", Span(path), facts),))
    entries: dict[str, Entry] = {}
    refused: list[str] = []
    findings: list[Finding] = []
    for name, raw_name, mode in raw:
        entry = Entry(folder / raw_name, f"{path}/{name}" if path else name, name, stat.S_ISDIR(mode))
        wrong = [*name_findings(raw_name, entry.path), *_kind_findings(entry, mode)]
        if not wrong and (other := entries.get(folded(raw_name))):
            wrong = [
                Finding("file/same-name", Span(entry.path), {"name": name, "other": other.name}, (Span(other.path),))
            ]
        if wrong:
            findings += wrong
            refused.append(name)
        else:
            entries[folded(raw_name)] = entry
    return Listing(tuple(entries.values()), tuple(refused), tuple(findings))


def _mode(item: os.DirEntry[str]) -> int:
    try:
        return item.stat(follow_symlinks=False).st_mode
    except FileNotFoundError:
        return stat.S_IFREG  # gone since the listing; opening it will say so


def _kind_findings(entry: Entry, mode: int) -> list[Finding]:
    if stat.S_ISLNK(mode):
        return [Finding("file/symlink", Span(entry.path), {"name": entry.name})]
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        return [Finding("file/not-regular", Span(entry.path), {"name": entry.name})]
    return []
