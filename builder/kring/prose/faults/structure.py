"""What stands in what: headings that break the outline, nesting too deep, lines that nearly open a container."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence

from markdown_it.token import Token

from kring.prose.faults.fault import Fault, shown
from kring.prose.pieces import FACILITATOR, Piece
from kring.prose.places import Place, of_block
from kring.prose.tree import Heading, Tree, plain

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


_COLONS: Mapping[str, int] = {
    **dict.fromkeys(":;\u02d0\u02f8\u037e\u0589\u05c3\u205a\u2236\ua789\ufe13\ufe30\ufe54\ufe55\uff1a\uff1b", 1),
    "\u2237": 2,
    "\u2a74": 2,
    "\u2af6": 3,
}
"""Signs that look like colons, or are typed for them → how many each stands for."""

_UNSEEN = "\u00ad\u061c\u180e\u200b-\u200f\u2060-\u2064\ufe0e\ufe0f\ufeff"
_SET_IN = r"\s>*+#_~`-"
_SIGN = rf"(?:[{''.join(_COLONS)}{_UNSEEN}\\]|&[#\w]{{1,32}};)"
_RUN = re.compile(
    # At the beginning of a line, an item, a quotation, a heading or a cell: signs, with spaces or stress between them.
    rf"(?:^|\|)[{_SET_IN}]*+(?:[0-9]{{1,9}}[.)]\s[{_SET_IN}]*+)?+(?P<signs>{_SIGN}(?:[\s*_~`]*+{_SIGN})*+)",
)
_FENCE = re.compile(r":{3,}")
_AMONG_WORDS = re.compile(rf"[{''.join(_COLONS)}]{{2,}}|^\s*(?:`{{3,}}|~{{3,}})")
_FOR_FACILITATORS = re.compile(r"\b(?:facilitator|begeleid)", re.IGNORECASE)
_NEXT_WORD = re.compile(rf"[\s*_~`]*+{_FOR_FACILITATORS.pattern}", re.IGNORECASE)


def misplaced_fences(stream: Sequence[Token], lines: list[str]) -> Iterator[Fault]:
    """Yield lines that begin as a fence does, but stand where none can (in a list, say), or have other signs."""
    for token in stream:
        if token.type == "inline" and token.map:
            for number in range(*token.map):
                yield from _meant(lines[number], number)


def lost_remarks(pieces: Sequence[Piece], lines: list[str]) -> Iterator[Fault]:
    """Yield lines that look like the beginning of a facilitators' remark but are none: participants would read it.

    They are reported even inside code, where they might be meant: nobody shows participants how to write a remark.
    """
    opened = {piece.first_line - 2: piece.container for piece in pieces if piece.container is not None}
    for number, line in enumerate(lines):
        sign = _AMONG_WORDS.search(line)
        if sign is None or opened.get(number) == FACILITATOR:
            continue
        words = line[sign.end() :]
        if FACILITATOR in words.lower() if number in opened else _FOR_FACILITATORS.search(words):
            yield from tuple(_meant(line, number)) or (_fault(line, number, sign.start(), sign[0]),)


def _meant(line: str, number: int) -> Iterator[Fault]:
    """Yield the fault of a line that begins with signs meant as `:::`."""
    for match in _RUN.finditer(line):
        signs = [sign for sign in html.unescape(match["signs"]) if sign in _COLONS]
        count = sum(_COLONS[sign] for sign in signs)
        if count > 1 or (count == 1 and _NEXT_WORD.match(line, match.end())):
            yield _fault(line, number, match.start("signs"), match["signs"])


def _fault(line: str, number: int, start: int, signs: str) -> Fault:
    if _FENCE.fullmatch(signs):
        return Fault("prose/container-place", Place(number + 1, start + 1, len(line.rstrip()) - start))
    facts = {"signs": shown(re.sub(f"[{_UNSEEN}]", lambda unseen: f"U+{ord(unseen[0]):04X}", signs))}
    if start == 0 and "`" not in signs and "~" not in signs:
        facts["fence"] = ":::"
    return Fault("prose/fence-signs", Place(number + 1, start + 1, len(signs)), facts)


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
