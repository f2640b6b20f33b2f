"""The programme that a command was given: found, or refused with those that there are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

import click

from kring.nearest import nearest
from kring.rules.rule import Phrase

_NO_PROGRAMME = Phrase("Er is geen programma ‘{}’.", "There is no programme ‘{}’.")
NEAR = Phrase("Bedoel je ‘{}’?", "Did you mean ‘{}’?")
THERE_ARE = Phrase("Wel: {}.", "There are: {}.")
Chosen = TypeVar("Chosen")


def chosen_plan(known: Mapping[str, Chosen], programme: str, language: str) -> Chosen:
    """Return what is known by the id of a programme. Raises UsageError, with what may have been meant."""
    if programme not in known:
        told = _NO_PROGRAMME.in_language(language).format(programme)
        raise click.UsageError(f"{told} {way_on(programme, list(known), language)}")
    return known[programme]


def way_on(asked: str, known: list[str], language: str) -> str:
    """Return what to say of something that is not there: what is like it, or all that there is."""
    near = nearest(asked, known)
    return NEAR.in_language(language).format(near) if near else THERE_ARE.in_language(language).format(", ".join(known))
