"""Words to avoid: Kring's own list, and how the words of a list are found in a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache, partial
from importlib import resources
from types import MappingProxyType

import yaml

from kring.language.sentences import WORD, words_in

Words = Mapping[str, str]
"""Word (or a few words) to avoid, in small letters → what to say instead."""

_ENDINGS = ("", "e", "en", "n", "s", "'s", "’s")
_OTHER_SPELLING = (("eel", "ele"), ("aal", "ale"), ("aat", "ate"), ("aam", "ame"), ("ief", "ieve"), ("eit", "eiten"))
"""How words of these endings are spelled before another ending: `structureel`, `structurele`."""


@dataclass(frozen=True, slots=True)
class WordList:
    """A list that texts can be searched with. `forms` holds the single words by each way in which they are written.

    `phrases` finds those of several words; `longest` holds the longest word of each, which few other texts have.
    """

    words: Words
    forms: Words
    longest: frozenset[str]
    phrases: re.Pattern[str] | None
    holds: Callable[[str], bool] = field(compare=False)
    """Tells whether a word of the list may be in what stands between two spaces."""

    def may_be_in(self, text: str) -> bool:
        """Tell whether a word of the list may be in a text; most texts have none, and this takes no time."""
        return any(map(self.holds, text.split()))

    def found(self, text: str) -> Iterator[tuple[int, str, str]]:
        """Yield each word to avoid: at which character, as it is written there, and what to say instead."""
        for match in WORD.finditer(text):
            listed = self.forms.get(match[0].lower())
            if listed is not None:
                yield match.start(), match[0], self.words[listed]
        if self.phrases is not None:
            for match in self.phrases.finditer(text):
                yield match.start(), match[0], self.words[" ".join(match[0].lower().split())]


def word_list(words: Words) -> WordList:
    """Return `words` ready to be searched for."""
    forms = {form: word for word in words if " " not in word for form in _forms(word)}
    # A word that is listed itself says more than one that was made from another by its ending.
    forms |= {word: word for word in words if " " not in word}
    several = sorted((word for word in words if " " in word), key=len, reverse=True)
    joined = "|".join(r"\s+".join(map(re.escape, word.split())) for word in several)
    phrases = re.compile(rf"(?<![\w-])(?:{joined})(?![\w-])", re.IGNORECASE) if several else None
    longest = frozenset(max(WORD.findall(word), key=len, default="") for word in several)
    # The same few thousand words come again and again: each is looked up once.
    holds = lru_cache(maxsize=1 << 16)(partial(_holds, longest.union(forms)))
    return WordList(words, MappingProxyType(forms), longest, phrases, holds)


def _holds(wanted: frozenset[str], token: str) -> bool:
    return not wanted.isdisjoint(words_in(token.lower()))


@cache
def own_words() -> Words:
    """Return the list of Dutch care and office language that comes with Kring."""
    text = resources.files("kring.language").joinpath("jargon_nl.yml").read_text(encoding="utf-8")
    return MappingProxyType(yaml.load(text, Loader=yaml.CSafeLoader))


def _forms(word: str) -> Iterator[str]:
    yield from (word + ending for ending in _ENDINGS)
    yield from (word.removesuffix(end) + other for end, other in _OTHER_SPELLING if word.endswith(end))
