"""Footnotes of a whole text, numbered in the order in which the reader meets them."""

from __future__ import annotations

from dataclasses import dataclass

from kring.prose.parse import tree
from kring.prose.pieces import Piece
from kring.prose.tree import Footnote, FootnoteReference, contents, inlines, walk


@dataclass(frozen=True, slots=True)
class NumberedFootnote:
    """`references` says how often the text refers to it."""

    number: int
    footnote: Footnote
    piece: Piece
    references: int


Numbered = dict[tuple[int, str], NumberedFootnote]
"""By the first line of the piece and the label, which means something in that piece alone."""


def numbered(pieces: tuple[Piece, ...]) -> Numbered:
    """Return the footnotes that are referred to, in the order of their numbers."""
    found: Numbered = {}
    for piece in pieces:
        for label in _references(piece):
            key = (piece.first_line, label)
            before = found.get(key)
            number, times = (before.number, before.references) if before else (len(found) + 1, 0)
            found[key] = NumberedFootnote(number, tree(piece.text).footnote(label), piece, times + 1)
    return found


def _references(piece: Piece) -> list[str]:
    return [
        node.label
        for block in walk(tree(piece.text).blocks)
        for content in contents(block)
        for node in inlines(content)
        if isinstance(node, FootnoteReference)
    ]
