"""The commands of `kring`. Exit status: 0 done, 1 findings that are errors, 2 wrong use."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click
from rich.console import Console

from kring import __version__
from kring.command.report import report
from kring.command.serve import serve_editions
from kring.editions.facilitator import FacilitatorEdition
from kring.nearest import nearest
from kring.pipeline import EDITIONS, Checked, build, check, print_books, refused_by_print
from kring.print.typst_engine import PrintError
from kring.rules.phrasing import is_error
from kring.timings import Stopwatch

TWO_ADDRESSES = {
    "nl": "Zet de twee mappen nooit samen op één adres.",
    "en": "Never put the two folders at one address.",
}

root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The folder with site_config.yml, content/ and programs/. Default: this folder.",
)
language_option = click.option(
    "--language",
    type=click.Choice(["nl", "en"]),
    default="nl",
    envvar="KRING_LANGUAGE",
    show_default=True,
    help="The language of messages.",
)
preview_option = click.option("--preview", is_flag=True, help="Show drafts and programmes under review too.")
timings_option = click.option("--timings", is_flag=True, help="Say where the time went.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kring")
def cli() -> None:
    """Turn group programmes in YAML and Markdown into two sites and printed books."""


@cli.command("build")
@root_option
@click.option("--edition", type=click.Choice(EDITIONS), help="Build one edition only; needs --out.")
@click.option("--out", type=click.Path(path_type=Path), help="The output folder. Default: site/ in the root.")
@preview_option
@timings_option
@language_option
def build_command(
    root: Path, edition: str | None, out: Path | None, preview: bool, timings: bool, language: str
) -> None:
    """Build both sites and their books into site/, or one edition into a folder."""
    if edition and out is None:
        raise click.UsageError("--edition needs --out: the two editions never lie under one root.")
    target = out or root / "site"
    clock = Stopwatch()
    with _progress({"nl": "Bezig met bouwen …", "en": "Building …"}[language]):
        checked = build(root, target, edition=edition, preview=preview, clock=clock)
    _tell(checked, language, clock if timings else None)
    if checked.sound:
        for name in (edition,) if edition else EDITIONS:
            place = target if edition else target / name
            click.echo(f"{name}: {place / 'index.html'}")
        if edition is None and out is not None:
            click.echo(TWO_ADDRESSES[language], err=True)


@cli.command("check")
@root_option
@click.option("--due", is_flag=True, help="Dates that have passed are errors instead of warnings.")
@preview_option
@timings_option
@language_option
def check_command(root: Path, due: bool, preview: bool, timings: bool, language: str) -> None:
    """Report every mistake in the content, with its place and a way to mend it."""
    clock = Stopwatch()
    checked = check(root, preview=preview, today=date.today(), due=due, clock=clock)
    _tell(checked, language, clock if timings else None)


@cli.command("print")
@click.argument("programme")
@root_option
@click.option("--session", type=click.IntRange(min=1), help="Only the guide of this session, by its number.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=Path("print"), show_default=True)
@preview_option
@language_option
def print_command(programme: str, root: Path, session: int | None, out: Path, preview: bool, language: str) -> None:
    """Print the books of PROGRAMME, or the guide of one session, as PDF."""
    checked = check(root, preview=preview)
    if checked.sound:
        _check_choice(checked, programme, session, language)
    _tell(checked, language)
    try:
        books = print_books(checked, programme, session=session)
    except PrintError as error:
        _tell(refused_by_print(error, checked), language)
        raise
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, pdf in books.items():
            (out / name).write_bytes(pdf)
            click.echo(str(out / name))
    except OSError as error:
        raise click.ClickException(f"{out}: {error.strerror}") from error


def _check_choice(checked: Checked, programme: str, session: int | None, language: str) -> None:
    """Refuse a programme or session that is not there to print."""
    edition = checked.plans["facilitator"].edition
    assert isinstance(edition, FacilitatorEdition)
    known = {plan.id: plan for plan in edition.plans}
    if programme not in known:
        near = nearest(programme, known)
        names = ", ".join(known)
        raise click.UsageError(
            {
                "nl": f"Er is geen programma ‘{programme}’." + (f" Bedoel je ‘{near}’?" if near else f" Wel: {names}."),
                "en": f"There is no programme ‘{programme}’."
                + (f" Did you mean ‘{near}’?" if near else f" There are: {names}."),
            }[language]
        )
    numbers = [plan.number for plan in known[programme].sessions]
    if session is not None and session not in numbers:
        there = ", ".join(map(str, numbers))
        raise click.UsageError(
            {
                "nl": f"Programma ‘{programme}’ heeft geen sessie {session}. Wel: {there}.",
                "en": f"The programme ‘{programme}’ has no session {session}. There are: {there}.",
            }[language]
        )


@cli.command("serve")
@root_option
@click.option(
    "--port",
    type=click.IntRange(1, 65534),
    default=8000,
    show_default=True,
    help="The port for participants; facilitators get the next free one.",
)
@preview_option
@language_option
def serve_command(root: Path, port: int, preview: bool, language: str) -> None:
    """Build both editions and serve them on two ports of this machine, until Ctrl-C."""
    serve_editions(root, port, preview, lambda checked: _tell(checked, language))


def _tell(checked: Checked, language: str, clock: Stopwatch | None = None) -> None:
    """Report the findings; leave with status 1 where one of them is an error."""
    console = Console(stderr=True, highlight=False, no_color=True if os.environ.get("NO_COLOR") else None)
    report(console, checked.findings, checked.texts, language)
    if clock is not None:
        for step, seconds in clock.seconds.items():
            click.echo(f"{seconds:8.3f} s  {step}", err=True)
        click.echo(f"{sum(clock.seconds.values()):8.3f} s", err=True)
    if any(is_error(finding) for finding in checked.findings):
        raise SystemExit(1)


@contextmanager
def _progress(words: str) -> Iterator[None]:
    """Show that work goes on, on a terminal only."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield
        return
    with console.status(words):
        yield


def main() -> None:
    """Run the command line."""
    cli(prog_name="kring")
