"""What is to be printed for a session: its hand-outs, homework sheets, and the questionnaires filled in during it."""

from __future__ import annotations

from kring.editions import participant as p
from kring.model.catalogue import SessionPlan
from kring.model.reading import Handout
from kring.print.manuscript import Manuscript


def session_sheets(plan: SessionPlan, book: Manuscript) -> tuple[Handout | p.Homework | p.Questionnaire, ...]:
    """Return the sheets of a session as participants see them, each once."""
    keys = [*(handout.key for handout in plan.handouts), *(homework.key for homework in plan.homework)]
    asked = [book.find(ref) for activity in plan.activities for ref in activity.questionnaires]
    found = [*(book.entities.get(key) for key in keys), *asked]
    once = {entity.key: entity for entity in found if isinstance(entity, Handout | p.Homework | p.Questionnaire)}
    return tuple(once.values())
