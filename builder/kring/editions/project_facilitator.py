"""The facilitators' edition: the listed programmes, and who takes up what."""

from __future__ import annotations

from types import MappingProxyType

from kring.editions.facilitator import FacilitatorEdition
from kring.editions.participant import ParticipantEdition
from kring.editions.project import listed
from kring.model.catalogue import Catalogue
from kring.model.reach import references
from kring.source.documents import Key


def facilitator_edition(
    catalogue: Catalogue, participant: ParticipantEdition, *, preview: bool = False
) -> FacilitatorEdition:
    """Return everything, with the participants' edition beside it."""
    used = {key: tuple(users) for key, users in used_by(catalogue).items()}
    return FacilitatorEdition(catalogue, listed(catalogue, preview=preview), MappingProxyType(used), participant)


def used_by(catalogue: Catalogue) -> dict[Key, list[Key]]:
    """Return, for each entity that something refers to, the keys of what refers to it (each once)."""
    used: dict[Key, list[Key]] = {}

    def note(value: object, user: Key, scope: str | None) -> None:
        for ref in references(value):
            key = catalogue.entities.key_of(ref.kind, ref.id, scope)
            if key is not None and key != user and user not in used.setdefault(key, []):
                used[key].append(user)

    for key, entity in catalogue.entities.by_key.items():
        note(entity, key, key.id if key.kind.value == "programme" else key.programme)
    for plan in catalogue.plans.values():
        for session in plan.sessions:
            for agenda in session.agendas:
                note(tuple(step.activity for step in agenda.steps), session.session.key, plan.id)
    return used
