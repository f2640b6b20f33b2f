"""The pictures of every kind of page: which pages, into which folder, and the sheet that shows them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.clone import EDITIONS
from tests.line.serving import serving
from tests.screenshots import MARK, SCHEMES, WIDTHS, Subject, emptied, photograph, sheet, subjects


def test_each_kind_is_taken_once(clone: Path) -> None:
    found = list(subjects(clone, EDITIONS, []))
    assert {"home", "programme", "session", "guide", "missing"} <= {subject.kind for subject in found}
    assert len({(subject.edition, subject.kind) for subject in found}) == len(found)
    assert {subject.kind for subject in subjects(clone, ("participant",), ["session"])} == {"session"}


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("x", encoding="utf-8")
    with pytest.raises(SystemExit):
        emptied(tmp_path)
    assert (tmp_path / "thesis.txt").is_file()
    emptied(tmp_path / "new")
    (tmp_path / "new/old.png").touch()
    emptied(tmp_path / "new")
    assert [path.name for path in (tmp_path / "new").iterdir()] == [MARK]


@pytest.mark.browser
def test_the_sheet_shows_every_picture(built_sites: Path, chromium: Browser, tmp_path: Path) -> None:
    subject = Subject("participant", "contact", "contact/")
    with serving(built_sites / "participant") as home:
        photograph(chromium, home, subject, tmp_path)
    taken = {path.name: path.read_bytes() for path in tmp_path.glob("*.png")}
    assert len(set(taken.values())) == len(taken) == len(WIDTHS) * len(SCHEMES)
    assert set(re.findall(r'src="([^"]+)"', sheet([subject]))) == taken.keys()
