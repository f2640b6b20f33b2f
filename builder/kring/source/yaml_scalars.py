"""What a plain YAML value stands for: true, false, null and decimal numbers are typed, all else is text."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

LARGEST_INTEGER = 2**53
"""Beyond it JavaScript and spreadsheets lose digits."""

_WORDS: dict[str, bool | None] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_DOUBTFUL_WORDS = {
    **{form: "true" for word in ("y", "yes", "on") for form in (word, word.capitalize(), word.upper())},
    **{form: "false" for word in ("n", "no", "off") for form in (word, word.capitalize(), word.upper())},
    # No YAML reader takes these for true or false, but the author who writes them bare often does.
    "ja": "true",
    "nee": "false",
}
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\Z")
_DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\.[0-9]+\Z")
_NOT_FINITE = re.compile(r"[-+]?\.inf\Z|\.nan\Z", re.IGNORECASE)
_DOUBTFUL_NUMBER = re.compile(
    r"""[-+]?(?:
        [0-9][0-9_]*(?:\.[0-9_]*)?          # 0123, 1_000, 5.
      | \.[0-9_]+                           # .5
      | 0x[0-9a-fA-F_]+ | 0o[0-7]+ | 0b[01_]+
      | [0-9][0-9_]*(?::[0-9]{1,2})+(?:\.[0-9]*)?     # 10:30
      | (?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+
    )\Z""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A plain value that cannot stand as it is: the rule that it breaks, and for yes-or-no words which of the two."""

    rule: str
    boolean: str | None = None


def interpret(plain: str) -> str | int | float | bool | Doubt | None:
    """Return the value of an unquoted scalar, or the doubt about it."""
    if plain in _WORDS:
        return _WORDS[plain]
    if plain in _DOUBTFUL_WORDS:
        return Doubt("yaml/ambiguous-value", _DOUBTFUL_WORDS[plain])
    if plain[0] not in "0123456789+-.":
        return plain
    return _number(plain)


def _number(plain: str) -> str | int | float | Doubt:
    if _INTEGER.match(plain):
        # The length first: int() refuses thousands of digits.
        too_large = len(plain) > 17 or abs(int(plain)) > LARGEST_INTEGER
        return Doubt("yaml/number-too-large") if too_large else int(plain)
    if _DECIMAL.match(plain):
        number = float(plain)
        return Doubt("yaml/number-too-large") if math.isinf(number) or abs(number) > LARGEST_INTEGER else number
    if _NOT_FINITE.match(plain):
        return Doubt("yaml/not-a-number")
    return Doubt("yaml/ambiguous-value") if _DOUBTFUL_NUMBER.match(plain) else plain
