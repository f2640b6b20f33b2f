"""Options and fixtures that all tests share."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests import sampling
from tests.axe import VERSION
from tests.chromium import chromium as chromium  # noqa: PLC0414 - a fixture for all, by its own name
from tests.clone import copy_repository, kring, once

from kring.print.kept_books import VARIABLE

TESTS = Path(__file__).parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write what is seen into the golden files")
    parser.addoption("--full", action="store_true", help="try every case of the long families instead of a sample")
    parser.addoption("--seed", type=int, help="choose the samples as a run did that printed this seed")


def pytest_configure(config: pytest.Config) -> None:
    # The processes of a run get the options of the first one, so that all choose the same cases.
    if config.option.seed is None:
        config.option.seed = sampling.seed_of_commit()
    os.environ[sampling.VARIABLE] = sampling.ALL if config.option.full else str(config.option.seed)


def pytest_report_header(config: pytest.Config) -> list[str]:
    again = f"python3 builder test --seed {config.option.seed}"
    tried = "every case" if config.option.full else f"a sample of the long families; the same once more: {again}"
    return [f"axe-core {VERSION}", f"tried: {tried}"]


@pytest.fixture(scope="session")
def run_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder that all processes of this run share."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session", autouse=True)
def cache(run_folder: Path) -> Iterator[Path]:
    """The folder that stands in for the user's cache: no test, nor a command that it runs, touches a real one.

    Books are kept there for the whole run, also in continuous integration, where Kring itself keeps none.
    """
    folder = run_folder / "cache"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(folder))
        patch.delenv("CI", raising=False)
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
def built_minimal_root(clone: Path, run_folder: Path) -> Path:
    """The smallest valid root, with both editions built in it. Read only."""

    def make(root: Path) -> None:
        shutil.copytree(TESTS / "minimal_root", root)
        done = kring(clone, "build", "--root", root)
        assert done.returncode == 0, done.stderr

    return once(run_folder / "built_minimal_root", make)


@pytest.fixture(scope="session")
def clone(run_folder: Path) -> Path:
    """A copy of the repository as it was when the tests began. Read only."""
    return once(run_folder / "kring", copy_repository)


@pytest.fixture(scope="session")
def built_sites(clone: Path, run_folder: Path) -> Path:
    """The folder with both editions of the real content, as `kring build` makes them of `clone`. Read only."""

    def make(out: Path) -> None:
        done = kring(clone, "build", "--out", out)
        assert done.returncode == 0, done.stderr

    return once(run_folder / "built_sites", make)
