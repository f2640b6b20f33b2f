"""The story of a check, from top to bottom.

    read → validate → resolve → check → project → plan

Each step takes values and gives values; only the first touches the disk. Mistakes of authors are findings in the
outcome, never exceptions. What a build does with the plans stands in `kring.build`: a check need not load it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

from kring.cache import Cache
from kring.checks import check_catalogue, check_dates, check_language, limited, weighed
from kring.checks.consequences import hides_files, lost_files, without_consequences
from kring.checks.dates import OVERDUE
from kring.checks.questionnaires import FROM_ALL_FIELDS
from kring.checks.silencing import Silence, silenced, silences, unused
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
from kring.print.unprintable import unprintable
from kring.rules.phrasing import is_error
from kring.schema.mend import mended
from kring.schema.validate import validate
from kring.source.documents import Key, Sources
from kring.source.read import read
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
        heard = silenced(weighed(_with_fixes(told, sources), catalogue.config), comments.allowed)
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


def _with_fixes(findings: Sequence[Finding], sources: Sources) -> Sequence[Finding]:
    """Return the findings as precisely as they can be said, with what mends them."""
    if not findings:
        return findings
    from kring.mending.around import Around  # noqa: PLC0415 -- most checks find nothing, and need none of it
    from kring.mending.improve import improved  # noqa: PLC0415

    around = Around(sources.texts, {document.path: document for document in sources.documents})
    return improved(findings, around)


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
