"""Bytes to text: UTF-8 with or without byte order mark, and none of the characters that deceive."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kring.findings import Edit, Finding
from kring.source.text import FileText, character_code

_BOM = b"\xef\xbb\xbf"
_UTF_16_BOMS = (b"\xff\xfe", b"\xfe\xff")
_SAMPLE = 200  # bytes looked at for the NUL pattern of UTF-16

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""Control characters (but not tab and line feed), and line ends that editors do not show as such."""

_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile("[\u180e\u200b\u2060]")
"""Signs of no width that keep words apart or together; those that join letters (U+200C, U+200D) are of use."""

_DECEIVING = re.compile(f"{CONTROL.pattern}|{_BIDI.pattern}|{_INVISIBLE.pattern}")
"""All at once, since hardly any file has one."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text as far as it can be shown, and what is wrong with its bytes; legible without findings."""

    text: FileText
    findings: tuple[Finding, ...] = ()


def decode(path: str, data: bytes) -> Decoded:
    """Decode the bytes of one file. Line ends become line feeds; a byte order mark is accepted in silence."""
    if _looks_like_utf_16(data):
        text = FileText.of(path, _unix(data.decode("utf-16", errors="replace")))
        return Decoded(text, (Finding("file/utf-16", text.span(1, 1)),))
    data = data.removeprefix(_BOM)
    try:
        text = FileText.of(path, _unix(data.decode("utf-8")))
    except UnicodeDecodeError as error:
        text = FileText.of(path, _unix(data.decode("utf-8", errors="replace")))
        before = len(_unix(data[: error.start].decode("utf-8")))
        return Decoded(text, (Finding("file/not-utf8", text.span_at(before), {"byte": f"{data[error.start]:02X}"}),))
    if not _DECEIVING.search(text.text):
        return Decoded(text)
    return Decoded(
        text,
        (
            *_first_of_each(text, CONTROL, "file/control-character"),
            *_first_of_each(text, _BIDI, "file/bidi-character"),
            *(_removed(finding, text) for finding in _first_of_each(text, _INVISIBLE, "file/invisible-character")),
        ),
    )


def deceives(text: str) -> bool:
    """Return whether a text holds a sign that no file may hold."""
    return _DECEIVING.search(text) is not None


def _removed(finding: Finding, text: FileText) -> Finding:
    """Return the finding with what takes away every such sign of the file: one is never alone, and none is missed."""
    edits = (Edit(text.span_at(match.start()), "") for match in _INVISIBLE.finditer(text.text))
    return replace(finding, edits=tuple(edits))


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _looks_like_utf_16(data: bytes) -> bool:
    if data.startswith(_UTF_16_BOMS):
        return True
    sample = data[:_SAMPLE]
    # Latin letters in UTF-16 have a NUL at every second byte.
    return len(sample) >= 4 and any(
        half.count(0) > len(half) * 0.7 and not other.count(0)
        for half, other in ((sample[::2], sample[1::2]), (sample[1::2], sample[::2]))
    )


def _first_of_each(text: FileText, pattern: re.Pattern[str], rule: str) -> list[Finding]:
    first: dict[str, Finding] = {}
    for match in pattern.finditer(text.text):
        character = match.group()
        if character not in first:
            first[character] = Finding(rule, text.span_at(match.start()), {"character": character_code(character)})
    return list(first.values())
