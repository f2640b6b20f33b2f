"""What authors wrote, each thing once and with the file it stands in: entities, and what steps override."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from kring.model.activities import Activity, LibraryActivity, ModuleStep, Use
from kring.model.catalogue import Catalogue, taken_up
from kring.model.entities import Entity
from kring.model.reach import Leaf, leaves, referred
from kring.model.sessions import Session
from kring.model.structure import structure
from kring.model.values import Ref
from kring.prose.links import Link, links
from kring.prose.text import Prose
from kring.source import nodes
from kring.source.documents import Key

Part = Ref | ModuleStep | Link


@lru_cache(maxsize=1)
def written(catalogue: Catalogue) -> tuple[tuple[Entity, tuple[Leaf, ...]], ...]:
    """Return every entity with the texts, references and module steps that stand in its file."""
    return tuple((entity, _leaves(entity, catalogue)) for entity in catalogue.entities.by_key.values())


def written_leaves(catalogue: Catalogue) -> Iterator[tuple[Key, Leaf]]:
    """Yield every text, reference and module step with the key of the entity whose file it stands in."""
    return ((entity.key, leaf) for entity, leaves in written(catalogue) for leaf in leaves)


@lru_cache(maxsize=1)
def written_parts(catalogue: Catalogue) -> tuple[tuple[Key, Part], ...]:
    """Return every reference, module step and link with the key of the entity whose file it stands in."""
    return tuple(
        (key, part)
        for key, leaf in written_leaves(catalogue)
        for part in (links(leaf) if isinstance(leaf, Prose) else (leaf,))
    )


def targets(catalogue: Catalogue) -> Iterator[tuple[Key, Part, Ref, Key | None]]:
    """Yield everything that refers to an entity: the key of its own file, itself, and the key it means, if any."""
    for key, part in written_parts(catalogue):
        if (ref := referred(part)) is not None:
            yield key, part, ref, catalogue.entities.key_of(ref, key.programme)


def _leaves(entity: Entity, catalogue: Catalogue) -> tuple[Leaf, ...]:
    """Return what stands in the file of an entity, with what it says of steps from the library."""
    # What a step takes over from the library stands in the library's file, and is yielded there.
    steps = _steps_taken_up(entity, catalogue)
    return (*leaves(entity), *(leaf for step in steps for leaf in leaves(step) if leaf.span.path == step.span.path))


def _steps_taken_up(entity: Entity, catalogue: Catalogue) -> Iterator[Activity]:
    """Yield the steps of a session that come from the library, as the session takes them up."""
    if not isinstance(entity, Session):
        return
    for item in entity.agenda:
        if isinstance(item, Use):
            library = catalogue.entities.find(item.use, entity.key.programme)
            yield taken_up(item, library) if isinstance(library, LibraryActivity) else _without_library(item)


def _without_library(use: Use) -> Activity:
    """Return what the session itself writes about a step that is not in the library."""
    override = use.node.get("override")
    node = override if isinstance(override, nodes.Mapping) else nodes.Mapping((), use.span)
    unknown = {"title": use.id, "kind": "exercise", "minutes": 0, "priority": "core"}
    given = {name: value for name, value in unknown.items() if node.get(name) is None}
    return structure(Activity, node, id=use.id, use=None, **given)
