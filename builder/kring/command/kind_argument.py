"""The kinds of file by which `kring new` is called: by the English name, or by the Dutch one."""

from __future__ import annotations

from typing import Any

import click
from click.shell_completion import CompletionItem

from kring.command.bilingual import language_of
from kring.command.prompts import Question, answer
from kring.nearest import nearest
from kring.rules.rule import Phrase
from kring.source.kinds import KINDS, Kind

DUTCH = {kind.value: spec.dutch for kind, spec in KINDS.items() if kind is not Kind.SITE_CONFIG}
"""Kind → its Dutch name. A site configuration comes with `kring init`, once."""

_NO_KIND = Phrase("‘{}’ is geen soort bestand.", "‘{}’ is no kind of file.")
_NEAR = Phrase("Bedoel je {}?", "Did you mean {}?")
_CHOOSE = Phrase("Kies uit: {}.", "Choose from: {}.")
_WHICH = Phrase("Wat wil je maken? ({})", "What do you want to make? ({})")
_FROM_INIT = Phrase("site_config.yml komt van kring init.", "site_config.yml comes from kring init.")


class KindOfFile(click.ParamType[Kind]):
    """A kind of content file."""

    name = "kind"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Kind:
        """Return the kind of that name, or say which was probably meant."""
        if isinstance(value, Kind):
            return value
        kind = kind_called(value)
        return kind or self.fail(_no_kind(value).in_language(language_of(ctx)), param, ctx)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
        """Return the kinds that begin so, each with its Dutch name."""
        del ctx, param
        return [CompletionItem(kind, help=dutch) for kind, dutch in DUTCH.items() if kind.startswith(incomplete)]


def kind_asked(option: str, language: str) -> Kind:
    """Return the kind that the person at the terminal names.

    Raises:
        click.UsageError: there is nobody to ask; `option` is what they should have said.

    """
    words = Phrase(_WHICH.nl.format(", ".join(DUTCH.values())), _WHICH.en.format(", ".join(DUTCH)))
    question = Question(option, words, lambda said: None if kind_called(said) else _no_kind(said))
    kind = kind_called(answer(question, None, None, language))
    assert kind is not None, "what is no kind is asked again"
    return kind


def kind_called(name: str) -> Kind | None:
    """Return the kind that is called so in English or in Dutch."""
    names = {dutch: kind for kind, dutch in DUTCH.items()} | {kind: kind for kind in DUTCH}
    kind = names.get(name.casefold())
    return Kind(kind) if kind else None


def _no_kind(name: str) -> Phrase:
    """Return what to say of a name that no kind has, with the one that was probably meant."""
    if name.casefold() == Kind.SITE_CONFIG:
        return _FROM_INIT
    near = nearest(name, [*DUTCH, *DUTCH.values()])
    way, named = (_NEAR, near) if near else (_CHOOSE, ", ".join(DUTCH))
    return Phrase(f"{_NO_KIND.nl} {way.nl}".format(name, named), f"{_NO_KIND.en} {way.en}".format(name, named))
