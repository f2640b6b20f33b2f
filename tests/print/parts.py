"""Parts of a book on trial, as data: `proof.typ` draws each with the function of that name in `theme/print`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kring.print.texts import Inlines

Part = dict[str, Any]


def plain(text: str) -> Inlines:
    return [{"type": "text", "text": text}]


def strong(text: str) -> Inlines:
    return [{"type": "strong", "content": plain(text)}]


def link_out(address: str, text: str) -> Inlines:
    return [{"type": "link", "href": address, "label": None, "external": True, "content": plain(text)}]


def section(title: str, parts: Iterable[Part], **look: object) -> Part:
    plain_look = {"label": None, "kicker": None, "new_page": False, "banner": False}
    return {"type": "section", "title": title, "parts": list(parts), **plain_look, **look}


def prose(blocks: list[Any]) -> Part:
    return {"type": "prose", "blocks": blocks}


def paragraph(content: str | Inlines) -> Part:
    return prose([{"type": "paragraph", "content": plain(content) if isinstance(content, str) else content}])


def items(style: str, contents: Iterable[str]) -> Part:
    return {"type": "items", "style": style, "items": list(contents)}


def panel(tone: str, title: str, parts: Iterable[Part]) -> Part:
    return {"type": "panel", "tone": tone, "title": title, "parts": list(parts)}


def row(label: str, parts: Iterable[Part], voice: str = "aside") -> Part:
    return {"type": "row", "label": label, "voice": voice, "parts": list(parts)}


def writing_lines(lines: int, title: str | None = None) -> Part:
    return {"type": "writing_lines", "lines": lines, "title": title}
