"""`kring check`: every mistake in the content, for a person or for a program; with `--fix` what Kring can mend."""

from __future__ import annotations

import sys
from datetime import date
from functools import partial
from pathlib import Path

import click

from kring.command.bilingual import BilingualCommand, BilingualOption
from kring.command.options import (
    FILE,
    OneOf,
    language_option,
    preview_option,
    quiet_option,
    root_option,
    timings_option,
    verbose_option,
)
from kring.command.output import OutputOptions, exit_on_errors, exit_on_refusal, print_timings, report_of
from kring.command.progress import watched
from kring.command.reporters.formats import FORMATS
from kring.command.reporters.report import Report
from kring.command.reporters.terminal import as_text, print_report, summary
from kring.command.streams import console, write_file, write_output
from kring.pipeline import check
from kring.rules.rule import Phrase

TEXT = "text"

_YES_ALONE = Phrase("--yes hoort bij --fix.", "--yes goes with --fix.")
_WRITTEN = Phrase("Geschreven: {}", "Written: {}")


@click.command(
    "check",
    cls=BilingualCommand,
    about=Phrase(
        "Meldt elke fout in de inhoud, met de plek en hoe je haar herstelt.",
        "Report every mistake in the content, with its place and a way to mend it.",
    ),
    more=Phrase(
        "Status: 0 geen fouten (waarschuwingen mogen), 1 fouten, 2 verkeerd gebruik. "
        "De paden in github, gitlab en sarif gelden vanaf de map waarin je de opdracht geeft.",
        "Status: 0 no errors (warnings may be there), 1 errors, 2 wrong use. "
        "Paths in github, gitlab and sarif are those from the folder in which the command is given.",
    ),
)
@root_option
@click.option(
    "--format",
    "form",
    cls=BilingualOption,
    type=OneOf([TEXT, *FORMATS]),
    default=TEXT,
    show_default=True,
    about=Phrase(
        "Voor wie het verslag is: text voor mensen, json voor programma's, github, gitlab en sarif voor die plekken.",
        "Whom the report is for: text for people, json for programs, github, gitlab and sarif for those.",
    ),
)
@click.option(
    "--output",
    "-o",
    cls=BilingualOption,
    type=click.Path(dir_okay=False, path_type=Path),
    placeholder=FILE,
    about=Phrase("Schrijf het verslag in dit bestand.", "Write the report into this file."),
)
@click.option(
    "--fix",
    "fixing",
    cls=BilingualOption,
    is_flag=True,
    about=Phrase(
        "Herstel wat Kring zelf kan herstellen. Toont eerst het verschil, en vraagt of het goed is.",
        "Mend what Kring can mend itself. Shows the difference first, and asks whether it is right.",
    ),
)
@click.option(
    "--yes",
    "-y",
    cls=BilingualOption,
    is_flag=True,
    about=Phrase("Herstel zonder te vragen.", "Mend without asking."),
)
@click.option(
    "--due",
    cls=BilingualOption,
    is_flag=True,
    about=Phrase(
        "Datums die voorbij zijn, zijn fouten in plaats van waarschuwingen.",
        "Dates that have passed are errors instead of warnings.",
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
    form: str,
    output: Path | None,
    fixing: bool,
    yes: bool,
    due: bool,
    preview: bool,
    quiet: bool,
    verbose: bool,
    timings: bool,
    language: str,
) -> None:
    """Check, mend where that was asked, and report."""
    if yes and not fixing:
        raise click.UsageError(_YES_ALONE.in_language(language))
    options = OutputOptions(language, quiet=quiet, verbose=verbose)
    look = partial(check, root, preview=preview, today=date.today(), due=due)
    with watched(language, quiet=quiet) as clock:
        checked = look(clock=clock)
    if fixing:
        from kring.command.fixing import fix  # noqa: PLC0415 -- only where it is asked for

        checked = fix(root, checked, look, console(to_output=form == TEXT), language, yes=yes)
    report = report_of(checked, root, language)
    if output is not None:
        with exit_on_refusal(language):
            write_file(output, root, _written(report, form, options), language)
        if not quiet:
            click.echo(summary(report), err=True)
            click.echo(_WRITTEN.in_language(language).format(output), err=True)
    elif form != TEXT:
        write_output(_written(report, form, options))
    elif report.findings or not quiet:
        print_report(console(to_output=True), report, verbose=verbose)
        sys.stdout.flush()
    if timings:
        print_timings(clock)
    exit_on_errors(report, root)


def _written(report: Report, form: str, options: OutputOptions) -> str:
    return as_text(report, verbose=options.verbose) if form == TEXT else FORMATS[form](report)
