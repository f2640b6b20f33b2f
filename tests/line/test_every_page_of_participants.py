"""Every page of the participants' edition in a real browser, light and dark, wide and narrow. See `every_page.py`."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.line.every_page import examine_all, remaining_looks

pytestmark = [pytest.mark.browser, pytest.mark.heavy]


def test_every_page_fits_is_quiet_and_can_be_used(
    built_sites: Path, kinds: dict[str, list[str]], homes: dict[str, str], chromium: Browser
) -> None:
    looks = remaining_looks(built_sites / "participant", kinds["participant"])
    assert len(looks) > 2 * len(kinds["participant"])
    assert examine_all(chromium, homes["participant"], looks) == {}
