"""After any sequence of edits the live sites are, byte for byte, what a clean build makes."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.clone import CONTENT, copy_repository, environment
from tests.conftest import TESTS
from tests.sampling import sample

from kring.preview.builder import PreviewBuilder
from kring.print.press import Press
from kring.timings import Stopwatch

EDITS = Path(__file__).with_name("edits.py")


def run(clone: Path, root: Path, folder: Path, *arguments: object) -> str:
    done = subprocess.run(
        [sys.executable, "-P", EDITS, root, folder, *map(str, arguments)],
        env=environment(clone, {"CI": "true"}),  # so that a clean build takes no book that the preview has printed
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("seed", sample(range(1, 5), 1))
def test_a_few_edits_of_a_small_root_with_its_books(seed: int, tmp_path: Path) -> None:
    clone = copy_repository(tmp_path / "clone")
    root = shutil.copytree(TESTS / "minimal_root", tmp_path / "root")
    assert run(clone, root, tmp_path / "live", seed, 4, "books") == ""


@pytest.mark.parametrize("seed", sample(range(7), 1))
def test_a_few_edits_of_the_real_content(seed: int, tmp_path: Path) -> None:
    clone = copy_repository(tmp_path / "clone")
    root = copy_repository(tmp_path / "root", CONTENT)
    assert run(clone, root, tmp_path / "live", seed, 3) == ""


def test_a_difference_would_be_seen(tmp_path: Path) -> None:
    clone = copy_repository(tmp_path / "clone")
    root = shutil.copytree(TESTS / "minimal_root", tmp_path / "root")
    module = clone / "builder/kring/preview/live_site.py"
    text = module.read_text(encoding="utf-8")
    forgetful = text.replace("(file, around) != (before.page_file, before.around)", "False")
    assert forgetful != text
    module.write_text(forgetful, encoding="utf-8")
    assert "index.html" in run(clone, root, tmp_path / "live", 3, 12)


def test_whole_sites_do_not_wait_for_their_books(minimal_root: Path, tmp_path: Path) -> None:
    clock = Stopwatch()
    with Press() as press:
        news = list(PreviewBuilder(minimal_root, tmp_path / "live", press).update({}, clock))
    (whole,) = (at for at, one in enumerate(news) if one.whole)
    before = {address for one in news[:whole] for addresses in one.changed.values() for address in addresses}
    after = {address for one in news[whole:] for addresses in one.changed.values() for address in addresses}
    assert {"index.html", "404.html"} <= before
    assert any(address.endswith(".pdf") for address in after)
    assert not any(address.endswith(".html") for address in after)
    assert list(clock.seconds)[-2:] == ["sites", "print"]


def test_the_press_holds_the_books_of_the_last_save_alone(minimal_root: Path, tmp_path: Path) -> None:
    article = minimal_root / "content/articles/rust.md"
    text = article.read_text(encoding="utf-8")
    with Press() as press:
        builder = PreviewBuilder(minimal_root, tmp_path / "live", press)
        for number in range(3):
            article.write_text(f"{text}\nNog iets {number}.\n", encoding="utf-8")
            assert list(builder.update({}))
            assert len(press._printed) == 5
