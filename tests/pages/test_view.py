"""What templates are given of a site: only what is in the edition, each thing once, added up where that is shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.roots import PROGRAMME, SESSION, Root

from kring.findings import Span
from kring.model.values import Ref
from kring.pages.site_index import site_index
from kring.pages.view import View
from kring.pipeline import check
from kring.source.kinds import Kind

HOMEWORK = """\
title: {}
minutes: {}
why: Zo merk je het.
steps:
  - Doe het.
not_reviewed_because: Het is er voor jezelf.
"""
HERE = Span("a.yml")


@pytest.fixture
def root(minimal_root: Path) -> Root:
    """A session that sets two sheets of homework."""
    root = Root(minimal_root)
    root.write(
        {
            "content/homework/wandelen.yml": HOMEWORK.format("Wandelen", 20),
            "content/homework/ademen.yml": HOMEWORK.format("ademen", 5),
        }
    )
    root.change(SESSION, "    kind: exercise\n", "    kind: homework_briefing\n")
    root.change(SESSION, "agenda:\n", "homework: [wandelen, ademen]\nagenda:\n")
    return root


def view(root: Root, edition: str, address: str) -> View:
    checked = check(root.folder)
    plan = checked.plans[edition]
    return View(plan, next(page for page in plan.pages if page.address == address), site_index(plan))


def ids(entities: list[object]) -> list[str]:
    return [entity.key.id for entity in entities]  # type: ignore[attr-defined]


def test_entities_are_those_of_the_edition_each_once_in_order(root: Root) -> None:
    home = view(root, "participant", "")
    refs = [Ref(Kind.HOMEWORK, id, HERE) for id in ("wandelen", "is-er-niet", "ademen", "wandelen")]
    assert ids(home.entities(refs)) == ["wandelen", "ademen"]


def test_minutes_at_home_are_those_of_all_homework_of_a_session(root: Root) -> None:
    home = view(root, "participant", "")
    (programme,) = home.plan.participant.programmes
    assert [home.homework_minutes(session) for session in programme.sessions] == [25]
    assert home.minutes_at_home(programme) == [25]


def test_a_shelf_holds_what_has_a_page_in_the_order_of_titles_whatever_their_capitals(root: Root) -> None:
    library = view(root, "facilitator", "bibliotheek/")
    assert ids(library.shelf("homework")) == ["ademen", "wandelen"]


def test_weeks_are_known_where_every_distance_is(root: Root) -> None:
    session = (root.folder / SESSION).read_text(encoding="utf-8")
    listed = (root.folder / PROGRAMME).read_text(encoding="utf-8")
    root.write({"programs/klein-begin/sessions/verder.yml": session})
    for distance, weeks in (("\n    days_after_previous: 14", 3), ("", None)):
        order = f"  - session: beginnen\n  - session: verder{distance}\n"
        root.write({PROGRAMME: listed.replace("  - session: beginnen\n", order)})
        (programme,) = check(root.folder).plans["participant"].participant.programmes
        assert programme.weeks == weeks
