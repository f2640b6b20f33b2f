"""Texts in which nothing can be wrong: told by their signs alone, since parsing every text would take most of a check.

Sentences, stressed or not, in paragraphs and lists: nothing in them can be a link, a heading, a table, a container or
HTML, and none of their signs can be markup that went wrong. Colons side by side may have been meant as a container.
"""

from __future__ import annotations

import re

from kring.prose.text import Form

LETTER = "A-Za-zàáâäãåæçèéêëìíîïñòóôöõøœùúûüßÀÁÂÄÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØŒÙÚÛÜ"
SIGNS = rf"{LETTER}‘“\"'0-9,.;:?!()’”…–—%€/\-"
"""The signs, besides the space, that mean nothing to Markdown within a line."""

_WORDS = rf"\*{{0,2}}[{LETTER}‘“\"'][ *{SIGNS}]*+"
"""A line, or the rest of one, that begins with a word; no sign in it but the asterisk means anything to Markdown."""

_LINE = rf"(?: {{0,4}}(?:(?:- |[0-9]{{1,3}}\. ) {{0,2}})?{_WORDS})?"
"""A line set in as the lines of a list are, at most three lists deep, or an empty one."""

_LINES = {
    Form.INLINE: re.compile(rf"\n*{_WORDS}(?:\n{_WORDS})*\n*"),
    Form.MARKDOWN: re.compile(rf"{_LINE}(?:\n{_LINE})*+"),
}

_STRONG = re.compile(
    rf"(?<!\*)\*\*(?=[{LETTER}0-9])[^*\n]*(?:[{LETTER}0-9]\*\*|[.,;:?!)’”]\*\*(?![{LETTER}0-9]))(?!\*)",
)
"""Two asterisks at each side of words, where both do their work whatever stands around them."""
_MOST_ASTERISKS = 16
"""Each pair can stand inside another: this many are far less deep than is too deep."""


def is_harmless(text: str, form: Form) -> bool:
    """Tell whether no fault can be in a text, or in a piece of one. Where it says no, there need not be one."""
    if "::" in text or ";;" in text or _LINES[form].fullmatch(text) is None:
        return False
    return text.count("*") <= _MOST_ASTERISKS and ("**" not in text or "**" not in _STRONG.sub(" ", text))
