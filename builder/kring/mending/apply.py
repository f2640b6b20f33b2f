"""Putting edits into files: bytes in, bytes out. Byte order mark, line ends and all else stay as they were."""

from __future__ import annotations

import codecs
import difflib
import re
from collections.abc import Iterable, Iterator, Mapping

from kring.findings import Edit, Finding
from kring.source.excerpt import visible

_LINE = re.compile(r"[^\r\n]*(\r\n|\r|\n|\Z)")


def mended(files: Mapping[str, bytes], findings: Iterable[Finding]) -> dict[str, bytes]:
    """Return the new bytes of each of `files` (path → bytes) that the edits of `findings` change.

    One pass: a fix that touches another one waits for the next run. Whoever writes the result checks again.
    """
    edits: dict[str, list[Edit]] = {}
    for finding in mendable(findings):
        for edit in finding.edits:
            edits.setdefault(edit.span.path, []).append(edit)
    changed = {path: _changed(files[path], edits[path]) for path in edits if path in files}
    return {path: data for path, data in changed.items() if data != files[path]}


def mendable(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that one pass mends: those whose edits all leave room for each other.

    A fix is made whole or not at all; of two that touch, the first in the file is made.
    """
    taken: list[Edit] = []
    chosen = []
    for finding in sorted(findings, key=lambda finding: finding.place):
        new = [edit for edit in finding.edits if edit not in taken]
        if finding.edits and not any(_touch(edit, other) for edit in new for other in taken):
            taken += new
            chosen.append(finding)
    return tuple(chosen)


def difference(path: str, before: bytes, after: bytes) -> str:
    """Return what changes in a file as a unified diff for reading: tabs and no-break spaces can be seen in it."""
    lines = difflib.unified_diff(_shown(before), _shown(after), fromfile=path, tofile=path, lineterm="", n=1)
    return "".join(f"{line}\n" for line in lines)


def _touch(one: Edit, other: Edit) -> bool:
    """Tell whether two edits meet; what is only put in at the edge of another stretch would make the order matter."""
    if one.span.path != other.span.path:
        return False
    if one.span.start == one.span.end or other.span.start == other.span.end:
        return one.span.start <= other.span.end and other.span.start <= one.span.end
    return one.span.start < other.span.end and other.span.start < one.span.end


def _changed(data: bytes, edits: Iterable[Edit]) -> bytes:
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    text = data.removeprefix(mark).decode("utf-8")
    starts, ends = zip(*_lines(text), strict=True)
    # From the end of the file to its beginning, so that places before an edit stay where they are.
    for edit in sorted(set(edits), key=lambda edit: edit.span, reverse=True):
        start, end = (starts[place.line - 1] + place.column - 1 for place in (edit.span.start, edit.span.end))
        text = text[:start] + edit.text.replace("\n", ends[edit.span.start.line - 1] or ends[0] or "\n") + text[end:]
    return mark + text.encode("utf-8")


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield where each line begins, and the sign or signs that end it."""
    place = 0
    while match := _LINE.match(text, place):
        yield place, match[1]
        if not match[1]:
            return
        place = match.end()


def _shown(data: bytes) -> list[str]:
    lines = re.split("\r\n|\r|\n", data.removeprefix(codecs.BOM_UTF8).decode("utf-8"))
    return [visible(line) for line in (lines if lines[-1] else lines[:-1])]
