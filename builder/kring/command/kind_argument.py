"""The kinds of file by which `kring new` is called: by the English name, or by the Dutch one."""

from __future__ import annotations

from typing import Any

import click
from click.shell_completion import CompletionItem

from kring.checks.kind_names import NAMES
from kring.command.speaking import language_of
from kring.nearest import nearest
from kring.rules.rule import Phrase
from kring.source.kinds import Kind

KINDS = {kind.value: NAMES[kind][0] for kind in Kind if kind is not Kind.SITE_CONFIG}
"""Kind → its Dutch name. A site configuration comes with `kring init`, once."""

_NO_KIND = Phrase("‘{}’ is geen soort bestand.", "‘{}’ is no kind of file.")
_NEAR = Phrase("Bedoel je {}?", "Did you mean {}?")
_CHOOSE = Phrase("Kies uit: {}.", "Choose from: {}.")
_FROM_INIT = Phrase("site_config.yml komt van kring init.", "site_config.yml comes from kring init.")


class KindOfFile(click.ParamType[Kind]):
    """A kind of content file."""

    name = "kind"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Kind:
        """Return the kind of that name, or say which was probably meant."""
        if isinstance(value, Kind):
            return value
        language = language_of(ctx)
        names = {dutch: kind for kind, dutch in KINDS.items()} | {kind: kind for kind in KINDS}
        name = value.casefold()
        if name in names:
            return Kind(names[name])
        if name == Kind.SITE_CONFIG:
            return self.fail(_FROM_INIT.in_language(language), param, ctx)
        near = nearest(name, names)
        way, named = (_NEAR, near) if near else (_CHOOSE, ", ".join(KINDS))
        told = _NO_KIND.in_language(language).format(value)
        return self.fail(f"{told} {way.in_language(language).format(named)}", param, ctx)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
        """Return the kinds that begin so, each with its Dutch name."""
        del ctx, param
        return [CompletionItem(kind, help=dutch) for kind, dutch in KINDS.items() if kind.startswith(incomplete)]
