"""The number that an author means by `2 uur`, `10 min` or `13,5`, in the unit that the name of its field says."""

from __future__ import annotations

import re
from fractions import Fraction

_WORDS = {
    1: "min minuut minuten minute minutes",
    60: "u uur uren h hour hours",
    24 * 60: "dag dagen day days",
    7 * 24 * 60: "week weken weeks",
}
_MINUTES = {word: minutes for minutes, words in _WORDS.items() for word in words.split()}
"""A word for a time → how many minutes it is. Fields say theirs in their names: minutes_min, weeks_after_end."""

NUMBER = re.compile(rf"\s*(-?[0-9]+(?:[.,][0-9]+)?)(?:\s*({'|'.join(_MINUTES)})\b\.?|(?![^\W_]))\s*", re.IGNORECASE)
"""A number, perhaps with a time that it counts."""


def number_meant(words: str, field: str) -> str | None:
    """Return the number with which `words` begins, as `field` counts; None where only the author can say."""
    match = NUMBER.match(words)
    if match is None:
        return None
    number = match[1].replace(",", ".")
    unit = _MINUTES[match[2].casefold()] if match[2] else None
    own = next((_MINUTES[part] for part in field.split("_") if part in ("minutes", "days", "weeks")), None)
    if unit is None or own is None or unit == own:
        return number
    counted = Fraction(number) * unit / own
    nothing_more = match.end() == len(words)
    return str(counted) if nothing_more and counted.denominator == 1 else None
