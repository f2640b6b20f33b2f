"""Wrong use of the command line, told in the language that was chosen, with how it is meant."""

from __future__ import annotations

import click

from kring.command.bilingual import USAGE
from kring.nearest import nearest
from kring.rules.rule import Phrase

ERROR = Phrase("Fout: {}", "Error: {}")
STOPPED = Phrase("Afgebroken.", "Stopped.")
_MORE = Phrase("Meer uitleg: {} --help", "More about it: {} --help")
_NO_SUCH_OPTION = Phrase("De optie {} is er niet.", "There is no option {}.")
_NO_SUCH_COMMAND = Phrase("De opdracht ‘{}’ is er niet.", "There is no command ‘{}’.")
_NEAR = Phrase("Bedoel je {}?", "Did you mean {}?")
_MISSING = Phrase("Zet erbij: {}.", "Say which: {}.")
_NEEDS_VALUE = Phrase("Achter {} hoort nog iets.", "Something belongs behind {}.")
_TAKES_NO_VALUE = Phrase(
    "{} staat op zichzelf: er hoort niets achter.", "{} stands by itself: nothing belongs behind it."
)


def refusal(error: click.ClickException, language: str) -> str:
    """Return all that is said about wrong use: how the command is used, and what is wrong."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return f"{error.format_message()}\n"
    told = f"{ERROR.in_language(language).format(_reason(error, language))}\n"
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is None:
        return told
    usage = context.get_usage().removeprefix(USAGE.in_language(language)).strip()
    more = _MORE.in_language(language).format(context.command_path)
    return f"{USAGE.in_language(language)} {usage}\n{more}\n\n{told}"


def _reason(error: click.ClickException, language: str) -> str:
    match error:
        case click.NoSuchOption(option_name=name):
            told = _NO_SUCH_OPTION.in_language(language).format(name)
            told = _with_near(told, name, _options(error.ctx), language)
        case click.exceptions.NoSuchCommand(command_name=name):
            told = _NO_SUCH_COMMAND.in_language(language).format(name)
            told = _with_near(told, name, _commands(error.ctx), language)
        case click.MissingParameter(param=click.Option(opts=names)):
            told = _MISSING.in_language(language).format(" / ".join(names))
        case click.MissingParameter(param=click.Argument() as argument, ctx=click.Context() as context):
            told = _MISSING.in_language(language).format(argument.make_metavar(context))
        case click.BadOptionUsage(option_name=name, ctx=click.Context() as context):
            phrase = _TAKES_NO_VALUE if _is_flag(context, name) else _NEEDS_VALUE
            told = phrase.in_language(language).format(name)
        case click.BadParameter(param=click.Option(opts=names)):
            told = f"{max(names, key=len)}: {error.message}"
        case click.BadParameter(param=click.Argument()):
            told = error.message
        case _:
            told = error.format_message()
    return told


def _with_near(told: str, written: str, known: list[str], language: str) -> str:
    near = nearest(written, known)
    return f"{told} {_NEAR.in_language(language).format(near)}" if near else told


def _options(context: click.Context | None) -> list[str]:
    return [name for parameter in _parameters(context) for name in parameter.opts if name.startswith("--")]


def _commands(context: click.Context | None) -> list[str]:
    if context is None or not isinstance(context.command, click.Group):
        return []
    return context.command.list_commands(context)


def _parameters(context: click.Context | None) -> list[click.Parameter]:
    return context.command.get_params(context) if context is not None else []


def _is_flag(context: click.Context, name: str) -> bool:
    return any(
        isinstance(parameter, click.Option) and parameter.is_flag and name in parameter.opts
        for parameter in _parameters(context)
    )
