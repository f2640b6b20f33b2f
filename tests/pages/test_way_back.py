"""From what a session gave, a participant finds the way back to that session."""

from __future__ import annotations

from pathlib import Path

from kring.pages.render import environment, render
from kring.pages.site_index import site_index
from kring.pipeline import check
from kring.theme_files import theme_folder

SESSION = "programs/klein-begin/sessions/beginnen.yml"


def body(root: Path, address: str) -> str:
    plan = check(root).plans["participant"]
    page = next(page for page in plan.pages if page.address == address)
    return render(plan, page, environment(theme_folder() / "pages"), site_index(plan))


def test_an_article_leads_back_to_its_session(minimal_root: Path) -> None:
    page = body(minimal_root, "artikel/rust/")
    assert 'href="../../klein-begin/sessie/beginnen/"' in page
    assert "Terug naar sessie 1: Beginnen" in page


def test_a_questionnaire_outside_of_sessions_leads_back_to_the_programme(minimal_root: Path) -> None:
    page = body(minimal_root, "klein-begin/vragenlijst/terugblik/")
    assert "Terug naar de training: Klein begin" in page
    assert "Terug naar sessie" not in page


def test_a_questionnaire_of_a_session_leads_back_to_it_too(minimal_root: Path) -> None:
    file = minimal_root / SESSION
    text = file.read_text(encoding="utf-8")
    step = "    title: Afsluiten\n"
    assert step in text
    file.write_text(text.replace(step, f"{step}    questionnaires: [terugblik]\n"), encoding="utf-8")
    page = body(minimal_root, "klein-begin/vragenlijst/terugblik/")
    assert "Terug naar sessie 1: Beginnen" in page
    assert "Terug naar de training: Klein begin" in page


def test_homework_says_after_which_session_it_comes(clone: Path) -> None:
    page = body(clone, "structureren-kun-je-leren/huiswerk/tijd-meten/")
    assert '<p class="k-eyebrow">Huiswerk na sessie 3</p>' in page
    assert "Terug naar sessie 3:" in page


def test_a_sheet_of_many_sessions_leads_back_to_the_programme(clone: Path) -> None:
    page = body(clone, "werkblad/doelkaartje/")
    assert "Terug naar sessie" not in page
    assert "Terug naar de training:" in page
