"""`kring print`: the books of one programme, or the guide of one session, as PDF."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import click

from kring.build import refused_by_print
from kring.command.bilingual import BilingualArgument, BilingualCommand, BilingualOption
from kring.command.completing import kept_versions, programme_ids, session_numbers
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
from kring.command.programme_choice import THERE_ARE, chosen_plan, way_on
from kring.command.progress import watched
from kring.model.released import Released, released
from kring.pipeline import Checked, check
from kring.print.book import Book
from kring.print.books import BLANKS, KINDS, Wish, wished
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
    "--only",
    cls=BilingualOption,
    type=OneOf(KINDS),
    placeholder=_KIND,
    about=Phrase(
        "Alleen dit: werkbladen (handouts), huiswerk (homework), vragenlijsten (questionnaires), kaartjes (cards), "
        "presentielijst (attendance), bewijs van deelname (certificate) of folder (leaflet).",
        "Only these sheets, or this blank.",
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
    since: str | None,
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
            then = _release(checked, programme, since, language) if since is not None else None
            with clock("print"):
                books = wished(checked.plans, programme, replace(wish, since=then))
                checked, pdfs = _printed(checked, books, out, clock)
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


def _check_wish(wish: Wish, language: str) -> None:
    """Refuse what does not go together."""
    if wish.minutes is not None and wish.session is None:
        raise click.UsageError(_MINUTES_OF_WHAT.in_language(language))
    if wish.session is not None and wish.only in BLANKS:
        raise click.UsageError(_OF_THE_WHOLE.in_language(language).format(wish.only))


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
