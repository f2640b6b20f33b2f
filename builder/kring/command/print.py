"""`kring print`: the books of one programme, or the guide of one session, as PDF."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from kring.build import refused_by_print
from kring.command.bilingual import BilingualArgument, BilingualCommand, BilingualOption
from kring.command.completing import programme_ids, session_numbers
from kring.command.options import (
    FOLDER,
    NUMBER,
    OneOf,
    WholeNumber,
    language_option,
    preview_option,
    quiet_option,
    root_option,
    verbose_option,
)
from kring.command.output import OutputOptions, print_findings
from kring.command.progress import watched
from kring.nearest import nearest
from kring.pipeline import Checked, check
from kring.print.books import BLANKS, KINDS, Wish, wished
from kring.print.typst_engine import PrintError
from kring.publish.refusal import NO_ROOM, OutputRefused, refusing
from kring.publish.single_files import write_files
from kring.rules.rule import Phrase
from kring.timings import Stopwatch

_NO_PROGRAMME = Phrase("Er is geen programma ‘{}’.", "There is no programme ‘{}’.")
_NEAR = Phrase("Bedoel je ‘{}’?", "Did you mean ‘{}’?")
_THERE_ARE = Phrase("Wel: {}.", "There are: {}.")
_NO_SESSION = Phrase("Programma ‘{}’ heeft geen sessie {}.", "The programme ‘{}’ has no session {}.")

_MINUTES_OF_WHAT = Phrase(
    "--minutes hoort bij één sessie: zet er --session bij.", "--minutes is about one session: add --session."
)
_OF_THE_WHOLE = Phrase(
    "‘{}’ is er voor de hele training: laat --session weg.", "‘{}’ is for the whole programme: leave --session out."
)
_KIND = Phrase("SOORT", "KIND")


@click.command(
    "print",
    cls=BilingualCommand,
    about=Phrase(
        "Maakt alle boeken en bladen van PROGRAMMA als PDF, of wat je voor één sessie nodig hebt.",
        "Print all books and sheets of PROGRAMME as PDF, or what is needed for one session.",
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
        "Het draaiboek van deze sessie, met haar nummer, en alles om ervoor te kopiëren en te knippen.",
        "The guide of this session, by its number, and all that is copied and cut for it.",
    ),
)
@click.option(
    "--only",
    cls=BilingualOption,
    type=OneOf(KINDS),
    placeholder=_KIND,
    about=Phrase(
        "Alleen dit: werkbladen (handouts), huiswerk (homework), vragenlijsten (questionnaires), kaartjes (cards), "
        "presentielijst (attendance), bewijs van deelname (certificate) of folder (leaflet).",
        "Only these sheets, or this blank: {}.",
    ),
)
@click.option(
    "--large",
    is_flag=True,
    cls=BilingualOption,
    about=Phrase(
        "In grote letters (16 punten): wat deelnemers lezen en invullen.",
        "In large print (16 points): what participants read and fill in.",
    ),
)
@click.option(
    "--minutes",
    cls=BilingualOption,
    type=WholeNumber(1),
    placeholder=NUMBER,
    about=Phrase(
        "Met --session: het draaiboek voor zoveel minuten. Wat wegvalt en wat korter wordt, volgt uit de gewichten.",
        "With --session: the guide for so many minutes. What goes and what gets shorter follows from the priorities.",
    ),
)
@click.option(
    "--participants",
    cls=BilingualOption,
    type=WholeNumber(1),
    placeholder=NUMBER,
    about=Phrase("Voor zoveel deelnemers.", "For so many participants."),
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
    only: str | None,
    large: bool,
    minutes: int | None,
    participants: int | None,
    out: Path | None,
    preview: bool,
    quiet: bool,
    verbose: bool,
    language: str,
) -> None:
    """Check, print, and say where the books are."""
    out = out or Path("print-preview" if preview else "print")
    wish = Wish(session, only, large, minutes, participants)
    _check_wish(wish, language)
    options = OutputOptions(language, quiet=quiet, verbose=verbose)
    with watched(language, quiet=quiet) as clock:
        checked = check(root, preview=preview, clock=clock)
        if checked.sound:
            _check_choice(checked, programme, session, language)
            with clock("print"):
                checked, pdfs = _printed(checked, programme, wish, out, clock)
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
    checked: Checked, programme: str, wish: Wish, out: Path, clock: Stopwatch
) -> tuple[Checked, dict[str, bytes]]:
    """Return the PDFs by file name, and the outcome with what could not be printed."""
    books = wished(checked.plans, programme, wish)
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


def _check_wish(wish: Wish, language: str) -> None:
    """Refuse what does not go together."""
    if wish.minutes is not None and wish.session is None:
        raise click.UsageError(_MINUTES_OF_WHAT.in_language(language))
    if wish.session is not None and wish.only in BLANKS:
        raise click.UsageError(_OF_THE_WHOLE.in_language(language).format(wish.only))


def _check_choice(checked: Checked, programme: str, session: int | None, language: str) -> None:
    """Refuse a programme or session that is not there to print."""
    known = {each.key.id: each for each in checked.plans["participant"].participant.programmes}
    if programme not in known:
        near = nearest(programme, known)
        way = (
            _NEAR.in_language(language).format(near)
            if near
            else _THERE_ARE.in_language(language).format(", ".join(known))
        )
        raise click.UsageError(f"{_NO_PROGRAMME.in_language(language).format(programme)} {way}")
    numbers = [each.number for each in known[programme].sessions]
    if session is not None and session not in numbers:
        way = _THERE_ARE.in_language(language).format(", ".join(map(str, numbers)))
        raise click.UsageError(f"{_NO_SESSION.in_language(language).format(programme, session)} {way}")
