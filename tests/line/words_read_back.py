"""Payloads as pages and books read them out: which are still what somebody wrote?"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator, Mapping

from markdown_it import MarkdownIt
from tests.line.html_page import Page
from tests.print import reading_pdf

MARKER = re.compile(r"zp(\d{4})")
MARKED = re.compile(r"zp(\d{4})(.*?)qz\1", re.DOTALL)
SAID_OF_LINKS = re.compile(r" ?\(opent een andere website\)| ?\(example\.org/%22onclick=%22alert\(1\)\)")
"""What pages, and in print the address that books, add to the one link among the payloads that is allowed."""
LEFTWARDS = re.compile(r"[\u0590-\u08ff]+")


def squeezed(text: str) -> str:
    """Return a text without its white space: browsers and books break lines where they like."""
    return "".join(SAID_OF_LINKS.sub("", unicodedata.normalize("NFC", text)).split())


def squeezed_print(text: str) -> str:
    """Return the same for text from a book, from which words that run leftwards come in another order."""
    text = reading_pdf.squeezed(LEFTWARDS.sub("", unicodedata.normalize("NFC", text)))
    return SAID_OF_LINKS.sub("", text)


def altered(text: str, expected: Mapping[str, str], *, may_be_cut: bool = False) -> Iterator[str]:
    """Yield the payloads in a squeezed text that no longer read as expected; the last one may be cut off."""
    found = [(match[1], match[2]) for match in MARKED.finditer(text)]
    starts = list(MARKER.finditer(text))
    if may_be_cut and len(starts) == len(found) + 1:
        last = starts.pop()
        rest = text[last.end() :].removesuffix("…")
        if not (expected[last[1]] + f"qz{last[1]}").startswith(rest):
            yield f"{last[1]}: {expected[last[1]]!r} became {rest!r}"
    if len(starts) != len(found):
        yield f"{len(starts) - len(found)} payloads without an end"
    for number, words in found:
        if words != expected[number]:
            yield f"{number}: {expected[number]!r} became {words!r}"


def with_payloads(page: Page) -> Iterator[str]:
    """Yield the values of attributes in which a payload stands, or what is left of one."""
    return (value for value in page.values() if "zp" in value or "qz" in value)


def shown(payload: str, form: str) -> str:
    """Return what readers should see: plain text as it was written, prose without the marks of CommonMark."""
    if form == "plain":
        return payload
    return html.unescape(re.sub(r"<[^>]*>", "", MarkdownIt("commonmark", {"html": False}).render(payload)))
