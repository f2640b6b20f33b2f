"""Every folder in tests/bad_input, laid over the minimal root, gives exactly the report in its expected.txt.

A case is added by adding a folder with the bad files in their places; `pytest --update-golden`
writes its expected.txt, which is then read by a person before it is kept.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.reporting import report_on
from tests.source.built_inputs import BUILT_FILES, lay_links_and_pipes

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


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_bad_input_is_reported_as_expected(case: Path, minimal_root: Path, golden: Callable[[Path, str], None]) -> None:
    lay(case, minimal_root)
    golden(case / "expected.txt", report_on(minimal_root))


def test_every_built_case_has_its_folder() -> None:
    assert set(BUILT_FILES) <= {case.name for case in CASES.iterdir()}


def test_the_minimal_root_is_clean(minimal_root: Path) -> None:
    assert report_on(minimal_root) == ""
