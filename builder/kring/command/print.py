"""`kring print`: the books of one programme, or the guide of one session, as PDF."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import click

from kring.build import print_books, refused_by_print
from kring.command.bilingual import BilingualArgument, BilingualCommand, BilingualOption
from kring.command.completing import kept_versions, programme_ids, session_numbers
from kring.command.options import (
    FOLDER,
    NUMBER,
    WholeNumber,
    language_option,
    preview_option,
    quiet_option,
    root_option,
    verbose_option,
)
from kring.command.output import OutputOptions, print_findings
from kring.command.programme_choice import THERE_ARE, chosen_plan, way_on
from kring.command.progress import watched
from kring.model.released import Released, released
from kring.pipeline import Checked, check
from kring.print.book import Book
from kring.print.typst_engine import PrintError
from kring.publish.refusal import NO_ROOM, OutputRefused, refusing
from kring.publish.single_files import write_files
from kring.rules.rule import Phrase
from kring.timings import Stopwatch

_NO_RELEASE = Phrase("Van ‘{}’ is geen versie {} vastgelegd.", "Of ‘{}’ no version {} was kept.")
_NO_RELEASES = Phrase("Leg een versie vast met: kring release {}.", "Keep a version with: kring release {}.")
_NOT_UNDERSTOOD = Phrase(
    "De teksten van versie {} volgen de regels van nu niet: Kring kan er niet mee vergelijken.",
    "The texts of version {} break rules of today: Kring cannot compare with them.",
)
_NO_SESSION = Phrase("Programma ‘{}’ heeft geen sessie {}.", "The programme ‘{}’ has no session {}.")


@click.command(
    "print",
    cls=BilingualCommand,
    about=Phrase(
        "Maakt de boeken van PROGRAMMA als PDF, of de handleiding van één sessie.",
        "Print the books of PROGRAMME as PDF, or the guide of one session.",
    ),
)
@click.argument(
    "programme", cls=BilingualArgument, placeholder=Phrase("PROGRAMMA", "PROGRAMME"), shell_complete=programme_ids
)
@root_option
@click.option(
    "--session",
    cls=BilingualOption,
    type=WholeNumber(1),
    placeholder=NUMBER,
    shell_complete=session_numbers,
    about=Phrase(
        "Alleen de handleiding van deze sessie, met haar nummer.", "Only the guide of this session, by its number."
    ),
)
@click.option(
    "--since",
    cls=BilingualOption,
    placeholder=Phrase("VERSIE", "VERSION"),
    shell_complete=kept_versions,
    about=Phrase(
        "Ook een blad met wat er is veranderd sinds deze vastgelegde versie, en tekens in de handleiding.",
        "Also a sheet of what changed since this release, and marks in the manual.",
    ),
)
@click.option(
    "--out",
    cls=BilingualOption,
    type=click.Path(file_okay=False, path_type=Path),
    placeholder=FOLDER,
    about=Phrase(
        "De map waarin de boeken komen. Anders: print, en met --preview print-preview.",
        "The folder for the books. Otherwise print, and with --preview print-preview.",
    ),
)
@preview_option
@quiet_option
@verbose_option
@language_option
def command(
    *,
    programme: str,
    root: Path,
    session: int | None,
    since: str | None,
    out: Path | None,
    preview: bool,
    quiet: bool,
    verbose: bool,
    language: str,
) -> None:
    """Check, print, and say where the books are."""
    out = out or Path("print-preview" if preview else "print")
    options = OutputOptions(language, quiet=quiet, verbose=verbose)
    with watched(language, quiet=quiet) as clock:
        checked = check(root, preview=preview, clock=clock)
        if checked.sound:
            _check_choice(checked, programme, session, language)
            then = _release(checked, programme, since, language) if since is not None else None
            with clock("print"):
                checked, pdfs = _printed(
                    checked, print_books(checked, programme, session=session, since=then), out, clock
                )
    # Where something is wrong, this is the end.
    print_findings(checked, root, options)
    try:
        left_behind = write_files(out, pdfs, root=root)
    except OutputRefused as refusal:
        print_findings(replace(checked, findings=(refusal.finding,)), root, options)
        raise
    if left_behind:
        print_findings(replace(checked, findings=left_behind), root, options)
    if not quiet:
        for name in pdfs:
            click.echo(str(out / name))


def _printed(
    checked: Checked, books: Mapping[str, Book], out: Path, clock: Stopwatch
) -> tuple[Checked, dict[str, bytes]]:
    """Return the PDFs by file name, and the outcome with what could not be printed."""
    pdfs = {}
    try:
        with refusing(out.as_posix(), only=NO_ROOM):
            for number, (name, book) in enumerate(books.items(), start=1):
                clock.count(number, len(books))
                pdfs[name] = book.pdf()
    except PrintError as error:
        return refused_by_print(error, checked), {}
    except OutputRefused as refusal:
        return replace(checked, findings=(refusal.finding,)), {}
    return checked, pdfs


def _release(checked: Checked, programme: str, version: str, language: str) -> Released:
    """Return the release that was asked for, read by the rules of today. Raises UsageError."""
    known = {each.version: each for each in checked.releases if each.programme == programme}
    if version not in known:
        told = _NO_RELEASE.in_language(language).format(programme, version)
        way = way_on(version, list(known), language) if known else _NO_RELEASES.in_language(language).format(programme)
        raise click.UsageError(f"{told} {way}")
    found = released(known[version])
    if found.catalogue is None:
        raise click.UsageError(_NOT_UNDERSTOOD.in_language(language).format(version))
    return found


def _check_choice(checked: Checked, programme: str, session: int | None, language: str) -> None:
    """Refuse a programme or session that is not there to print."""
    known = {each.key.id: each for each in checked.plans["participant"].participant.programmes}
    numbers = [each.number for each in chosen_plan(known, programme, language).sessions]
    if session is not None and session not in numbers:
        way = THERE_ARE.in_language(language).format(", ".join(map(str, numbers)))
        raise click.UsageError(f"{_NO_SESSION.in_language(language).format(programme, session)} {way}")
