"""What can be referred to: the ids that are there, by what refers to them, with their titles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kring.source.documents import Key, Sources
from kring.source.kinds import KINDS, Kind
from kring.source.names import is_id
from kring.source.nodes import Mapping as Fields
from kring.source.nodes import Scalar, Sequence

MEDIA = "media"
"""What schemas call a reference to a media file."""

STEP = "module_step"
"""What schemas call a reference to a step of a module."""

BY_FIELD = tuple(kind for kind, spec in KINDS.items() if spec.by_field)
"""The kinds that fields of other files refer to by id."""


@dataclass(frozen=True, slots=True)
class Target:
    """Something to refer to: its id or file name, its title, and the programme it belongs to (None: library)."""

    id: str
    title: str
    programme: str | None = None


@dataclass(frozen=True, slots=True)
class Targets:
    """All that can be referred to. `by_ref` goes by the schemas' `x-ref`; `steps` are those of each module, by its id.

    A module whose file cannot be read is a target, but its steps are not known: it is not among `steps`.
    """

    by_ref: Mapping[str, tuple[Target, ...]]
    steps: Mapping[str, tuple[Target, ...]]


NOTHING = Targets(MappingProxyType({}), MappingProxyType({}))
"""Where there is no content yet."""


def targets(sources: Sources) -> Targets:
    """Return what can be referred to in `sources`, in the order of ids. A file with a mistake in it is one too."""
    titles = {document.key: _text(document.root, "title") for document in sources.documents}
    keys = {*titles, *(key for key in sources.unreadable if is_id(key.id))}
    by_ref: dict[str, tuple[Target, ...]] = {
        kind.value: _sorted(Target(key.id, titles.get(key, key.id), _owner(key)) for key in keys if key.kind is kind)
        for kind in BY_FIELD
    }
    by_ref[MEDIA] = _sorted(Target(asset.name, asset.path, asset.programme) for asset in sources.assets)
    steps = {
        document.key.id: tuple(_steps(document.root))
        for document in sources.documents
        if document.key.kind is Kind.MODULE
    }
    return Targets(MappingProxyType(by_ref), MappingProxyType(steps))


def _owner(key: Key) -> str | None:
    return None if key.kind is Kind.PROGRAMME else key.programme


def _sorted(found: Iterator[Target]) -> tuple[Target, ...]:
    return tuple(sorted(found, key=lambda target: (target.id, target.programme or "")))


def _steps(root: Fields) -> Iterator[Target]:
    steps = root.get("steps")
    for step in steps.items if isinstance(steps, Sequence) else ():
        if isinstance(step, Fields) and is_id(id := _text(step, "id")):
            yield Target(id, _text(step, "title"))


def _text(node: Fields, name: str) -> str:
    value = node.get(name)
    return value.value if isinstance(value, Scalar) and isinstance(value.value, str) else ""
