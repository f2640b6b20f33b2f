"""Checks of a plan, before anything is rendered: one page an address, and no link to what the site does not show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kring.editions.facilitator import FacilitatorEdition
from kring.editions.participant import ParticipantEdition
from kring.findings import Finding, Span
from kring.model.reach import KIND_OF_SCHEME, leaves, linked, parts
from kring.model.values import Ref
from kring.pages.site_plan import Page, SitePlan
from kring.prose.links import Link
from kring.prose.text import Prose
from kring.source.documents import Key


def check_plans(plans: Mapping[str, SitePlan]) -> list[Finding]:
    """Return what is wrong with the plans of both editions, each mistake once.

    In a text from which the facilitators' parts were cut, places are no longer exact: what both editions
    have wrong is told as in the facilitators' one.
    """
    found = check_plan(plans["facilitator"])
    told = {_what(finding) for finding in found}
    return [*found, *(finding for finding in check_plan(plans["participant"]) if _what(finding) not in told)]


def _what(finding: Finding) -> object:
    return finding.rule, finding.span.path, tuple(sorted(finding.facts.items()))


def check_plan(plan: SitePlan) -> list[Finding]:
    """Return what is wrong with the plan of one site."""
    return [*same_addresses(plan), *hidden_targets(plan), *nothing_published(plan)]


def same_addresses(plan: SitePlan) -> Iterator[Finding]:
    """Yield pages that would stand at the address of another."""
    first: dict[str, Page] = {}
    for page in plan.pages:
        if page.address in first:
            facts = {"address": f"/{page.address}", "title": page.title, "other": first[page.address].title}
            yield Finding("plan/same-address", _file(page), facts, (_file(first[page.address]),))
        first.setdefault(page.address, page)


def hidden_targets(plan: SitePlan) -> Iterator[Finding]:
    """Yield links to what exists but is not in this site: the page of a draft session, say."""
    pages = plan.by_key()
    for subject, scopes in _subjects(plan):
        for part in parts(subject):
            if isinstance(part, Link) and part.scheme in KIND_OF_SCHEME:
                ref = linked(part)
                if not _is_shown(ref, scopes, pages):
                    yield Finding("plan/not-shown", part.span, {"id": ref.id, "text": part.text})


def nothing_published(plan: SitePlan) -> Iterator[Finding]:
    """Yield a site without a single programme. In a preview, drafts count."""
    edition = plan.edition
    if isinstance(edition, FacilitatorEdition) and not edition.plans and edition.catalogue.config is not None:
        yield Finding("site/nothing-published", edition.catalogue.config.programmes[0].span)


def _subjects(plan: SitePlan) -> Iterator[tuple[object, tuple[str | None, ...]]]:
    """Yield what the pages of a site show, with the programmes from which its links are looked up."""
    for page in plan.pages:
        # The front page shows an edition as a whole; what is in it has pages of its own.
        if not isinstance(page.subject, ParticipantEdition | FacilitatorEdition):
            own = (page.programme.id,) if page.programme is not None else ()
            yield page.subject, (*own, page.scope, None)
    yield (plan.participant.organisation, plan.participant.help), (None,)


def _is_shown(ref: Ref, scopes: tuple[str | None, ...], pages: Mapping[Key, Page]) -> bool:
    return any(Key(ref.kind, ref.id, scope) in pages for scope in scopes)


def _file(page: Page) -> Span:
    """Return the file that a page comes from, as a whole."""
    text = next((leaf for leaf in leaves(page.subject) if isinstance(leaf, Prose)), None)
    return Span(text.span.path if text is not None else "site_config.yml")
