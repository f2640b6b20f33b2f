"""Headings that would break the outline of a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kring.prose.faults.fault import Fault
from kring.prose.tree import Heading, Tree, plain

LEVELS = 3
"""How many levels of headings a text may have: `##`, `###` and `####`, so that a page may set them two lower."""


def outline(headings: Sequence[tuple[int, Heading]], first: int) -> Iterator[tuple[int, Fault]]:
    """Yield what is wrong with the levels of a text's headings, of which the first must have level `first`.

    Each heading, and each fault, comes with the line of the text at which its piece begins.
    """
    level = first - 1
    for first_line, heading in headings:
        facts = {"hashes": "#" * heading.level, "first": "#" * first, "last": "#" * (first + LEVELS - 1)}
        if not first <= heading.level < first + LEVELS:
            yield first_line, Fault("prose/heading-level", heading.place, facts)
        elif heading.level > level + 1:
            facts["expected"] = "#" * (level + 1)
            yield first_line, Fault("prose/heading-jump", heading.place, facts)
        level = max(heading.level, first - 1)


def empty_headings(grown: Tree) -> Iterator[Fault]:
    """Yield headings without words."""
    for block in grown.everything():
        if isinstance(block, Heading) and not plain(block.content).strip():
            yield Fault("prose/empty-heading", block.place)


def headings_inside(grown: Tree, *, in_container: bool) -> Iterator[Fault]:
    """Yield headings in lists, quotes, footnotes and containers: they belong to no outline."""
    at_top = [] if in_container else [block for block in grown.blocks if isinstance(block, Heading)]
    for block in grown.everything():
        if isinstance(block, Heading) and not any(block is heading for heading in at_top):
            yield Fault("prose/heading-inside", block.place)
