"""Stretches of a text that mean the same by themselves, so that only those with markup in them need to be parsed."""

from __future__ import annotations

import re
from collections.abc import Iterator

_BEGINS = re.compile(r"\n(?:(?=#{1,6} |- [^\W\d_])|\n(?=[^\W\d_]))")
"""Where something begins at the margin whatever stands before it: a heading, an item, a letter below an empty line."""

_REACHES_FAR = ("```", "~~~", "]:", "<", "\r")
"""Signs of what goes on past an empty line, or is used elsewhere: code, definitions, HTML (and other line ends)."""


def stretches(text: str) -> Iterator[tuple[int, str]]:
    """Yield the stretches of a piece of a text, each with how many lines stand above it."""
    if any(sign in text for sign in _REACHES_FAR):
        yield 0, text
        return
    start = line = 0
    for begin in (match.end() for match in _BEGINS.finditer(text)):
        yield line, text[start:begin]
        line += text.count("\n", start, begin)
        start = begin
    yield line, text[start:]
