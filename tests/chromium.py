"""The browser of this machine, once for all tests of a process."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright
from tests.needed import lacking

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser of this machine. Without one, tests that need it fail in CI and are skipped elsewhere."""
    program = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if program is None:
        lacking("there is no Chromium: apt-get install -y --no-install-recommends chromium fonts-dejavu-core")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()
