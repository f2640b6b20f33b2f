"""Questions to a person at a terminal. In a pipe nobody is asked: what has no answer takes its default."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import click

from kring.command.streams import on_a_terminal
from kring.rules.rule import Phrase
from kring.schema.fields import Schema
from kring.schema.keywords import DATES, ContentValidator
from kring.source.decode import deceives

_NEEDED = Phrase("Zet erbij: {}", "Say which: {}")


@dataclass(frozen=True, slots=True)
class Question:
    """Something to know: the option that tells it, the words that ask it, and what is wrong with an answer."""

    option: str
    words: Phrase
    wrong: Callable[[str], Phrase | None] = lambda _: None


def answer(question: Question, given: str | None, default: str | None, language: str) -> str:
    """Return what was given, what the person at the terminal says, or in a pipe the default.

    Raises:
        click.UsageError: what was given is wrong, or nobody can be asked and there is no default.

    """
    if given is not None:
        if (told := question.wrong(given)) is not None:
            raise click.UsageError(f"{question.option}: {told.in_language(language)}")
        return given
    if not on_a_terminal():
        if default is None:
            raise click.UsageError(_NEEDED.in_language(language).format(question.option))
        return default
    while True:
        said: str = click.prompt(
            question.words.in_language(language), default=default, err=True, prompt_suffix=" "
        ).strip()
        if (told := question.wrong(said)) is None:
            return said
        click.echo(told.in_language(language), err=True)


def follows(schema: Schema, told: Phrase) -> Callable[[str], Phrase | None]:
    """Return a check of answers: `told` where one is not what `schema` asks for, or holds what no file may hold."""
    validator: Any = ContentValidator(schema, format_checker=DATES)
    return lambda said: None if validator.is_valid(said) and not deceives(said) else told
