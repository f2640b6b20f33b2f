"""The marks that Git leaves where two people changed the same lines: both versions, until somebody chooses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kring.findings import Finding
from kring.source.text import FileText

_OPENS, _BETWEEN, _CLOSES = re.compile(r"<{7}(?: |\Z)"), re.compile(r"={7}\Z"), re.compile(r">{7}(?: |\Z)")


def conflicts(text: FileText) -> Iterator[Finding]:
    """Yield one finding for each place with two versions, at its first mark."""
    if "<<<<<<<" not in text.text:
        return
    opened = between = 0
    for number, line in enumerate(text.lines, start=1):
        if _OPENS.match(line):
            opened, between = number, 0
        elif opened and _BETWEEN.match(line):
            between = number
        elif opened and between and _CLOSES.match(line):
            facts = {"between": str(between), "last": str(number)}
            yield Finding("file/two-versions", text.span(opened, 1, len(text.lines[opened - 1])), facts)
            opened = between = 0
