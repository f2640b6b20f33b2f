"""Source documents: one content file each, read and positioned but not yet validated."""

from __future__ import annotations

from collections.abc import Mapping as Table
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from kring.findings import Finding, Position
from kring.source.kinds import Kind
from kring.source.nodes import Mapping
from kring.source.packing import packed, unpacked


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
    front matter, `body_start` its first line; both None for YAML files.
    """

    key: Key
    path: str
    text: str
    root: Mapping
    body: str | None = None
    body_start: Position | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        """Return how it is made again in another process."""
        return _unpacked, (self.key, self.path, self.text, packed(self.root), self.body, self.body_start)


def _unpacked(key: Key, path: str, text: str, root: bytes, body: str | None, body_start: Position | None) -> Document:
    tree = unpacked(root)
    assert isinstance(tree, Mapping), "what was packed is what is unpacked"
    return Document(key, path, text, tree, body, body_start)


@dataclass(frozen=True, slots=True)
class Asset:
    """A media file: path from the root, the programme it belongs to (None: library), and its bytes."""

    path: str
    name: str
    programme: str | None
    data: bytes


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
