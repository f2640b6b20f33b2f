"""The bounds that an author means by `6-10`, `6 tot 10 deelnemers` or `18+`, where `min` and `max` belong."""

from __future__ import annotations

import re

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
