"""The words of the books that no author writes: headings, labels, instructions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

import yaml

from kring.theme_files import theme_folder


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of `theme/language/print.<language>.yml`, by keys such as `session.goals`."""

    texts: Mapping[str, str]

    def __call__(self, key: str, /, **facts: object) -> str:
        """Return the text of `key` with `facts` filled in. Raises KeyError for an unknown key."""
        return self.texts[key].format(**facts)

    def under(self, group: str) -> dict[str, str]:
        """Return the texts whose key begins with `group.`, by the rest of their key."""
        return {key.removeprefix(f"{group}."): text for key, text in self.texts.items() if key.startswith(f"{group}.")}

    def date(self, iso: str) -> str:
        """Return a date like 2026-09-01 in words."""
        year, month, day = iso.split("-")
        return f"{int(day)} {self(f'month.{int(month)}')} {year}"

    def number(self, value: float) -> str:
        """Return a number as readers of this language write it."""
        return f"{value:g}".replace(".", self("number.decimal_mark"))

    def minutes(self, minutes: int) -> str:
        """Return a number of minutes with its unit."""
        return self("count.minute" if minutes == 1 else "count.minutes", n=minutes)

    def together(self, items: Sequence[str]) -> str:
        """Return items as one phrase: one, two and three."""
        return self._joined("list.and", items)

    def either(self, items: Sequence[str]) -> str:
        """Return items as one phrase: one, two or three."""
        return self._joined("list.or", items)

    def _joined(self, key: str, items: Sequence[str]) -> str:
        *first, last = items
        return self(key, first=", ".join(first), last=last) if first else last


def words(language: str) -> Words:
    """Return the words of the books in `language`."""
    return _words((theme_folder() / "language" / f"print.{language}.yml").read_text(encoding="utf-8"))


@lru_cache(maxsize=8)
def _words(text: str) -> Words:
    return Words(MappingProxyType(dict(_flat(yaml.load(text, yaml.CSafeLoader), ""))))


def _flat(texts: Mapping[str | int, object], prefix: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in texts.items():
        found += _flat(value, f"{prefix}{key}.") if isinstance(value, Mapping) else [(f"{prefix}{key}", str(value))]
    return found
