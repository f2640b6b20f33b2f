"""The command `kring`: which commands there are, and how each ends.

Exit status: 0 done, 1 findings that are errors, 2 wrong use, 3 a mistake in Kring itself, 130 stopped with Ctrl-C.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
import traceback
from collections.abc import Sequence
from typing import Any

import click

from kring import __version__
from kring.command.bilingual import BilingualGroup, BilingualOption, Entry, chosen_language
from kring.command.completion import PROGRAM, VARIABLE
from kring.command.options import language_option
from kring.command.refusals import STOPPED, refusal
from kring.command.streams import make_legible
from kring.rules.rule import Phrase

STATUS_OF_CTRL_C = 130
STATUS_OF_A_BUG = 3

VALUES_BETWEEN_COLLECTIONS = 50_000

_A_BUG = Phrase(
    "Dit is een fout in Kring zelf, niet in je tekst. Stuur wat hierboven staat naar wie Kring voor je bijhoudt.",
    "This is a mistake in Kring itself, not in your text. Send what stands above to whoever looks after Kring for you.",
)

COMMANDS = (
    Entry(
        "init",
        "kring.command.init",
        Phrase("Maakt een nieuwe map met inhoud, om mee te beginnen.", "Make a new folder of content to begin with."),
    ),
    Entry(
        "new",
        "kring.command.new",
        Phrase(
            "Maakt een nieuw bestand: een sessie, huiswerk, een artikel …", "Make a new file: a session, homework …"
        ),
    ),
    Entry(
        "build",
        "kring.command.build",
        Phrase("Maakt de twee sites met hun boeken.", "Build both sites and their books."),
    ),
    Entry(
        "check",
        "kring.command.check",
        Phrase("Meldt elke fout in de inhoud, en herstelt wat kan.", "Report every mistake in the content."),
    ),
    Entry(
        "serve",
        "kring.command.serving",
        Phrase("Toont beide sites op deze computer.", "Show both sites on this machine."),
    ),
    Entry(
        "print",
        "kring.command.print",
        Phrase("Maakt de boeken van een programma als PDF.", "Print the books of a programme as PDF."),
    ),
    Entry(
        "release",
        "kring.command.release",
        Phrase("Legt de versie van een programma vast.", "Keep the version of a programme."),
    ),
    Entry(
        "verify",
        "kring.command.verify",
        Phrase("Vergelijkt een site met wat er is gemaakt.", "Compare a site with what was built."),
    ),
    Entry(
        "explain",
        "kring.command.explain",
        Phrase("Legt een regel uit, met voorbeelden.", "Explain a rule, with examples."),
    ),
    Entry(
        "schema",
        "kring.command.schema",
        Phrase("Laat je editor aanvullen en meekijken.", "Let your editor complete and check."),
    ),
    Entry(
        "completion",
        "kring.command.completion",
        Phrase("Laat je shell opdrachten aanvullen.", "Let your shell complete commands."),
    ),
)
"""Every command, in the order in which an author meets them."""


class _Kring(BilingualGroup):
    """The group, which says what is wrong with its use in the language that was chosen."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run a command line. With `standalone_mode` it ends the process, with the status that says how it went."""
        if not standalone_mode:
            return super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        language = chosen_language(sys.argv[1:] if args is None else args, os.environ)
        try:
            status = super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        except click.ClickException as error:
            click.echo(refusal(error, language), nl=False, err=True)
            sys.exit(error.exit_code)
        except click.Abort:
            click.echo(STOPPED.in_language(language), err=True)
            sys.exit(STATUS_OF_CTRL_C)
        sys.exit(status if isinstance(status, int) else 0)


def _tell_version(context: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        click.echo(f"{PROGRAM}, version {__version__}")
        context.exit()


@click.group(
    PROGRAM,
    cls=_Kring,
    entries=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"]},
    invoke_without_command=True,
    no_args_is_help=True,
    about=Phrase(
        "Maakt van groepsprogramma's in YAML en Markdown twee sites en gedrukte boeken.",
        "Turn group programmes in YAML and Markdown into two sites and printed books.",
    ),
    more=Phrase(
        "Meer uitleg: kring check --help. In English: kring --language en --help (or set KRING_LANGUAGE=en).",
        "More about one command: kring check --help. In het Nederlands: zonder --language en zonder KRING_LANGUAGE.",
    ),
)
@click.option(
    "--version",
    cls=BilingualOption,
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_tell_version,
    about=Phrase("Toon de versie.", "Show the version."),
)
@language_option
@click.pass_context
def cli(context: click.Context, *, language: str) -> None:  # noqa: ARG001 -- its commands have it from the context
    """Show the help where no command is given."""
    if context.invoked_subcommand is None:
        raise click.exceptions.NoArgsIsHelpError(context)


def main() -> None:
    """Run the command line."""
    make_legible()
    # What a command makes mostly stays until it ends: without these, Python looks through it all again and again, and
    # once more at the end, for 13 % of a check of 57 files and 31 % of one of 300.
    gc.set_threshold(VALUES_BETWEEN_COLLECTIONS)
    atexit.register(gc.freeze)
    try:
        cli(prog_name=PROGRAM, complete_var=VARIABLE)
    except Exception:  # noqa: BLE001 -- whatever it is, nobody else will say what it means
        traceback.print_exc()
        click.echo(_A_BUG.in_language(chosen_language(sys.argv[1:], os.environ)), err=True)
        sys.exit(STATUS_OF_A_BUG)
