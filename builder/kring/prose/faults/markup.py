"""Markup and HTML that the dialect does not take as such, and text that readers would not see, or see elsewhere."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from markdown_it.token import Token

from kring.prose.dialect import source_lines, tokens_with_html
from kring.prose.faults.fault import Fault, shown
from kring.prose.places import of_block, of_inline, of_words, whole_line
from kring.prose.targets import SCHEMES

_TAG = re.compile(r"<(?P<closes>/?)(?P<name>[a-z][a-z0-9]*)", re.IGNORECASE)

_PURPOSES = {
    "br": "br",
    "bold": "b strong",
    "italic": "i em",
    "list": "ul ol li",
    "paragraph": "p div",
    "link": "a",
    "image": "img",
    "heading": "h1 h2 h3 h4 h5 h6",
    "underline": "u",
    "looks": "span font center small big mark",
}
_PURPOSE_OF: Mapping[str, str] = MappingProxyType(
    {tag: purpose for purpose, tags in _PURPOSES.items() for tag in tags.split()}
)
"""Tag → what authors use it for: the fact for which the rule says how that is written in Markdown."""


def raw_html(text: str) -> Iterator[Fault]:
    """Yield every piece of raw HTML, as CommonMark would see it; of a tag that is opened and closed the opening."""
    if "<" not in text:
        return
    lines = source_lines(text)
    for token in tokens_with_html(text):
        if token.type == "html_block":
            yield Fault("prose/raw-html", of_block(lines, token), _facts(token.content))
        opened: list[str] = []
        for child in token.children or ():
            if child.type == "html_inline" and (tag := _TAG.match(child.content)):
                name = tag["name"].lower()
                if tag["closes"] and name in opened:
                    opened.remove(name)
                    continue
                opened.append(name)
            yield from _inline(child, token, lines)


def _inline(child: Token, block: Token, lines: list[str]) -> Iterator[Fault]:
    hidden = [child] if child.type == "html_inline" else []
    if child.type == "image":
        hidden = [token for token in child.children or () if token.type == "html_inline"]
    if hidden:
        place = of_inline(lines, block, child.meta["from"], child.meta["to"])
        yield Fault("prose/raw-html", place, _facts(hidden[0].content))


def _facts(html: str) -> dict[str, str]:
    tag = _TAG.match(html.lstrip())
    purpose = _PURPOSE_OF.get(tag["name"].lower()) if tag else None
    return {"html": shown(html)} | ({purpose: ""} if purpose else {})


_CODE_FENCE_END = re.compile(r"[\s>]*(?P<fence>`{3,}|~{3,})[ \t]*")


def unused_definitions(stream: Sequence[Token], lines: list[str]) -> Iterator[Fault]:
    """Yield footnotes and link definitions that nothing refers to, or whose label was taken already."""
    used_links = {str(token.meta["label"]) for token in _inside(stream) if "label" in token.meta and token.attrs}
    used_notes = {str(token.meta["label"]) for token in _inside(stream) if token.type == "footnote_ref"}
    for token in stream:
        if token.type == "definition":
            used, label, written = used_links, str(token.meta["id"]), f"[{token.meta['label']}]:"
        elif token.type == "footnote_reference_open":
            used, label, written = used_notes, str(token.meta["label"]), f"[^{token.meta['label']}]:"
        else:
            continue
        if label not in used:
            yield Fault("prose/unused-definition", of_block(lines, token), {"label": shown(written)})
        used.discard(label)  # a second definition of the same label shows nowhere


def surplus_cells(stream: Sequence[Token], lines: list[str]) -> Iterator[Fault]:
    """Yield table rows with more cells than the header."""
    columns = 0
    for token in stream:
        if token.type == "thead_open":
            columns = 0
        elif token.type == "tr_open":
            cells = int(token.meta["cells"])
            columns = columns or cells
            if cells > columns:
                facts = {"cells": str(cells), "columns": str(columns)}
                yield Fault("prose/table-row", of_block(lines, token), facts)


def unclosed_code(stream: Sequence[Token], lines: list[str]) -> Iterator[Fault]:
    """Yield code blocks that run to the end of the text, with all that follows in them."""
    for token in stream:
        if token.type != "fence" or not token.map:
            continue
        first, end = token.map
        match = _CODE_FENCE_END.fullmatch(lines[end - 1]) if end - 1 > first else None
        if not match or not match["fence"].startswith(token.markup):
            yield Fault("prose/unclosed-code", whole_line(lines, first), {"fence": token.markup})


def _inside(stream: Sequence[Token]) -> Iterator[Token]:
    for token in stream:
        for child in token.children or ():
            yield child
            yield from child.children or ()


_BROKEN_LINK = re.compile(rf"\]\([^)\n]*\)?|\][ \t]+\((?:{'|'.join(SCHEMES)}):[^)\n]*\)?")
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
