"""Nesting that is too deep for readers, paper and parsers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from kring.prose.faults.fault import Fault
from kring.prose.places import of_block

DEEPEST = 16
"""Opened constructs inside each other; a list takes two. The parser reads much deeper (`dialect.NESTING_READ`)."""


def too_deep(stream: Sequence[Token], lines: list[str]) -> Iterator[Fault]:
    """Yield the first place where constructs stand too deep inside each other."""
    depth = 0
    for token in stream:
        depth += token.nesting
        inner = 0
        for child in token.children or ():
            inner += child.nesting
            if inner > DEEPEST:
                break
        if depth > DEEPEST or inner > DEEPEST:
            yield Fault("prose/too-deep", of_block(lines, token))
            return
