"""`kring print`: the books of one programme, or the guide of one session, as PDF."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from kring.build import print_books, refused_by_print
from kring.command.bilingual import BilingualArgument, BilingualCommand, BilingualOption
from kring.command.completing import programme_ids, session_numbers
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
from kring.command.programme_choice import THERE_ARE, chosen_plan
from kring.command.progress import watched
from kring.pipeline import Checked, check
from kring.print.typst_engine import PrintError
from kring.publish.refusal import NO_ROOM, OutputRefused, refusing
from kring.publish.single_files import write_files
from kring.rules.rule import Phrase
from kring.timings import Stopwatch

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
            with clock("print"):
                checked, pdfs = _printed(checked, programme, session, out, clock)
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
    checked: Checked, programme: str, session: int | None, out: Path, clock: Stopwatch
) -> tuple[Checked, dict[str, bytes]]:
    """Return the PDFs by file name, and the outcome with what could not be printed."""
    books = print_books(checked, programme, session=session)
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


def _check_choice(checked: Checked, programme: str, session: int | None, language: str) -> None:
    """Refuse a programme or session that is not there to print."""
    known = {each.key.id: each for each in checked.plans["participant"].participant.programmes}
    numbers = [each.number for each in chosen_plan(known, programme, language).sessions]
    if session is not None and session not in numbers:
        way = THERE_ARE.in_language(language).format(", ".join(map(str, numbers)))
        raise click.UsageError(f"{_NO_SESSION.in_language(language).format(programme, session)} {way}")
