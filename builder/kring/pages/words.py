"""The words of pages and books that no author writes, by language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

import yaml
from markupsafe import Markup

from kring.theme_files import theme_folder

PAPER = "print"
"""The group of words that only books have. A name in it goes before the same name outside it."""


@dataclass(frozen=True, slots=True)
class Words:
    """The strings of one language (a code like nl), by dotted name (`session.goals`)."""

    language: str
    strings: Mapping[str, str]
    _below: dict[str, Mapping[str, str]] = field(default_factory=dict, compare=False, repr=False)

    def __call__(self, name: str, /, **values: object) -> str:
        """Return the string `name` with `values` filled in. Raises KeyError for a name that is not there.

        Where a value is markup, what a macro made say, the whole is: or the page would escape it once more.
        """
        text = self.strings[name]
        if any(isinstance(value, Markup) for value in values.values()):
            return Markup.escape(text).format(**values)
        return text.format(**values)

    def below(self, prefix: str) -> Mapping[str, str]:
        """Return the strings whose names begin with `prefix.`, by the rest of their names."""
        if prefix not in self._below:
            start = f"{prefix}."
            found = {name.removeprefix(start): text for name, text in self.strings.items() if name.startswith(start)}
            self._below[prefix] = MappingProxyType(found)
        return self._below[prefix]

    def on_paper(self) -> Words:
        """Return the same words as the books say them."""
        return Words(self.language, MappingProxyType({**self.strings, **self.below(PAPER)}))

    def segment(self, name: str) -> str:
        """Return the part of an address that stands for `name` (session → sessie)."""
        return self.strings[f"segments.{name}"]

    def date(self, iso: str) -> str:
        """Return a date like 2026-09-01 as it is read: 1 september 2026."""
        year, month, day = iso.split("-")
        return f"{int(day)} {self(f'month.{int(month)}')} {year}"

    def number(self, value: float) -> str:
        """Return a number as readers of this language write it, and without decimals where it is whole."""
        return f"{value:g}".replace(".", self("number.decimal_mark"))

    def minutes(self, minutes: int) -> str:
        """Return a number of minutes with its unit."""
        return self("duration.minute") if minutes == 1 else self("duration.minutes", minutes=minutes)

    def together(self, items: Sequence[str]) -> str:
        """Return items as one phrase: one, two and three."""
        return self._joined("common.and", items)

    def either(self, items: Sequence[str]) -> str:
        """Return items as one phrase: one, two or three."""
        return self._joined("common.or", items)

    def one_of(self, answers: Sequence[str]) -> str:
        """Return answers as one phrase, for a sentence that puts it between quotation marks: one’, ‘two’ or ‘three."""
        *first, last = answers
        return self("form.answers_or", first=self("form.answers_between").join(first), last=last) if first else last

    def _joined(self, word: str, items: Sequence[str]) -> str:
        *first, last = items
        return f"{', '.join(first)} {self(word)} {last}" if first else last


def words(language: str) -> Words:
    """Return the words of `language`, as the pages say them."""
    return _words(language, (theme_folder() / "language" / f"{language}.yml").read_text(encoding="utf-8"))


@lru_cache(maxsize=8)
def _words(language: str, text: str) -> Words:
    tree = yaml.load(text, yaml.CSafeLoader)
    return Words(language, MappingProxyType(dict(_flat(tree, ""))))


def _flat(tree: Mapping[str, object], prefix: str) -> list[tuple[str, str]]:
    flat: list[tuple[str, str]] = []
    for name, value in tree.items():
        if isinstance(value, Mapping):
            flat += _flat(value, f"{prefix}{name}.")
        else:
            flat.append((f"{prefix}{name}", str(value)))
    return flat
