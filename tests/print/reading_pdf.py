"""Reads the text of a PDF back, and finds in the data of a book what a reader must be able to see."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from pypdf import PdfReader

TOP, BOTTOM = 790, 55  # points from the foot of an A4 page: above and below stand the running lines

UNSEEN = frozenset(
    [
        "type",
        "label",
        "slug",
        "href",
        "path",
        "alt",
        "priority",
        "voice",
        "tone",
        "style",
        "kind",
        "align",
        "language",
        "colour",
        "date",
        "words",
        "how_often",
        "setting",
        "delivery",
        "deliveries",
        "enrolment",
        "sequence",
        "lead",
        "who",
        "how",
        "when",
        "per",
        "method",
        "missing",
        "direction",
        "code",
        "size",
        "keyword",
        "places",
    ]
)
"""Keys whose values steer the template or choose its words, or (alternative texts) are read out."""


ADDRESSES = frozenset(["url", "address", "page"])
"""Keys whose values are shown as people read them: without what stands before the name."""


def reader(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


@cache
def body_text(pdf: bytes) -> str:
    """Return the text of all pages without running lines."""
    return "\n".join(_page_text(page) for page in reader(pdf).pages)


def squeezed(text: str) -> str:
    """Return text without what differs between data and page: spaces, hyphens at line ends, break marks."""
    return re.sub(r"[\s\u00ad\u200b\u2010-]+", "", text)


def visible(node: Any, key: str = "") -> Iterator[str]:
    """Yield every text in the data of a book that stands on a page."""
    if isinstance(node, dict):
        for name, value in node.items():
            hidden = name in UNSEEN or (name == "name" and node.get("type") == "container")
            if not hidden:
                yield from visible(value, name)
    elif isinstance(node, list):
        for item in node:
            yield from visible(item, key)
    elif isinstance(node, str):
        yield node.removeprefix("https://").rstrip("/") if key in ADDRESSES else node


def _page_text(page: Any) -> str:
    parts: list[str] = []

    def keep(text: str, cm: list[float], tm: list[float], *_: Any) -> None:
        if BOTTOM < cm[1] * tm[4] + cm[3] * tm[5] + cm[5] < TOP:
            parts.append(text)

    page.extract_text(visitor_text=keep)
    return "".join(parts)
