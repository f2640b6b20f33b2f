"""A fault: a finding in one piece of a text, before its place is known in the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kring.prose.places import Place

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Fault:
    """`rule` and `facts` as in a finding; `place` is in the piece."""

    rule: str
    place: Place
    facts: Mapping[str, str] = field(default_factory=dict)


def shown(words: str) -> str:
    """Return author text as a message can quote it: on one line, not too long."""
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
