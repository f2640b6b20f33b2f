"""What a writer probably meant: the nearest of the names that exist, and whether it can hardly be anything else."""

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


def meant(written: str, names: Iterable[str]) -> str | None:
    """Return the one name of which `written` is a slip of the fingers; None where none is, or more than one.

    A slip is one letter too many, too few, wrong or swapped with its neighbour; in names of eight letters and
    more there may be two. Another number is another name, never a slip.
    """
    form = _form(written)
    found = {name for name in names if is_slip(form, _form(name))}
    return found.pop() if len(found) == 1 else None


def near_facts(written: str, names: Iterable[str]) -> dict[str, str]:
    """Return the facts of a finding about a name that does not exist: `nearby`, and `meant` where that is certain."""
    names = list(names)
    near, certain = nearest(written, names), meant(written, names)
    return ({"nearby": near} if near else {}) | ({"nearby": certain, "meant": certain} if certain else {})


def is_slip(written: str, name: str) -> bool:
    """Return whether `written` is `name` but for a slip of the fingers."""
    if [c for c in written if c.isdigit()] != [c for c in name if c.isdigit()]:
        return False
    length = min(len(written), len(name))
    return _distance(written, name) <= (2 if length >= 8 else 1 if length >= 4 else 0)


def _distance(one: str, other: str) -> int:
    """Return how many letters to add, remove, change or swap with a neighbour make one of the other."""
    before_last: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        now = [row]
        for column, wanted in enumerate(other, start=1):
            cost = min(last[column] + 1, now[-1] + 1, last[column - 1] + (letter != wanted))
            swapped = row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == wanted
            now.append(min(cost, before_last[column - 2] + 1) if swapped else cost)
        before_last, last = last, now
    return last[-1]


def _form(name: str) -> str:
    return name.casefold().replace("-", "_").replace(" ", "_")
