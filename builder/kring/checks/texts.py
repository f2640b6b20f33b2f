"""Every text in the dialect, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator

from kring.checks.written import written_leaves
from kring.findings import Finding
from kring.model.catalogue import Catalogue
from kring.model.reading import Article
from kring.prose.check import check
from kring.prose.text import Prose


def texts(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield all that is wrong with the texts. Facilitators' remarks may stand in the body of an article only."""
    for key, leaf in written_leaves(catalogue):
        if isinstance(leaf, Prose):
            entity = catalogue.entities.by_key[key]
            in_body = isinstance(entity, Article) and leaf is entity.body
            yield from check(leaf, facilitator_fence=in_body)
