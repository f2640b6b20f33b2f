"""Every text in the dialect, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator

from kring.checks.written import written
from kring.findings import Finding
from kring.model.catalogue import Catalogue
from kring.model.entities import Entity
from kring.model.reach import Leaf
from kring.model.reading import Article
from kring.prose.check import check
from kring.prose.text import Prose


def texts(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield all that is wrong with the texts. Facilitators' remarks may stand in the body of an article only."""
    for entity, leaves in written(catalogue):
        yield from _wrong_in(entity, leaves)


def _wrong_in(entity: Entity, leaves: tuple[Leaf, ...]) -> Iterator[Finding]:
    body = entity.body if isinstance(entity, Article) else None
    for leaf in leaves:
        if isinstance(leaf, Prose):
            yield from check(leaf, facilitator_fence=leaf is body)
