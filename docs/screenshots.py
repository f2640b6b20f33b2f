"""Renew the pictures of the README from the sites in site/: `.venv/bin/python docs/screenshots.py`."""

from __future__ import annotations

import io
import shutil
import sys
import threading
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from kring.publish.server import open_server

ROOT = Path(__file__).resolve().parent.parent
SESSION = "structureren-kun-je-leren/sessie/aankomen/"
PICTURES = (
    ("guide", "facilitator", f"{SESSION}#act-aankomen", 900, 760),
    ("session", "participant", SESSION, 390, 760),
)
"""Name, edition, address, width and height of the window in pixels."""


def main() -> None:
    """Take every picture and write it to docs/images."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("No Chromium found.")
    site = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, edition, address, width, height in PICTURES:
            picture = _picture(browser, site / edition, address, (width, height))
            picture.save(ROOT / "docs" / "images" / f"{name}.png", optimize=True)
        browser.close()


def _picture(browser: Browser, folder: Path, address: str, size: tuple[int, int]) -> Image.Image:
    server = open_server(folder, [0])
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = browser.new_page(viewport={"width": size[0], "height": size[1]}, color_scheme="light")
    page.goto(server.address + address)
    page.wait_for_timeout(500)
    shot = Image.open(io.BytesIO(page.screenshot()))
    server.shutdown()
    return shot.convert("P", palette=Image.Palette.ADAPTIVE, colors=64)


if __name__ == "__main__":
    main()
