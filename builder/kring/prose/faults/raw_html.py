"""HTML in a text: it would be shown as text, which no author means."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it.token import Token

from kring.prose.dialect import source_lines, tokens_with_html
from kring.prose.faults.fault import Fault, shown
from kring.prose.places import of_block, of_inline


def raw_html(text: str) -> Iterator[Fault]:
    """Yield every piece of raw HTML, as CommonMark would see it."""
    if "<" not in text:
        return
    lines = source_lines(text)
    for token in tokens_with_html(text):
        if token.type == "html_block":
            yield Fault("prose/raw-html", of_block(lines, token), {"html": shown(token.content)})
        for child in token.children or ():
            yield from _inline(child, token, lines)


def _inline(child: Token, block: Token, lines: list[str]) -> Iterator[Fault]:
    if child.type == "html_inline":
        place = of_inline(lines, block, child.meta["from"], child.meta["to"])
        yield Fault("prose/raw-html", place, {"html": shown(child.content)})
    elif child.type == "image" and (hidden := [token for token in child.children or () if token.type == "html_inline"]):
        place = of_inline(lines, block, child.meta["from"], child.meta["to"])
        yield Fault("prose/raw-html", place, {"html": shown(hidden[0].content)})
