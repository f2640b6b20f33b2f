"""The contents list of a page: its headings of levels 2 and 3 with an id, read from the rendered body."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

# Bodies are our own markup: attributes stand between double quotes, and `<` and `>` in texts are references.
_MARK = re.compile(
    r"<(?P<end>/?)details\b"
    r'|(?P<summary><summary>)?<h(?P<level>[23])\b[^>]*?\sid="(?P<id>[^"]+)"[^>]*>(?P<text>.*?)</h(?P=level)>',
    re.DOTALL,
)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of the contents list: plain text, the id of the heading in the body, its level (2 to 6)."""

    title: str
    id: str
    level: int


def contents(body: str) -> tuple[Heading, ...]:
    """Return the headings of `body` in order.

    What `<details>` hold is left out, since they may be closed, but for the heading in their summary.
    """
    found, closed = [], 0
    for mark in _MARK.finditer(body):
        if mark["level"] is None:
            closed += -1 if mark["end"] else 1
        elif closed == (1 if mark["summary"] else 0):
            found.append(Heading(_plain(mark["text"]), html.unescape(mark["id"]), int(mark["level"])))
    return tuple(found)


def _plain(markup: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", markup)).split())
