"""Source documents: one content file each, read and positioned but not yet validated."""

from __future__ import annotations

from collections.abc import Mapping as Table
from dataclasses import dataclass, field
from typing import NamedTuple

from kring.findings import Finding, Position
from kring.source.kinds import Kind
from kring.source.nodes import Mapping


class Key(NamedTuple):
    """What identifies an entity: kind, id, and the programme it belongs to (None: the library).

    A named tuple: keys are looked up by the hundred thousand, and a dataclass would hash each in Python.
    """

    kind: Kind
    id: str
    programme: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One readable content file.

    `root` holds the YAML (for Markdown files: the front matter). `body` is the Markdown after the
    front matter, `body_start` its first line; both None for YAML files. All of it follows from the text, which is
    what is hashed, unless somebody replaced it.
    """

    key: Key
    path: str
    text: str
    root: Mapping = field(hash=False)
    body: str | None = field(default=None, hash=False)
    body_start: Position | None = field(default=None, hash=False)


@dataclass(frozen=True, slots=True)
class Asset:
    """A media file: path from the root, the programme it belongs to (None: library), and its bytes."""

    path: str
    name: str
    programme: str | None
    data: bytes


@dataclass(frozen=True, slots=True)
class Release:
    """One version of a programme: its texts by path, and its media. `path` is the file it was read from."""

    path: str
    programme: str
    version: str
    date: str
    edition: str
    texts: Table[str, str]
    assets: tuple[Asset, ...] = ()


@dataclass(frozen=True, slots=True)
class Sources:
    """All that was read, and what could not be."""

    documents: tuple[Document, ...]
    assets: tuple[Asset, ...]
    findings: tuple[Finding, ...]
    unreadable: frozenset[Key]
    """Keys of files that exist but could not be read: references to them are not dangling."""
    texts: Table[str, str] = field(default_factory=dict)
    """The text of every content file that was read, by path: what the excerpts of findings are cut from."""
    paths: tuple[str, ...] = ()
    """Every content file that is there, whether it could be read or not."""
    releases: tuple[Release, ...] = ()
    """The versions of programmes that were kept, as far as they can be trusted."""
