"""The parts of a book as plain data: what `theme/print/parts.typ` can draw, and nothing else.

Inlines are lists of the dicts that `kring.prose.blocks` describes. A part the template does not know
stops the print: nothing is left out in silence.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Part = dict[str, Any]
Inlines = list[dict[str, Any]]


def plain(text: str) -> Inlines:
    """Return text without markup as inlines."""
    return [{"type": "text", "text": text}]


def strong(text: str) -> Inlines:
    """Return text without markup as inlines in bold."""
    return [{"type": "strong", "content": plain(text)}]


def link_to(label: str, text: str) -> Inlines:
    """Return a link to a place in this book; print adds the number of its page."""
    return [{"type": "link", "href": None, "label": label, "external": False, "content": plain(text)}]


def link_out(address: str, text: str) -> Inlines:
    """Return a link to an address outside the book; print shows the address."""
    return [{"type": "link", "href": address, "label": None, "external": True, "content": plain(text)}]


def section(
    title: str,
    parts: Iterable[Part],
    *,
    label: str | None = None,
    kicker: str | None = None,
    new_page: bool = False,
    banner: bool = False,
    listed: bool = True,
) -> Part:
    """Return a heading with what stands under it; the level follows from how deep it lies.

    `kicker` is a short line above the title, such as the session's number. `banner`: the title of a chapter stands in
    the upper margin, so that the sheet under it has the whole page, as it has in copies. `listed`: in the contents,
    if it lies no deeper than these go.
    """
    return {
        "type": "section",
        "title": title,
        "label": label,
        "kicker": kicker,
        "new_page": new_page,
        "banner": banner,
        "listed": listed,
        "parts": list(parts),
    }


def prose(blocks: list[Any]) -> Part:
    """Return a text of blocks, as `kring.prose.blocks` gives them."""
    return {"type": "prose", "blocks": blocks}


def paragraph(content: str | Inlines) -> Part:
    """Return one paragraph."""
    return prose([{"type": "paragraph", "content": _inlines(content)}])


def small(content: str | Inlines) -> Part:
    """Return a remark in smaller type."""
    return {"type": "small", "content": _inlines(content)}


def lead_in(text: str) -> Part:
    """Return a line in bold that stays with what follows it."""
    return {"type": "lead_in", "text": text}


def facts(rows: Iterable[tuple[str, str | Inlines]]) -> Part:
    """Return names and values in two columns."""
    return {"type": "facts", "rows": [[name, _inlines(value)] for name, value in rows]}


def items(style: str, contents: Iterable[str | Inlines]) -> Part:
    """Return a list; `style` is bullet, number or tick (a box to tick off)."""
    return {"type": "items", "style": style, "items": [_inlines(content) for content in contents]}


def table(columns: Iterable[tuple[str, int]], rows: Iterable[Iterable[str | Inlines]]) -> Part:
    """Return a table; each column has a title and a width: shares of the line, or 0 for as wide as needed."""
    return {
        "type": "table",
        "columns": [{"title": title, "share": share} for title, share in columns],
        "rows": [[_inlines(cell) for cell in row] for row in rows],
    }


def panel(tone: str, title: str, parts: Iterable[Part]) -> Part:
    """Return a box set apart; `tone` is reader (what participants read), plain, help or note."""
    return {"type": "panel", "tone": tone, "title": title, "parts": list(parts)}


def row(label: str, parts: Iterable[Part], voice: str = "aside") -> Part:
    """Return a line of a session guide with its label; `voice` is say, do, ask or aside."""
    return {"label": label, "voice": voice, "parts": list(parts)}


def notes(title: str) -> Part:
    """Return lines for notes on what is left of a page; nothing where that is too little. A new page must follow."""
    return {"type": "notes", "title": title}


def writing_lines(lines: int, title: str | None = None) -> Part:
    """Return empty lines to write on."""
    return {"type": "writing_lines", "lines": lines, "title": title}


def _inlines(content: str | Inlines) -> Inlines:
    return plain(content) if isinstance(content, str) else content
