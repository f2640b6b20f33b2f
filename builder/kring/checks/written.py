"""What authors wrote, each thing once and with the file it stands in: entities, and what steps override."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from kring.model.activities import Activity, LibraryActivity, ModuleStep, Use
from kring.model.catalogue import Catalogue, taken_up
from kring.model.reach import leaves
from kring.model.sessions import Session
from kring.model.values import Ref
from kring.prose.links import Link, links
from kring.prose.text import Prose
from kring.source.documents import Key


def written_leaves(catalogue: Catalogue) -> Iterator[tuple[Key, Prose | Ref | ModuleStep]]:
    """Yield every text, reference and module step with the key of the entity whose file it stands in."""
    for key, entity in catalogue.entities.by_key.items():
        for leaf in leaves(entity):
            yield key, leaf
        if isinstance(entity, Session):
            # What a step takes over from the library stands in the library's file, and is yielded there.
            for activity in _steps_taken_up(entity, catalogue):
                yield from ((key, leaf) for leaf in leaves(activity) if leaf.span.path == entity.span.path)


@lru_cache(maxsize=1)
def written_parts(catalogue: Catalogue) -> tuple[tuple[Key, Ref | ModuleStep | Link], ...]:
    """Return every reference, module step and link with the key of the entity whose file it stands in."""
    parts: list[tuple[Key, Ref | ModuleStep | Link]] = []
    for key, leaf in written_leaves(catalogue):
        if isinstance(leaf, Prose):
            parts += ((key, link) for link in links(leaf))
        else:
            parts.append((key, leaf))
    return tuple(parts)


def _steps_taken_up(session: Session, catalogue: Catalogue) -> Iterator[Activity]:
    """Yield the steps of a session that come from the library, as the session takes them up."""
    for item in session.agenda:
        if isinstance(item, Use):
            library = catalogue.entities.find(item.use, session.key.programme)
            if isinstance(library, LibraryActivity):
                yield taken_up(item, library)
