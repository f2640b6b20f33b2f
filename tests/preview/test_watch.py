"""The watch tells of changes in content, configuration and theme, and of no others."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kring.preview.watch import Watch, watching


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "root/content/articles").mkdir(parents=True)
    (tmp_path / "root/site").mkdir()
    (tmp_path / "root/content/articles/a.md").write_text("een", encoding="utf-8")
    (tmp_path / "root/site_config.yml").write_text("een", encoding="utf-8")
    (tmp_path / "theme/pages").mkdir(parents=True)
    (tmp_path / "theme/pages/p.j2").write_text("een", encoding="utf-8")
    return tmp_path / "root"


@pytest.fixture
def watch(root: Path) -> Iterator[Watch]:
    with watching(root, root.parent / "theme") as watch:
        time.sleep(0.05)
        while watch.wait(0.05):
            pass
        yield watch


def replace(path: Path) -> None:
    """Save as editors do: to a new file, then in the old one's place."""
    half = path.with_suffix(".half")
    half.write_text("twee", encoding="utf-8")
    half.replace(path)


def write(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("twee", encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (write, "content/articles/a.md"),
        (replace, "content/articles/a.md"),
        (write, "content/handouts/nieuw.md"),
        (write, "programs/nieuw/programme.yml"),
        (write, "site_config.yml"),
        (replace, "site_config.yml"),
        (write, "../theme/pages/p.j2"),
        (Path.unlink, "content/articles/a.md"),
    ],
)
def test_a_change_is_noticed(watch: Watch, root: Path, change: Callable[[Path], None], path: str) -> None:
    change(root / path)
    assert watch.wait(5)
    assert not watch.wait(0.3), "several steps of one save are one change"


def test_a_folder_of_content_that_comes_later_is_followed(watch: Watch, root: Path) -> None:
    write(root / "programs/nieuw/programme.yml")
    assert watch.wait(5)
    time.sleep(0.3)
    watch.wait(0.1)
    write(root / "programs/nieuw/sessions/een.yml")
    assert watch.wait(5)


@pytest.mark.parametrize("path", ["site/index.html", ".kring/books/a.pdf", "README.md"])
def test_what_lies_beside_the_content_is_not(watch: Watch, root: Path, path: str) -> None:
    write(root / path)
    assert not watch.wait(0.4)


def test_reading_is_no_change(watch: Watch, root: Path) -> None:
    (root / "content/articles/a.md").read_text(encoding="utf-8")
    assert not watch.wait(0.3)
