"""The facilitators' edition: the whole model, with the participants' edition beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kring.editions.participant import ParticipantEdition
from kring.model.catalogue import Catalogue, ProgrammePlan
from kring.source.documents import Key


@dataclass(frozen=True, slots=True)
class FacilitatorEdition:
    """What facilitators see.

    `plans` are the listed programmes (drafts among their sessions only in preview); `used_by` says for
    each entity which ones take it up; `participant` is what their participants see.
    """

    catalogue: Catalogue
    plans: tuple[ProgrammePlan, ...]
    used_by: Mapping[Key, tuple[Key, ...]]
    participant: ParticipantEdition
