"""What participants' pages say about a programme before anybody starts, and the names under which places are kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.prose.samples import blocks_of

from kring.pages.descriptions import OPENING, opening
from kring.pages.render import environment, render
from kring.pages.site_index import site_index
from kring.pipeline import check
from kring.theme_files import theme_folder

PROGRAMME = "programs/klein-begin/programme.yml"
SESSION = "programs/klein-begin/sessions/beginnen.yml"


def body(root: Path, address: str) -> str:
    plan = check(root).plans["participant"]
    page = next(page for page in plan.pages if page.address == address)
    return render(plan, page, environment(theme_folder() / "pages"), site_index(plan))


def test_an_opening_is_whole_sentences_and_at_least_one() -> None:
    assert opening(blocks_of("Kort. Ook kort.\n\nEn *nog* wat.")) == "Kort. Ook kort. En nog wat."
    long = " ".join(["woord"] * (OPENING // 3))
    assert opening(blocks_of(f"Een zin. Dan {long}. Weg.")) == "Een zin."
    assert opening(blocks_of(f"Dan {long}. Weg.")) == f"Dan {long}."


def test_the_front_page_says_how_often_and_how_long(minimal_root: Path) -> None:
    page = body(minimal_root, "")
    assert "1 sessie van 30 minuten" in page
    assert "per sessie" not in page, "there is no homework"
    assert "Eén bijeenkomst over beginnen, met een begeleider." in page


def test_the_front_page_says_from_when_to_when_where_sessions_differ(minimal_root: Path) -> None:
    other = minimal_root / "programs/klein-begin/sessions/verder.yml"
    text = (minimal_root / SESSION).read_text(encoding="utf-8")
    other.write_text(text.replace("minutes: 30\n", "minutes: 45\n").replace("minutes: 15\n", "minutes: 30\n"), "utf-8")
    programme = minimal_root / PROGRAMME
    listed = "  - session: beginnen\n"
    text = programme.read_text(encoding="utf-8")
    programme.write_text(text.replace(listed, f"{listed}  - session: verder\n    days_after_previous: 14\n"), "utf-8")
    assert "2 sessies van 30 minuten tot 45 minuten in 3 weken" in body(minimal_root, "")


@pytest.mark.parametrize("address", ["", "klein-begin/"])
def test_a_place_is_found_under_the_names_it_had_before(address: str, minimal_root: Path) -> None:
    for name, former in ((PROGRAMME, "groot-begin"), (SESSION, "opstarten")):
        file = minimal_root / name
        file.write_text(f"formerly: [{former}]\n{file.read_text(encoding='utf-8')}", encoding="utf-8")
    page = body(minimal_root, address)
    assert 'data-programme="klein-begin" data-programme-formerly="groot-begin"' in page
    assert 'data-stage="session:beginnen" data-formerly="session:opstarten"' in page
