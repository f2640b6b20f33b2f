"""Which books there are: those in an edition, and the set that `kring print` makes of a programme or a session."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kring.editions.facilitator import FacilitatorEdition
from kring.model.changes import Changed
from kring.model.released import Released
from kring.pages.site_plan import Print, SitePlan
from kring.print.blanks import attendance, certificate, leaflet
from kring.print.book import Book, as_preview
from kring.print.changes import changed_since, changes_sheet, steps_since
from kring.print.manual import manual
from kring.print.session_pack import ONLY, pack
from kring.print.workbook import extra_sheets, workbook


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be printed of a programme. Nothing said: all of it.

    `only` is one of `KINDS`. `minutes` is what there is for a session; `participants` how many come. With `since`, a
    sheet says what changed since that release, and the manual marks it.
    """

    session: int | None = None
    only: str | None = None
    large: bool = False
    minutes: int | None = None
    participants: int | None = None
    since: Released | None = None


BLANKS = ("attendance", "certificate", "leaflet")
"""What is filled in or handed out around a group."""

KINDS = (*ONLY, *BLANKS)
"""What may be printed by itself."""


def book_of(plan: SitePlan, print: Print) -> Book:
    """Return a book that stands in an edition."""
    return _as_planned(plan, _in_edition(plan, print, large=False))


def books_of(plan: SitePlan) -> Mapping[str, Book]:
    """Return the books of an edition by their addresses."""
    return {address: book_of(plan, print) for address, print in plan.prints.items()}


def wished(plans: Mapping[str, SitePlan], programme: str, wish: Wish) -> Mapping[str, Book]:
    """Return what is wished of a programme, by file name."""
    plan = plans["facilitator"]
    found = _of_programme(plans, programme, wish) if wish.session is None else _of_session(plan, programme, wish)
    return {f"{programme}-{name}.pdf": _as_planned(plan, book) for name, book in found}


def _of_session(plan: SitePlan, programme: str, wish: Wish) -> Iterator[tuple[str, Book]]:
    """Yield the guide of a session, and the pack of what is copied and cut for it."""
    edition, name = _facilitators(plan), f"{plan.words.segment('session')}-{wish.session}"
    if wish.only is None and not wish.large:
        guide = manual(
            edition,
            programme,
            session=wish.session,
            minutes=wish.minutes,
            participants=wish.participants,
            changed=steps_since(_changes(edition, programme, wish)),
        )
        yield name, guide
    yield f"{name}-{plan.words.segment(wish.only or 'pack').removesuffix('.pdf')}", _pack(edition, programme, wish)


def _of_programme(plans: Mapping[str, SitePlan], programme: str, wish: Wish) -> Iterator[tuple[str, Book]]:
    """Yield the books of both editions and the blanks, or the one kind that is wished."""
    plan = plans["facilitator"]
    if wish.only is not None and wish.only in ONLY:
        yield plan.words.segment(wish.only), _pack(_facilitators(plan), programme, wish)
    elif wish.only is not None:
        yield plan.words.segment(wish.only), _blank(plan, programme, wish.only, wish)
    else:
        edition = _facilitators(plan)
        changes = _changes(edition, programme, wish)
        for each in plans.values():
            for address, print in each.prints.items():
                # In large print is what participants read and fill in.
                if (
                    print.programme == programme
                    and print.session is None
                    and not (wish.large and print.book == "manual")
                ):
                    name = address.rpartition("/")[2].removesuffix(".pdf")
                    yield name, _in_edition(each, print, large=wish.large, changed=steps_since(changes))
        if wish.since is not None:
            version = wish.since.release.version
            yield f"{plan.words.segment('changes')}-{version}", changes_sheet(edition, programme, version, changes)
        for name in () if wish.large else BLANKS:
            yield plan.words.segment(name), _blank(plan, programme, name, wish)


def _changes(edition: FacilitatorEdition, programme: str, wish: Wish) -> tuple[Changed, ...]:
    return tuple(changed_since(wish.since, edition, programme)) if wish.since is not None else ()


def _pack(edition: FacilitatorEdition, programme: str, wish: Wish) -> Book:
    return pack(
        edition,
        programme,
        session=wish.session,
        only=wish.only,
        large=wish.large,
        participants=wish.participants,
    )


def _blank(plan: SitePlan, programme: str, name: str, wish: Wish) -> Book:
    match name:
        case "attendance":
            return attendance(plan.participant, programme, participants=wish.participants)
        case "certificate":
            return certificate(plan.participant, programme)
        case _:
            return leaflet(plan.participant, programme)


def _in_edition(plan: SitePlan, print: Print, *, large: bool, changed: frozenset[str] = frozenset()) -> Book:
    edition, programme = plan.participant, print.programme
    match print.book:
        case "workbook":
            return workbook(edition, programme, large=large)
        case "plain_workbook":
            return workbook(edition, programme, plainly=True, large=large)
        case "extra_sheets":
            return extra_sheets(edition, programme, large=large)
        case "manual" | "guide":
            return manual(_facilitators(plan), programme, session=print.session, changed=changed)
        case "pack":
            return pack(_facilitators(plan), programme, session=print.session)


def _facilitators(plan: SitePlan) -> FacilitatorEdition:
    assert isinstance(plan.edition, FacilitatorEdition)
    return plan.edition


def _as_planned(plan: SitePlan, book: Book) -> Book:
    return as_preview(book) if plan.preview else book
