"""Answers: under which name what somebody fills in is kept, on a device of their own.

A name is made of ids alone, so that it outlives numbers, versions and translations. Pages also say which names
things had before, so that what was kept then is found again.
"""

from __future__ import annotations

from kring.source.documents import Key


def form_name(key: Key) -> str:
    """Return the name of a form: its kind, the programme that it belongs to (none: the library), and its id."""
    return "/".join(filter(None, (key.kind.value, key.programme, key.id)))
