"""What to print: every sheet of the sessions once, with the sessions that need it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.roots import PROGRAMME, SESSION, Root

from kring.model.catalogue import Catalogue, resolve
from kring.model.entities import gather
from kring.model.values import Ref
from kring.pages.print_list import print_list, sheets_of
from kring.source.read import read

HANDOUT = "---\ntitle: {title}\nsummary: Om op te schrijven.\n---\n\nSchrijf het op.\n"
SECOND = """\
title: Doorgaan
goals:
  - Je gaat door.
minutes: 10
agenda:
  - id: doel
    title: Mijn doel
    kind: personal_goal
    priority: core
    minutes: 10
    handouts: [kaart]
"""


@pytest.fixture
def catalogue(minimal_root: Path) -> Catalogue:
    """Two sessions that share a sheet; the first has one more, given twice, and a questionnaire."""
    root = Root(minimal_root)
    root.write(
        {
            "content/handouts/kaart.md": HANDOUT.format(title="Kaart"),
            "content/handouts/blad.md": HANDOUT.format(title="Blad"),
            "programs/klein-begin/sessions/doorgaan.yml": SECOND,
        }
    )
    root.change(SESSION, "    minutes: 10\n", "    minutes: 10\n    handouts: [blad, kaart]\n")
    root.change(
        SESSION, "    kind: closing\n", "    kind: closing\n    handouts: [blad]\n    questionnaires: [terugblik]\n"
    )
    root.change(PROGRAMME, "  - session: beginnen\n", "  - session: beginnen\n  - session: doorgaan\n")
    sources = read(root.folder)
    return resolve(gather(sources, sources.documents))


def test_a_sheet_is_listed_once_with_every_session_that_needs_it(catalogue: Catalogue) -> None:
    listed = print_list(catalogue.plans["klein-begin"].sessions, find(catalogue))
    assert [(sheet.entity.key.id, [plan.number for plan in sheet.sessions]) for sheet in listed] == [
        ("blad", [1]),
        ("kaart", [1, 2]),
        ("terugblik", [1]),
    ]


def test_a_session_needs_each_of_its_sheets_once(catalogue: Catalogue) -> None:
    first, second = catalogue.plans["klein-begin"].sessions
    assert [sheet.key.id for sheet in sheets_of(first, find(catalogue))] == ["blad", "kaart", "terugblik"]
    assert [sheet.key.id for sheet in sheets_of(second, find(catalogue))] == ["kaart"]


def test_what_is_not_on_the_site_is_not_printed(catalogue: Catalogue) -> None:
    first = catalogue.plans["klein-begin"].sessions[0]
    assert [sheet.key.id for sheet in sheets_of(first, lambda _: None)] == ["blad", "kaart"]


def find(catalogue: Catalogue):
    """Return how a page finds what a reference means."""

    def found(ref: Ref) -> object:
        return catalogue.entities.find(ref, "klein-begin")

    return found
