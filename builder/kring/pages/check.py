"""Checks of a plan, before anything is rendered: one page an address, something on it, no link to the hidden."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kring.checks.placeholders import marks
from kring.editions.facilitator import FacilitatorEdition
from kring.editions.participant import Article, ParticipantEdition
from kring.findings import Finding, Span
from kring.model import reading
from kring.model.catalogue import ProgrammePlan, SessionPlan
from kring.model.entities import Entities
from kring.model.reach import linked, links_to_entities
from kring.model.reading import Handout
from kring.pages.redirects import lost
from kring.pages.site_plan import Page, SitePlan
from kring.source import nodes
from kring.source.kinds import SINGLE_FILES


def check_plans(plans: Mapping[str, SitePlan]) -> list[Finding]:
    """Return what is wrong with the plans of both editions, each mistake once.

    In a text from which the facilitators' parts were cut, places are no longer exact: what both editions
    have wrong is told as in the facilitators' one.
    """
    edition = plans["facilitator"].edition
    assert isinstance(edition, FacilitatorEdition)
    entities = edition.catalogue.entities
    found = _check(plans["facilitator"], entities)
    told = {_what(finding) for finding in found}
    of_participants = [*_check(plans["participant"], entities), *empty_pages(plans["participant"], entities)]
    return [*found, *(finding for finding in of_participants if _what(finding) not in told)]


def _what(finding: Finding) -> object:
    return finding.rule, finding.span.path, tuple(sorted(finding.facts.items()))


def _check(plan: SitePlan, entities: Entities) -> list[Finding]:
    """Return what is wrong with the plan of one site."""
    return [
        *same_addresses(plan, entities),
        *lost_addresses(plan, entities),
        *hidden_targets(plan),
        *nothing_published(plan),
        *unwritten(plan, entities),
    ]


def same_addresses(plan: SitePlan, entities: Entities) -> Iterator[Finding]:
    """Yield files whose page would stand at the address of another, or of a page that every site has."""
    first: dict[str, Page] = {}
    for page in plan.pages:
        other = first.setdefault(page.address, page)
        if other is page:
            continue
        file, file_of_other = _file(page, entities), _file(other, entities)
        if file is not None and file_of_other is not None:
            facts = {"address": f"/{page.address}", "title": page.title, "other": other.title}
            yield Finding("plan/same-address", file, facts, (file_of_other,))
        elif (written := file or file_of_other) is not None:
            facts = {"address": f"/{page.address}", "title": (other if written is file else page).title}
            yield Finding("plan/reserved-address", written, facts)


def lost_addresses(plan: SitePlan, entities: Entities) -> Iterator[Finding]:
    """Yield former ids that can no longer lead on, since another page has taken their address."""
    for former, other in lost(plan):
        written = entities.documents[former.renamed].root.get("formerly")
        items = written.items if isinstance(written, nodes.Sequence) else ()
        place = next(item.span for item in items if isinstance(item, nodes.Scalar) and item.value == former.id)
        facts = {"id": former.id, "address": f"/{former.address}", "title": other.title}
        taken = _file(other, entities)
        yield Finding("plan/former-address-taken", place, facts, (taken,) if taken is not None else ())


def hidden_targets(plan: SitePlan) -> Iterator[Finding]:
    """Yield links to what exists but is not in this site: the page of a draft session, say."""
    pages = plan.by_key()
    # Pages about a programme and about its sessions show much the same: each part is looked into once.
    shown: dict[tuple[str | None, ...], dict[int, object]] = {}
    for subject, scopes in _subjects(plan):
        shown.setdefault(scopes, {}).update((id(part), part) for part in _parts(subject))
    for scopes, parts in shown.items():
        for link in (link for part in parts.values() for link in links_to_entities(part)):
            ref = linked(link)
            if ref.key_among(pages, *scopes) is None:
                yield Finding("plan/not-shown", link.span, {"id": ref.id, "text": link.text})


def _parts(subject: object) -> Iterator[object]:
    """Yield what a subject is made of, in parts that other pages show too."""
    match subject:
        case ProgrammePlan():
            yield subject.programme
            for session in subject.sessions:
                yield from _parts(session)
        case SessionPlan():
            yield subject.session
            yield from (*subject.activities, *subject.homework, *subject.reviews, *subject.handouts)
        case _:
            yield subject


def empty_pages(plan: SitePlan, entities: Entities) -> Iterator[Finding]:
    """Yield articles, hand-outs and pages with nothing below their title and summary, as participants see them."""
    for page in plan.pages:
        if page.key is not None and _is_empty(page.subject):
            yield Finding("plan/nothing-to-read", entities.place(page.key, "title"), {"id": page.key.id})


def _is_empty(subject: object) -> bool:
    match subject:
        case Article():
            return not (subject.body.text.strip() or subject.media or subject.plain_language)
        case Handout():
            return not (subject.body.text.strip() or subject.fields)
        case reading.Page():
            # The page with the contact shows how to reach the organisation.
            return not (subject.body.text.strip() or subject.role == "contact")
        case _:
            return False


def nothing_published(plan: SitePlan) -> Iterator[Finding]:
    """Yield a site without a single programme. In a preview, drafts count."""
    edition = plan.edition
    if isinstance(edition, FacilitatorEdition) and not edition.plans and edition.catalogue.config is not None:
        yield Finding("site/nothing-published", edition.catalogue.config.programmes[0].span)


def unwritten(plan: SitePlan, entities: Entities) -> Iterator[Finding]:
    """Yield the texts of a template that nobody replaced, in what is published, and a help block nobody checked."""
    edition = plan.edition
    if plan.preview or not isinstance(edition, FacilitatorEdition) or not edition.plans:
        return
    help_block = edition.catalogue.help
    for key, document in entities.documents.items():
        if key in plan.by_key() or key.kind in SINGLE_FILES.values():
            for place in marks(document):
                is_check = help_block is not None and key == help_block.key and _within(place, help_block.check.span)
                yield Finding("plan/help-not-checked" if is_check else "plan/still-to-write", place)


def _within(place: Span, whole: Span) -> bool:
    return whole.start <= place.start <= whole.end


def _subjects(plan: SitePlan) -> Iterator[tuple[object, tuple[str | None, ...]]]:
    """Yield what the pages of a site show, with the programmes from which its links are looked up."""
    for page in plan.pages:
        # The front page shows an edition as a whole; what is in it has pages of its own.
        if not isinstance(page.subject, ParticipantEdition | FacilitatorEdition):
            own = (page.programme.id,) if page.programme is not None else ()
            yield page.subject, (*own, page.scope, None)
    yield (plan.participant.organisation, plan.participant.help), (None,)


def _file(page: Page, entities: Entities) -> Span | None:
    """Return the file that a page is made of, as a whole; None where Kring itself made the page up."""
    return Span(entities.documents[page.origin.key].path) if page.origin is not None else None
