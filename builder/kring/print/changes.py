"""The sheet for trainers of what changed since a version, as values. Drawn by `theme/print/changes.typ`."""

from __future__ import annotations

from kring.editions.facilitator import FacilitatorEdition
from kring.model.changes import Changed, Words, changed_steps, changes
from kring.model.released import Released
from kring.print.book import Book, bind
from kring.print.manual import imprint, manuscript
from kring.print.sheets import Values
from kring.source.releases import version_order


def changed_since(then: Released, edition: FacilitatorEdition, programme: str) -> tuple[Changed, ...]:
    """Return what changed in a programme since a release of it that can be read."""
    assert then.catalogue is not None, "a release that breaks rules was refused"
    return changes(then.catalogue, edition.catalogue, programme)


def steps_since(found: tuple[Changed, ...]) -> frozenset[str]:
    """Return the steps that changed, as the manual names them."""
    return frozenset(f"{session}.{step}" for session, step in changed_steps(found))


def changes_sheet(edition: FacilitatorEdition, programme: str, version: str, found: tuple[Changed, ...]) -> Book:
    """Return the sheet of what changed since `version`."""
    plan = next(plan for plan in edition.plans if plan.id == programme)
    book = manuscript(edition, plan)
    made = imprint("changes", plan, book, book.words("changes.title", version=version))
    since = [each for each in plan.programme.change_log if version_order(each.version) > version_order(version)]
    since.sort(key=lambda each: version_order(each.version), reverse=True)
    content = {
        "since": version,
        "log": [
            {"version": each.version, "changes": [book.texts.inline(text) for text in each.changes]} for each in since
        ],
        "changes": [_change(each) for each in found],
    }
    return bind(made, content, edition.catalogue.entities.assets, book.words)


def _change(changed: Changed) -> Values:
    return {
        "kind": changed.kind,
        "title": changed.title,
        "how": changed.how,
        "moved": changed.moved,
        "minutes": list(changed.minutes) if changed.minutes else None,
        "texts": [_words(text) for text in changed.texts],
        "parts": [_change(part) for part in changed.parts],
    }


def _words(text: Words) -> Values:
    return {"voice": text.voice or None, "before": text.before, "now": text.now}
