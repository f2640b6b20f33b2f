"""The same rendered trees become complete sites with another engine, Zensical, in its own shell."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.clone import EDITIONS, files, pages
from tests.line.html_page import read
from tests.line.test_links import dead_links
from tests.seam import altered_pages, built_file

from kring.pipeline import check
from kring.site.tree import site_tree, write_tree

pytestmark = pytest.mark.engine

CONTROLS = ("input", "textarea", "select", "label", "fieldset", "legend")


@dataclass(frozen=True)
class Built:
    """The tree that both engines build, and what Zensical made of it."""

    tree: Path
    site: Path


@pytest.fixture(scope="module", params=EDITIONS)
def built(request: pytest.FixtureRequest, clone: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    tree = tmp_path_factory.mktemp("zensical") / request.param
    theme = clone / "theme"
    write_tree(site_tree(check(clone).plans[request.param], theme), tree)
    # Its stock shell: overrides of Material's templates are ours, what the pages themselves need is kept.
    shutil.copytree(theme / "site/assets", tree / "shell/assets")
    configuration = (tree / "mkdocs.yml").read_text(encoding="utf-8")
    ours = f"custom_dir: {theme / 'site'}"
    assert ours in configuration
    (tree / "mkdocs.yml").write_text(configuration.replace(ours, "custom_dir: shell"), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--clean", "--strict", "-f", "mkdocs.yml"],
        cwd=tree,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return Built(tree, tree / "site")


def test_every_page_is_there_and_its_body_is_ours(built: Built, built_sites: Path) -> None:
    sources = sorted((built.tree / "docs").rglob("*.md"))
    assert len(sources) > 20
    for source in sources:
        assert (built.site / built_file(source.relative_to(built.tree / "docs").as_posix())).is_file()
    # What is not to be found says so to the engine; this one takes the word out of the page.
    assert altered_pages(built.tree / "docs", built.site, taken_out=" data-search-exclude") == []
    ours = {path for path in files(built_sites / built.tree.name) if path.endswith(".html")}
    assert ours - files(built.site).keys() <= {"404.html"}


def test_every_form_and_every_picture_is_there(built: Built, built_sites: Path) -> None:
    def body(site: Path) -> Counter[str]:
        return Counter(
            e.tag for path in pages(site) if path.name != "404.html" for e in read(path).elements if e.in_body
        )

    theirs, ours = body(built.site), body(built_sites / built.tree.name)
    assert theirs == ours
    assert all(ours[control] for control in ("form", "input", "textarea", "label", "fieldset", "legend", "table"))
    media = {path for path in files(built_sites / built.tree.name) if path.startswith("media/")}
    assert media
    assert media <= files(built.site).keys()


def test_every_link_leads_somewhere(built: Built) -> None:
    # The books are put beside the pages after the engine, and the shell is somebody else's.
    for book in {address for path in pages(built.site) for address in _books(path)}:
        book.parent.mkdir(parents=True, exist_ok=True)
        book.touch()
    assert dead_links(built.site, {}) == []


def _books(path: Path) -> set[Path]:
    links = {dict(element.attributes).get("href", "") for element in read(path).elements if element.in_body}
    return {(path.parent / link).resolve() for link in links if link.endswith(".pdf") and ":" not in link}
