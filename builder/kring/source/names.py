"""Names of files and folders: what works on every computer, and what can be an id."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from kring.findings import Finding, Span
from kring.source.text import shown

MAX_PATH = 180
"""Characters in a path from the root, so that a clone in a deep folder still works on Windows."""
MAX_ID = 60

_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\u202a-\u202e\u2066-\u2069]|[. ]\Z')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\Z", re.IGNORECASE)
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")


def portable(name: str) -> str:
    """Return a name as one text, however the file system composed its accents, and safe to print."""
    if name.isascii() and name.isprintable():
        return name
    return unicodedata.normalize("NFC", "".join(_printable(character) for character in name))


def _printable(character: str) -> str:
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:  # a byte that is not UTF-8, as os.fsdecode shows it
        return f"\\x{code - 0xDC00:02x}"
    return (
        f"\\u{code:04x}"
        if unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp", "Cf"} and character not in "\u200c\u200d"
        else character
    )


def folded(name: str) -> str:
    """Return what two names have in common that are one name on Windows or macOS."""
    if name.isascii():
        return name.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def name_findings(raw_name: str, path: str) -> Iterator[Finding]:
    """Yield what is wrong with the last name of `path`, which the disk gives as `raw_name`."""
    span = Span(path)
    name = portable(raw_name)
    if forbidden := _FORBIDDEN.search(raw_name):
        yield Finding("file/forbidden-name", span, {"name": shown(name), "part": portable(forbidden.group())})
    if is_reserved(raw_name):
        yield Finding("file/reserved-name", span, {"name": shown(name), "better": shown(f"kring-{name}")})
    if len(path) > MAX_PATH:
        yield Finding("file/path-too-long", span, {"length": str(len(path)), "limit": str(MAX_PATH)})


def is_reserved(name: str) -> bool:
    """Return whether Windows keeps this name, whatever its ending, for a device."""
    return _RESERVED.match(name.split(".", maxsplit=1)[0].rstrip()) is not None


def is_id(name: str) -> bool:
    """Return whether `name` can be an id."""
    return _ID.match(name) is not None and len(name) <= MAX_ID


def id_from(words: str) -> str:
    """Return `words` in the form of an id, of any length: without accents and capitals; "" where nothing is left."""
    letters = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", letters.casefold()).strip("-")


def id_findings(identifier: str, path: str) -> Iterator[Finding]:
    """Yield what keeps the name of a file or folder from being an id."""
    if is_id(identifier):
        return
    better = id_from(identifier)
    usable = better != "" and len(better) <= MAX_ID
    facts = {"id": shown(identifier), "better": better} if usable else {"id": shown(identifier)}
    yield Finding("file/bad-id", Span(path), facts)
