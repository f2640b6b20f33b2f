"""`kring schema`: the schemas for editors, with the ids that are there."""

from __future__ import annotations

from pathlib import Path

import click

from kring.command.bilingual import BilingualCommand, BilingualOption
from kring.command.options import FOLDER, language_option, quiet_option, root_option
from kring.command.output import exit_on_refusal
from kring.command.roots import advice_on
from kring.editor.files import write_editor_files, write_schemas
from kring.editor.settings import FOLDER as USUAL
from kring.rules.rule import Phrase

_WRITTEN = Phrase("Bijgewerkt: {}", "Updated: {}")
_SAME = Phrase("De schema's zijn al bij.", "The schemas are up to date.")


@click.command(
    "schema",
    cls=BilingualCommand,
    about=Phrase(
        "Schrijft de schema's waarmee een editor aanvult en fouten toont terwijl je typt, met de id's die er nu zijn.",
        "Write the schemas with which editors complete and check while you type, with the ids that are there now.",
    ),
    more=Phrase(
        f"Zonder --out komen ze in {USUAL}/ van de inhoud, waar VS Code ze zoekt, met de knipsels van Kring."
        " Instellingen die je al had, blijven zoals ze zijn.",
        f"Without --out they go to {USUAL}/ of the content, where VS Code looks for them, with Kring's snippets."
        " Settings that you had already stay as they are.",
    ),
)
@root_option
@click.option(
    "--out",
    cls=BilingualOption,
    type=click.Path(file_okay=False, path_type=Path),
    placeholder=FOLDER,
    about=Phrase("De map waarin de schema's komen.", "The folder for the schemas."),
)
@quiet_option
@language_option
def command(*, root: Path, out: Path | None, quiet: bool, language: str) -> None:
    """Write what changed, and say so."""
    if (advice := advice_on(root, language)) is not None:
        raise click.UsageError(advice)
    with exit_on_refusal(language):
        changed = write_schemas(root, out) if out is not None else write_editor_files(root)
    if quiet:
        return
    for path in changed:
        click.echo(_WRITTEN.in_language(language).format(path))
    if not changed:
        click.echo(_SAME.in_language(language))
