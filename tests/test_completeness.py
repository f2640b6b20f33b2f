"""A kind of content is complete: schema, model, words of its address, a template for each edition, a sample."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from kring.editions.project import TYPES
from kring.model.entities import MODELS
from kring.pages.facilitator_site import ORDER as FACILITATOR_ORDER
from kring.pages.participant_site import ORDER as PARTICIPANT_ORDER
from kring.pages.participant_site import TEMPLATES
from kring.pipeline import interface_words
from kring.schema.registry import schema_for
from kring.source.kinds import Kind
from kring.theme_files import theme_folder

ROOT = Path(__file__).resolve().parents[1]
WITHOUT_PAGE = {Kind.SITE_CONFIG, Kind.HELP}
"""What stands on pages of others."""

FACILITATORS_ONLY = {Kind.ACTIVITY}
OWN_PLAN = {Kind.PROGRAMME, Kind.SESSION, Kind.GLOSSARY, Kind.PAGE}
"""Kinds whose place in the navigation is not one of the headings that gather a kind."""

PACKAGES = (
    "source",
    "prose",
    "schema",
    "model",
    "language",
    "checks",
    "mending",
    "editions",
    "pages",
    "site",
    "print",
    "publish",
    "preview",
    "editor",
    "starting",
    "command",
)
"""The line along which imports may point back, never forward. `rules` and single modules serve all of it."""


@pytest.mark.parametrize("kind", Kind)
def test_a_kind_has_a_schema_and_a_model(kind: Kind) -> None:
    assert schema_for(kind)["title"]
    assert kind in MODELS


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in WITHOUT_PAGE])
def test_a_kind_has_a_page_in_each_edition_that_shows_it(kind: Kind) -> None:
    facilitator = "guide" if kind is Kind.SESSION else kind.value
    assert (theme_folder() / "pages" / "facilitator" / f"{facilitator}.html.j2").is_file()
    if kind not in FACILITATORS_ONLY:
        assert (theme_folder() / "pages" / "participant" / f"{kind.value}.html.j2").is_file()


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in WITHOUT_PAGE | OWN_PLAN])
def test_a_kind_stands_in_the_navigation_under_a_heading(kind: Kind) -> None:
    assert kind in FACILITATOR_ORDER
    assert interface_words("nl")(f"nav.{kind.value}")
    if kind not in FACILITATORS_ONLY:
        assert kind in PARTICIPANT_ORDER
        assert kind in TYPES
        assert TEMPLATES[kind] == kind.value


def test_imports_run_one_way() -> None:
    wrong = []
    for path in sorted((ROOT / "builder" / "kring").rglob("*.py")):
        package = path.relative_to(ROOT / "builder" / "kring").parts[0]
        if package not in PACKAGES:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("kring."):
                other = node.module.split(".")[1]
                if other in PACKAGES and PACKAGES.index(other) > PACKAGES.index(package):
                    wrong.append(f"{path.name} imports {node.module}")
    assert wrong == []
