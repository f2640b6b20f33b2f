"""Sentences of Dutch running text: where each begins and ends, and which words it has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kring.language.dutch import dutch

WORD = re.compile(r"\d+(?:[.,:]\d+)*%?|[^\W_]+(?:['’.\u2010\u2011-](?=[^\W_])[^\W_]+)*")
"""A word with its hyphens and apostrophes (`zo’n`, `e-mail`), an abbreviation or a number with its signs."""

_CLOSING = "'\"’”»)\\]"
_OPENING = "'\"‘“„«(\\["
_END = re.compile(rf"[.!?…]+[{_CLOSING}]*(?=\s|$)")
_NEXT = re.compile(rf"\s+(?:[{_OPENING}–—-]*?['’][a-zA-Z]\s+|[{_OPENING}–—-]*)(?P<first>\S)")

_NEVER_LAST = dutch("never_last")
_WORDS_TOO = dutch("words_too")
_BEFORE_A_LETTER = dutch("before_a_letter")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of a text (`start` to `end`, in characters) and what stands in it between spaces."""

    start: int
    end: int
    tokens: tuple[str, ...]
    closed: bool
    """Whether a full stop, question mark or the like ends it."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words, without the signs around them."""
        return tuple(word for token in self.tokens for word in words_in(token))


@lru_cache(maxsize=1 << 16)
def words_in(token: str) -> tuple[str, ...]:
    """Return the words in what stands between two spaces, mostly one: the same few thousand come again and again."""
    return tuple(WORD.findall(token))


def sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences of one paragraph, item or heading, each with at least one word.

    A sign ends a sentence only where the next one begins: with a capital, a number or an opening quotation mark.
    So `bijv.`, `1.250`, `10.30 uur` and ‘Kom binnen.’ zei hij stay whole.
    """
    start = 0
    for sign in _END.finditer(text):
        if sign.end() < len(text) and not _ends(text, start, sign):
            continue
        yield from _sentence(text, start, sign.end(), closed=True)
        start = sign.end()
    yield from _sentence(text, start, len(text.rstrip()), closed=False)


def _sentence(text: str, start: int, end: int, *, closed: bool) -> Iterator[Sentence]:
    tokens = text[start:end].split()
    if any(map(words_in, tokens)):
        while text[start].isspace():
            start += 1
        yield Sentence(start, end, tuple(tokens), closed)


def _ends(text: str, start: int, sign: re.Match[str]) -> bool:
    """Tell whether a sign in the middle of a text ends the sentence that began at `start`."""
    following = _NEXT.match(text, sign.end())
    if following is None:
        return True
    first = following["first"]
    if first.islower():
        return False
    if sign[0][0] != ".":
        return True
    token = text[start : sign.start() + 1].rsplit(None, 1)[-1].lstrip("'\"‘“„«([").lower()
    if token in _NEVER_LAST:
        return token in _WORDS_TOO and not first.isdigit()
    return not _is_initial(text, start, sign.start())


def _is_initial(text: str, start: int, stop: int) -> bool:
    """Tell whether the full stop at `stop` closes an initial: `J. Bakker`, `R. A. Barkley`, but not `kies optie B.`."""
    if stop < 1 or not text[stop - 1].isupper() or (stop > 1 and text[stop - 2].isalpha()):
        return False
    before = text[start : stop - 1].split()
    return not before or before[-1].lower() not in _BEFORE_A_LETTER
