"""Lists of Dutch words, from `dutch.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

import yaml


def dutch(name: str) -> frozenset[str]:
    """Return the words of the list called `name`."""
    return frozenset(_lists()[name].split())


@cache
def _lists() -> Mapping[str, str]:
    text = resources.files("kring.language").joinpath("dutch.yml").read_text(encoding="utf-8")
    lists: Mapping[str, str] = yaml.load(text, Loader=yaml.CSafeLoader)
    return lists
