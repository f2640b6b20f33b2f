"""The libraries that the theme carries are those of the lock file, byte for byte, with their licences."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.needed import lacking

ROOT = Path(__file__).parents[1]
VENDOR = ROOT / "theme/site/assets/javascripts/vendor"
MODULES = ROOT / "tests/editor/node_modules"
SOURCES = {
    "minisearch/index.js": "minisearch/dist/es/index.js",
    "minisearch/index.d.ts": "minisearch/dist/es/index.d.ts",
    "minisearch/LICENSE.txt": "minisearch/LICENSE.txt",
    "orama-stemmers/nl.js": "@orama/stemmers/dist/nl.js",
    "orama-stemmers/nl.d.ts": "@orama/stemmers/dist/nl.d.ts",
    "orama-stemmers/LICENSE.txt": "@orama/stemmers/LICENSE.md",
}
"""File of the theme → file of the package."""


def test_each_file_has_a_source() -> None:
    assert {path.relative_to(VENDOR).as_posix() for path in VENDOR.rglob("*") if path.is_file()} == SOURCES.keys()


def test_the_readme_names_the_licence_of_each() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for folder in (*(path for path in VENDOR.iterdir() if path.is_dir()), ROOT / "theme/fonts"):
        assert re.search(rf"`{folder.relative_to(ROOT).as_posix()}/` \| \w.*\|$", readme, re.MULTILINE), folder
        assert [path for path in folder.iterdir() if path.name in {"LICENSE.txt", "OFL.txt"}], folder


@pytest.mark.parametrize("file", SOURCES)
def test_a_file_is_that_of_its_package(file: str) -> None:
    source = MODULES / SOURCES[file]
    if not source.is_file():
        lacking("there are no packages of Node: npm ci --prefix tests/editor")
    assert (VENDOR / file).read_bytes() == source.read_bytes()


def test_the_packages_are_fixed_to_one_version() -> None:
    wanted = json.loads((MODULES.parent / "package.json").read_bytes())["devDependencies"]
    locked = json.loads((MODULES.parent / "package-lock.json").read_bytes())["packages"]
    for package in {source.rsplit("/dist/", 1)[0] for source in SOURCES.values() if "/dist/" in source}:
        assert locked[f"node_modules/{package}"]["version"] == wanted[package]
        assert locked[f"node_modules/{package}"]["integrity"]
