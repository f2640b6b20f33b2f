"""`kring release`: keep the version that a programme has now, as one file beside its sources."""

from __future__ import annotations

from pathlib import Path

import click

from kring.command.bilingual import BilingualArgument, BilingualCommand
from kring.command.completing import programme_ids
from kring.command.options import language_option, quiet_option, root_option, verbose_option
from kring.command.output import OutputOptions, exit_on_refusal, print_findings
from kring.command.programme_choice import chosen_plan
from kring.command.progress import watched
from kring.model.released import release_of
from kring.own_files import below, write_whole
from kring.pipeline import check
from kring.rules.rule import Phrase
from kring.source.documents import Release
from kring.source.releases import can_be_released, hash_of, stored_name, written

_KEPT = Phrase("Vastgelegd: {} (editie {}).", "Kept: {} (edition {}).")
_SAME = Phrase(
    "{} is al vastgelegd (editie {}), en er is niets veranderd.",
    "{} is kept already (edition {}), and nothing changed.",
)
_OTHER = Phrase(
    "Versie {0} is al vastgelegd, met andere inhoud. Verhoog `version` in {1}, en zeg het in `change_log`.",
    "Version {0} is kept already, with other content. Raise `version` in {1}, and say so in `change_log`.",
)
_NO_NAME = Phrase(
    "Versie ‘{}’ kan geen bestandsnaam zijn. Gebruik cijfers, letters en punten: 1.2.0.",
    "Version ‘{}’ cannot be the name of a file. Use digits, letters and dots: 1.2.0.",
)


@click.command(
    "release",
    cls=BilingualCommand,
    about=Phrase(
        "Legt de versie van PROGRAMMA vast die er nu is.",
        "Keep the version of PROGRAMME that there is now.",
    ),
    more=Phrase(
        "In een openbare repository kan iedereen zo'n versie lezen, ook de teksten voor begeleiders.",
        "In a public repository anybody can read it, the texts for facilitators too.",
    ),
)
@click.argument(
    "programme", cls=BilingualArgument, placeholder=Phrase("PROGRAMMA", "PROGRAMME"), shell_complete=programme_ids
)
@root_option
@quiet_option
@verbose_option
@language_option
def command(*, programme: str, root: Path, quiet: bool, verbose: bool, language: str) -> None:
    """Check, and write what is not there yet. What was kept is never written over."""
    options = OutputOptions(language, quiet=quiet, verbose=verbose)
    with watched(language, quiet=quiet) as clock:
        checked = check(root, clock=clock)
    print_findings(checked, root, options)
    assert checked.catalogue is not None
    plan = chosen_plan(checked.catalogue.plans, programme, language)
    version = plan.programme.version
    if not can_be_released(version):
        raise click.ClickException(_NO_NAME.in_language(language).format(version))
    release = release_of(checked.catalogue, plan.programme, checked.texts)
    with exit_on_refusal(language):
        told = _KEPT if _written(root, release) else _SAME
        before = below(root, release.path).read_bytes()
    if before != written(release):
        source = f"programs/{programme}/programme.yml"
        raise click.ClickException(_OTHER.in_language(language).format(version, source))
    if not quiet:
        click.echo(told.in_language(language).format(release.path, release.edition))


def _written(root: Path, release: Release) -> bool:
    """Write a release with its media, unless one of this version is there; tell whether it was written."""
    if below(root, release.path).exists():
        return False
    folder = release.path.rpartition("/")[0]
    for asset in release.assets:
        name = f"{folder}/media/{stored_name(asset.path, hash_of(asset.data))}"
        if not below(root, name).exists():
            write_whole(root, name, asset.data)
    write_whole(root, release.path, written(release))
    return True
