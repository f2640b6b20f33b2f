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
from kring.print.session_guide import copies, session_sheets
from kring.print.sheets import Values
from kring.source.kinds import Kind

ON_A_SHEET = {"wallet": 10, "strip": 10, "a6": 4, "a5": 2, "sign": 1}
"""How many cards of a size go on a sheet of A4: columns times rows of `layouts` in `theme/print/cards.typ`."""

LARGER = {"wallet": "a6", "strip": "a5", "a6": "a5", "a5": "sign", "sign": "sign"}
"""The size that a set takes in large print."""

Sheet = Handout | p.Homework | p.Questionnaire

ONLY: Mapping[str, Kind] = {
    "handouts": Kind.HANDOUT,
    "homework": Kind.HOMEWORK,
    "questionnaires": Kind.QUESTIONNAIRE,
    "cards": Kind.HANDOUT,
}
"""Sheets that may be printed by themselves: of hand-outs, those with cards or those without."""


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
        "participants": people,
        "sheets": list(_drawn(chosen, book, people, large=large)),
    }
    made = imprint("pack", plan, book, title, large=large, for_participants=True)
    return bind(made, content, edition.catalogue.entities.assets, book.words)


def _is(sheet: Sheet, only: str | None) -> bool:
    if only is None:
        return True
    has_cards = isinstance(sheet, Handout) and sheet.cards is not None
    return sheet.key.kind is ONLY[only] and has_cards == (only == "cards")


def _on_a_sheet(sheet: Sheet, sets: int, *, large: bool) -> int:
    """Return how many sets of small cards go on one sheet together; otherwise 1."""
    if not isinstance(sheet, Handout) or sheet.cards is None:
        return 1
    size = LARGER[sheet.cards.size] if large else sheet.cards.size
    return max(1, min(sets, ON_A_SHEET[size] // len(sheet.cards.items)))


def _drawn(found: list[Sheet], book: Manuscript, participants: int, *, large: bool) -> Iterator[Values]:
    """Yield each sheet: its kind says how it is drawn; how many sets it holds, and how often it is printed."""
    for sheet in found:
        sets = copies(sheet, participants)
        together = _on_a_sheet(sheet, sets, large=large)
        yield {
            "kind": str(sheet.key.kind),
            **as_participants_see(sheet, book),
            "together": together,
            "copies": -(-sets // together),
        }
