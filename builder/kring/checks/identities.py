"""Every id names one thing: within a list, within a programme and the library together, and through time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Protocol, get_args, get_type_hints

from kring.findings import Finding, Span
from kring.model.activities import Use
from kring.model.catalogue import Catalogue
from kring.model.entities import Entity
from kring.model.values import Ref
from kring.prose.text import Prose
from kring.source import nodes
from kring.source.documents import Document, Key
from kring.source.kinds import Kind


class Named(Protocol):
    """One of the things in a list that each have an id: a step, a field, an option, a term."""

    @property
    def id(self) -> str: ...

    @property
    def span(self) -> Span: ...


def duplicate_ids(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield each id that stands in its list a second time. Questionnaires have checks of their own."""
    entities = catalogue.entities
    for key, entity in entities.by_key.items():
        if key.kind is not Kind.QUESTIONNAIRE:
            yield from _twice_in_a_list(entity, entities.documents[key])


def _twice_in_a_list(entity: Entity, document: Document) -> Iterator[Finding]:
    for items in _lists(entity):
        first: dict[str, Named] = {}
        for item in items:
            other = first.setdefault(item.id, item)
            if other is not item:
                places = [_place_of_id(document, each.span) for each in (item, other)]
                taken_up = {"use": item.id} if isinstance(item, Use) else {}
                yield Finding("id/duplicate", places[0], {"id": item.id, **taken_up}, (places[1],))


def sessions_listed_twice(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield each session that stands in the order of its programme a second time."""
    for plan in catalogue.plans.values():
        first: dict[str, Span] = {}
        for entry in plan.programme.sessions:
            ref = entry.session
            if ref.id in first:
                yield Finding("programme/session-twice", ref.span, {"id": ref.id}, (first[ref.id],))
            first.setdefault(ref.id, ref.span)


def sessions_of_one_title(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield each session of a programme with the title of one before it."""
    for plan in catalogue.plans.values():
        first: dict[str, Key] = {}
        for session in plan.sessions:
            key = session.session.key
            other = first.setdefault(session.session.title.casefold(), key)
            if other != key:
                places = [catalogue.entities.place(each, "title") for each in (key, other)]
                facts = {"title": session.session.title, "other": other.id}
                yield Finding("programme/same-title", places[0], facts, (places[1],))


def shadowed(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield each entity and media file of a programme with the name of one of the same kind in the library."""
    entities = catalogue.entities
    for key in entities.by_key:
        library = Key(key.kind, key.id)
        is_own = key.programme and key.kind is not Kind.PROGRAMME and not entities.is_shared(key)
        if is_own and library in entities.documents:
            places = Span(entities.documents[key].path), Span(entities.documents[library].path)
            yield Finding("id/shadowed", places[0], {"id": key.id, "kind": key.kind}, places[1:])
    # Names that differ in capitals alone are one name on many computers.
    shared = {name.casefold(): asset for (programme, name), asset in entities.assets.items() if programme is None}
    for asset in entities.assets.values():
        other = shared.get(asset.name.casefold())
        if asset.programme is not None and other is not None:
            yield Finding("id/shadowed", Span(asset.path), {"id": asset.name, "kind": "media"}, (Span(other.path),))


def former_ids(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield each former id that is the id of something else now, or is claimed by two."""
    entities = catalogue.entities
    groups: dict[tuple[Kind, str | None], dict[str, tuple[Key, Span | None]]] = defaultdict(dict)
    for key in entities.by_key:
        scope = None if key.kind is Kind.PROGRAMME else key.programme
        groups[key.kind, scope][key.id] = (key, None)
    for members in groups.values():
        yield from _former(members, entities.documents)
    for key, entity in entities.by_key.items():
        yield from _former_in_lists(entity, entities.documents[key])


def _former_in_lists(entity: Entity, document: Document) -> Iterator[Finding]:
    if "formerly" not in document.text and "\\" not in document.text:
        return  # hardly anything ever had another id (and a key may be written with a backslash)
    key, documents = entity.key, {entity.key: document}
    for items in _lists(entity):
        yield from _former({item.id: (key, item.span) for item in items}, documents)


def _former(members: Mapping[str, tuple[Key, Span | None]], documents: Mapping[Key, Document]) -> Iterator[Finding]:
    """Yield what is wrong with the former ids of things among which each id must be unique."""
    claimed: dict[str, Span] = {}
    for key, within in members.values():
        root = documents[key].root
        node = nodes.spanning(root, within) if within else root
        former = node.get("formerly") if isinstance(node, nodes.Mapping) else None
        for item in former.items if isinstance(former, nodes.Sequence) else ():
            id = str(item.value) if isinstance(item, nodes.Scalar) else ""
            other = _own_place(*members[id], documents) if id in members else claimed.get(id)
            if other is not None:
                yield Finding("id/formerly-in-use", item.span, {"id": id}, (other,))
            claimed.setdefault(id, item.span)


def _own_place(key: Key, within: Span | None, documents: Mapping[Key, Document]) -> Span:
    """Return where the id of something stands: in a list, or as the name of its file."""
    return _place_of_id(documents[key], within) if within else Span(documents[key].path)


def _place_of_id(document: Document, within: Span) -> Span:
    """Return where an item says its id: a step that is taken up has that of its activity, unless it says another."""
    item = nodes.spanning(document.root, within)
    by_use = isinstance(item, nodes.Mapping) and item.get("id") is None and item.get("use") is not None
    return nodes.at(item, iter(["use" if by_use else "id"])).span


def _lists(value: object) -> Iterator[tuple[Named, ...]]:
    """Yield each list of things with an id in `value`, wherever it stands."""
    if isinstance(value, tuple):
        kind: Any = type(value[0]) if value else None
        if value and _has_id(kind):
            yield value
        for item in value:
            yield from _lists(item)
    else:
        entity: Any = type(value)
        for name in _fields(entity):
            yield from _lists(getattr(value, name))


@cache
def _has_id(kind: Any) -> bool:
    return is_dataclass(kind) and kind is not Ref and {"id", "span"} <= {field.name for field in fields(kind)}


@cache
def _fields(kind: Any) -> tuple[str, ...]:
    """Return the names of the fields in which a list of things with an id may stand."""
    if not is_dataclass(kind) or kind in (Prose, Ref, nodes.Mapping):
        return ()
    hints = get_type_hints(kind)
    return tuple(field.name for field in fields(kind) if _may_hold(hints[field.name]))


def _may_hold(hint: Any) -> bool:
    """Tell whether there can be such a list in a value of type `hint`; most fields are words and numbers."""
    options = get_args(hint)
    return any(map(_may_hold, options)) if options else is_dataclass(hint)
