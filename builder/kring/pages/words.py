"""Interface strings: the words of the pages that no author writes, by language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

import yaml
from markupsafe import Markup

MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


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

    def segment(self, name: str) -> str:
        """Return the part of an address that stands for `name` (session → sessie)."""
        return self.strings[f"segments.{name}"]


def words(folder: Path, language: str) -> Words:
    """Return the strings of `language` from `<folder>/<language>.yml`."""
    return _words(language, (folder / f"{language}.yml").read_text(encoding="utf-8"))


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


def dutch_date(date: str) -> str:
    """Return a date like 2026-09-01 as it is read: 1 september 2026."""
    year, month, day = date.split("-")
    return f"{int(day)} {MONTHS[int(month) - 1]} {year}"


def dutch_number(number: float) -> str:
    """Return a number with a decimal comma, and without one where it is whole."""
    return f"{number:g}".replace(".", ",")
