"""A session's place in the order of its programme: a line more in programme.yml, all else as it was."""

from __future__ import annotations

from pathlib import Path

from kring.findings import Edit, Finding, Position, Span
from kring.mending.apply import mended
from kring.mending.files import read_back, write_back
from kring.source.documents import Document
from kring.source.nodes import Mapping, Scalar, Sequence


def put_in_order(root: Path, programme: Document, session: str, after: str | None = None) -> bool:
    """Write `session` into the order of `programme` on disk; return whether that could be done."""
    edit = placed(programme, session, after)
    if edit is None:
        return False
    needed = Finding("reference/session-not-in-programme", edit.span, {"id": session}, edits=(edit,))
    before = read_back(root, {programme.path: programme.text}, [needed])
    return bool(before) and not write_back(root, before, mended(before, [needed]))


def placed(programme: Document, session: str, after: str | None = None) -> Edit | None:
    """Return the edit that puts `session` behind `after`, or last; None where the order is not written as a list.

    Where the sessions before keep a distance in days, the new one keeps the same.
    """
    sessions = programme.root.get("sessions")
    items = [item for item in sessions.items if isinstance(item, Mapping)] if isinstance(sessions, Sequence) else []
    ids = [_text(item, "session") for item in items]
    if not items or (after is not None and after not in ids):
        return None
    item = items[ids.index(after) if after is not None else -1]
    lines = programme.text.split("\n")
    first = item.span.start.line - 1
    margin = item.span.start.column - 3
    if margin < 0 or not lines[first][margin:].startswith("- "):
        return None
    last = _last_line(lines, first, margin)
    place = Position(last + 1, len(lines[last]) + 1)
    new = [f"{' ' * margin}- session: {session}"]
    days = items[-1].get("days_after_previous")
    if isinstance(days, Scalar):
        new.append(f"{' ' * margin}  days_after_previous: {days.value}")
    return Edit(Span(programme.path, place, place), "".join(f"\n{line}" for line in new))


def order(programme: Document) -> tuple[str, ...]:
    """Return the ids of the sessions of a programme, in order."""
    sessions = programme.root.get("sessions")
    items = sessions.items if isinstance(sessions, Sequence) else ()
    return tuple(_text(item, "session") for item in items if isinstance(item, Mapping))


def _last_line(lines: list[str], first: int, margin: int) -> int:
    """Return the last line (from 0) of an item, with the comments that are set in as far as its fields."""
    last = first
    for number in range(first + 1, len(lines)):
        line = lines[number]
        if not line.strip() or len(line) - len(line.lstrip()) <= margin:
            break
        last = number
    return last


def _text(node: Mapping, name: str) -> str:
    value = node.get(name)
    return str(value.value) if isinstance(value, Scalar) else ""
