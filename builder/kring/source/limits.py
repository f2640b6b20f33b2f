"""What a content file may hold besides its bytes: the time of some steps grows faster than the number of these."""

from __future__ import annotations

from collections.abc import Iterator

from kring.findings import Finding, Span
from kring.source.text import FileText

MAX_LINES = 5_000
"""Lines of a file, empty ones too. The longest file of a programme that takes up nothing from the library has 1,000."""

MAX_SIGNS = 4_000
"""How often each sign of `SIGNS` may stand in a file."""

SIGNS = "[]<*_`|\\&"
"""Signs that the Markdown parser may have to match with each other: where none has its other half, with all others."""


def beyond_limits(text: FileText) -> Iterator[Finding]:
    """Yield what there is too much of in a file, at the place where it begins to be."""
    if len(text.lines) > MAX_LINES:
        facts = {"lines": str(len(text.lines)), "limit": str(MAX_LINES)}
        yield Finding("file/too-many-lines", text.span(MAX_LINES + 1, 1), facts)
    for sign in SIGNS:
        if text.text.count(sign) > MAX_SIGNS:
            yield Finding("file/too-many-signs", _after(text, sign), {"sign": sign, "limit": str(MAX_SIGNS)})


def _after(text: FileText, sign: str) -> Span:
    """Return where the first sign beyond the limit stands."""
    left = MAX_SIGNS
    for number, line in enumerate(text.lines, start=1):
        if (times := line.count(sign)) > left:
            column = -1
            for _ in range(left + 1):
                column = line.index(sign, column + 1)
            return text.span(number, column + 1)
        left -= times
    raise AssertionError("there are more than that")
