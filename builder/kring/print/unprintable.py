"""Characters that no font of the books has: where authors wrote them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kring.findings import Finding, Position, Span


def unprintable(characters: Iterable[str], texts: Mapping[str, str]) -> Iterator[Finding]:
    """Yield a finding for each line of `texts` (path → text) that holds one of `characters`."""
    wanted = tuple(characters)
    for path, text in texts.items():
        for number, line in enumerate(text.split("\n"), start=1):
            for character in wanted:
                if (at := line.find(character)) >= 0:
                    start = Position(number, at + 1)
                    span = Span(path, start, Position(number, at + 1 + len(character)))
                    yield Finding("print/no-glyph", span, {"character": character})
