"""Markup that the dialect does not take as such, so that readers would see the signs themselves."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from kring.prose.faults.fault import Fault, shown
from kring.prose.places import of_words
from kring.prose.targets import Scheme

_SCHEMES = "|".join(Scheme)
_BROKEN_LINK = re.compile(rf"\]\([^)\n]*\)?|\][ \t]+\((?:{_SCHEMES}):[^)\n]*\)?")
_FOOTNOTE = re.compile(r"\[\^[^\s\]]+\]")
_STRUCK = re.compile(r"~~\S.*?~~")
_TASK = re.compile(r"\[[ xX]\](?=\s)")
_ADMONITION = re.compile(r"(?:!!!|\?\?\?)\+? +\w+")
_HEADING = re.compile(r"#{2,6}(?=[^\s#])")
_BULLET = re.compile(r"[•‣▪●○◦](?:\s+|(?=\w))")
_STARS = re.compile(r".?\*\*.?")
_INVISIBLE = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
_INVISIBLE_BUT_USEFUL = "\u00ad\u200c\u200d\u2060"  # soft hyphen, (non-)joiners, word joiner


def literal_markup(stream: Sequence[Token], lines: list[str]) -> Iterator[Fault]:
    """Yield links and footnotes that do not work, markup of other dialects, and characters that cannot be seen."""
    for before, token in zip((None, *stream), stream, strict=False):
        if token.type != "inline":
            continue
        seen: Counter[str] = Counter()
        quoted = [(rule, {fact: shown(words)}, words) for rule, fact, words in _in_inline(token, before)]
        for rule, facts, words in (*quoted, *_signs(token, before)):
            yield Fault(rule, of_words(lines, token, words, seen[words]), facts)
            seen[words] += 1


def _in_inline(block: Token, before: Token | None) -> Iterator[tuple[str, str, str]]:
    """Yield rule, name of the fact, and the words as they stand in the source."""
    starts_line = True
    escaped = 0
    for child in block.children or ():
        escaped += child.info == "escape" and child.content == "["
        if child.type == "text":
            for match in _BROKEN_LINK.finditer(child.content):
                if escaped:  # the author wanted to show these brackets
                    escaped -= 1
                else:
                    yield "prose/broken-link", "words", match[0]
            for match in _FOOTNOTE.finditer(child.content):
                yield "prose/unknown-footnote", "label", match[0]
            for match in _STRUCK.finditer(child.content):
                yield "prose/not-in-dialect", "construct", match[0]
            if starts_line and (match_at := _TASK.match(child.content) or _ADMONITION.match(child.content)):
                yield "prose/not-in-dialect", "construct", match_at[0]
        for entity in (child, *(child.children or ())):
            if entity.info == "entity" and any(_is_invisible(character) for character in entity.content):
                yield "prose/hidden-character", "entity", entity.markup
        starts_line = child.type == "softbreak" and before is not None and before.type == "paragraph_open"


def _signs(block: Token, before: Token | None) -> Iterator[tuple[str, dict[str, str], str]]:
    """Yield what is a heading, an item or strong but for a space: rule, facts, and the sign as it stands there."""
    starts_line = True
    for child in block.children or ():
        if child.type == "text" and not child.info:
            if starts_line and (match := _HEADING.match(child.content)):
                yield "prose/visible-sign", {"sign": match[0], "heading": ""}, match[0]
            if starts_line and (match := _BULLET.match(child.content)):
                yield "prose/visible-sign", {"sign": match[0].strip(), "bullet": ""}, match[0]
            if match := _STARS.search(child.content):  # the first of a pair: both are one slip
                yield "prose/visible-sign", {"sign": "**", "strong": ""}, match[0]
        starts_line = child.type == "softbreak" and before is not None and before.type == "paragraph_open"


def _is_invisible(character: str) -> bool:
    if character in _INVISIBLE_BUT_USEFUL:
        return False
    return character == "\ufffd" or unicodedata.category(character) in _INVISIBLE
