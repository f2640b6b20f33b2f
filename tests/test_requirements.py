"""Each package that is installed has one version and hashes; what pyproject.toml names is among them."""

from __future__ import annotations

import re
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from kring.starting.installed import pinned

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
GROUPS = PROJECT["dependency-groups"]
LISTS = {
    "kring": PROJECT["project"]["dependencies"],
    "tests": GROUPS["dev"],
    "backend": [*GROUPS["backend"], *PROJECT["build-system"]["requires"]],
}
"""Part of constraints.txt → what it has to hold."""


def lines(name: str) -> list[str]:
    return pinned(ROOT, name).replace("\\\n", "").split("\n")


def pins(name: str) -> dict[str, Requirement]:
    """Return name → requirement, of what this list installs here."""
    found = [Requirement(line.partition(" --hash")[0]) for line in lines(name)]
    return {canonicalize_name(each.name): each for each in found if each.marker is None or each.marker.evaluate()}


@pytest.mark.parametrize("name", LISTS)
def test_every_line_has_one_version_and_hashes_and_names_no_place(name: str) -> None:
    for line in lines(name):
        assert re.fullmatch(r"[\w.-]+==[\w.]+( ;[^#:/]+)?(\s+--hash=sha256:[0-9a-f]{64})+", line), line


@pytest.mark.parametrize("name", LISTS)
def test_every_package_that_is_named_is_pinned_to_a_version_that_will_do(name: str) -> None:
    pinned = pins(name)
    for each in map(Requirement, LISTS[name]):
        (version,) = pinned[canonicalize_name(each.name)].specifier
        assert version.version in each.specifier, each


def test_the_lists_agree() -> None:
    for one, other in pairwise((pins("kring"), pins("tests"), pins("backend"), pins("kring"))):
        assert [name for name in one.keys() & other.keys() if one[name].specifier != other[name].specifier] == []
