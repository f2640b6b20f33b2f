"""Fields that are easily forgotten stand where readers need them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.roots import CONFIG, PROGRAMME, Root

from kring.pages.render import environment, render
from kring.pages.site_index import site_index
from kring.pipeline import check
from kring.theme_files import theme_folder


@pytest.fixture
def root(minimal_root: Path) -> Root:
    return Root(minimal_root)


def body(root: Root, edition: str, address: str) -> str:
    """Return the body of a page."""
    plan = check(root.folder).plans[edition]
    page = next(page for page in plan.pages if page.address == address)
    return render(plan, page, environment(theme_folder() / "pages"), site_index(plan))


@pytest.mark.parametrize("edition", ["participant", "facilitator"])
def test_words_that_people_search_with_are_words_of_the_page(root: Root, edition: str) -> None:
    root.change("content/articles/rust.md", "title: Rust\n", "title: Rust\nkeywords:\n  - pauze\n  - op adem komen\n")
    assert "Gaat over: pauze, op adem komen." in body(root, edition, "artikel/rust/")


def test_who_answers_for_advice_stands_in_the_facilitators_colophon_alone(root: Root) -> None:
    root.append(CONFIG, "responsible_persons:\n  - name: Sam de Wit\n    role: gz-psycholoog\n")
    assert "<li>Sam de Wit, gz-psycholoog</li>" in body(root, "facilitator", "colofon/")
    assert "Sam de Wit" not in body(root, "facilitator", "contact/")
    assert "Sam de Wit" not in body(root, "participant", "colofon/")


@pytest.mark.parametrize("edition", ["participant", "facilitator"])
def test_the_organisation_has_its_website_among_the_contact(root: Root, edition: str) -> None:
    root.change(CONFIG, "  name: Voorbeeldorganisatie\n", "  name: Voorbeeldorganisatie\n  url: https://example.org\n")
    assert '<a href="https://example.org" rel="noopener noreferrer">example.org</a>' in body(root, edition, "contact/")


OCCASIONS = [
    ("after_session: beginnen", "na sessie 1", "Na sessie 1: Beginnen"),
    ("weeks_after_end: 12", "12 weken na de laatste sessie", "12 weken na de laatste sessie"),
    ("before_first_session: true", "voor de eerste sessie", "Voor de eerste sessie"),
]


@pytest.mark.parametrize(("written", "participants", "facilitators"), OCCASIONS)
def test_everybody_reads_when_a_questionnaire_is_filled_in(
    root: Root, written: str, participants: str, facilitators: str
) -> None:
    root.change(PROGRAMME, "after_session: beginnen", written)
    assert f"</span>, {participants}: <a" in body(root, "participant", "klein-begin/over/")
    assert facilitators in body(root, "facilitator", "klein-begin/meetplan/")


def test_a_measurement_after_a_draft_is_told_to_facilitators_without_a_number(root: Root) -> None:
    draft = "status: draft\ntitle: Later\ngoals:\n  - Rust.\nminutes: 20\n"
    root.write({"programs/klein-begin/sessions/later.yml": draft})
    root.change(PROGRAMME, "  - session: beginnen\n", "  - session: beginnen\n  - session: later\n")
    root.change(PROGRAMME, "after_session: beginnen", "after_session: later")
    assert "Na een sessie die nog niet af is" in body(root, "facilitator", "klein-begin/meetplan/")


CRITICAL = """\
critical_items:
  - item: gelukt
    options: [niets]
"""


@pytest.mark.parametrize("edition", ["participant", "facilitator"])
def test_a_critical_answer_to_an_open_question_leads_to_help_too(root: Root, edition: str) -> None:
    path = "programs/klein-begin/questionnaires/terugblik.yml"
    choice = "kind: choice\n      options: [{id: iets, text: Iets}, {id: niets, text: Niets}]\n"
    root.change(path, "kind: text\n", choice)
    root.append(path, CRITICAL)
    page = body(root, edition, "klein-begin/vragenlijst/terugblik/")
    assert 'Is je antwoord ‘Niets’? Kijk dan nu bij <a href="#part-help">' in page


def test_three_critical_answers_each_stand_between_quotation_marks(root: Root) -> None:
    path = "programs/klein-begin/questionnaires/terugblik.yml"
    choices = "[{id: iets, text: Iets}, {id: soms, text: Soms}, {id: niets, text: Niets}]"
    root.change(path, "kind: text\n", f"kind: choice\n      options: {choices}\n")
    root.append(path, CRITICAL.replace("[niets]", "[iets, soms, niets]"))
    page = body(root, "participant", "klein-begin/vragenlijst/terugblik/")
    assert "Is je antwoord ‘Iets’, ‘Soms’ of ‘Niets’?" in page
