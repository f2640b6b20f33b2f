"""The editions of the programme in this repository: the books that people will hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.print.real_books import Printed, editions, printed

from kring.editions.facilitator import FacilitatorEdition
from kring.editions.participant import ParticipantEdition
from kring.print.manual import manual
from kring.print.workbook import workbook

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def both_editions() -> tuple[ParticipantEdition, FacilitatorEdition]:
    return editions(ROOT)


@pytest.fixture(scope="session")
def small() -> tuple[ParticipantEdition, FacilitatorEdition]:
    """The editions of the smallest valid root."""
    return editions(ROOT / "tests" / "minimal_root")


@pytest.fixture(scope="session")
def participant(both_editions) -> ParticipantEdition:
    return both_editions[0]


@pytest.fixture(scope="session")
def facilitator(both_editions) -> FacilitatorEdition:
    return both_editions[1]


@pytest.fixture(scope="session")
def programme(participant) -> str:
    return participant.programmes[0].key.id


@pytest.fixture(scope="session")
def the_workbook(participant, programme) -> Printed:
    return printed(workbook(participant, programme))


@pytest.fixture(scope="session")
def the_manual(facilitator, programme) -> Printed:
    return printed(manual(facilitator, programme))


@pytest.fixture(scope="session")
def one_session(facilitator, programme) -> Printed:
    return printed(manual(facilitator, programme, session=1))
