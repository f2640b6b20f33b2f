"""What an author sees: the page reloads after a save where they were, and mistakes stand over the last good page."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.clone import environment
from tests.conftest import TESTS
from tests.line.browsing import visiting

pytestmark = pytest.mark.browser

ARTICLE = "content/articles/rust.md"

CLEAR = """panel => {
  const words = document.createRange();
  words.selectNodeContents(panel.querySelector("h2"));
  const button = panel.querySelector("button").getBoundingClientRect();
  return [...words.getClientRects()].every(
    (line) => line.right <= button.left || line.top >= button.bottom || line.bottom <= button.top,
  );
}"""
"""Whether no line of the overlay's title lies under its button."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = shutil.copytree(TESTS / "minimal_root", tmp_path / "root")
    with (root / ARTICLE).open("a", encoding="utf-8") as file:
        file.write("\nNog een stuk.\n" * 60)
    return root


@pytest.fixture
def home(clone: Path, root: Path) -> Iterator[str]:
    """The address of the participants' edition in a preview of `root`."""
    process = subprocess.Popen(
        [sys.executable, "-m", "kring", "serve", "--root", root, "--port", "18000", "--no-open"],
        env=environment(clone),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    try:
        said = [process.stdout.readline() for _ in range(3)]
        yield next(found.group() for line in said if (found := re.search(r"http://\S+", line)))
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 0
        process.stdout.close()


def change(root: Path, old: str, new: str) -> None:
    text = (root / ARTICLE).read_text(encoding="utf-8")
    assert old in text
    (root / ARTICLE).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_save_reloads_the_page_and_a_mistake_covers_it_without_taking_it_away(
    chromium: Browser, home: str, root: Path
) -> None:
    with visiting(chromium, home) as visit:
        page = visit.page
        page.goto(f"{home}artikel/rust/", wait_until="load")
        page.evaluate("scrollTo(0, 500)")
        change(root, "Nog een stuk.", "Een ander stuk.")
        expect(page.get_by_text("Een ander stuk.")).to_have_count(1, timeout=20_000)
        expect(page.locator("html")).to_have_js_property("scrollTop", 500)

        change(root, "title:", "titel:")
        overlay = page.locator("kring-preview aside")
        expect(overlay).to_contain_text(f"{ARTICLE}:2:1", timeout=20_000)
        expect(overlay).to_contain_text("`title`")
        expect(page.get_by_text("Een ander stuk.")).to_have_count(1)

        long_name = root / "content" / "articles" / f"{'langenaam' * 6}.md"
        long_name.write_text("titel: Rust\n", encoding="utf-8")
        expect(overlay).to_contain_text(long_name.name, timeout=20_000)
        page.set_viewport_size({"width": 360, "height": 800})
        assert overlay.evaluate("panel => panel.scrollWidth <= panel.clientWidth"), "what is wrong runs off a telephone"
        long_name.unlink()
        expect(overlay).not_to_contain_text(long_name.name, timeout=20_000)
        assert overlay.evaluate(CLEAR), "the button covers the title"

        overlay.get_by_role("button", name="Verberg").press("Enter")
        expect(overlay.locator("ol")).to_have_count(0)
        expect(overlay.get_by_role("button", name="Laat zien")).to_be_focused()

        change(root, "titel:", "title:")
        expect(overlay).to_have_count(0, timeout=20_000)
        assert visit.faults == []
