"""Plain text as the theme wants it: titles and descriptions are HTML there, printed as they stand."""

from __future__ import annotations

import html


def as_markup(text: str) -> str:
    """Escape `text` once, quotes included, on one line: safe as an element's text and in an attribute.

    The theme prints titles, descriptions and navigation labels without escaping (its own search
    index and header take them for HTML). So they are escaped here, where the engine's files are
    written, and nowhere else; `theme/site` never applies `| e` or `| striptags` to them, because the
    first would escape twice and the second would undo it.
    """
    return html.escape(" ".join(text.split()), quote=True)
