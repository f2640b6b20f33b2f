"""What is filled in or handed out around a group: the attendance list, the certificate, and the leaflet."""

from __future__ import annotations

import segno

from kring.editions import participant as p
from kring.pages.addresses import below
from kring.pages.descriptions import opening
from kring.print.book import Book, bind
from kring.print.workbook import imprint, manuscript


def attendance(edition: p.ParticipantEdition, programme: str, *, participants: int | None = None) -> Book:
    """Return a list of who was there, for as many as come, or as the group may have."""
    book = manuscript(edition, programme)
    content = {
        "sessions": [
            {"name": book.session_name(session.number, session.label), "title": session.title}
            for session in book.sessions
        ],
        "rows": participants or book.programme.group.max,
    }
    made = imprint(book, "attendance", book.words("attendance.title"))
    return bind(made, content, edition.assets, book.words)


def certificate(edition: p.ParticipantEdition, programme: str) -> Book:
    """Return a certificate to fill in. It says what somebody took part in, and nothing of why."""
    book = manuscript(edition, programme)
    content = {
        "sessions": len(book.sessions),
        "goals": list(book.programme.goals),
        "organisation": book.organisation.name,
    }
    return bind(imprint(book, "certificate", book.words("certificate.title")), content, edition.assets, book.words)


def leaflet(edition: p.ParticipantEdition, programme: str) -> Book:
    """Return a leaflet for a waiting room: on A4, and smaller on A5. Its code leads to the page of the programme."""
    book = manuscript(edition, programme)
    found, texts, organisation = book.programme, book.texts, book.organisation
    address = edition.organisation.address
    page = address and address.rstrip("/") + "/" + below(found.key, "about", book.words)
    content = {
        "summary": texts.prose(found.summary),
        "opening": opening(found.summary),
        "for_whom": texts.prose(found.for_whom),
        "sessions": [{"title": session.title} for session in book.sessions],
        "group": {"min": found.group.min, "max": found.group.max},
        "delivery": list(found.delivery),
        "cost": found.cost,
        "organisation": {
            "name": organisation.name,
            "telephone": organisation.telephone,
            "email": organisation.email,
        },
        "page": page,
        "code": _code(page) if page else None,
    }
    return bind(imprint(book, "leaflet", book.words("leaflet.title")), content, edition.assets, book.words)


def _code(address: str) -> list[str]:
    """Return the rows of a QR code, each a word of 0 (light) and 1 (dark)."""
    code = segno.make(address, error="m", micro=False)
    return ["".join("1" if dark else "0" for dark in row) for row in code.matrix_iter(border=0)]
