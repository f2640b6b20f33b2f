"""The bytes of one file, read so that links, pipes and half-saved files cannot harm. Touches the disk."""

from __future__ import annotations

import math
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from kring.findings import Finding, Span
from kring.system_reason import reason

MAX_CONTENT = 1_000_000
"""Bytes of a YAML or Markdown file."""
PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".webp")
"""How the names of pictures end."""

MAX_ASSET = 10_000_000
"""Bytes of an image or other media file."""

# Never follow a link, never wait for a pipe. Windows has neither flag, but wants to be told that bytes are bytes.
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Bytes:
    """What a file holds, or (data is None) the finding that says why that is not known."""

    data: bytes | None
    finding: Finding | None = None


def read_bytes(file: Path, path: str, limit: int) -> Bytes:
    """Read `file`, known in findings as `path`, of at most `limit` bytes."""
    name = path.rsplit("/", 1)[-1]
    try:
        descriptor = os.open(file, _FLAGS)
        try:
            return _read(descriptor, path, name, limit)
        finally:
            os.close(descriptor)
    except OSError as error:
        return Bytes(None, Finding("file/unreadable", Span(path), {"name": name, "reason": reason(error)}))


def _read(descriptor: int, path: str, name: str, limit: int) -> Bytes:
    before = os.fstat(descriptor)
    if not stat.S_ISREG(before.st_mode):
        return Bytes(None, Finding("file/not-regular", Span(path), {"name": name}))
    if before.st_size > limit:
        facts = {"size": f"{math.ceil(before.st_size / 100_000) / 10}", "limit": str(limit // 1_000_000)}
        if limit == MAX_CONTENT:
            facts["text"] = name
        elif name.lower().endswith(PICTURES):
            facts["picture"] = name
        return Bytes(None, Finding("file/too-large", Span(path), facts))
    with open(descriptor, "rb", closefd=False) as opened:
        data = opened.read(before.st_size + 1)  # of the limit, room for it all would be made first
    after = os.fstat(descriptor)
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(data) != after.st_size:
        return Bytes(None, Finding("file/changed-while-reading", Span(path)))
    return Bytes(data)
