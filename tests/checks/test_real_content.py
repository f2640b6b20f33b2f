"""The content that comes with Kring has no errors, neither as it is published nor in preview."""

from __future__ import annotations

from pathlib import Path

import pytest

from kring.pipeline import check
from kring.rules.phrasing import is_error, message

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("preview", [False, True])
def test_the_content_has_no_errors(preview: bool) -> None:
    checked = check(ROOT, preview=preview)
    assert [f"{finding.span} {message(finding, 'en')}" for finding in checked.findings if is_error(finding)] == []
    assert checked.sound
