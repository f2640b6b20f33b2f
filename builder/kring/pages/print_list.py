"""What to print for the sessions of a programme: every sheet, with the sessions for which it is needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kring.model.catalogue import SessionPlan
from kring.model.questionnaires import Questionnaire
from kring.model.reading import Handout
from kring.model.sessions import Homework
from kring.model.values import Ref
from kring.source.documents import Key

Printable = Handout | Homework | Questionnaire
Find = Callable[[Ref], object]
"""What a reference of a session means, or None where it is not on the site."""


@dataclass(frozen=True, slots=True)
class SheetToPrint:
    """A sheet with the sessions that need it. Each participant gets one copy in each of them."""

    entity: Printable
    sessions: tuple[SessionPlan, ...]


def sheets_of(plan: SessionPlan, find: Find) -> tuple[Printable, ...]:
    """Return what a session hands out, gives as homework and fills in on the spot, each once."""
    refs = (ref for activity in plan.activities for ref in activity.questionnaires)
    filled_in = [found for ref in refs if isinstance(found := find(ref), Questionnaire)]
    sheets: list[Printable] = [*plan.handouts, *plan.homework, *filled_in]
    return tuple({sheet.key: sheet for sheet in sheets}.values())


def for_each_participant(sheets: Iterable[Printable]) -> tuple[Printable, ...]:
    """Return the sheets of which each participant gets a copy: not the cards, which have numbers of their own."""
    return tuple(sheet for sheet in sheets if not (isinstance(sheet, Handout) and sheet.cards is not None))


def print_list(sessions: Iterable[SessionPlan], find: Find) -> tuple[SheetToPrint, ...]:
    """Return the sheets of all `sessions`, in the order in which they are first needed."""
    needed: dict[Key, tuple[Printable, list[SessionPlan]]] = {}
    for plan in sessions:
        for sheet in sheets_of(plan, find):
            needed.setdefault(sheet.key, (sheet, []))[1].append(plan)
    return tuple(SheetToPrint(entity, tuple(plans)) for entity, plans in needed.values())
