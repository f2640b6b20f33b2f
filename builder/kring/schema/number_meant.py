"""The number that an author means by `2 uur` or `13,5`, and the bounds meant by `6-10` or `18+`."""

from __future__ import annotations

import re
from fractions import Fraction

from kring.schema.fields import Schema

_BETWEEN = re.compile(r"([0-9]+)\s*(?:[-–—/]|t/m|tot(?: en met)?|à|to)\s*([0-9]+)(?:\s+[^\W\d]+)?", re.IGNORECASE)
_FROM = re.compile(
    r"(?:vanaf|minstens|minimaal|from|at least)\s+([0-9]+)(?:\s+[^\W\d]+)?|([0-9]+)\s*(?:\+|(?:jaar )?en ouder)",
    re.IGNORECASE,
)


def bounds_meant(words: str, schema: Schema) -> dict[str, str]:
    """Return `min`, and `max` where there is one, for a group of `schema`; nothing where only the author can say."""
    needed = set(schema.get("required", ()))
    if "min" not in schema.get("properties", {}) or not needed <= {"min", "max"}:
        return {}
    if (both := _BETWEEN.fullmatch(words.strip())) and int(both[1]) <= int(both[2]):
        return {"min": str(int(both[1])), "max": str(int(both[2]))}
    if (least := _FROM.fullmatch(words.strip())) and "max" not in needed:
        return {"min": str(int(least[1] or least[2]))}
    return {}


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
