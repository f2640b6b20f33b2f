"""What is there but nothing refers to, so that nobody will see it."""

from __future__ import annotations

from collections.abc import Iterator

from kring.checks.kind_names import MEDIA_FILE, TERM, kind_facts
from kring.checks.references import media_in_use, why_dangling
from kring.checks.written import targets, written_parts
from kring.findings import Finding, Span
from kring.model.catalogue import Catalogue
from kring.model.media import SERVED, ending
from kring.model.reading import Glossary
from kring.model.values import Ref
from kring.prose.links import Link
from kring.prose.targets import Scheme
from kring.source.documents import Key
from kring.source.kinds import Kind

MUST_BE_USED = frozenset(
    {
        Kind.SESSION,
        Kind.ACTIVITY,
        Kind.HOMEWORK,
        Kind.QUESTIONNAIRE,
        Kind.DIARY,
        Kind.ARTICLE,
        Kind.HANDOUT,
        Kind.MODULE,
    }
)
"""Kinds that are only of use where something refers to them."""


def unused(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield what nothing refers to. While a file cannot be read, it may be the one that does: nothing is said."""
    entities = catalogue.entities
    if entities.broken:
        return
    used, terms = _used(catalogue)
    for key, entity in entities.by_key.items():
        if key.kind in MUST_BE_USED and key not in used:
            rule = "reference/session-not-in-programme" if key.kind is Kind.SESSION else "reference/unused"
            facts = {"id": key.id} if key.kind is Kind.SESSION else {"id": key.id} | kind_facts(key.kind)
            yield Finding(rule, entities.place(key, "title"), facts)
        elif isinstance(entity, Glossary):
            for term in entity.terms:
                if term.id not in terms:
                    place = entities.place(key, "id", within=term.span)
                    yield Finding("reference/unused", place, {"id": term.id} | TERM)
    # A file whose name differs only in case from one that is missing is the one that was meant.
    shown = {name.casefold() for _, name, _ in media_in_use(catalogue)}
    for asset in entities.assets.values():
        if asset.name.casefold() not in shown and ending(asset.name) in SERVED:
            yield Finding("reference/unused", Span(asset.path), {"id": asset.name} | MEDIA_FILE)


def _used(catalogue: Catalogue) -> tuple[set[Key], set[str]]:
    """Return the keys of entities, and the ids of terms, that something else refers to."""
    orders = ((plan.id, entry.session.id) for plan in catalogue.plans.values() for entry in plan.programme.sessions)
    used = {Key(Kind.SESSION, id, programme) for programme, id in orders}
    terms: set[str] = set()
    for _, part in written_parts(catalogue):
        if isinstance(part, Link) and part.scheme is Scheme.TERM:
            terms.add(part.target)
    for key, _, ref, found in targets(catalogue):
        if found is None:
            used |= _nearly(key, ref, catalogue)
        # A session is of use in the order of its programme alone: a link leads nowhere without it.
        elif found != key and found.kind is not Kind.SESSION:
            # Where a programme's own hides one of the library, that is the mistake to mend first.
            used |= {found, Key(found.kind, found.id)}
    return used, terms


def _nearly(key: Key, ref: Ref, catalogue: Catalogue) -> set[Key]:
    """Return what a reference that leads nowhere may have meant: once it is mended, that is no longer unused."""
    facts = why_dangling(ref, key.programme, catalogue.entities)
    name = facts.get("renamed") or facts.get("nearby")
    return {Key(ref.kind, name, key.programme), Key(ref.kind, name)} if name else set()
