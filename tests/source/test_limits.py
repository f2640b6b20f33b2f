"""What a file may hold: one more is refused, at the place where it begins to be too much."""

from __future__ import annotations

import pytest

from kring.findings import Position
from kring.source.read import MAX_LINES, MAX_SIGNS, SIGNS, beyond_limits
from kring.source.text import FileText


def test_one_line_more_is_too_many() -> None:
    assert not list(beyond_limits(FileText.of("a.yml", "\n" * (MAX_LINES - 1))))
    (finding,) = beyond_limits(FileText.of("a.yml", "\n" * MAX_LINES))
    assert finding.rule == "file/too-many-lines"
    assert finding.span.start == Position(MAX_LINES + 1, 1)
    assert finding.facts == {"lines": str(MAX_LINES + 1), "limit": str(MAX_LINES)}


@pytest.mark.parametrize("sign", SIGNS)
def test_one_sign_more_is_too_many(sign: str) -> None:
    text = f"woord {sign}\n" * 2_000 + f"een {sign} twee " * (MAX_SIGNS - 2_000)
    assert not list(beyond_limits(FileText.of("a.md", text)))
    (finding,) = beyond_limits(FileText.of("a.md", f"{text}en {sign}{sign}"))
    assert finding.rule == "file/too-many-signs"
    assert finding.span.start == Position(2_001, len(text.split("\n")[-1]) + 4)
    assert finding.facts == {"sign": sign, "limit": str(MAX_SIGNS)}
