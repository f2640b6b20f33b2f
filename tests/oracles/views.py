"""Every way in which bytes can hold a word: raw, in other encodings, packed, printed."""

from __future__ import annotations

import base64
import gzip
import html
import io
import re
import sys
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote_to_bytes

import pypdf

SEPARATORS = re.compile(rb"[\s\xad\-]+|\xc2\xad")
ESCAPES = re.compile(r"\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})|\\([0-9a-fA-F]{1,6}) ?")
"""Of JavaScript, of JavaScript and Python, and of CSS."""
DEFLATED = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
"""How data begins that zlib packed: streams of PDFs, texts in PNGs."""


def holds(data: bytes, words: re.Pattern[bytes]) -> set[str]:
    """Return what `words` matches in some view of `data`, in lower case. Words are letters and digits."""
    return {match.decode().lower() for view in views(data) for match in words.findall(view)}


def views(data: bytes, depth: int = 3) -> Iterator[bytes]:
    """Yield what `data` says when it is read in each known way."""
    yield data
    if depth == 0:
        return
    yield from _texts(data)
    for inner in _unpacked(data):
        yield from views(inner, depth - 1)


def files(folder: Path) -> Iterator[Path]:
    """Yield every file below `folder`."""
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def words_in(folder: Path, words: re.Pattern[bytes]) -> dict[str, Path]:
    """Return what `words` matches in the files of `folder` and in their names, with the first such file."""
    found: dict[str, Path] = {}
    for path in files(folder):
        name = path.relative_to(folder).as_posix().encode()
        for token in holds(name, words) | holds(path.read_bytes(), words):
            found.setdefault(token, path)
    return found


def _texts(data: bytes) -> Iterator[bytes]:
    for encoding in ("utf-16-le", "utf-16-be"):
        for start in (0, 1):
            even = data[start : len(data) - (len(data) - start) % 2]
            yield even.decode(encoding, errors="ignore").encode("utf-8", errors="ignore")
    text = data.decode("utf-8", errors="ignore")
    yield html.unescape(text).encode("utf-8", errors="ignore")
    yield SEPARATORS.sub(b"", re.sub(rb"<[^>]*>", b"", data))
    yield unquote_to_bytes(data)
    yield ESCAPES.sub(_character, text).encode("utf-8", errors="ignore")
    for run in re.findall(rb"(?:[0-9A-Fa-f]{2}\s?){8,}", data):
        yield bytes.fromhex(run.decode())
    for run in re.findall(rb"[A-Za-z0-9+/_-]{16,}={0,2}", data):
        for start in range(4):
            part = run[start:].rstrip(b"=")
            part = part[: len(part) - (len(part) % 4 == 1)]
            yield base64.b64decode(part + b"=" * (-len(part) % 4), altchars=b"-_" if set(part) & set(b"-_") else None)


def _character(match: re.Match[str]) -> str:
    code = int(match[1] or match[2] or match[3], 16)
    return chr(code) if code <= sys.maxunicode else ""


def _unpacked(data: bytes) -> Iterator[bytes]:
    if data[:2] == b"\x1f\x8b":
        yield gzip.decompress(data)
    if data[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for name in packed.namelist():
                yield name.encode()
                yield packed.read(name)
    for start in DEFLATED.finditer(data):
        try:
            yield zlib.decompressobj().decompress(data[start.start() :])
        except zlib.error:
            continue  # it only looked like it
    if data[:5] == b"%PDF-":
        yield from _pdf(data)


def _pdf(data: bytes) -> Iterator[bytes]:
    yield from re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL)
    reader = pypdf.PdfReader(io.BytesIO(data))
    for page in reader.pages:
        text = page.extract_text().encode("utf-8", errors="ignore")
        yield text
        yield SEPARATORS.sub(b"", text)
    yield repr(reader.metadata).encode()
    for reference in range(1, len(reader.xref_objStm) + sum(len(table) for table in reader.xref.values()) + 1):
        entry = reader.get_object(reference)
        yield SEPARATORS.sub(b"", repr(entry).encode("utf-8", errors="ignore"))
