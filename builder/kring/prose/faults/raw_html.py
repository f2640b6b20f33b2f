"""HTML in a text: it would be shown as text, which no author means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from markdown_it.token import Token

from kring.prose.dialect import source_lines, tokens_with_html
from kring.prose.faults.fault import Fault, shown
from kring.prose.places import of_block, of_inline

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
