"""Numbers in the names of sessions: Kring counts the sessions itself, and two with one number confuse everybody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kring.findings import Finding, Span
from kring.model.catalogue import Catalogue
from kring.source.names import is_id

_NUMBERED = re.compile(r"(?:(?:sessie|session|bijeenkomst)-?)?0*([0-9]+)(?:-(.+))?")


def doubled(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield sessions of a programme whose names begin with the number of another one."""
    for plan in catalogue.plans.values():
        first: dict[str, tuple[str, Span]] = {}
        for session in plan.sessions:
            id, place = session.session.key.id, session.entry.session.span
            named = _NUMBERED.fullmatch(id)
            if named is None or first.setdefault(named[1], (id, place))[0] == id:
                continue
            other, other_place = first[named[1]]
            better = {"better": named[2]} if named[2] and is_id(named[2]) else {}
            facts = {"id": id, "other": other, "number": named[1], "place": str(session.number)}
            yield Finding("programme/session-number-twice", place, facts | better, (other_place,))
