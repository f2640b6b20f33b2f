"""Prose as bare words: for descriptions, for search, and to say how long reading takes."""

from __future__ import annotations

import math
import re

from kring.prose.parse import tree
from kring.prose.pieces import pieces
from kring.prose.text import Prose
from kring.prose.tree import Block, CodeBlock, Image, Paragraph, contents, is_images_only, plain

WORDS_A_MINUTE = 180
"""How fast people at level B1 read a text meant for them. Adults who read easily take in about 240."""

_WORD = re.compile(r"\w[\w'\u2019-]*")


def plain_text(prose: Prose, limit: int | None = None) -> str:
    """Return all words of a text on one line, footnotes behind the piece they belong to.

    With `limit`, the text is cut at a space so that it and the ellipsis fit in as many characters.
    """
    parts: list[str] = []
    for piece in pieces(prose):
        parts.append(piece.title or "")
        parts += (words for block in tree(piece.text).everything() for words in _words(block))
    return _shortened(" ".join(" ".join(parts).split()), limit)


def word_count(prose: Prose) -> int:
    """Return the number of words."""
    return len(_WORD.findall(plain_text(prose)))


def minutes_to_read(prose: Prose) -> int:
    """Return how many minutes reading takes, rounded up; 0 for a text without words."""
    return math.ceil(word_count(prose) / WORDS_A_MINUTE)


def _words(block: Block) -> list[str]:
    if isinstance(block, CodeBlock):
        return [block.text]
    if isinstance(block, Paragraph) and is_images_only(block.content):
        return [node.alt for node in block.content if isinstance(node, Image)]
    return [plain(content) for content in contents(block)]


def _shortened(text: str, limit: int | None) -> str:
    if limit is None or len(text) <= limit:
        return text
    # Cut within the first word only where there is no space at all.
    return (text[:limit].rpartition(" ")[0] or text[: limit - 1]).rstrip(" ,;:-") + "…"
