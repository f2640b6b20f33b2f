"""The report for the overlay of the preview."""

from __future__ import annotations

from pathlib import Path

from tests.command.reporters.samples import AGAIN, ERROR, FINDINGS, sample

from kring.command.reporters.overlay import overlay


def test_what_holds_the_page_back_stands_above_what_does_not() -> None:
    found = overlay(sample(), Path("/werk"))["findings"]
    weights = [finding["severity"] for finding in found]
    assert weights == sorted(weights)
    assert weights[0] == "error"
    assert len(found) == len(FINDINGS)
    places = [finding["place"] for finding in found]
    assert places.index(str(ERROR.span)) < places.index(str(AGAIN.span)), "otherwise in the order of the files"
    assert all(finding["editor"].startswith("vscode://file/werk/") for finding in found)
