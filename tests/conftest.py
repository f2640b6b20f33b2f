"""Options and fixtures that all tests share."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

TESTS = Path(__file__).parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write what is seen into the golden files")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a text with a golden file; with --update-golden, write it there instead."""

    def compare(file: Path, seen: str) -> None:
        if request.config.getoption("--update-golden"):
            file.write_text(seen, encoding="utf-8", newline="\n")
        assert file.is_file(), f"{file.name} is missing: run pytest with --update-golden and review it"
        assert seen == file.read_text(encoding="utf-8")

    return compare


@pytest.fixture
def minimal_root(tmp_path: Path) -> Path:
    """A copy of the smallest valid root, to break things in."""
    root = tmp_path / "root"
    shutil.copytree(TESTS / "minimal_root", root)
    return root
