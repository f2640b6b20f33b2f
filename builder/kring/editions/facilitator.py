"""The facilitators' edition: the whole model, with the participants' edition beside it."""

from __future__ import annotations

from dataclasses import dataclass

from kring.editions.participant import ParticipantEdition
from kring.editions.project import listed
from kring.model.catalogue import Catalogue, ProgrammePlan
from kring.source.documents import Key


def facilitator_edition(
    catalogue: Catalogue, participant: ParticipantEdition, *, preview: bool = False
) -> FacilitatorEdition:
    """Return everything, with the participants' edition beside it."""
    return FacilitatorEdition(catalogue, listed(catalogue, preview=preview), participant)


def used_by(catalogue: Catalogue) -> dict[Key, tuple[Key, ...]]:
    """Return, for each entity that something refers to, the keys of what refers to it (each once)."""
    entities = catalogue.entities
    used: dict[Key, dict[Key, None]] = {}

    def note(value: object, user: Key, scope: str | None) -> None:
        for key in entities.meant(value, scope):
            if key != user:
                used.setdefault(key, {})[user] = None

    for key, entity in entities.by_key.items():
        note(entity, key, key.programme)
    for plan in catalogue.plans.values():
        for session in plan.sessions:
            for agenda in session.agendas:
                # What the session itself says of a step was noted with the session.
                for step in (step for step in agenda.steps if step.activity.use is not None):
                    note(step.activity, session.session.key, plan.id)
    return {key: tuple(users) for key, users in used.items()}


@dataclass(frozen=True, slots=True)
class FacilitatorEdition:
    """What facilitators see.

    `plans` are the listed programmes (drafts among their sessions only in preview); `participant` is what their
    participants see.
    """

    catalogue: Catalogue
    plans: tuple[ProgrammePlan, ...]
    participant: ParticipantEdition
