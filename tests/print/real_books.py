"""Prints books of a root on disk, and keeps the data that they were made from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from kring.editions.facilitator import FacilitatorEdition
from kring.editions.participant import ParticipantEdition
from kring.editions.project import participant_edition
from kring.editions.project_facilitator import facilitator_edition
from kring.model.catalogue import resolve
from kring.model.entities import gather
from kring.print import book
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


def written(make: Callable[[], bytes]) -> dict[str, Any]:
    """Return the data that a book would be made from, without making it."""
    with patch.object(book, "compile_pdf", return_value=b"") as compile_pdf:
        make()
    data: dict[str, Any] = compile_pdf.call_args.args[1]
    return data


def printed(make: Callable[[], bytes]) -> Printed:
    with patch.object(book, "compile_pdf", wraps=book.compile_pdf) as compile_pdf:
        pdf = make()
    return Printed(pdf, compile_pdf.call_args.args[1])
