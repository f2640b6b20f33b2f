"""Asking ahead: what is asked of each file by itself is found out by several processes, where there is much of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

from kring.beside import shared, unheard
from kring.memory import Memory

Ask = tuple[Any, ...]
"""A function and what it is given."""

MANY = 400
"""Files of which something is not known yet, from which on other processes save more time than they take to start."""


@contextmanager
def ask_ahead(memory: Memory, files: Iterable[Sequence[Ask]]) -> Iterator[Callable[[], None]]:
    """Begin to find out in other processes what the functions in `files` (what is asked of each file) return.

    Yield a function that helps with what is left, and lets `memory` know it all; until it is called, this process
    can do other things. The results must be picklable. Where there is little, or the memory is not a brief one, it is
    left to whoever asks for it.
    """
    # Who checks again and again does other things meanwhile, and cannot be copied at any time.
    new = [asks for asks in files if not all(memory.knows(*ask) for ask in asks)] if memory.brief else []
    if len(new) < MANY:
        yield lambda: None
        return
    with shared([partial(_answers, asks) for asks in new]) as finish:
        yield lambda: _learn(memory, new, finish(unheard))


def _answers(asks: Sequence[Ask]) -> list[Any]:
    return [function(*given) for function, *given in asks]


def _learn(memory: Memory, files: Iterable[Sequence[Ask]], answers: Iterable[list[Any]]) -> None:
    for asks, found in zip(files, answers, strict=True):
        for ask, answer in zip(asks, found, strict=True):
            memory.learn(answer, *ask)
