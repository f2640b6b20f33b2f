"""The options that several commands share, and what may stand behind them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kring.command.bilingual import DEFAULT, LANGUAGES, OPTION, VARIABLE, BilingualOption, language_of
from kring.nearest import nearest
from kring.rules.rule import Phrase

FOLDER = Phrase("MAP", "FOLDER")
FILE = Phrase("BESTAND", "FILE")
NUMBER = Phrase("NUMMER", "NUMBER")

_NOT_ONE_OF = Phrase("‘{}’ kan hier niet. Kies uit: {}.", "‘{}’ cannot stand here. Choose from: {}.")
_NO_FOLDER = Phrase("De map ‘{}’ is er niet.", "There is no folder ‘{}’.")
_NOT_A_FOLDER = Phrase("‘{}’ is een bestand, geen map.", "‘{}’ is a file, not a folder.")
_NEAR = Phrase("Bedoel je ‘{}’?", "Did you mean ‘{}’?")
_NOT_A_NUMBER = Phrase("‘{}’ is geen heel getal van {} of meer.", "‘{}’ is not a whole number of {} or more.")
_NOT_IN_RANGE = Phrase("‘{}’ is geen heel getal van {} tot en met {}.", "‘{}’ is not a whole number from {} to {}.")


class OneOf(click.Choice[str]):
    """One of a few words."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:
        """Say which words there are."""
        return _NOT_ONE_OF.in_language(language_of(ctx)).format(value, ", ".join(self.choices))


class WholeNumber(click.IntRange):
    """A whole number of at least `least`, and at most `most` where that is given."""

    def __init__(self, least: int, most: int | None = None) -> None:
        super().__init__(least, most)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the number, or say which numbers can stand here."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            phrase = _NOT_A_NUMBER if self.max is None else _NOT_IN_RANGE
            self.fail(phrase.in_language(language_of(ctx)).format(value, self.min, self.max), param, ctx)


class ExistingFolder(click.Path):
    """A folder that is there."""

    def __init__(self) -> None:
        super().__init__(file_okay=False, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path, or say which folder was probably meant."""
        folder = Path(value)
        language = language_of(ctx)
        if folder.is_dir():
            return folder
        if folder.exists():
            self.fail(_NOT_A_FOLDER.in_language(language).format(folder), param, ctx)
        told = _NO_FOLDER.in_language(language).format(folder)
        near = nearest(folder.name, _folders_in(folder.parent))
        if near is not None:
            told = f"{told} {_NEAR.in_language(language).format(folder.parent / near)}"
        return self.fail(told, param, ctx)


def _folders_in(folder: Path) -> list[str]:
    try:
        return sorted(entry.name for entry in folder.iterdir() if entry.is_dir())
    except OSError:
        return []


root_option = click.option(
    "--root",
    cls=BilingualOption,
    type=ExistingFolder(),
    default=Path(),
    placeholder=FOLDER,
    about=Phrase(
        "De map met site_config.yml, content/ en programs/. Anders: de map waarin je staat.",
        "The folder with site_config.yml, content/ and programs/. Otherwise the folder you are in.",
    ),
)
language_option = click.option(
    OPTION,
    cls=BilingualOption,
    type=OneOf(LANGUAGES),
    envvar=VARIABLE,
    default=DEFAULT,
    callback=lambda context, _, __: language_of(context),
    about=Phrase(
        "De taal waarin Kring antwoordt: nl of en (English). Of zet KRING_LANGUAGE.",
        "The language in which Kring answers: nl or en. Or set KRING_LANGUAGE.",
    ),
)
preview_option = click.option(
    "--preview",
    cls=BilingualOption,
    is_flag=True,
    about=Phrase("Ook concepten en wat nog beoordeeld wordt.", "Drafts and what is under review as well."),
)
timings_option = click.option(
    "--timings",
    cls=BilingualOption,
    is_flag=True,
    about=Phrase("Zeg waar de tijd bleef.", "Say where the time went."),
)
quiet_option = click.option(
    "--quiet",
    "-q",
    cls=BilingualOption,
    is_flag=True,
    about=Phrase("Zeg alleen wat er mis is.", "Say only what is wrong."),
)
verbose_option = click.option(
    "--verbose",
    "-v",
    cls=BilingualOption,
    is_flag=True,
    about=Phrase(
        "Zeg er ook bij waarom elke regel er is, en wat met een reden is toegestaan.",
        "Say why each rule is there as well, and what is allowed with a reason.",
    ),
)
