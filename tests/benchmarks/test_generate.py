"""The generated roots are what benchmarks take them for: valid, of the wanted size, the same for the same seed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.benchmarks.generate import root_files, write_root
from tests.benchmarks.layout import lay_out, size_in_files, size_in_pages

from kring.pipeline import check


@pytest.mark.parametrize("pages", [49, 60, 61])
def test_a_root_has_the_wanted_number_of_pages_and_no_mistakes(tmp_path: Path, pages: int) -> None:
    write_root(tmp_path / "root", pages=pages)
    checked = check(tmp_path / "root", today=date(2026, 9, 1))
    assert [str(finding.span) for finding in checked.findings] == []
    assert sum(len(plan.pages) for plan in checked.plans.values()) == pages


def test_a_root_has_the_wanted_number_of_source_files(tmp_path: Path) -> None:
    write_root(tmp_path / "root", files=53)
    assert len([*(tmp_path / "root").rglob("*.yml"), *(tmp_path / "root").rglob("*.md")]) == 53


def test_the_same_seed_gives_the_same_bytes() -> None:
    layout = lay_out(size_in_pages(60), 7)
    assert dict(root_files(layout, 7)) == dict(root_files(lay_out(size_in_pages(60), 7), 7))
    assert dict(root_files(layout, 7)) != dict(root_files(lay_out(size_in_pages(60), 8), 8))


def test_what_is_too_small_or_not_empty_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="too small"):
        size_in_pages(45)
    with pytest.raises(ValueError, match="too small"):
        size_in_files(20)
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(ValueError, match="not empty"):
        write_root(tmp_path, pages=60)
