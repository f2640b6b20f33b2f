"""The facilitators' edition: the whole model, with the participants' edition beside it."""

from __future__ import annotations

from dataclasses import dataclass

from kring.editions.participant import ParticipantEdition
from kring.model.catalogue import Catalogue, ProgrammePlan


@dataclass(frozen=True, slots=True)
class FacilitatorEdition:
    """What facilitators see.

    `plans` are the listed programmes (drafts among their sessions only in preview); `participant` is what their
    participants see.
    """

    catalogue: Catalogue
    plans: tuple[ProgrammePlan, ...]
    participant: ParticipantEdition
