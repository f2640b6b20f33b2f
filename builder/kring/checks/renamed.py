"""What was probably renamed: the one thing that nothing uses, and the one name that leads nowhere and fits it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import TypeVar

Lost = TypeVar("Lost")
Idle = TypeVar("Idle")


def renamed(
    lost: Collection[Lost], idle: Collection[Idle], fits: Callable[[Lost, Idle], bool], name: Callable[[Lost], str]
) -> Iterator[tuple[Lost, Idle]]:
    """Yield those of `lost` that can mean exactly one thing of `idle`, where no other name can have meant it."""
    for each in lost:
        found = [thing for thing in idle if fits(each, thing)]
        if len(found) == 1 and all(name(other) == name(each) for other in lost if fits(other, found[0])):
            yield each, found[0]
