"""The short way to the tree of a text, past the parser: for sentences with links, images and stress, and headings.

What the parser would say of them is known without it, and takes a tenth of the time. Nothing in such a text can be
markup that went wrong: every sign that means something to Markdown belongs to one of these.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kring.prose.faults.harmless import LETTER, SIGNS
from kring.prose.places import Place
from kring.prose.tree import Anchor, Block, Emphasis, Heading, Image, Inline, Paragraph, Strong, Text, Tree

_ADDRESS = "[A-Za-z0-9:/#.@?=%+,_~-]++"
_QUIET = SIGNS.replace("!", "")
_STRESSED = rf"[{LETTER}0-9](?:[{SIGNS} ]*[{LETTER}0-9])?"
_INLINE = re.compile(
    rf"(?P<words>(?:[{_QUIET} \n]++|!(?!\[))++)"
    rf"|(?P<image>!?)\[(?P<linked>[{SIGNS} \n]++)\]\((?P<address>{_ADDRESS})\)"
    # Where a space or such stands on one side and a word on the other, an asterisk can only open, or only close.
    rf"|(?<![^ \n(‘“])(?P<stress>\*\*?)(?P<stressed>{_STRESSED})(?P=stress)(?![^ \n.,;:?!)’”])"
)

_BEGINS = rf"(?:[{LETTER}‘“\"'\[]|!\[|\*\*?[{LETTER}0-9]|(?![0-9]+[.)](?:[ \n]|\Z))[0-9])"
_WRITTEN = rf"[{SIGNS} #@=+_~\[*\]]*+(?<! )"
_LINE = rf"(?:(?:#{{1,6}} (?! ))?{_BEGINS}{_WRITTEN})?"
_LINES = re.compile(rf"{_LINE}(?:\n{_LINE})*+")
"""Lines that begin with a word, as lines of a paragraph or a heading do, and end without a space."""


@lru_cache(maxsize=8192)
def grow_past_parser(text: str) -> Tree | None:
    """Return the tree of a text that is paragraphs and headings of sentences; None for any other text."""
    if not _LINES.fullmatch(text):
        return None
    blocks: list[Block] = []
    lines: list[str] = []
    for number, line in enumerate((*text.split("\n"), "")):
        is_heading = line.startswith("#")
        if lines and (is_heading or not line):
            content = _inlines("\n".join(lines), number - len(lines) + 1)
            if content is None:
                return None
            blocks.append(Paragraph(content, False, Place(number - len(lines) + 1, 1, len(lines[0]))))
            lines = []
        if is_heading:
            hashes, _, title = line.partition(" ")
            content = _inlines(title, number + 1, len(hashes) + 1)
            if content is None:
                return None
            blocks.append(Heading(len(hashes), content, Place(number + 1, 1, len(line))))
        elif line:
            lines.append(line)
    return Tree(tuple(blocks), ())


def _inlines(text: str, line: int, set_in: int = 0) -> tuple[Inline, ...] | None:
    """Return what stands in a paragraph or heading whose text begins on `line` behind `set_in` signs."""
    found: list[Inline] = []
    end = 0
    for match in _INLINE.finditer(text):
        if match.start() != end:
            return None
        end = match.end()
        match match.lastgroup:
            case "words":
                found.append(_text(match[0]))
            case "address":
                linked, place = _text(match["linked"]), _place(match, line, set_in)
                found.append(
                    Image(match["address"], "", linked.text.strip(), place)
                    if match["image"]
                    else Anchor(match["address"], "", (linked,), place)
                )
            case _:
                found.append((Strong if match["stress"] == "**" else Emphasis)((_text(match["stressed"]),)))
    return tuple(found) if end == len(text) else None


def _text(words: str) -> Text:
    return Text(words.replace("\n", " "))


def _place(match: re.Match[str], line: int, set_in: int) -> Place:
    """Return where a match stands: of one that runs on, what stands on its first line."""
    before = match.string.rfind("\n", 0, match.start()) + 1
    column = match.start() - before + 1 + (set_in if before == 0 else 0)
    return Place(line + match.string.count("\n", 0, before), column, len(match[0].partition("\n")[0]))
