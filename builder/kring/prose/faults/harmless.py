"""Texts in which nothing can be wrong: told by their signs alone, since parsing every text would take most of a check.

Sentences, stressed or not, in paragraphs and lists: nothing in them can be a link, a heading, a table, a container or
HTML, and none of their signs can be markup that went wrong.
"""

from __future__ import annotations

import re

from kring.prose.text import Form

_LETTER = "A-Za-zàáâäãåæçèéêëìíîïñòóôöõøœùúûüßÀÁÂÄÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØŒÙÚÛÜ"
_BARE = rf"(?:[{_LETTER}‘“\"'][{_LETTER}‘“\"'0-9 ,.;:?!()’”…–—%€/-]*+(?<! ))?"
_BARE_LINES = re.compile(rf"{_BARE}(?:\n{_BARE})*+")
"""Lines that begin with a word and end without a space, of signs that mean nothing to Markdown there at all."""

_WORDS = rf"\*{{0,2}}[{_LETTER}‘“\"'][{_LETTER}‘“\"'0-9 ,.;:?!()’”…–—%€/*-]*+"
"""A line, or the rest of one, that begins with a word; no sign in it but the asterisk means anything to Markdown."""

_LINE = rf"(?: {{0,4}}(?:(?:- |[0-9]{{1,3}}\. ) {{0,2}})?{_WORDS})?"
"""A line set in as the lines of a list are, at most three lists deep, or an empty one."""

_LINES = {
    Form.INLINE: re.compile(rf"\n*{_WORDS}(?:\n{_WORDS})*\n*"),
    Form.MARKDOWN: re.compile(rf"{_LINE}(?:\n{_LINE})*+"),
}

_STRONG = re.compile(
    rf"(?<!\*)\*\*(?=[{_LETTER}0-9])[^*\n]*(?:[{_LETTER}0-9]\*\*|[.,;:?!)’”]\*\*(?![{_LETTER}0-9]))(?!\*)",
)
"""Two asterisks at each side of words, where both do their work whatever stands around them."""
_MOST_ASTERISKS = 16
"""Each pair can stand inside another: this many are far less deep than is too deep."""


def has_only_sentences(text: str) -> bool:
    """Tell whether a text is nothing but paragraphs of bare sentences."""
    return _BARE_LINES.fullmatch(text) is not None


def is_harmless(text: str, form: Form) -> bool:
    """Tell whether no fault can be in a text, or in a piece of one. Where it says no, there need not be one."""
    if _LINES[form].fullmatch(text) is None:
        return False
    return text.count("*") <= _MOST_ASTERISKS and ("**" not in text or "**" not in _STRONG.sub(" ", text))
