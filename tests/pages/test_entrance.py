"""A training in figures: what comes long after the rest is no part of its weeks, and no name stands twice."""

from __future__ import annotations

from pathlib import Path

from kring.pages.descriptions import in_order
from kring.pages.render import environment, render
from kring.pages.site_index import site_index
from kring.pipeline import check
from kring.theme_files import theme_folder

PROGRAMME = "programs/klein-begin/programme.yml"
SESSIONS = PROGRAMME.replace("programme.yml", "sessions/")


def entrance(root: Path, *days: int) -> str:
    """Return the front page of a programme whose sessions follow after these numbers of days."""
    order = "sessions:\n  - session: beginnen\n"
    for number, after in enumerate(days, 2):
        order += f"  - session: keer-{number}\n    days_after_previous: {after}\n"
        text = (root / SESSIONS / "beginnen.yml").read_text(encoding="utf-8")
        new = text.replace("title: Beginnen", f"title: Keer {number}")
        (root / SESSIONS / f"keer-{number}.yml").write_text(new, encoding="utf-8")
    text = (root / PROGRAMME).read_text(encoding="utf-8")
    (root / PROGRAMME).write_text(text.replace("sessions:\n  - session: beginnen\n", order), encoding="utf-8")
    return body(root, "")


def body(root: Path, address: str) -> str:
    plan = check(root).plans["participant"]
    (page,) = [page for page in plan.pages if page.address == address]
    return " ".join(render(plan, page, environment(theme_folder() / "pages"), site_index(plan)).split())


def test_sessions_week_after_week_take_that_many_weeks(minimal_root: Path) -> None:
    assert "3 sessies van 30 minuten in 3 weken<" in entrance(minimal_root, 7, 7)


def test_a_booster_is_told_apart(minimal_root: Path) -> None:
    assert "3 sessies van 30 minuten in 2 weken, en de laatste 13 weken later<" in entrance(minimal_root, 7, 91)


def test_a_session_that_is_called_as_its_place_is_named_once() -> None:
    assert in_order("Sessie 2", "Rust nemen") == "Sessie 2 · Rust nemen"
    assert in_order("Terugkomdag", "terugkomdag") == "terugkomdag"


def test_its_pages_name_it_once_too(minimal_root: Path) -> None:
    programme = minimal_root / PROGRAMME
    text = programme.read_text(encoding="utf-8")
    programme.write_text(text.replace("- session: beginnen\n", "- session: beginnen\n    label: Beginnen\n"), "utf-8")
    assert 'data-choice="Beginnen"' in body(minimal_root, "klein-begin/")
    assert "k-stage-number" not in body(minimal_root, "klein-begin/")
    assert '<p class="k-eyebrow"></p>' in body(minimal_root, "klein-begin/sessie/beginnen/")
