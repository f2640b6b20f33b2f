"""The index of the manual: where each activity comes, and what to do when something goes wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from kring.print.sheets import Values


def index(sessions: Iterable[Values]) -> Values:
    """Return words in the order of the alphabet, each with the places (labels) of the book where it comes."""
    steps = [step for session in sessions for step in session["steps"]]
    return {
        "activities": list(_entries((step["title"], step["label"]) for step in steps)),
        "pitfalls": list(
            _entries(
                (pitfall["keyword"], step["label"])
                for step in steps
                for pitfall in step["pitfalls"]
                if pitfall["keyword"] is not None
            )
        ),
    }


def _entries(found: Iterable[tuple[str, str]]) -> Iterator[Values]:
    in_order = sorted(dict.fromkeys(found), key=lambda entry: entry[0].casefold())
    for word, places in groupby(in_order, key=lambda entry: entry[0]):
        yield {"title": word, "places": [place for _, place in places]}
