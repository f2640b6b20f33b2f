"""The story of a check, from top to bottom.

    read → validate → resolve → check → project → plan

Each step takes values and gives values; only the first touches the disk. Mistakes of authors are findings in the
outcome, never exceptions. What a build does with the plans stands in `kring.build`: a check need not load it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

from kring.cache import Cache
from kring.checks import check_catalogue, check_dates, check_language, limited
from kring.checks.consequences import hides_files, lost_files, without_consequences
from kring.checks.dates import OVERDUE
from kring.checks.questionnaires import FROM_ALL_FIELDS
from kring.checks.releases import vanished
from kring.checks.suppressions import Suppression, suppressions, unused
from kring.editions.facilitator import facilitator_edition
from kring.editions.project import participant_edition
from kring.findings import Finding
from kring.model.catalogue import Catalogue, resolve
from kring.model.entities import gather
from kring.pages.check import check_plans
from kring.pages.facilitator_site import facilitator_site
from kring.pages.participant_site import participant_site
from kring.pages.site_plan import SitePlan
from kring.pages.words import Words, words
from kring.print.unprintable import unprintable
from kring.report import Report
from kring.schema.validate import validate, without_unknown_fields
from kring.source.documents import Key, Release, Sources
from kring.source.read import read
from kring.timings import Stopwatch, timed

EDITIONS = ("participant", "facilitator")
"""The editions, in the order in which they are built."""

Invalid = Mapping[Key, tuple[Finding, ...]]
"""The files that do not follow their schema, with what is wrong in each."""

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
    allowed: tuple[tuple[Finding, Suppression], ...] = ()
    releases: tuple[Release, ...] = ()
    """The versions of programmes that were kept; none where the sources hold an error."""

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
    sources = _read(clock, root, cache)
    invalid = _validate(clock, sources, cache)
    catalogue = _resolve(clock, sources, invalid, cache)
    found = _check(clock, sources, invalid, catalogue, cache)
    if today is not None:
        found += check_dates(catalogue, today, due=due)
    comments = suppressions(sources.documents)
    found = without_consequences(sources.findings, [*found, *comments.findings])
    report = Report(sources, catalogue.config, comments.allowed).adding(found)
    report = report.adding(lost_files(sources.paths, catalogue.entities.documents.values(), report.findings))
    plans = NO_PLANS if report.has_errors else _plan(clock, catalogue, preview)
    report = report.adding(check_plans(plans) if plans else ())
    cache.drop_unused()
    if report.has_errors:
        return Checked(limited(report.findings), None, plans, sources.texts, report.allowed)
    # Only now that everything has been asked is it known which comments allow nothing.
    used = (suppression for _, suppression in report.allowed)
    idle = unused(comments.allowed, used, sources.texts, unasked=() if today is not None else (OVERDUE,))
    report = report.adding(idle)
    return Checked(limited(report.findings), catalogue, plans, sources.texts, report.allowed, sources.releases)


@timed("read")
def _read(clock: Stopwatch, root: Path, cache: Cache) -> Sources:
    sources = read(root, cache)
    clock.count(len(sources.documents))
    return sources


@timed("validate")
def _validate(clock: Stopwatch, sources: Sources, cache: Cache) -> Invalid:
    clock.count(len(sources.documents))
    return {each.key: errors for each in sources.documents if (errors := cache(validate, each))}


@timed("resolve")
def _resolve(_clock: Stopwatch, sources: Sources, invalid: Invalid, cache: Cache) -> Catalogue:
    valid = (document for document in sources.documents if document.key not in invalid)
    return resolve(gather(sources, valid, cache))


@timed("check")
def _check(_clock: Stopwatch, sources: Sources, invalid: Invalid, catalogue: Catalogue, cache: Cache) -> list[Finding]:
    found = [finding for errors in invalid.values() for finding in errors]
    # Where a folder could not be read, nobody knows what is there, nor what is missing.
    if not hides_files(sources.findings):
        # A sign that should be another one need not be in any font.
        found += without_consequences(check_catalogue(catalogue), unprintable(catalogue))
        found += _despite_unknown_fields(sources, invalid, cache)
        found += check_language(catalogue)
        found += vanished(sources, catalogue)
    return found


def _despite_unknown_fields(sources: Sources, invalid: Invalid, cache: Cache) -> list[Finding]:
    """Return what the cross-checks say about files of which only some fields are unknown.

    What they would say about other files is left out: it may follow from a field that was not understood. So may what
    is worked out from all fields of a file.
    """
    usable = {
        document.key: usable
        for document in sources.documents
        if document.key in invalid and (usable := without_unknown_fields(document, invalid[document.key])) is not None
    }
    if not usable:
        return []
    documents = (usable.get(document.key, document) for document in sources.documents)
    sound = (each for each in documents if each.key not in invalid or each.key in usable)
    catalogue = resolve(gather(sources, sound, cache))
    paths = {document.path for document in usable.values()}
    found = [*check_catalogue(catalogue), *check_language(catalogue)]
    return [finding for finding in found if finding.span.path in paths and finding.rule not in FROM_ALL_FIELDS]


def interface_words(language: str) -> Words:
    """Return the interface strings of the pages in `language`."""
    return words(language)


@timed("plan")
def _plan(_clock: Stopwatch, catalogue: Catalogue, preview: bool) -> Mapping[str, SitePlan]:
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
