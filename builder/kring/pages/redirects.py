"""Redirects: the former addresses of what has been renamed, so that saved links and printed books go on working."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kring.model.catalogue import ProgrammePlan, SessionPlan
from kring.pages.addresses import address
from kring.pages.site_plan import Page, SitePlan
from kring.source.documents import Key
from kring.source.kinds import Kind


def redirects(plan: SitePlan) -> dict[str, Page]:
    """Return the page to which each former address leads. An address in use is never a redirect.

    A renamed programme takes all pages below it along. Of something that was renamed together with its
    programme, both the old and the new name stand below both names of the programme.
    """
    used = {page.address for page in plan.pages}
    found: dict[str, Page] = {}
    for page in plan.pages:
        for old in _former_addresses(page, plan):
            if old not in used:
                found.setdefault(old, page)
    return found


def _former_addresses(page: Page, plan: SitePlan) -> Iterator[str]:
    own = [page.address]
    key = getattr(_entity(page), "key", None)
    if key is not None:
        # A page below that of its entity, such as the one for who missed a session, keeps its last part.
        rest = page.address.removeprefix(address(key, plan.words))
        own += [address(_renamed(key, name), plan.words) + rest for name in getattr(_entity(page), "formerly", ())]
    yield from own[1:]
    if page.programme is None:
        return
    programme = next((p for p in plan.pages if p.key == page.programme), None)
    for former in getattr(_entity(programme), "formerly", ()) if programme else ():
        start = f"{page.programme.id}/"
        yield from (f"{former}/{one.removeprefix(start)}" for one in own if one.startswith(start))


def _renamed(key: Key, id: str) -> Key:
    return replace(key, id=id, programme=id if key.kind is Kind.PROGRAMME else key.programme)


def _entity(page: Page | None) -> object:
    """Return the entity that a page is about; of a plan, what was planned."""
    match page.subject if page is not None else None:
        case ProgrammePlan() as plan:
            return plan.programme
        case SessionPlan() as plan:
            return plan.session
        case subject:
            return subject
