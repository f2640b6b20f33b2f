"""The editions of the programme in this repository: the books that people will hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.print.real_books import Printed, editions, printed

from kring.editions.facilitator import FacilitatorEdition
from kring.editions.participant import ParticipantEdition
from kring.print.blanks import attendance, certificate, leaflet
from kring.print.manual import manual
from kring.print.session_pack import pack
from kring.print.workbook import extra_sheets, workbook

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


@pytest.fixture(scope="session")
def plain_workbook(participant, programme) -> Printed:
    return printed(workbook(participant, programme, plainly=True))


@pytest.fixture(scope="session")
def large_workbook(participant, programme) -> Printed:
    return printed(workbook(participant, programme, large=True))


@pytest.fixture(scope="session")
def the_sheets(participant, programme) -> Printed:
    return printed(extra_sheets(participant, programme))


@pytest.fixture(scope="session")
def the_pack(facilitator, programme) -> Printed:
    return printed(pack(facilitator, programme, session=2, participants=7))


@pytest.fixture(scope="session")
def the_attendance_list(participant, programme) -> Printed:
    return printed(attendance(participant, programme))


@pytest.fixture(scope="session")
def the_certificate(participant, programme) -> Printed:
    return printed(certificate(participant, programme))


@pytest.fixture(scope="session")
def the_leaflet(participant, programme) -> Printed:
    return printed(leaflet(participant, programme))
