"""What a writer probably meant: the nearest of the names that exist."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

CUTOFF = 0.6
"""How alike two names must be (difflib's ratio, from 0 to 1) to suggest one for the other."""


def nearest(written: str, names: Iterable[str]) -> str | None:
    """Return the name most like `written`, or None where nothing comes near. Case and `-` or `_` do not count."""
    by_form = {_form(name): name for name in names}
    close = get_close_matches(_form(written), by_form, n=1, cutoff=CUTOFF)
    return by_form[close[0]] if close else None


def _form(name: str) -> str:
    return name.casefold().replace("-", "_").replace(" ", "_")
