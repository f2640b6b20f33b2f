"""Sets of cards: the backs lie behind their fronts, letters are large enough, and nothing runs off a card."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from tests.print.reading_pdf import reader
from tests.print.real_books import editions

from kring.pipeline import check
from kring.print.session_pack import pack

ROOT = Path(__file__).parents[1] / "minimal_root"
SESSION = "programs/klein-begin/sessions/beginnen.yml"
HANDOUT = "content/handouts/setje.md"
WIDE, MM = 595.28, 72 / 25.4
ACROSS = {"wallet": 85, "strip": 186, "a6": 93, "a5": 186, "sign": 186}
"""Millimetres."""
LARGER = {"wallet": "a6", "strip": "a5", "a6": "a5", "a5": "sign", "sign": "sign"}


class Written(NamedTuple):
    """A piece of text on a page of cards: points from the left and from the foot, and the size of its letters."""

    page: int
    text: str
    x: float
    y: float
    letters: float


def root_with(folder: Path, size: str, items: str) -> Path:
    """Return a root whose session needs a set of cards, one for each participant."""
    root = folder / "root"
    shutil.copytree(ROOT, root)
    session = root / SESSION
    material = "    materials:\n      - {item: Setje kaartjes, per: participant, handout: setje}\n"
    text = session.read_text(encoding="utf-8")
    session.write_text(text.replace("    minutes: 15\n", "    minutes: 15\n" + material), encoding="utf-8")
    handout = root / HANDOUT
    handout.parent.mkdir(exist_ok=True)
    front = f"---\ntitle: Setje\nsummary: Om te knippen.\ncards:\n  size: {size}\n  per: group\n  items:\n"
    handout.write_text(f"{front}{items}---\n\nLeg ze neer.\n", encoding="utf-8")
    return root


def cards(root: Path, *, large: bool = False) -> list[Written]:
    """Return what is written on the pages after the list, captions left out."""
    book = pack(editions(root)[1], "klein-begin", session=1, only="cards", large=large)
    found: list[Written] = []
    for number, page in enumerate(reader(book.pdf()).pages[1:]):

        def keep(text: str, cm: list[float], tm: list[float], _font: Any, size: float, page: int = number) -> None:
            x, y = cm[0] * tm[4] + cm[2] * tm[5] + cm[4], cm[1] * tm[4] + cm[3] * tm[5] + cm[5]
            if text.strip() and y < 842 - 16 * MM:
                found.append(Written(page, text.strip(), x, y, size * abs(cm[0] * tm[0])))

        page.extract_text(visitor_text=keep)
    return found


def items(*texts: tuple[str, str | None]) -> str:
    lines = []
    for number, (text, back) in enumerate(texts):
        lines += [f"    - id: kaart-{number}", f"      text: {text!r}"]
        lines += [f"      back: {back!r}"] if back is not None else []
    return "\n".join(lines) + "\n"


def test_backs_lie_behind_their_fronts_on_a_sheet_that_is_turned_over_its_long_edge(tmp_path):
    letters = "ABCDE"  # five on sheets of four: the last alone in its row
    found = cards(root_with(tmp_path, "a6", items(*((f"{one}x", f"{one}y") for one in letters))))
    place = {written.text: written for written in found}
    assert {f"{one}{side}" for one in letters for side in "xy"} <= place.keys()
    for one in letters:
        front, back = place[f"{one}x"], place[f"{one}y"]
        assert back.page == front.page + 1
        assert back.y == pytest.approx(front.y, abs=1)
        assert (front.x < WIDE / 2) != (back.x < WIDE / 2)


def test_a_card_without_a_back_leaves_its_place_open(tmp_path):
    found = cards(root_with(tmp_path, "a6", items(("Ax", None), ("Bx", "By"))))
    (back,) = (written for written in found if written.page == 1)
    assert back.text == "By"
    assert back.x < WIDE / 2


@pytest.mark.parametrize("size", ["wallet", "strip", "a6", "a5", "sign"])
@pytest.mark.parametrize("large", [False, True])
def test_letters_are_large_enough(tmp_path, size, large):
    text = "Wie luistert, zegt hooguit één zin terug: kan het ook korter?"
    found = cards(root_with(tmp_path, size, items((text, None))), large=large)
    assert found
    assert min(written.letters for written in found) >= (18 if large else 11) - 0.1


HARD = {
    "a long word": "'Uitkeringsaanvraagformulier, arbeidsongeschiktheidsverzekering'",
    "a long line to write on": "'Naam ……………………………………………………'",
    "many short lines": '"a\\n\\nb\\n\\nc\\n\\nd\\n\\ne\\n\\nf\\n\\ng\\n\\nh\\n\\ni\\n\\nj"',
    "a long list": '"- een\\n- twee\\n- drie\\n- vier\\n- vijf\\n- zes\\n- zeven\\n- acht\\n- negen\\n- tien"',
    "an address": "'https://www.voorbeeldaanbieder.nl/module'",
}


@pytest.mark.parametrize("text", HARD.values(), ids=HARD.keys())
@pytest.mark.parametrize("size", ["wallet", "strip"])
@pytest.mark.parametrize("large", [False, True])
def test_what_is_hard_to_fit_stays_on_its_card(tmp_path, text, size, large):
    found = cards(root_with(tmp_path, size, f"    - id: vol\n      text: {text}\n"), large=large)
    assert found
    across = ACROSS[LARGER[size] if large else size]
    left = WIDE / 2 - across * MM * (1 if across < 100 else 0.5)
    assert min(written.x for written in found) >= left
    assert len({written.page for written in found}) == 1


def test_short_lines_take_the_room_of_whole_ones(tmp_path):
    text = '"een\\n\\ntwee\\n\\ndrie\\n\\nvier\\n\\nvijf\\n\\nzes\\n\\nzeven"'
    root = root_with(tmp_path, "wallet", f"    - id: vol\n      text: {text}\n")
    assert "print/card-too-long" in [finding.rule for finding in check(root).findings]
