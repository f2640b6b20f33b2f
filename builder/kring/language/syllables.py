"""Syllables of Dutch words, counted by rule.

A syllable has one vowel sound. So the sounds are counted that vowel letters stand for: `aai` is one, `ea` is two.
A trema begins a new sound (`geïnteresseerd`), and so does a letter with an accent behind another vowel (`variété`).
Dutch writes a hyphen where two words meet in one vowel sound (`na-apen`), so compounds need no knowledge of words.
Hyphenation patterns, such as those of `pyphen`, say where a line may break: they miss `a-vond` and `radi-o`.

Counted as the word is read aloud slowly, in the parts of its official hyphenation: `sta-ti-on` is three.
Borrowed words follow their own spelling; those that care texts are full of are listed. The error rate on words
counted by hand stands in `tests/language/test_syllables.py`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SOUNDS = re.compile(
    # Longest first. `ieu` is one sound in `nieuw` and two in `serieus`; `eu` is none in `museum`.
    r"eeuw|ieu(?=w)|i(?=eu)|e(?=ums?$)|eau|oeu|aai|ooi|oei"
    r"|aa|ee|oo|uu|ij|ie|oe|eu|ui|ei|ai|oi|au|ou|ey|ay|oy|uy|[aeiouy]"
)
_PARTS = re.compile(r"[0-9]+|[^\W\d_]+")
_TREMA = {"ä": "a", "ë": "e", "ï": "i", "ö": "o", "ü": "u"}
_VOWELS = frozenset("aeiouy")
_CONSONANT_Y = re.compile(r"(?<=[aeou])y(?=[aeiou])|\by(?=[aeiou])")

_BORROWED = (
    ("milieu", "miljeu"),
    ("nieur", "njeur"),
    ("museum", "musejum"),
    ("online", "onlijn"),
    ("offline", "oflijn"),
    ("deadline", "dedlijn"),
    ("website", "websijt"),
    ("update", "updeet"),
    ("phone", "foon"),
    ("cake", "keek"),
    ("service", "survis"),
    ("team", "tiem"),
    ("stream", "striem"),
    ("break", "breek"),
    ("coach", "kootsj"),
    ("health", "helt"),
    ("feedback", "fietbek"),
)
"""Words that sound otherwise than Dutch spelling says, as Dutch would spell them; also inside longer words."""
_WHOLE = {
    "site": 1,
    "sites": 1,
    "tape": 1,
    "live": 1,
    "game": 1,
    "games": 1,
    "time": 1,
    "date": 1,
    "quote": 1,
    "quotes": 1,
}
"""Borrowed words whose last `e` is silent, where the same letters inside a longer word need not be."""
_BORROWED_ANYWHERE = re.compile("|".join(word for word, _ in _BORROWED))
_SPELLED = dict(_BORROWED)
_IN_CAPITALS = 5
"""Up to so many letters, a word in capitals alone is read letter by letter (ADHD, GGZ)."""

_UNDER_TWENTY = (1, 1, 1, 1, 1, 1, 1, 2, 1, 2, 1, 1, 1, 2, 2, 2, 2, 3, 2, 3)
_TENS = (0, 1, 2, 2, 2, 2, 2, 3, 2, 3)


@lru_cache(maxsize=32768)
def syllables(word: str) -> int:
    """Return how many syllables a word has, at least one. Numbers count as they are read aloud."""
    return max(1, sum(_of_part(part) for part in _PARTS.findall(unicodedata.normalize("NFC", word))))


def _of_part(part: str) -> int:
    if "0" <= part[0] <= "9":
        return _of_number(part)
    if 1 < len(part) <= _IN_CAPITALS and part.isupper():
        return len(part)
    lower = part.lower()
    if lower in _WHOLE:
        return _WHOLE[lower]
    spelled = _BORROWED_ANYWHERE.sub(lambda found: _SPELLED[found[0]], _plain_letters(lower))
    sounds = len(_SOUNDS.findall(_CONSONANT_Y.sub("j", spelled.replace("qu", "kw"))))
    # What has no vowel is read letter by letter (tv), or is no more than a sound (’s, m).
    return sounds or (len(lower) if len(lower) > 1 and lower.isascii() else 0)


def _plain_letters(word: str) -> str:
    """Return a word without signs above its letters, and a bar before each that begins a sound."""
    if word.isascii():
        return word
    plain: list[str] = []
    for at, letter in enumerate(word):
        base = _TREMA.get(letter) or unicodedata.normalize("NFD", letter)[0]
        # Two accents side by side only stress one sound (`één`); one behind a plain vowel begins another.
        accented = base != letter and letter not in _TREMA
        if letter in _TREMA or (accented and at and word[at - 1] in _VOWELS):
            plain.append("|")
        plain.append(base)
    return "".join(plain)


def _of_number(digits: str) -> int:
    """Return the syllables of a whole number; a long one is read digit by digit, as a telephone number is."""
    if len(digits) > 6 or (len(digits) > 1 and digits[0] == "0"):
        return sum(_UNDER_TWENTY[int(digit)] for digit in digits)
    number = int(digits)
    thousands, rest = divmod(number, 1000)
    if not thousands:
        return _below_thousand(rest)
    if 1100 <= number < 2000 or (number < 10_000 and number % 1000 >= 100):
        # Read as years are: negentienhonderd, vierentwintighonderd.
        return _below_hundred(number // 100) + 2 + (_below_hundred(number % 100) if number % 100 else 0)
    many = 0 if thousands == 1 else _below_thousand(thousands)
    return many + 2 + (_below_thousand(rest) if rest else 0)


def _below_thousand(number: int) -> int:
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(rest)
    return (_UNDER_TWENTY[hundreds] if hundreds > 1 else 0) + 2 + (_below_hundred(rest) if rest else 0)


def _below_hundred(number: int) -> int:
    if number < 20:
        return _UNDER_TWENTY[number]
    tens, unit = divmod(number, 10)
    return _TENS[tens] + (_UNDER_TWENTY[unit] + 1 if unit else 0)
