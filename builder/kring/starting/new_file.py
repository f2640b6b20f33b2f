"""One new content file, or for a programme two: where it stands, and what is in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kring.editor.references import Targets
from kring.editor.settings import modeline
from kring.source.documents import Key, Sources
from kring.source.kinds import KINDS, MARKDOWN_KINDS, Kind
from kring.source.names import MAX_ID, id_from, is_reserved
from kring.source.paths import path_of
from kring.starting.available import Available
from kring.starting.filled import Answers, filled

FIRST_SESSION = "eerste-sessie"
"""The id of the session with which a new programme begins."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What file an author wants: its key, and the answers that go into it.

    `active` are fields that the example shows as a comment and that count in this file. Texts are `marked` as still
    to be written, unless the file is itself an example.
    """

    key: Key
    answers: Answers = field(default_factory=dict)
    active: frozenset[str] = frozenset()
    given: Mapping[str, str] = field(default_factory=dict)
    """Kind of reference → the id to use for it."""

    marked: bool = True


def file_for(wish: Wish, targets: Targets, today: date, *, with_modeline: bool, guide: bool = True) -> tuple[str, str]:
    """Return the path and the text of the file that `wish` asks for.

    With a modeline, editors of all kinds find its schema; Markdown has none. A `guide` shows and explains all fields.
    """
    kind = wish.key.kind
    available = Available(targets, wish.key.programme, wish.given)
    text = filled(kind, wish.answers, available, today, active=wish.active, marked=wish.marked, guide=guide)
    path = path_of(wish.key)
    head = f"{modeline(kind, path)}\n" if with_modeline and kind not in MARKDOWN_KINDS else ""
    return path, head + text


def programme_with_session(id: str, title: str, session_title: str) -> tuple[Wish, Wish]:
    """Return the wishes for a new programme, a draft, and for the session with which it begins."""
    session = {Kind.SESSION.value: FIRST_SESSION}
    return (
        Wish(Key(Kind.PROGRAMME, id, id), {("title",): title}, given=session),
        Wish(Key(Kind.SESSION, FIRST_SESSION, id), {("title",): session_title}),
    )


def in_the_way(key: Key, sources: Sources) -> str | None:
    """Return the path of the file that has this id already; None where it is free.

    An id is unique within a programme and the library together. A page and a programme of the same id would
    stand at the same address.
    """
    taken = {document.key: document.path for document in sources.documents}
    taken |= {other: path_of(other) for other in sources.unreadable}
    for other, path in taken.items():
        same_kind = other.kind is key.kind or (KINDS[other.kind].at_top and KINDS[key.kind].at_top)
        same_scope = key.programme == other.programme or None in (key.programme, other.programme)
        if other.id == key.id and same_kind and same_scope:
            return path
    return None


def id_for(title: str) -> str:
    """Return an id that says what `title` says, cut at a word; "" where it has no letters."""
    id = id_from(title)
    if is_reserved(id):
        return f"kring-{id}"
    return id if len(id) <= MAX_ID else id[: MAX_ID + 1].rpartition("-")[0] or id[:MAX_ID]
