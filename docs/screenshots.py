"""Renew the pictures of README and documentation: `.venv/bin/python docs/screenshots.py [SITE]`.

Those of pages show the sites in `site/` (or SITE); the sheet is a page of the workbook there; the overlay is what
`kring serve` shows while a file has a mistake.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from kring.publish.server import open_server

ROOT = Path(__file__).resolve().parent.parent
PROGRAMME = "structureren-kun-je-leren/"
SESSION = f"{PROGRAMME}sessie/aankomen/"


@dataclass(frozen=True)
class Picture:
    """A part of a page: the window in pixels, and what is clicked before and brought to its top."""

    name: str
    edition: str
    address: str
    width: int
    height: int
    click: str | None = None
    top: str | None = None


PICTURES = (
    Picture("guide", "facilitator", f"{SESSION}#act-aankomen", 900, 760),
    Picture("glance", "facilitator", SESSION, 900, 760, top="#part-glance"),
    Picture("session", "participant", SESSION, 390, 760),
    Picture("step", "participant", SESSION, 390, 760, click=".k-agenda details summary", top="#part-agenda"),
    Picture("programme", "participant", PROGRAMME, 390, 760),
    Picture("sheet", "participant", f"{PROGRAMME}huiswerk/mijn-week-bekijken/", 390, 760, top="#part-form"),
    Picture("help", "participant", PROGRAMME, 390, 620, top="#part-help"),
)


def main() -> None:
    """Take every picture and write it to docs/images."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("No Chromium found.")
    site = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for picture in PICTURES:
            with _served(site / picture.edition) as home:
                save(picture.name, _taken(browser, home, picture))
        with _broken_preview() as home:
            save("overlay", _taken(browser, home, Picture("overlay", "", "", 900, 620)))
        browser.close()


def save(name: str, shot: bytes) -> None:
    """Write a picture with as many colours as it needs."""
    image = Image.open(io.BytesIO(shot)).convert("P", palette=Image.Palette.ADAPTIVE, colors=64)
    image.save(ROOT / "docs" / "images" / f"{name}.png", optimize=True)


def _taken(browser: Browser, home: str, picture: Picture) -> bytes:
    page = browser.new_page(viewport={"width": picture.width, "height": picture.height}, color_scheme="light")
    page.goto(home + picture.address)
    page.wait_for_timeout(500)
    if picture.click is not None:
        page.locator(picture.click).first.click()
    if picture.top is not None:
        _bring_to_top(page, picture.top)
    page.wait_for_timeout(300)
    shot = page.screenshot()
    page.close()
    return shot


def _bring_to_top(page: Page, selector: str) -> None:
    page.locator(selector).evaluate("element => scrollTo(0, element.getBoundingClientRect().top + scrollY - 80)")


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    server = open_server(folder, [0])
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.address
    server.shutdown()


@contextmanager
def _broken_preview() -> Iterator[str]:
    """Serve the content with a misspelt field and give the address of the participants' preview."""
    with tempfile.TemporaryDirectory(prefix="kring-pictures-") as folder:
        root = Path(folder) / "root"
        for name in ("content", "programs"):
            shutil.copytree(ROOT / name, root / name)
        shutil.copy(ROOT / "site_config.yml", root)
        session = root / "programs" / SESSION.replace("sessie", "sessions").rstrip("/")
        file = session.with_suffix(".yml")
        file.write_text(file.read_text(encoding="utf-8").replace("\ngoals:", "\ngoal:", 1), encoding="utf-8")
        command = [sys.executable, "-m", "kring", "serve", "--root", root, "--no-open", "--port", "18900"]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        try:
            for line in process.stdout:
                if "Ctrl-C" in line:
                    break
            yield "http://127.0.0.1:18900/"
        finally:
            process.terminate()
            process.wait()


if __name__ == "__main__":
    main()
