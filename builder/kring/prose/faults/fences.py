"""Lines that were meant to open or close a container and do not: what is in it would reach whoever reads the text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence

from markdown_it.token import Token

from kring.prose.faults.fault import Fault, shown
from kring.prose.pieces import FACILITATOR, Piece
from kring.prose.places import Place

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
