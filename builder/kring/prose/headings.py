"""Headings in a text, and the slugs by which links find them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from kring.findings import Span
from kring.prose.faults.harmless import is_harmless
from kring.prose.parse import tree
from kring.prose.pieces import pieces
from kring.prose.places import span
from kring.prose.text import Form, Prose
from kring.prose.tree import Heading as HeadingNode
from kring.prose.tree import plain

# Letters that do not fall apart into an ASCII letter and an accent.
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})
_NOT_IN_A_SLUG = re.compile(r"[^a-z0-9]+")
_NO_LETTERS = "kop"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` 2 is `##`. `slug` is unique within the text."""

    level: int
    text: str
    slug: str
    span: Span


def headings(prose: Prose) -> tuple[Heading, ...]:
    """Return the headings of a text in order. Those in containers, lists and quotes are errors, and left out."""
    if prose.form is Form.INLINE:
        return ()
    found = [
        (node, span(prose, piece.first_line, node.place))
        for piece in pieces(prose)
        if piece.container is None and not is_harmless(piece.text, prose.form)
        for node in tree(piece.text).blocks
        if isinstance(node, HeadingNode)
    ]
    slugs = unique_slugs(plain(node.content) for node, _ in found)
    return tuple(
        Heading(node.level, plain(node.content).strip(), slug, place)
        for (node, place), slug in zip(found, slugs, strict=True)
    )


def slug(text: str) -> str:
    """Return a text in lower-case ASCII letters and digits with single hyphens: 'Één doel!' gives 'een-doel'."""
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    letters = "".join(character for character in folded if not unicodedata.combining(character))
    # An apostrophe joins: 'foto's' gives 'fotos'.
    return _NOT_IN_A_SLUG.sub("-", re.sub(r"['\u2019]", "", letters)).strip("-") or _NO_LETTERS


def unique_slugs(texts: Iterable[str]) -> tuple[str, ...]:
    """Return a slug for each text; one that is taken already gets `-2`, `-3` and so on."""
    taken: dict[str, int] = {}  # slug → the number from which on the next one like it looks for one
    for text in texts:
        wanted = candidate = slug(text)
        while candidate in taken:
            candidate = f"{wanted}-{taken[wanted]}"
            taken[wanted] += 1
        taken[candidate] = 2
    return tuple(taken)
