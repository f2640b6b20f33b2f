"""Sessions of the library: each programme that takes one up has it as its own, with what it overrides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kring.source.documents import Document, Key, Sources
from kring.source.kinds import Kind
from kring.source.nodes import Mapping as Fields
from kring.source.nodes import Node, Scalar, Sequence


def taken_up(sources: Sources, valid: Mapping[Key, Document]) -> dict[Key, Document | None]:
    """Return every session that a programme has from the library, by its key in that programme.

    Each is the library's file with whole fields of `override` in their place. Every value keeps the place where it was
    written, so that findings lead there. None where the file has mistakes of its own.
    """
    written = sources.unreadable.union(document.key for document in sources.documents)
    found: dict[Key, Document | None] = {}
    for document in sources.documents:
        if document.key.kind is Kind.PROGRAMME:
            programme = valid.get(document.key)
            for id, override in _entries((programme or document).root):
                key, library = Key(Kind.SESSION, id, document.key.id), Key(Kind.SESSION, id)
                if key in written or library not in written or key in found:
                    continue
                shared = valid.get(library)
                found[key] = shared and _as_own(shared, key, override if programme else None, document)
    return found


def _as_own(shared: Document, key: Key, override: Node | None, programme: Document) -> Document:
    if not isinstance(override, Fields):
        return replace(shared, key=key)
    replaced = {entry.key: entry for entry in override.entries}
    kept = tuple(replaced.pop(entry.key, entry) for entry in shared.root.entries)
    root = replace(shared.root, entries=(*kept, *replaced.values()))
    return replace(shared, key=key, root=root, text=f"{shared.text}\n{programme.text}")


def _entries(programme: Fields) -> Iterator[tuple[str, Node | None]]:
    """Yield the id of each session in the order of a programme, with what is overridden of it."""
    sessions = programme.get("sessions")
    for item in sessions.items if isinstance(sessions, Sequence) else ():
        id = item.get("session") if isinstance(item, Fields) else None
        if isinstance(item, Fields) and isinstance(id, Scalar):
            yield str(id.value), item.get("override")
