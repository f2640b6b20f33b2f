"""Every folder in tests/bad_input, laid over the minimal root, gives exactly the reports that stand in it.

`report.nl.txt` and `report.en.txt` are what a terminal shows, without colours. A case is added by adding a
folder with the bad files in their places; its reports are written, and renewed, by

    pytest tests/source/test_bad_input.py --update-golden

and then read by a person, as an author would read them, before they are kept.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.permissions import permissions_hold
from tests.reporting import report_on
from tests.source.built_inputs import BUILT_FILES, lay_links_and_pipes, lay_unreadable

CASES = Path(__file__).parent.parent / "bad_input"


def lay(case: Path, root: Path) -> None:
    for name in ("site_config.yml", "content", "programs"):
        if (case / name).is_dir():
            shutil.copytree(case / name, root / name, dirs_exist_ok=True)
        elif (case / name).exists():
            shutil.copy(case / name, root / name)
    for path, data in BUILT_FILES.get(case.name, {}).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    if case.name == "36-links-and-pipes":
        lay_links_and_pipes(root)
    if case.name == "40-unreadable":
        lay_unreadable(root)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_bad_input_is_reported_as_expected(
    case: Path, language: str, minimal_root: Path, golden: Callable[[Path, str], None]
) -> None:
    lay(case, minimal_root)
    with permissions_hold():
        report = report_on(minimal_root, language)
    golden(case / f"report.{language}.txt", report)


def test_every_built_case_has_its_folder() -> None:
    assert set(BUILT_FILES) <= {case.name for case in CASES.iterdir()}


@pytest.mark.parametrize(("language", "said"), [("nl", "Geen fouten gevonden."), ("en", "No mistakes found.")])
def test_the_minimal_root_is_clean(language: str, said: str, minimal_root: Path) -> None:
    assert report_on(minimal_root, language) == f"{said}\n"
