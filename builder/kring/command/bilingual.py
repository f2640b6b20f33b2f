"""Commands and options whose help is there in Dutch and in English.

Dutch unless `--language` or KRING_LANGUAGE says otherwise. The language of the system is not asked: editors set
it to their own, so that a Dutch author with an English editor would get English in one window and Dutch in another.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import click
from click.shell_completion import CompletionItem

from kring.rules.rule import Phrase

LANGUAGES = ("nl", "en")
DEFAULT = "nl"
VARIABLE = "KRING_LANGUAGE"
OPTION = "--language"

_HEADINGS = {
    "Options": Phrase("Opties", "Options"),
    "Commands": Phrase("Opdrachten", "Commands"),
    "Positional arguments": Phrase("Wat je erbij zet", "Positional arguments"),
}
"""The headings that click writes, which are names to us."""

USAGE = Phrase("Gebruik:", "Usage:")
_OPTIONS = Phrase("[OPTIES]", "[OPTIONS]")
_COMMAND = Phrase("OPDRACHT …", "COMMAND …")
_HELP = Phrase("Toon deze uitleg.", "Show this message.")
_DEFAULT = Phrase("standaard: {}", "default: {}")
_TOO_MUCH = Phrase("Dit is te veel: {}", "This is too much: {}")


def chosen_language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return the language in which to answer; where an unknown one is asked for, the one in which to say so."""
    asked = environment.get(VARIABLE, DEFAULT)
    for place, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == OPTION:
            asked = next(iter(arguments[place + 1 : place + 2]), asked)
        elif argument.startswith(f"{OPTION}="):
            asked = argument.removeprefix(f"{OPTION}=")
    return asked if asked in LANGUAGES else DEFAULT


def language_of(context: click.Context | None) -> str:
    """Return the language that the command line was started in."""
    language = context.find_root().obj if context is not None else None
    return language if isinstance(language, str) else DEFAULT


class _Formatter(click.HelpFormatter):
    """Help with the headings of one language."""

    def __init__(self, language: str, width: int | None, max_width: int | None) -> None:
        super().__init__(width=width, max_width=max_width)
        self.language = language

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line that shows how a command is used."""
        super().write_usage(prog, args, prefix or f"{USAGE.in_language(self.language)} ")

    def write_heading(self, heading: str) -> None:
        """Write a heading in the language of this help."""
        known = _HEADINGS.get(heading)
        super().write_heading(known.in_language(self.language) if known else heading)


class BilingualContext(click.Context):
    """A context whose help is written in the language that was chosen."""

    def make_formatter(self) -> click.HelpFormatter:
        """Return the formatter for the language of this command line."""
        return _Formatter(language_of(self), self.terminal_width, self.max_content_width)


class BilingualOption(click.Option):
    """An option with help in two languages; `placeholder` stands for its value."""

    def __init__(
        self, declarations: Sequence[str], *, about: Phrase, placeholder: Phrase | None = None, **attributes: Any
    ) -> None:
        super().__init__(declarations, **attributes)
        self.about = about
        self.placeholder = placeholder

    def make_metavar(self, ctx: click.Context) -> str:
        """Return what stands for the value in the help."""
        if self.placeholder is not None:
            return self.placeholder.in_language(language_of(ctx))
        return super().make_metavar(ctx)

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the option as it is written, and what it does."""
        record = super().get_help_record(ctx)
        if record is None:
            return None
        language = language_of(ctx)
        extra = self.get_help_extra(ctx)
        notes = [_DEFAULT.in_language(language).format(extra["default"])] if "default" in extra else []
        about = self.about.in_language(language)
        return record[0], f"{about}  [{'; '.join(notes)}]" if notes else about


class BilingualArgument(click.Argument):
    """An argument whose name is there in two languages."""

    def __init__(self, declarations: Sequence[str], *, placeholder: Phrase, **attributes: Any) -> None:
        super().__init__(declarations, **attributes)
        self.placeholder = placeholder

    def make_metavar(self, ctx: click.Context) -> str:
        """Return the name as the help shows it."""
        name = self.placeholder.in_language(language_of(ctx))
        return name if self.required else f"[{name}]"


class _Bilingual(click.Command):
    """What a command and the group of all commands have in common."""

    context_class = BilingualContext

    def __init__(self, *arguments: Any, about: Phrase, more: Phrase | None = None, **attributes: Any) -> None:
        super().__init__(*arguments, **attributes)
        self.about = about
        self.more = more

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Choose the language before anything is read: what is wrong with the rest is told in it."""
        if parent is None:
            extra.setdefault("obj", chosen_language(args, os.environ))
        return super().make_context(info_name, args, parent, **extra)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; whatever is wrong with them is wrong with this command."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return what stands behind the name of the command in its usage."""
        self.options_metavar = _OPTIONS.in_language(language_of(ctx))
        return super().collect_usage_pieces(ctx)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return `--help`, which itself is explained in the language that was chosen."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _HELP.in_language(language_of(ctx))
        return option

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does."""
        self.help = self.about.in_language(language_of(ctx))
        super().format_help_text(ctx, formatter)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what stands below the options."""
        self.epilog = self.more.in_language(language_of(ctx)) if self.more is not None else None
        super().format_epilog(ctx, formatter)


class BilingualCommand(_Bilingual):
    """A command with help in two languages."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; say in the language that was chosen what is too much."""
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise click.UsageError(_TOO_MUCH.in_language(language_of(ctx)).format(" ".join(rest)), ctx)
        return rest


@dataclass(frozen=True, slots=True)
class Entry:
    """One command of the group: its name, the module that holds it as `command`, and what it does in a line."""

    name: str
    module: str
    summary: Phrase


class BilingualGroup(_Bilingual, click.Group):
    """The group of all commands. A command is imported when it is used: help and completion must not wait for all."""

    def __init__(self, *arguments: Any, entries: Sequence[Entry], **attributes: Any) -> None:
        super().__init__(*arguments, **attributes)
        self.entries = {entry.name: entry for entry in entries}

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- the form of the base class
        """Return the names of the commands, in the order in which an author meets them."""
        return list(self.entries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command of that name, or None."""
        entry = self.entries.get(cmd_name)
        if entry is None:
            return None
        command: click.Command = import_module(entry.module).command
        return command

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return what stands behind `kring` in its usage."""
        self.subcommand_metavar = _COMMAND.in_language(language_of(ctx))
        return super().collect_usage_pieces(ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write every command with its line."""
        language = language_of(ctx)
        with formatter.section("Commands"):
            formatter.write_dl([(entry.name, entry.summary.in_language(language)) for entry in self.entries.values()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """Return the commands and options that begin so."""
        language = language_of(ctx)
        commands = [
            CompletionItem(entry.name, help=entry.summary.in_language(language))
            for entry in self.entries.values()
            if entry.name.startswith(incomplete)
        ]
        return [*commands, *click.Command.shell_complete(self, ctx, incomplete)]
