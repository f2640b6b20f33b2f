"""The index of the manual: where activities and cards come, and what to do when something goes wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from kring.model.catalogue import ProgrammePlan
from kring.model.reading import Handout
from kring.print.manuscript import Manuscript
from kring.print.sheets import Values
from kring.print.texts import label_of


def index(sessions: Iterable[Values], plan: ProgrammePlan, book: Manuscript) -> Values:
    """Return words in the order of the alphabet, each with the places (labels) of the book where it comes."""
    steps = [step for session in sessions for step in session["steps"]]
    return {
        "activities": list(_entries((step["title"], step["label"]) for step in steps)),
        "cards": list(_entries(_cards(plan, book))),
        "pitfalls": list(
            _entries(
                (pitfall["keyword"], step["label"])
                for step in steps
                for pitfall in step["pitfalls"]
                if pitfall["keyword"] is not None
            )
        ),
    }


def _cards(plan: ProgrammePlan, book: Manuscript) -> Iterator[tuple[str, str]]:
    """Yield the sets of cards, each with a step in which it is used, or the session that has it at hand."""
    for session in plan.sessions:
        id = session.session.key.id
        used = [(label_of("session", id), session.session.materials)]
        used += [(label_of("step", f"{id}.{each.id}"), each.materials) for each in session.activities]
        for label, materials in used:
            found = (book.find(material.handout) for material in materials if material.handout is not None)
            yield from ((each.title, label) for each in found if isinstance(each, Handout) and each.cards is not None)


def _entries(found: Iterable[tuple[str, str]]) -> Iterator[Values]:
    in_order = sorted(dict.fromkeys(found), key=lambda entry: entry[0].casefold())
    for word, places in groupby(in_order, key=lambda entry: entry[0]):
        yield {"title": word, "places": [place for _, place in places]}
