"""The ways out: a terminal or a pipe, with or without colour, in whatever letters they can carry."""

from __future__ import annotations

import codecs
import os
import sys
from io import TextIOWrapper
from pathlib import Path

import click
from rich.console import Console

from kring.own_files import LinkInTheWay, link_to, write_whole
from kring.rules.rule import Phrase
from kring.rules.source_disk import system_reason
from kring.system_reason import reason

_PLAIN = {
    "→": "->",
    "⍽": "_",
    "…": "...",
    "‘": "'",
    "’": "'",
    "“": '"',
    "”": '"',
    "–": "-",
    "—": "-",
    "·": "-",
    "•": "-",
    "│": "|",
    "✓": "+",
    "\u202f": " ",
}
"""What stands in for a sign of ours on a console that does not have it."""

_NOT_WRITTEN = Phrase("‘{}’ kan niet worden geschreven: {}.", "‘{}’ cannot be written: {}.")

LEGIBLE = "kring.legible"
"""The name of the way to write what a console has no letters for."""


def _legible(error: UnicodeError) -> tuple[str, int]:
    """Write signs that cannot be written as others that look alike, or by their number."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    return "".join(_PLAIN.get(sign, f"<U+{ord(sign):04X}>") for sign in missing), error.end


def make_legible() -> None:
    """See to it that nothing we say breaks on the letters of this console: Windows still has some with few."""
    codecs.register_error(LEGIBLE, _legible)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=LEGIBLE)


def console(*, to_output: bool = False) -> Console:
    """Return a console for people: standard error, or standard output where the text is what was asked for.

    Colours on a terminal only; never with NO_COLOR, always with FORCE_COLOR.
    """
    return Console(
        stderr=not to_output,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=True,
        no_color=True if os.environ.get("NO_COLOR") else None,
    )


def on_a_terminal() -> bool:
    """Tell whether a person looks on and can answer. Colours that are forced make no terminal of a pipe."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def write_output(text: str) -> None:
    """Write what a program will read to standard output: UTF-8 with plain line ends, whatever the console has."""
    click.echo(text.encode("utf-8", errors="replace"), nl=False)


def write_file(path: Path, root: Path, text: str, language: str) -> None:
    """Write a file, which may lie in the content under `root`, whole or not at all.

    Raises:
        LinkInTheWay: a link stands there, or in the content on the way to it.
        click.UsageError: it cannot be written there.

    """
    if (link := link_to(path, root)) is not None:
        raise LinkInTheWay(link)
    try:
        write_whole(path.parent, path.name, text.encode("utf-8", errors="replace"))
    except OSError as error:
        why = system_reason(reason(error)).in_language(language)
        raise click.UsageError(_NOT_WRITTEN.in_language(language).format(path, why)) from error
