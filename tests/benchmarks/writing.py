"""Generated prose: sentences, paragraphs and whole texts in our Markdown, always the same for the same seed."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Sequence

from tests.benchmarks.words import COMMON, OTHER

from kring.checks.printed import PRINTED

WIDTH = 100
"""Characters in a line, as authors of real content break them."""


class Writer:
    """Writes texts of a wanted length. `links` are the Markdown links that its texts may hold."""

    def __init__(self, seed: str, links: Sequence[str] = ()) -> None:
        self.random = random.Random(seed)
        self.links = tuple(links)

    def words(self, count: int) -> list[str]:
        """Return words without signs, function words and others by turns of chance."""
        pick = self.random.random
        return [
            COMMON[int(pick() ** 1.5 * len(COMMON))] if pick() < 0.5 else OTHER[int(pick() * len(OTHER))]
            for _ in range(count)
        ]

    def title(self, count: int = 3) -> str:
        """Return a title of `count` words."""
        return " ".join(self.random.sample(OTHER, count)).capitalize()

    def thing(self) -> str:
        """Return what is brought along: four words, none of which sounds like something printed."""
        while PRINTED.search(found := self.title(4)):
            pass
        return found

    def sentence(self, count: int | None = None) -> str:
        """Return a sentence of 5 to 13 words, or of `count`."""
        words = self.words(count or self.random.randint(5, 13))
        if len(words) > 9:
            words[len(words) // 2] += ","
        return " ".join(words).capitalize() + self.random.choices(".?", (9, 1))[0]

    def sentences(self, count: int) -> str:
        """Return sentences of about `count` words together, on one line, now and then with a link or stress."""
        said: list[str] = []
        left = count
        while left > 0:
            sentence = self.sentence(min(left, self.random.randint(5, 13)) if left > 4 else 4)
            left -= sentence.count(" ") + 1
            said.append(self._marked(sentence))
        return " ".join(said)

    def paragraph(self, count: int) -> str:
        """Return a paragraph, its lines broken as authors break them."""
        return fill(self.sentences(count))

    def bullets(self, items: int, count: int, *, numbered: bool = False) -> str:
        """Return a list of `items` points of about `count` words each."""
        points = []
        for number in range(items):
            mark = f"{number + 1}. " if numbered else "- "
            points.append(fill(self.sentences(count), first=mark, later=" " * len(mark)))
        return "\n".join(points)

    def table(self, rows: int) -> str:
        """Return a table of three columns."""
        head = [self.title(1), self.title(2), self.title(1)]
        lines = [head, ["---"] * 3, *([self.title(1), self.sentence(5), self.title(2)] for _ in range(rows))]
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)

    def text(self, count: int) -> str:
        """Return a text of about `count` words: paragraphs, and from 80 words on a list."""
        if count < 80:
            return self.paragraph(count)
        rest = count - 40
        parts = [self.paragraph(min(60, rest - done)) for done in range(0, rest, 60)]
        parts.insert(self.random.randint(1, len(parts)), self.bullets(3, 13))
        return "\n\n".join(parts)

    def _marked(self, sentence: str) -> str:
        """Return a sentence with, at times, a link behind it or a word in bold."""
        chance = self.random.random()
        if self.links and chance < 0.015:
            return f"{sentence} Zie {self.random.choice(self.links)}."
        if chance > 0.985:
            first, _, rest = sentence.partition(" ")
            return f"**{first}** {rest}"
        return sentence


def fill(text: str, first: str = "", later: str = "") -> str:
    """Return `text` broken into lines, the first and the later ones set in."""
    return textwrap.fill(
        text, WIDTH, initial_indent=first, subsequent_indent=later, break_long_words=False, break_on_hyphens=False
    )
