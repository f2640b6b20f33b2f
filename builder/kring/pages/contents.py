"""The contents list of a page: its headings of levels 2 and 3 with an id, read from the rendered body."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

LEVELS = {"h2": 2, "h3": 3}


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of the contents list: plain text, the id of the heading in the body, its level (2 to 6)."""

    title: str
    id: str
    level: int


def contents(body: str) -> tuple[Heading, ...]:
    """Return the headings of `body` in order. Headings inside `<details>` are left out: they may be closed."""
    reader = _Headings()
    reader.feed(body)
    reader.close()
    return tuple(reader.found)


class _Headings(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Heading] = []
        self._closed = 0
        self._open: tuple[str, int] | None = None
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "details":
            self._closed += 1
        id = dict(attrs).get("id")
        if tag in LEVELS and id and not self._closed:
            self._open, self._text = (id, LEVELS[tag]), []

    def handle_endtag(self, tag: str) -> None:
        if tag == "details":
            self._closed -= 1
        if tag in LEVELS and self._open is not None:
            id, level = self._open
            self.found.append(Heading(" ".join("".join(self._text).split()), id, level))
            self._open = None

    def handle_data(self, data: str) -> None:
        if self._open is not None:
            self._text.append(data)
