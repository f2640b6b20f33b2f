"""Options and fixtures that all tests share."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.axe import VERSION
from tests.chromium import chromium as chromium  # noqa: PLC0414 - a fixture for all, by its own name
from tests.clone import copy_repository, kring

from kring.print.kept_books import VARIABLE

TESTS = Path(__file__).parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write what is seen into the golden files")


def pytest_report_header() -> str:
    return f"axe-core {VERSION}"


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder that stands in for the user's cache: no test, nor a command that it runs, touches a real one."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(folder))
        yield folder


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


@pytest.fixture(scope="session")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository as it was when the tests began. Read only."""
    return copy_repository(tmp_path_factory.mktemp("clone") / "kring")


@pytest.fixture(scope="session")
def built_sites(clone: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with both editions of the real content, as `kring build` makes them of `clone`. Read only."""
    out = tmp_path_factory.mktemp("built_sites") / "site"
    done = kring(clone, "build", "--out", out)
    assert done.returncode == 0, done.stderr
    return out
