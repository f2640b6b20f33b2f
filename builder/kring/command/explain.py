"""`kring explain`: what a rule is for, with an example of each side; without a rule, all of them."""

from __future__ import annotations

import click
from rich.text import Text

from kring.command import reference
from kring.command.bilingual import BilingualArgument, BilingualCommand, BilingualOption
from kring.command.completing import rule_ids
from kring.command.options import OneOf, language_option
from kring.command.streams import console, write_output
from kring.nearest import nearest
from kring.rules import RULES, Rule
from kring.rules.areas import AREAS, area_of, by_area
from kring.rules.rule import Phrase

_NO_RULE = Phrase("Er is geen regel ‘{}’.", "There is no rule ‘{}’.")
_NEAR = Phrase("Bedoel je ‘{}’?", "Did you mean ‘{}’?")
_ALIKE = Phrase("Wel: {}.", "There are: {}.")
_ALL = Phrase("`kring explain` noemt ze allemaal.", "`kring explain` lists them all.")
_MORE = Phrase("Meer over één regel: kring explain REGEL", "More about one rule: kring explain RULE")
_ONE_OR_ALL = Phrase("Noem één regel, of --all.", "Name one rule, or --all.")
_ALIKE_SHOWN = 8


@click.command(
    "explain",
    cls=BilingualCommand,
    about=Phrase(
        "Legt een regel uit: waarom zij er is, een fout en een goed voorbeeld, en hoe je haar met een reden toestaat."
        " Met alleen het eerste woord van een regel, of zonder: welke regels er zijn.",
        "Explain a rule: why it is there, a wrong and a right example, and how to allow it with a reason."
        " With only the first word of a rule, or without: which rules there are.",
    ),
)
@click.argument(
    "rule", cls=BilingualArgument, placeholder=Phrase("REGEL", "RULE"), required=False, shell_complete=rule_ids
)
@click.option(
    "--all",
    "every",
    cls=BilingualOption,
    is_flag=True,
    about=Phrase("Leg alle regels uit.", "Explain all rules."),
)
@click.option(
    "--format",
    "form",
    cls=BilingualOption,
    type=OneOf(["text", "markdown"]),
    default="text",
    show_default=True,
    about=Phrase("Voor op het scherm of voor een pagina.", "For the screen or for a page."),
)
@language_option
def command(*, rule: str | None, every: bool, form: str, language: str) -> None:
    """Explain one rule, all of them, or list them."""
    rule = rule and _bare(rule)
    if rule is not None and every:
        raise click.UsageError(_ONE_OR_ALL.in_language(language))
    named = _named(rule, language) if rule is not None else list(RULES.values())
    if form == "markdown":
        write_output(_page(named[0], language) if rule in RULES else reference.reference_in_markdown(language, named))
        return
    whole = every or rule in RULES
    text = Text("\n").join(_explained(each, language) for each in named) if whole else _list(named, language)
    console(to_output=True).print(text, end="")


def _bare(written: str) -> str:
    """Return the name of a rule or an area without what a report or a hand puts around it: `[agenda/minutes]`."""
    return written.strip("[] /").casefold()


def _named(written: str, language: str) -> list[Rule]:
    """Return the rule of that name, or the rules of that area."""
    if written in RULES:
        return [RULES[written]]
    if written in AREAS:
        return [rule for rule in RULES.values() if area_of(rule) == written]
    told = _NO_RULE.in_language(language).format(written)
    alike = list(reference.names_like(written))[:_ALIKE_SHOWN]
    near = nearest(written, [*AREAS, *RULES])
    if alike:
        way = _ALIKE.in_language(language).format(", ".join(alike))
    elif near is not None:
        way = _NEAR.in_language(language).format(near)
    else:
        way = _ALL.in_language(language)
    raise click.UsageError(f"{told} {way}")


def _page(rule: Rule, language: str) -> str:
    return f"# `{rule.id}`\n\n_{rule.title.in_language(language)}_\n\n{reference.in_markdown(rule, language)}"


def _list(named: list[Rule], language: str) -> Text:
    text = Text()
    width = max(len(rule.id) for rule in named)
    for area, rules in by_area(named).items():
        text.append(f"{AREAS[area].in_language(language)}\n", style="bold")
        for rule in rules:
            text.append(f"  {rule.id.ljust(width)}  ", style="cyan")
            text.append(f"{rule.title.in_language(language)}\n")
        text.append("\n")
    return text.append(f"{_MORE.in_language(language)}\n")


def _explained(rule: Rule, language: str) -> Text:
    text = Text()
    text.append(rule.id, style="bold cyan").append(f"  {rule.title.in_language(language)}\n", style="bold")
    text.append(f"{reference.STOPS[rule.severity].in_language(language)}\n\n{rule.why.in_language(language)}\n\n")
    for label, phrase in ((reference.SAYS, rule.message), (reference.TO_DO, rule.hint)):
        text.append(f"{label.in_language(language)}: ", style="bold")
        text.append(f"{reference.words_of(phrase, language)}\n")
    examples = reference.examples_of(rule, language)
    for label, side, colour in ((reference.BAD, examples.bad, "red"), (reference.GOOD, examples.good, "green")):
        for example in side:
            where = f"  {example.path}" if example.path else ""
            text.append(f"\n{label.in_language(language)}", style=f"bold {colour}").append(f"{where}\n", style="dim")
            text.append("".join(f"  {line}\n" for line in example.text.splitlines()), style=colour)
    text.append(f"\n{reference.ALLOW.in_language(language)}\n", style="bold")
    for sentence, lines in reference.how_to_allow(rule, language):
        text.append(f"{sentence}\n")
        text.append("".join(f"  {line}\n" for line in lines.splitlines()), style="cyan")
    return text
