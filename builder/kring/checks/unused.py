"""What is there but nothing refers to, so that nobody will see it."""

from __future__ import annotations

from collections.abc import Iterator

from kring.checks.lost import in_use, leads
from kring.checks.lost_media import MEANT, idle_media, lost_media
from kring.checks.written import written_parts
from kring.findings import Finding, Span
from kring.model.catalogue import Catalogue
from kring.model.reading import Glossary
from kring.prose.links import Link
from kring.prose.targets import Scheme
from kring.source.kinds import KINDS, Kind


def unused(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield what nothing refers to. While a file is missing or broken, it may be the one that does: nothing is said."""
    entities = catalogue.entities
    meant = {lead.meant for lead in leads(catalogue).values()}
    if entities.broken or None in meant:
        return
    # Once a reference that leads nowhere is mended, what it meant is no longer unused.
    used, terms = in_use(catalogue) | meant, _linked_terms(catalogue)
    for key, entity in entities.by_key.items():
        if KINDS[key.kind].must_be_used and key not in used:
            left_out = key.kind is Kind.SESSION and key.programme is not None
            rule = "reference/session-not-in-programme" if left_out else "reference/unused"
            yield Finding(rule, entities.place(key, "title"), {"id": key.id, "kind": key.kind})
        elif isinstance(entity, Glossary):
            for term in entity.terms:
                if term.id not in terms:
                    place = entities.place(key, "id", within=term.span)
                    yield Finding("reference/unused", place, {"id": term.id, "kind": "term"})
    shown = {name for facts in lost_media(catalogue).values() for fact, name in facts.items() if fact in MEANT}
    for asset in idle_media(catalogue):
        if asset.name not in shown:
            yield Finding("reference/unused", Span(asset.path), {"id": asset.name, "kind": "media"})


def _linked_terms(catalogue: Catalogue) -> frozenset[str]:
    """Return the ids of the terms that a text links to."""
    parts = (part for _, part in written_parts(catalogue))
    return frozenset(part.target for part in parts if isinstance(part, Link) and part.scheme is Scheme.TERM)
