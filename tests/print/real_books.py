"""Prints books of a root on disk, and keeps the data that they were made from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kring.editions.facilitator import FacilitatorEdition, facilitator_edition
from kring.editions.participant import ParticipantEdition
from kring.editions.project import participant_edition
from kring.model.catalogue import resolve
from kring.model.entities import gather
from kring.print.book import Book
from kring.schema.validate import validate
from kring.source.read import read


@dataclass(frozen=True, slots=True)
class Printed:
    """A book with the data that the template was given."""

    pdf: bytes
    data: dict[str, Any]


def editions(root: Path) -> tuple[ParticipantEdition, FacilitatorEdition]:
    sources = read(root)
    valid = [document for document in sources.documents if not validate(document)]
    assert len(valid) == len(sources.documents)
    catalogue = resolve(gather(sources, valid))
    participant = participant_edition(catalogue)
    return participant, facilitator_edition(catalogue, participant)


def written(book: Book) -> dict[str, Any]:
    """Return the data that a book is made from."""
    return dict(book.data)


def printed(book: Book) -> Printed:
    return Printed(book.pdf(), dict(book.data))
