"""Asking ahead: what is asked of each file by itself is found out by two processes, where there is much of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from kring.beside import CAN_FORK, beside
from kring.memory import Memory

Ask = tuple[Any, ...]
"""A function and what it is given."""

MANY = 400
"""Files of which something is not known yet, from which on a second process saves more time than it takes to start."""


def ask_ahead(memory: Memory, files: Iterable[Sequence[Ask]]) -> None:
    """Let `memory` know what the functions in `files` (what is asked of each file) return, if there is much of it.

    The results must be picklable. Where there is little, they are left to whoever asks for them.
    """
    new = [asks for asks in files if not all(memory.knows(*ask) for ask in asks)]
    if len(new) < MANY or not CAN_FORK:
        return
    ours, theirs = new[::2], new[1::2]
    with beside(partial(_answers, theirs)) as wait:
        for asks in ours:
            for ask in asks:
                memory(*ask)
        for asks, answers in zip(theirs, wait(), strict=True):
            for ask, answer in zip(asks, answers, strict=True):
                memory.learn(answer, *ask)


def _answers(files: Iterable[Sequence[Ask]]) -> list[list[object]]:
    return [[_answer(*ask) for ask in asks] for asks in files]


def _answer(function: Callable[..., object], *given: object) -> object:
    return function(*given)
