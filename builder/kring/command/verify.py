"""`kring verify`: whether a copy of a site, in a folder or online, is whole, safe, and closed to strangers."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kring.command.bilingual import BilingualArgument, BilingualCommand, BilingualOption, language_of
from kring.command.options import FILE, ExistingFolder, language_option, quiet_option, verbose_option
from kring.command.progress import watched
from kring.command.reporters.report import Report
from kring.command.reporters.terminal import print_report
from kring.command.streams import console
from kring.publish.http_client import is_address, root_of
from kring.publish.manifest import Manifest, NotAManifest, read_manifest
from kring.publish.verification import Deployment, verify_folder, verify_site
from kring.rules.rule import Phrase

ADDRESS = Phrase("ADRES", "ADDRESS")

_NO_ADDRESS = Phrase("‘{}’ is geen adres van een site.", "‘{}’ is not the address of a site.")
_ADDRESS_ONLY = Phrase(
    "{} hoort bij een adres (https://…), niet bij een map.", "{} goes with an address (https://…), not with a folder."
)
_NO_MANIFEST = Phrase("‘{}’ is geen kring-manifest.json.", "‘{}’ is not a kring-manifest.json.")


class Address(click.ParamType[str]):
    """The address of a site: its root, with a slash at its end."""

    name = "address"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the address, or say that it is none."""
        try:
            return root_of(value)
        except ValueError:
            return self.fail(_NO_ADDRESS.in_language(language_of(ctx)).format(value), param, ctx)


class FolderOrAddress(click.ParamType[str | Path]):
    """A folder that is there, or the address of a site."""

    name = "place"

    def convert(self, value: str | Path, param: click.Parameter | None, ctx: click.Context | None) -> str | Path:
        """Return the address as text or the folder as a path."""
        if isinstance(value, str) and is_address(value):
            return Address().convert(value, param, ctx)
        folder: Path = ExistingFolder().convert(value, param, ctx)
        return folder


class ManifestFile(click.Path):
    """A manifest that a build has made."""

    def __init__(self) -> None:
        super().__init__(dir_okay=False, path_type=Path)

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> Manifest:  # type: ignore[override]
        """Return the manifest, or say that it cannot be read."""
        try:
            return read_manifest(Path(value).read_bytes())
        except (OSError, NotAManifest):
            return self.fail(_NO_MANIFEST.in_language(language_of(ctx)).format(value), param, ctx)


@click.command(
    "verify",
    cls=BilingualCommand,
    about=Phrase(
        "Vergelijkt een site, in een map of online, met haar lijst van bestanden (SHA-256). Van een site online kijkt"
        " zij ook of de host de goede koppen stuurt, en of een vreemde niets van de begeleiders te zien krijgt.",
        "Compare a site, in a folder or online, with its list of files (SHA-256). Of a site online, also check"
        " whether the host sends the right headers, and that a stranger sees nothing of the facilitators'.",
    ),
    more=Phrase(
        "Status: 0 in orde (waarschuwingen mogen), 1 fouten, 2 verkeerd gebruik.",
        "Status: 0 in order (warnings may be there), 1 errors, 2 wrong use.",
    ),
)
@click.argument(
    "place", cls=BilingualArgument, type=FolderOrAddress(), placeholder=Phrase("MAP|ADRES", "FOLDER|ADDRESS")
)
@click.option(
    "--facilitator",
    cls=BilingualOption,
    is_flag=True,
    about=Phrase(
        "Dit is de site voor begeleiders: online moet elk adres naar een inlog vragen.",
        "This is the facilitators' site: online, every address must ask for a login.",
    ),
)
@click.option(
    "--other",
    cls=BilingualOption,
    type=Address(),
    placeholder=ADDRESS,
    about=Phrase(
        "Het adres van de andere editie: kijk of die op een andere host staat, en of zij dicht is als dat hoort.",
        "The address of the other edition: check that it has another host, and is closed if it should be.",
    ),
)
@click.option(
    "--manifest",
    cls=BilingualOption,
    type=ManifestFile(),
    placeholder=FILE,
    about=Phrase(
        "Vergelijk met deze kring-manifest.json van je eigen build, en niet met die van de site zelf.",
        "Compare with this kring-manifest.json of your own build, not with the site's own.",
    ),
)
@click.option(
    "--without-headers",
    cls=BilingualOption,
    is_flag=True,
    about=Phrase(
        "Deze host kan geen koppen sturen (GitHub Pages, GitLab Pages): meld ze als waarschuwing.",
        "This host cannot send headers (GitHub Pages, GitLab Pages): report them as warnings.",
    ),
)
@quiet_option
@verbose_option
@language_option
def command(
    *,
    place: str | Path,
    facilitator: bool,
    other: str | None,
    manifest: Manifest | None,
    without_headers: bool,
    quiet: bool,
    verbose: bool,
    language: str,
) -> None:
    """Verify, and report."""
    if isinstance(place, Path):
        given = {"--other": other, "--manifest": manifest, "--without-headers": without_headers}
        if misplaced := [name for name, value in given.items() if value]:
            raise click.UsageError(_ADDRESS_ONLY.in_language(language).format(", ".join(misplaced)))
        found = verify_folder(place, facilitator=facilitator)
    else:
        deployment = Deployment(place, other, facilitator=facilitator, headers=not without_headers, manifest=manifest)
        with watched(language, quiet=quiet) as clock:
            found = verify_site(deployment, clock)
    report = Report(tuple(sorted(found, key=lambda finding: finding.place)), {}, language)
    if report.findings or not quiet:
        print_report(console(), report, verbose=verbose)
    if report.errors:
        sys.exit(1)
