"""All that is copied, printed and cut for a session, or of one kind for the programme, with a list on top.

`theme/print/pack.typ` draws it. What is in it, participants see: nothing of the script goes along.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kring.editions import participant as p
from kring.editions.facilitator import FacilitatorEdition
from kring.model.reading import Handout
from kring.print import sheets
from kring.print.book import Book, bind
from kring.print.manual import as_participants_see, imprint, manuscript, plan_of, session_of
from kring.print.manuscript import Manuscript
from kring.print.session_guide import session_sheets
from kring.print.sheets import Values
from kring.source.kinds import Kind

Sheet = Handout | p.Homework | p.Questionnaire

ONLY: Mapping[str, Kind] = {
    "handouts": Kind.HANDOUT,
    "homework": Kind.HOMEWORK,
    "questionnaires": Kind.QUESTIONNAIRE,
}
"""Sheets that may be printed by themselves."""


def pack(
    edition: FacilitatorEdition,
    programme: str,
    *,
    session: int | None = None,
    only: str | None = None,
    large: bool = False,
    participants: int | None = None,
) -> Book:
    """Return the sheets of a session, or of a whole programme; `only` those of one kind.

    Raises KeyError where there is no such programme or session.
    """
    plan = plan_of(edition, programme)
    book = manuscript(edition, plan)
    title = book.words("pack.title")
    if session is None:
        found: tuple[object, ...] = book.reached(plan.sessions)
    else:
        guide = session_of(plan, session)
        found = session_sheets(guide, book)
        title = book.words("pack.of_session", session=book.session_name(guide.number, guide.entry.label))
    people = participants or plan.programme.group.max
    chosen = [each for each in found if isinstance(each, Sheet) and _is(each, only)]
    content = {
        "help": sheets.numbers_to_call(book.help, chosen),
        "copies": [people for _ in chosen],
        "participants": people,
        "sheets": list(_drawn(chosen, book)),
    }
    made = imprint("pack", plan, book, title, large=large, for_participants=True)
    return bind(made, content, edition.catalogue.entities.assets, book.words)


def _is(sheet: Sheet, only: str | None) -> bool:
    return only is None or sheet.key.kind is ONLY[only]


def _drawn(found: list[Sheet], book: Manuscript) -> Iterator[Values]:
    """Yield each sheet with its kind, which says how it is drawn."""
    for sheet in found:
        yield {"kind": str(sheet.key.kind), **as_participants_see(sheet, book)}
