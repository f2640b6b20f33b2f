"""axe-core as the lock file has it: what it finds depends on its version, so a report says which one ran."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from playwright.sync_api import Page
from tests.needed import lacking

TOOLS = Path(__file__).parent / "editor"
SCRIPT = TOOLS / "node_modules/axe-core/axe.min.js"
VERSION: str = json.loads((TOOLS / "package.json").read_bytes())["devDependencies"]["axe-core"]


@cache
def script() -> str:
    """Return the script itself. Without it, tests that need it fail in CI and are skipped elsewhere."""
    if not SCRIPT.is_file():
        lacking(f"there is no axe-core {VERSION}: npm ci --prefix tests/editor")
    return SCRIPT.read_text(encoding="utf-8")


def put_into(page: Page) -> None:
    """Give a page axe-core, of the version that the tests name."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(script())
    ran = page.evaluate("axe.version")
    assert ran == VERSION, f"axe-core {ran} instead of {VERSION}: npm ci --prefix tests/editor"
