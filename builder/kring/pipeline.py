"""The story of a build, from top to bottom.

    read → validate → resolve → check → project → plan → render → site engine, print → publish

Each step takes values and gives values; only the first and the last touch the disk. `check` runs the
line up to the plan, `build` all of it. Mistakes of authors are findings in the outcome, never exceptions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from kring.cache import Cache
from kring.checks import check_catalogue, check_dates, check_language, limited, weighed
from kring.checks.consequences import hides_files, lost_files, without_consequences
from kring.checks.dates import OVERDUE
from kring.checks.questionnaires import FROM_ALL_FIELDS
from kring.checks.silencing import Silence, silenced, silences, unused
from kring.editions.facilitator import FacilitatorEdition
from kring.editions.participant import ParticipantEdition
from kring.editions.project import participant_edition
from kring.editions.project_facilitator import facilitator_edition
from kring.findings import Finding
from kring.mending.around import Around
from kring.mending.improve import improved
from kring.model.catalogue import Catalogue, resolve
from kring.model.entities import gather
from kring.own_files import write
from kring.pages.check import check_plans
from kring.pages.facilitator_site import facilitator_site
from kring.pages.participant_site import participant_site
from kring.pages.site_plan import SitePlan
from kring.pages.words import Words, words
from kring.print.book import Book, as_preview
from kring.print.kept_books import book_cache
from kring.print.manual import manual
from kring.print.press import Press
from kring.print.typst_engine import PrintError
from kring.print.unprintable import unprintable, written_in
from kring.print.workbook import workbook
from kring.publish.destination import Destination, check_destination
from kring.publish.manifest import write_manifest
from kring.publish.refusal import NO_ROOM, OutputRefused, refusing
from kring.publish.security import write_host_files
from kring.publish.staging import publish, staging
from kring.publish.theme_guard import theme_guard
from kring.rules.phrasing import is_error
from kring.schema.mend import mended
from kring.schema.validate import validate
from kring.site.build import building
from kring.source.documents import Key, Sources
from kring.source.read import read
from kring.theme_files import theme_folder, theme_state
from kring.timings import Stopwatch

EDITIONS = ("participant", "facilitator")
"""The editions, in the order in which they are built."""

NO_PLANS: Mapping[str, SitePlan] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Checked:
    """What the sources say. `catalogue` is None where they hold an error; `texts` are the files, for excerpts.

    `allowed` are the findings that a comment allows, each with that comment.
    """

    findings: tuple[Finding, ...]
    catalogue: Catalogue | None
    plans: Mapping[str, SitePlan]
    texts: Mapping[str, str]
    allowed: tuple[tuple[Finding, Silence], ...] = ()

    @property
    def sound(self) -> bool:
        """Whether a site can be built from it."""
        return self.catalogue is not None


def check(
    root: Path,
    *,
    preview: bool = False,
    today: date | None = None,
    due: bool = False,
    clock: Stopwatch | None = None,
    cache: Cache | None = None,
) -> Checked:
    """Read, validate, resolve, check, project and plan everything under `root`.

    With `today`, dates that have passed are warnings, and with `due` errors; without, the outcome does not
    depend on the clock. With the `cache` of an earlier check, files that are the same are not looked into again.
    """
    clock, cache = clock or Stopwatch(), cache or Cache()
    with clock("read"):
        sources = read(root, cache)
        clock.count(len(sources.documents))
    with clock("validate"):
        clock.count(len(sources.documents))
        wrong = {each.key: errors for each in sources.documents if (errors := cache(validate, each))}
    with clock("resolve"):
        valid = (document for document in sources.documents if document.key not in wrong)
        catalogue = resolve(gather(sources, valid, cache))
    # Where a folder could not be read, nobody knows what is there, nor what is missing.
    whole = not hides_files(sources.findings)
    with clock("check"):
        found = [finding for each in wrong.values() for finding in each]
        if whole:
            # A sign that should be another one need not be in any font.
            found += without_consequences(check_catalogue(catalogue), unprintable(catalogue))
            found += _despite_unknown_fields(sources, wrong, cache)
            found += check_language(catalogue)
        if today is not None:
            found += check_dates(catalogue, today, due=due)
        comments = silences(sources.documents)
        found += comments.findings
        told = without_consequences(sources.findings, found)
        around = Around(sources.texts, {document.path: document for document in sources.documents})
        heard = silenced(weighed(improved(told, around), catalogue.config), comments.allowed)
    with clock("plan"):
        lost = lost_files(sources.paths, catalogue.entities.documents.values(), heard.kept)
        found = [*heard.kept, *lost]
        plans = _plans(catalogue, preview) if not any(map(is_error, found)) else NO_PLANS
        found += check_plans(plans) if plans else ()
    planned = silenced(weighed(found, catalogue.config), comments.allowed)
    allowed = (*heard.allowed, *planned.allowed)
    cache.drop_unused()
    if any(is_error(finding) for finding in planned.kept):
        return Checked(limited(planned.kept), None, plans, sources.texts, allowed)
    # Only now that everything has been asked is it known which comments allow nothing.
    used = (silence for _, silence in allowed)
    idle = unused(comments.allowed, used, sources.texts, unasked=() if today is not None else (OVERDUE,))
    findings = limited(weighed([*planned.kept, *idle], catalogue.config))
    return Checked(findings, catalogue, plans, sources.texts, allowed)


def _despite_unknown_fields(sources: Sources, wrong: Mapping[Key, tuple[Finding, ...]], cache: Cache) -> list[Finding]:
    """Return what the cross-checks say about files of which only some fields are unknown.

    What they would say about other files is left out: it may follow from a field that was not understood. So may what
    is worked out from all fields of a file.
    """
    usable = {
        document.key: usable
        for document in sources.documents
        if document.key in wrong and (usable := mended(document, wrong[document.key])) is not None
    }
    if not usable:
        return []
    documents = (usable.get(document.key, document) for document in sources.documents)
    sound = (each for each in documents if each.key not in wrong or each.key in usable)
    catalogue = resolve(gather(sources, sound, cache))
    paths = {document.path for document in usable.values()}
    found = [*check_catalogue(catalogue), *check_language(catalogue)]
    return [finding for finding in found if finding.span.path in paths and finding.rule not in FROM_ALL_FIELDS]


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
        if checked.sound:
            with staging(destination) as staged:
                folders = {name: staged if edition else staged / name for name in editions}
                with refusing(destination.shown, only=NO_ROOM), theme_guard(theme, destination.shown):
                    _build_sites(checked, folders, book_cache(for_upload=edition is not None), clock)
                with clock("publish"):
                    left_behind = publish(staged, destination)
            return replace(checked, findings=weighed([*checked.findings, *left_behind], None))
    except OutputRefused as refusal:
        return Checked((refusal.finding,), None, NO_PLANS, MappingProxyType({}))
    except PrintError as error:
        return refused_by_print(error, checked)
    return checked


def refused_by_print(error: PrintError, checked: Checked) -> Checked:
    """Return `checked` with a finding for each character that no font has; anything else is a bug."""
    found = tuple(written_in(checked.texts, error.unprintable))
    if not found:
        raise error
    return replace(checked, findings=weighed([*checked.findings, *found], None), catalogue=None)


def _build_sites(checked: Checked, folders: Mapping[str, Path], kept: Path | None, clock: Stopwatch) -> None:
    """Build and print each edition into its folder: the pages beside the books."""
    plans = {folder: checked.plans[name] for name, folder in folders.items()}
    with building(plans, theme_folder(), date=build_date(checked)) as finish, Press(kept) as press:
        with clock("print"):
            books = {
                (folder, address): press.print(book)
                for folder, plan in plans.items()
                for address, book in books_of(plan).items()
            }
            for number, ((folder, address), pdf) in enumerate(books.items(), start=1):
                clock.count(number, len(books))
                write(folder, address, pdf.result())
            press.tidy()
        with clock("sites"):
            clock.meanwhile |= finish(clock.count)
    with clock("manifest"):
        for name, folder in folders.items():
            preview = plans[folder].preview
            write_host_files(folder, preview=preview)
            write_manifest(folder, name, preview=preview)


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


def book_of(plan: SitePlan, programme: str) -> Book:
    """Return the book that stands in an edition: the participants' workbook or the facilitators' manual."""
    edition = plan.edition
    book = workbook(edition, programme) if isinstance(edition, ParticipantEdition) else manual(edition, programme)
    return as_preview(book) if plan.preview else book


def print_books(checked: Checked, programme: str, *, session: int | None = None) -> Mapping[str, Book]:
    """Return the books of one programme by file name; with `session`, only that session's guide."""
    if session is not None:
        plan = checked.plans["facilitator"]
        assert isinstance(plan.edition, FacilitatorEdition)
        guide = manual(plan.edition, programme, session=session)
        name = f"{programme}-{plan.words.segment('session')}-{session}.pdf"
        return {name: as_preview(guide) if plan.preview else guide}
    return {
        f"{programme}-{address.rpartition('/')[2]}": book_of(plan, programme)
        for plan in checked.plans.values()
        for address, id in plan.prints.items()
        if id == programme
    }


def interface_words(language: str) -> Words:
    """Return the interface strings of the pages in `language`."""
    return words(language)


def _plans(catalogue: Catalogue, preview: bool) -> Mapping[str, SitePlan]:
    assert catalogue.config is not None
    strings = interface_words(catalogue.config.languages[0])
    participant = participant_edition(catalogue, preview=preview)
    facilitator = facilitator_edition(catalogue, participant, preview=preview)
    return MappingProxyType(
        {
            "participant": participant_site(participant, strings, preview=preview),
            "facilitator": facilitator_site(facilitator, strings, preview=preview),
        }
    )
