"""The pages of the sheets: facilitators read what a programme says and lacks; participants know nothing of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.checks.roots import PROGRAMME, SESSION, Root
from tests.editions.test_sheets import MISSING, RECOGNITION, TIDIER
from tests.every_field.written import written

from kring.pages.render import environment, render
from kring.pages.site_index import site_index
from kring.pages.site_plan import SitePlan
from kring.pipeline import check, interface_words
from kring.theme_files import theme_folder

REPOSITORY = Path(__file__).parents[2]
SHEETS = {"tidier": "tidier", "recognition": "erkenning"}
"""The names of the sheets, and the last parts of their addresses."""


@pytest.fixture
def root(minimal_root: Path) -> Root:
    return Root(minimal_root)


def body(plan: SitePlan, address: str) -> str:
    page = next(page for page in plan.pages if page.address == address)
    return render(plan, page, environment(theme_folder() / "pages"), site_index(plan))


def sheet_page(root: Root, name: str) -> str:
    return body(check(root.folder).plans["facilitator"], f"klein-begin/{SHEETS[name]}/")


def tally(page: str) -> tuple[int, int]:
    """Return how many items are complete, and of how many, as the page says."""
    found = re.search(r"(\d+) van (\d+) onderdelen compleet", page)
    assert found is not None
    return int(found[1]), int(found[2])


def test_every_item_of_tidier_has_its_number_and_its_place(root: Root) -> None:
    page = sheet_page(root, "tidier")
    assert re.findall(r'<h2 id="item-([a-z-]+)"', page) == [name.replace("_", "-") for name in TIDIER]
    assert re.findall(r'<span class="k-item-number">(\d+)</span>', page) == [str(number) for number in range(1, 13)]


def test_every_chapter_and_section_of_the_description_sheet_has_its_place(root: Root) -> None:
    page = sheet_page(root, "recognition")
    names = [name.replace("_", "-") for names in RECOGNITION.values() for name in names]
    assert re.findall(r'<h3 id="item-([a-z-]+)"', page) == names
    chapters = [name.replace("_", "-") for name in RECOGNITION]
    assert re.findall(r'<h2 id="part-([a-z-]+)"', page) == ["gaps", *chapters, "help-title"]


@pytest.mark.parametrize("name", SHEETS)
def test_a_gap_names_its_field_and_file_and_leads_to_the_item(root: Root, name: str) -> None:
    page = sheet_page(root, name)
    assert "Wat nog ontbreekt" in page
    assert f"Schrijf het in <code>{PROGRAMME}</code>, in het veld <code>intervention.process_evaluation</code>." in page
    for target in re.findall(r'<p class="k-gap-item"><a href="#([a-z-]+)"', page):
        assert f'id="{target}"' in page


@pytest.mark.parametrize("name", SHEETS)
def test_a_field_that_is_written_takes_its_gap_away_and_raises_the_count(root: Root, name: str) -> None:
    complete, total = tally(sheet_page(root, name))
    root.append(PROGRAMME, "intervention:\n  process_evaluation: |\n    In drie groepen ging het zoals bedoeld.\n")
    page = sheet_page(root, name)
    assert tally(page) == (complete + 1, total)
    assert "<code>intervention.process_evaluation</code>" not in page
    assert "In drie groepen ging het zoals bedoeld." in page


@pytest.mark.parametrize("name", SHEETS)
def test_a_field_that_is_taken_away_comes_back_as_a_gap(root: Root, name: str) -> None:
    complete, total = tally(sheet_page(root, name))
    assert "<code>fidelity</code>" not in sheet_page(root, name)
    root.change(PROGRAMME, "fidelity: |\n  Elke sessie opent met een doel.\n", "")
    page = sheet_page(root, name)
    assert "<code>fidelity</code>" in page
    assert tally(page)[1] == total
    assert tally(page)[0] == complete - (name == "tidier"), "the quality of the other sheet had a gap already"


@pytest.mark.parametrize("name", SHEETS)
def test_a_draft_with_only_what_it_must_have_can_be_described(root: Root, name: str) -> None:
    whole = (root.folder / PROGRAMME).read_text(encoding="utf-8")
    kept = re.sub(
        r"^(group_agreements|rights|measurement|safety|fidelity|sign_off|authors):.*\n(?:[ -].*\n)*",
        "",
        whole,
        flags=re.MULTILINE,
    )
    draft = kept.replace("status: published", "status: draft")
    (root.folder / PROGRAMME).write_text(draft, encoding="utf-8")
    root.change(
        SESSION,
        (root.folder / SESSION).read_text(encoding="utf-8"),
        "status: draft\ntitle: Beginnen\ngoals:\n  - Je begint.\nminutes: 60\n",
    )
    checked = check(root.folder, preview=True)
    page = body(checked.plans["facilitator"], f"klein-begin/{SHEETS[name]}/")
    complete, total = tally(page)
    assert 0 < complete < total
    assert f"<code>{SESSION}</code>, in het veld <code>agenda</code>" in page


def test_every_gap_has_its_name_and_why_it_matters() -> None:
    words = interface_words("nl")
    fields = {field for _, field, _ in MISSING} | {"sessions", "sessions.days_after_previous", "agenda", "citations"}
    named = {name.removeprefix("gap.").rpartition(".")[0] for name in words.strings if name.startswith("gap.")}
    assert named == fields
    for field in fields:
        assert words(f"gap.{field}.why").endswith(".")
        assert words(f"gap.{field}.name")


@pytest.mark.parametrize("name", SHEETS)
def test_a_programme_with_every_field_is_shown_whole_and_lacks_nothing(name: str, tmp_path: Path) -> None:
    plan = check(written().copy().write(tmp_path / "root")).plans["facilitator"]
    page = body(plan, f"alles/{SHEETS[name]}/")
    complete, total = tally(page)
    assert complete == total
    assert "Er ontbreekt niets." in page
    assert "Nog niet beschreven" not in page


def test_the_sheets_stand_in_the_navigation_and_on_the_page_of_the_programme(root: Root) -> None:
    plan = check(root.folder).plans["facilitator"]
    programme = next(place for place in plan.places if place.page and place.page.address == "klein-begin/")
    below = {child.page.address: child.title for child in programme.children if child.page is not None}
    page = body(plan, "klein-begin/")
    for name, segment in SHEETS.items():
        assert below[f"klein-begin/{segment}/"] == plan.words(f"{name}.title")
        assert f'href="{segment}/"' in page


def test_search_finds_in_the_sheets_what_stands_on_no_other_page(root: Root) -> None:
    found = re.findall(r'<h3 id="item-([a-z-]+)">', sheet_page(root, "recognition"))
    only_here = {field.removeprefix("intervention.") for _, field, _ in MISSING if field.startswith("intervention.")}
    assert {name.replace("-", "_") for name in found} == only_here
    assert '<h2 id="item-why" data-search-exclude>' in sheet_page(root, "tidier")


def test_participants_have_none_of_it(root: Root) -> None:
    root.append(PROGRAMME, "intervention:\n  aim: |\n    Geheim doel.\n")
    plan = check(root.folder).plans["participant"]
    assert not [page.address for page in plan.pages if page.address.endswith(("/tidier/", "/erkenning/"))]
    templates, index = environment(theme_folder() / "pages"), site_index(plan)
    said = "".join(render(plan, page, templates, index) for page in plan.pages)
    assert "Geheim doel" not in said
    assert "TIDieR" not in said


def test_our_own_programme_has_only_the_gaps_that_nobody_can_fill_yet() -> None:
    plan = check(REPOSITORY).plans["facilitator"]
    fields = {
        name: re.findall(r"in het veld <code>([a-z_.]+)</code>", body(plan, f"structureren-kun-je-leren/{segment}/"))
        for name, segment in SHEETS.items()
    }
    assert fields == {
        "tidier": ["intervention.process_evaluation"],
        "recognition": [
            "intervention.involvement",
            "intervention.process_evaluation",
            "intervention.effect_evaluation",
            "intervention.comparable",
        ],
    }
