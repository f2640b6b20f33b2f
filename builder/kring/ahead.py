"""Asking ahead: what is asked of each file by itself is found out by two processes, where there is much of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

from kring.beside import CAN_FORK, beside
from kring.memory import Memory

Ask = tuple[Any, ...]
"""A function and what it is given."""

MANY = 400
"""Files of which something is not known yet, from which on a second process saves more time than it takes to start."""

BATCHES = 200
"""Into so many the work is divided: each has a number of one byte, and both processes end at about the same time."""


@contextmanager
def ask_ahead(memory: Memory, files: Iterable[Sequence[Ask]]) -> Iterator[Callable[[], None]]:
    """Begin to find out in a second process what the functions in `files` (what is asked of each file) return.

    Yield a function that helps with what is left, and lets `memory` know it all; until it is called, this process
    can do other things. The results must be picklable. Where there is little, it is left to whoever asks for it.
    """
    new = [asks for asks in files if not all(memory.knows(*ask) for ask in asks)]
    if len(new) < MANY or not CAN_FORK:
        yield lambda: None
        return
    batches = [new[at::BATCHES] for at in range(min(BATCHES, len(new)))]
    # Of the numbers in a pipe each can be read once: whichever process is free takes the next.
    numbers, give = os.pipe()
    os.write(give, bytes(range(len(batches))))
    os.close(give)
    try:
        with beside(partial(_answered, batches, numbers)) as wait:
            yield lambda: _finish(memory, batches, numbers, wait)
    finally:
        os.close(numbers)


def _finish(
    memory: Memory, batches: Sequence[Sequence[Sequence[Ask]]], numbers: int, wait: Callable[[], dict[int, list[Any]]]
) -> None:
    found = _answered(batches, numbers)
    for number, answers in (found | wait()).items():
        asked = (ask for asks in batches[number] for ask in asks)
        for ask, answer in zip(asked, answers, strict=True):
            memory.learn(answer, *ask)


def _answered(batches: Sequence[Sequence[Sequence[Ask]]], numbers: int) -> dict[int, list[Any]]:
    """Take batches until there are none, and return the answers by the number of the batch."""
    found: dict[int, list[Any]] = {}
    while taken := os.read(numbers, 1):
        found[taken[0]] = [_answer(*ask) for asks in batches[taken[0]] for ask in asks]
    return found


def _answer(function: Callable[..., object], *given: object) -> object:
    return function(*given)
