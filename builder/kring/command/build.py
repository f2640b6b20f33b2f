"""`kring build`: both sites with their books, or one edition into a folder of its own."""

from __future__ import annotations

from pathlib import Path

import click

from kring.build import build
from kring.command.bilingual import BilingualCommand, BilingualOption
from kring.command.options import (
    FOLDER,
    OneOf,
    language_option,
    preview_option,
    quiet_option,
    root_option,
    timings_option,
    verbose_option,
)
from kring.command.output import OutputOptions, print_findings, print_timings
from kring.command.progress import watched
from kring.pipeline import EDITIONS
from kring.rules.rule import Phrase

_NEEDS_OUT = Phrase(
    "Bij --edition hoort --out: de twee edities staan nooit in één map die online komt.",
    "--edition needs --out: the two editions never lie under one root.",
)
_TWO_ADDRESSES = Phrase(
    "Zet de twee mappen nooit samen op één adres.",
    "Never put the two folders at one address.",
)


@click.command(
    "build",
    cls=BilingualCommand,
    about=Phrase(
        "Maakt de twee sites met hun boeken in site/, of één editie in een map.",
        "Build both sites and their books into site/, or one edition into a folder.",
    ),
    more=Phrase(
        "Gaat er iets mis, dan blijft de vorige site zoals zij was.",
        "Whatever goes wrong, the last site stays as it was.",
    ),
)
@root_option
@click.option(
    "--edition",
    cls=BilingualOption,
    type=OneOf(EDITIONS),
    about=Phrase(
        "Maak alleen deze editie: participant (deelnemers) of facilitator (begeleiders). Hoort bij --out.",
        "Build one edition only; needs --out.",
    ),
)
@click.option(
    "--out",
    cls=BilingualOption,
    type=click.Path(path_type=Path),
    placeholder=FOLDER,
    about=Phrase(
        "De map waarin de site komt. Anders: site/ in de root, en met --preview site-preview/.",
        "The output folder. Otherwise site/ in the root, and with --preview site-preview/.",
    ),
)
@preview_option
@quiet_option
@verbose_option
@timings_option
@language_option
def command(
    *,
    root: Path,
    edition: str | None,
    out: Path | None,
    preview: bool,
    quiet: bool,
    verbose: bool,
    timings: bool,
    language: str,
) -> None:
    """Build, and say where the sites are."""
    if edition and out is None:
        raise click.UsageError(_NEEDS_OUT.in_language(language))
    target = out or root / ("site-preview" if preview else "site")
    with watched(language, quiet=quiet) as clock:
        checked = build(root, target, edition=edition, preview=preview, clock=clock)
    if timings:
        print_timings(clock)
    print_findings(checked, root, OutputOptions(language, quiet=quiet, verbose=verbose))
    if quiet:
        return
    for name in (edition,) if edition else EDITIONS:
        place = target if edition else target / name
        click.echo(f"{name}: {place / 'index.html'}")
    if edition is None and out is not None:
        click.echo(_TWO_ADDRESSES.in_language(language), err=True)
