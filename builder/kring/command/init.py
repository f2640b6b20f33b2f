"""`kring init`: a content repository of an organisation's own, that builds at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kring.command.bilingual import BilingualArgument, BilingualCommand, BilingualOption
from kring.command.options import FOLDER, language_option
from kring.command.output import exit_on_refusal
from kring.command.prompts import Question, answer, follows
from kring.editor.files import editor_files, write_changed
from kring.editor.references import targets
from kring.model.colour import ENOUGH, least_contrast, readable
from kring.rules.rule import Phrase
from kring.schema.registry import schema_for
from kring.source.kinds import Kind
from kring.source.read import read
from kring.starting.installed import Package, package
from kring.starting.organisation import Organisation, organisation_files
from kring.starting.put import is_free, put_new

COLOUR = "#1f5c5a"
EMAIL = "groepen@example.org"

_TAKEN = Phrase(
    "De map ‘{}’ is niet leeg. Kies een nieuwe map, dan blijft alles wat er staat zoals het is.",
    "The folder ‘{}’ is not empty. Choose a new one, so that all that is there stays as it is.",
)
_NO_SOURCE = Phrase(
    "Waar halen anderen deze Kring vandaan? Geef het mee met --kring, of begin in de map met de broncode van Kring:"
    " python3 builder init",
    "Where do others get this Kring from? Say it with --kring, or begin in the folder with the source of Kring:"
    " python3 builder init",
)
_WHERE = Phrase("Hoe heet de nieuwe map?", "What is the new folder called?")
_MADE = Phrase("Gemaakt: {} bestanden in {}", "Made: {} files in {}")
_NEXT = Phrase(
    "Lees eerst README.md. Daarna, in die map:\n"
    "  kring serve --preview   bekijk beide sites\n"
    "  kring new session       schrijf een nieuwe sessie\n"
    "  kring check             wat klopt er nog niet?\n"
    "Met git init, git add . en git commit komt alles in Git.",
    "First read README.md. Then, in that folder:\n"
    "  kring serve --preview   look at both sites\n"
    "  kring new session       write a new session\n"
    "  kring check             what is not right yet?\n"
    "With git init, git add . and git commit all of it goes into Git.",
)

_FIELDS = schema_for(Kind.SITE_CONFIG)["properties"]
NAME = Question(
    "--name",
    Phrase("Hoe heet jullie organisatie?", "What is your organisation called?"),
    follows(
        _FIELDS["organisation"]["properties"]["name"],
        Phrase("Schrijf een naam, op één regel.", "Write a name, on one line."),
    ),
)
ADDRESS = Question(
    "--email",
    Phrase("Op welk e-mailadres komen vragen binnen?", "At which e-mail address do questions arrive?"),
    follows(
        _FIELDS["contact"]["properties"]["email"],
        Phrase(f"Schrijf een e-mailadres, zoals {EMAIL}.", f"Write an e-mail address, such as {EMAIL}."),
    ),
)
_is_no_colour = follows(
    _FIELDS["brand"]["properties"]["colour"],
    Phrase(
        f"Schrijf een kleur als # met zes cijfers of letters a tot en met f, zoals {COLOUR}.",
        f"Write a colour as # and six digits or letters a to f, such as {COLOUR}.",
    ),
)


def _cannot_be_read(colour: str) -> Phrase | None:
    """Say of a colour in which links could not be read which one near it could."""
    if least_contrast(colour) >= ENOUGH:
        return None
    near = readable(colour)
    return Phrase(
        f"In deze kleur zijn links en koppen niet goed te lezen. Neem een donkerder kleur, zoals {near}.",
        f"Links and headings cannot be read well in this colour. Take a darker one, such as {near}.",
    )


BRAND = Question(
    "--colour",
    Phrase("Welke kleur heeft jullie huisstijl?", "Which colour does your brand have?"),
    lambda said: _is_no_colour(said) or _cannot_be_read(said),
)


@click.command(
    "init",
    cls=BilingualCommand,
    about=Phrase(
        "Maakt in een nieuwe MAP alles om mee te beginnen: een klein programma als voorbeeld, de verplichte pagina's,"
        " instellingen voor je editor en recepten voor GitHub en GitLab.",
        "Make in a new FOLDER all that is needed to begin: a small programme as an example, the required pages,"
        " editor settings, and recipes for GitHub and GitLab.",
    ),
    more=Phrase(
        "Op een terminal vraagt Kring wat je niet meegeeft. In een script gelden de standaardwaarden.",
        "On a terminal Kring asks what you do not say. In a script the defaults hold.",
    ),
)
@click.argument(
    "folder",
    cls=BilingualArgument,
    placeholder=FOLDER,
    required=False,
    type=click.Path(file_okay=False, path_type=Path),
)
@click.option(
    "--name",
    cls=BilingualOption,
    placeholder=Phrase("NAAM", "NAME"),
    about=Phrase("De naam van de organisatie.", "The name of the organisation."),
)
@click.option(
    "--email",
    cls=BilingualOption,
    placeholder=Phrase("ADRES", "ADDRESS"),
    about=Phrase("Het e-mailadres voor vragen.", "The e-mail address for questions."),
)
@click.option(
    "--colour",
    cls=BilingualOption,
    placeholder=Phrase("KLEUR", "COLOUR"),
    about=Phrase(f"De kleur van de huisstijl, zoals {COLOUR}.", f"The colour of the brand, such as {COLOUR}."),
)
@click.option(
    "--kring",
    "source",
    cls=BilingualOption,
    placeholder=Phrase("PAKKET", "PACKAGE"),
    about=Phrase(
        "Waar pip Kring vandaan haalt, zoals kring @ git+https://… Anders: waar deze Kring vandaan komt. Is dat de"
        " broncode, dan komt Kring mee in de map vendor.",
        "Where pip gets Kring from, such as kring @ git+https://… Otherwise where this Kring came from. If that is its"
        " source, Kring comes along in the folder vendor.",
    ),
)
@language_option
def command(
    *, folder: Path | None, name: str | None, email: str | None, colour: str | None, source: str | None, language: str
) -> None:
    """Ask, write, and say how to go on."""
    if folder is None:
        question = Question(FOLDER.in_language(language), _WHERE)
        folder = Path(answer(question, None, None, language))
    if not is_free(folder):
        raise click.UsageError(_TAKEN.in_language(language).format(folder))
    kring = Package(source) if source is not None else package()
    if kring is None:
        raise click.UsageError(_NO_SOURCE.in_language(language))
    organisation = Organisation(
        answer(NAME, name, _name_from(folder), language),
        answer(ADDRESS, email, EMAIL, language),
        answer(BRAND, colour, COLOUR, language),
        kring,
    )
    with exit_on_refusal(language):
        made = put_new(folder, organisation_files(organisation, date.today()))
        made += write_changed(folder, editor_files(targets(read(folder))))
    click.echo(_MADE.in_language(language).format(len(made), folder))
    click.echo(_NEXT.in_language(language))


def _name_from(folder: Path) -> str:
    """Return a name for the organisation from that of its folder."""
    words = folder.resolve().name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:] or "Onze organisatie"
