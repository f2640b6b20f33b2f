"""The story of a build, from top to bottom.

    read → validate → resolve → check → project → plan → render → site engine, print → publish

Each step takes values and gives values; only the first and the last touch the disk. `check` runs the
line up to the plan, `build` all of it. Mistakes of authors are findings in the outcome, never exceptions.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from kring.checks import check_catalogue, check_dates, weighed
from kring.editions.facilitator import FacilitatorEdition
from kring.editions.participant import ParticipantEdition
from kring.editions.project import participant_edition
from kring.editions.project_facilitator import facilitator_edition
from kring.findings import Finding
from kring.model.catalogue import Catalogue, resolve
from kring.model.entities import gather
from kring.pages.check import check_plans
from kring.pages.facilitator_site import facilitator_site
from kring.pages.participant_site import participant_site
from kring.pages.site_plan import SitePlan
from kring.pages.words import Words, words
from kring.print.manual import manual
from kring.print.typst_engine import PrintError
from kring.print.unprintable import unprintable
from kring.print.workbook import workbook
from kring.publish.destination import Destination, check_destination
from kring.publish.manifest import write_manifest
from kring.publish.refusal import NO_ROOM, OutputRefused, refusing
from kring.publish.staging import publish, staging
from kring.rules.phrasing import is_error
from kring.schema.mend import mended
from kring.schema.validate import validate
from kring.site.engine import Job, build_all
from kring.site.tree import write_tree
from kring.source.consequences import without_consequences
from kring.source.documents import Key, Sources
from kring.source.read import read
from kring.theme_files import theme_folder
from kring.timings import Stopwatch

EDITIONS = ("participant", "facilitator")
"""The editions, in the order in which they are built."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What the sources say. `catalogue` is None where they hold an error; `texts` are the files, for excerpts."""

    findings: tuple[Finding, ...]
    catalogue: Catalogue | None
    plans: Mapping[str, SitePlan]
    texts: Mapping[str, str]

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
) -> Checked:
    """Read, validate, resolve, check, project and plan everything under `root`.

    With `today`, dates that have passed are warnings, and with `due` errors; without, the outcome does not
    depend on the clock.
    """
    clock = clock or Stopwatch()
    with clock("read"):
        sources = read(root)
    with clock("validate"):
        wrong = {document.key: errors for document in sources.documents if (errors := validate(document))}
    with clock("resolve"):
        entities = gather(sources, (document for document in sources.documents if document.key not in wrong))
        catalogue = resolve(entities)
    with clock("check"):
        found = [finding for each in wrong.values() for finding in each]
        found += check_catalogue(catalogue)
        found += _despite_unknown_fields(sources, wrong)
        if today is not None:
            found += check_dates(catalogue, today, due=due)
        kept = [*sources.findings, *without_consequences(found, sources.findings)]
        findings = weighed(kept, catalogue.config)
    if any(is_error(finding) for finding in findings):
        return Checked(findings, None, MappingProxyType({}), sources.texts)
    with clock("plan"):
        plans = _plans(catalogue, preview)
        findings = weighed([*findings, *check_plans(plans)], catalogue.config)
    sound = not any(is_error(finding) for finding in findings)
    return Checked(findings, catalogue if sound else None, plans, sources.texts)


def _despite_unknown_fields(sources: Sources, wrong: Mapping[Key, tuple[Finding, ...]]) -> list[Finding]:
    """Return what the cross-checks say about files of which only some fields are unknown.

    What they would say about other files is left out: it may follow from a field that was not understood.
    """
    usable = {
        document.key: usable
        for document in sources.documents
        if document.key in wrong and (usable := mended(document, wrong[document.key])) is not None
    }
    if not usable:
        return []
    documents = (usable.get(document.key, document) for document in sources.documents)
    catalogue = resolve(gather(sources, (each for each in documents if each.key not in wrong or each.key in usable)))
    paths = {document.path for document in usable.values()}
    return [finding for finding in check_catalogue(catalogue) if finding.span.path in paths]


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
    destination = Destination(out, root, editions)
    try:
        check_destination(destination)
        checked = check(root, preview=preview, clock=clock)
        if checked.sound:
            with staging(destination) as staged:
                folders = {name: staged if edition else staged / name for name in editions}
                with refusing(destination.shown, only=NO_ROOM):
                    _build_sites(checked, folders, clock)
                with clock("publish"):
                    publish(staged, destination)
    except OutputRefused as refusal:
        return Checked((refusal.finding,), None, MappingProxyType({}), MappingProxyType({}))
    except PrintError as error:
        return refused_by_print(error, checked)
    return checked


def refused_by_print(error: PrintError, checked: Checked) -> Checked:
    """Return `checked` with a finding for each character that no font has; anything else is a bug."""
    found = tuple(unprintable(error.unprintable, checked.texts))
    if not found:
        raise error
    return replace(checked, findings=weighed([*checked.findings, *found], None), catalogue=None)


def _build_sites(checked: Checked, folders: Mapping[str, Path], clock: Stopwatch) -> None:
    """Render, build and print each edition into its folder."""
    theme = theme_folder()
    with tempfile.TemporaryDirectory(prefix="kring-trees-") as trees, ThreadPoolExecutor(1) as beside:
        with clock("render"):
            for name in folders:
                write_tree(checked.plans[name], theme, Path(trees) / name)
        jobs = [Job(Path(trees) / name, folder, build_date(checked)) for name, folder in folders.items()]
        with clock("site engine and print"):
            # The engine works in processes of its own; the books are made meanwhile.
            sites = beside.submit(build_all, jobs)
            books = {
                folders[name] / address: _book(checked.plans[name], programme)
                for name in folders
                for address, programme in checked.plans[name].prints.items()
            }
            sites.result()
        for path, pdf in books.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(pdf)
        with clock("manifest"):
            for folder in folders.values():
                write_manifest(folder)


def build_date(checked: Checked) -> int:
    """Return the time that a site bears, in seconds since 1970: its newest change-log entry, never today."""
    programmes = checked.plans["participant"].participant.programmes
    days = [date.fromisoformat(change.date) for programme in programmes for change in programme.change_log]
    if not days:
        return 0
    # Archives inside the site cannot bear dates outside these years.
    newest = min(max(*days, date(1980, 1, 1)), date(2100, 1, 1))
    return (newest - date(1970, 1, 1)).days * 86_400


def _book(plan: SitePlan, programme: str) -> bytes:
    """Return the book that stands in an edition: the participants' workbook or the facilitators' manual."""
    if isinstance(plan.edition, ParticipantEdition):
        return workbook(plan.edition, programme)
    return manual(plan.edition, programme)


def print_books(checked: Checked, programme: str, *, session: int | None = None) -> Mapping[str, bytes]:
    """Return the PDFs of one programme by file name; with `session`, only that session's guide."""
    if session is not None:
        edition = checked.plans["facilitator"].edition
        assert isinstance(edition, FacilitatorEdition)
        word = checked.plans["facilitator"].words.segment("session")
        return {f"{programme}-{word}-{session}.pdf": manual(edition, programme, session=session)}
    return {
        f"{programme}-{address.rpartition('/')[2]}": _book(plan, programme)
        for plan in checked.plans.values()
        for address, id in plan.prints.items()
        if id == programme
    }


def interface_words(language: str) -> Words:
    """Return the interface strings of the pages in `language`."""
    return words(theme_folder() / "language", language)


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
