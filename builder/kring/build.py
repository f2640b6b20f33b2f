"""The story of a build: a check, and then its plans become pages and books in the place of the output.

    check → render → site engine, print → publish

Only publishing changes the output, in one step; whatever goes wrong before, it stays as it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from kring.checks import with_severity
from kring.editions.facilitator import FacilitatorEdition
from kring.editions.participant import ParticipantEdition
from kring.findings import Finding
from kring.model.released import Released
from kring.own_files import write
from kring.pages.site_plan import SitePlan
from kring.pipeline import EDITIONS, NO_PLANS, Checked, check
from kring.print.book import Book, as_preview
from kring.print.changes import changed_since, changes_sheet, steps_since
from kring.print.kept_books import book_cache
from kring.print.manual import manual
from kring.print.press import Press
from kring.print.typst_engine import PrintError
from kring.print.unprintable import written_in
from kring.print.workbook import workbook
from kring.publish.destination import Destination, check_destination
from kring.publish.manifest import write_manifest
from kring.publish.refusal import NO_ROOM, OutputRefused, refusing
from kring.publish.security import write_host_files
from kring.publish.staging import publish, staging
from kring.publish.theme_guard import theme_guard
from kring.site.build import building
from kring.theme_files import theme_folder, theme_state
from kring.timings import Stopwatch, timed


def build(
    root: Path,
    out: Path,
    *,
    edition: str | None = None,
    preview: bool = False,
    clock: Stopwatch | None = None,
) -> Checked:
    """Check everything under `root` and, where it is sound, put the built sites in the place of `out`.

    With `edition`, `out` becomes the root of that edition; otherwise it holds a folder for each edition.
    Whatever goes wrong, `out` stays as it was.
    """
    clock = clock or Stopwatch()
    editions = (edition,) if edition else EDITIONS
    destination = Destination(out, root, editions, preview=preview)
    try:
        check_destination(destination)
        theme = theme_state()
        with theme_guard(theme, destination.shown):
            checked = check(root, preview=preview, clock=clock)
        if not checked.sound:
            return checked
        with staging(destination) as staged:
            folders = {name: staged if edition else staged / name for name in editions}
            with refusing(destination.shown, only=NO_ROOM), theme_guard(theme, destination.shown):
                _write_pages_and_books(clock, checked, folders, book_cache(for_upload=edition is not None))
                _write_manifests(clock, checked, folders)
            left_behind = _publish(clock, staged, destination)
    except OutputRefused as refusal:
        return Checked((refusal.finding,), None, NO_PLANS, MappingProxyType({}))
    except PrintError as error:
        return refused_by_print(error, checked)
    return replace(checked, findings=with_severity([*checked.findings, *left_behind], None))


def refused_by_print(error: PrintError, checked: Checked) -> Checked:
    """Return `checked` with a finding for each character that no font has; anything else is a bug."""
    found = tuple(written_in(checked.texts, error.unprintable))
    if not found:
        raise error
    return replace(checked, findings=with_severity([*checked.findings, *found], None), catalogue=None)


def _write_pages_and_books(clock: Stopwatch, checked: Checked, folders: Mapping[str, Path], kept: Path | None) -> None:
    """Write the pages and the books of each edition into its folder, beside each other: all processes share both."""
    plans = {folder: checked.plans[name] for name, folder in folders.items()}
    with building(plans, theme_folder(), date=build_date(checked)) as finish, Press(kept) as press:
        _write_books(clock, plans, press)
        with clock("sites"):
            clock.meanwhile |= finish(clock.count)


@timed("print")
def _write_books(clock: Stopwatch, plans: Mapping[Path, SitePlan], press: Press) -> None:
    books = {
        (folder, address): press.print(book)
        for folder, plan in plans.items()
        for address, book in books_of(plan).items()
    }
    for number, ((folder, address), pdf) in enumerate(books.items(), start=1):
        clock.count(number, len(books))
        write(folder, address, pdf.result())
    press.tidy()


@timed("manifest")
def _write_manifests(_clock: Stopwatch, checked: Checked, folders: Mapping[str, Path]) -> None:
    """Write what the host of each edition is told, and last the list of all its files with their digests."""
    for name, folder in folders.items():
        preview = checked.plans[name].preview
        write_host_files(folder, preview=preview)
        write_manifest(folder, name, preview=preview)


@timed("publish")
def _publish(_clock: Stopwatch, staged: Path, destination: Destination) -> tuple[Finding, ...]:
    return publish(staged, destination)


def build_date(checked: Checked) -> int:
    """Return the time that a site bears, in seconds since 1970: its newest change-log entry, never today."""
    programmes = checked.plans["participant"].participant.programmes
    days = [date.fromisoformat(change.date) for programme in programmes for change in programme.change_log]
    if not days:
        return 0
    # Archives inside the site cannot bear dates outside these years.
    newest = min(max(*days, date(1980, 1, 1)), date(2100, 1, 1))
    return (newest - date(1970, 1, 1)).days * 86_400


def books_of(plan: SitePlan) -> Mapping[str, Book]:
    """Return the books of an edition by their addresses."""
    return {address: book_of(plan, programme) for address, programme in plan.prints.items()}


def book_of(plan: SitePlan, programme: str, changed: frozenset[str] = frozenset()) -> Book:
    """Return the book that stands in an edition: the participants' workbook or the facilitators' manual."""
    edition = plan.edition
    if isinstance(edition, ParticipantEdition):
        book = workbook(edition, programme)
    else:
        book = manual(edition, programme, changed=changed)
    return as_preview(book) if plan.preview else book


def print_books(
    checked: Checked, programme: str, *, session: int | None = None, since: Released | None = None
) -> Mapping[str, Book]:
    """Return the books of one programme by file name; with `session`, only that session's guide.

    With `since`, a sheet of what changed comes with them, and the manual marks it.
    """
    plan = checked.plans["facilitator"]
    assert isinstance(plan.edition, FacilitatorEdition)
    found = changed_since(since, plan.edition, programme) if since is not None else ()
    marked = steps_since(found)
    if session is not None:
        guide = manual(plan.edition, programme, session=session, changed=marked)
        name = f"{programme}-{plan.words.segment('session')}-{session}.pdf"
        return {name: as_preview(guide) if plan.preview else guide}
    books = {
        f"{programme}-{address.rpartition('/')[2]}": book_of(each, programme, marked)
        for each in checked.plans.values()
        for address, id in each.prints.items()
        if id == programme
    }
    if since is not None:
        sheet = changes_sheet(plan.edition, programme, since.release.version, found)
        books[f"{programme}-{plan.words.segment('changes')}-{since.release.version}.pdf"] = (
            as_preview(sheet) if plan.preview else sheet
        )
    return books
