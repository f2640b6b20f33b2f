"""A character that no font of the books has is a finding with its place, and the output stays as it was."""

from __future__ import annotations

from pathlib import Path

from kring.pipeline import build

SESSION = "programs/klein-begin/sessions/beginnen.yml"


def test_an_emoji_is_reported_where_it_was_written_and_mended(minimal_root: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    session = minimal_root / SESSION
    good = session.read_text(encoding="utf-8")
    session.write_text(good.replace("title: Beginnen\n", "title: Beginnen 🎉\n", 1), encoding="utf-8")
    refused = build(minimal_root, out)
    assert [(str(finding.span), finding.rule) for finding in refused.findings] == [
        (f"{SESSION}:1:17", "print/no-glyph")
    ]
    assert not refused.sound
    assert not out.exists()
    session.write_text(good, encoding="utf-8")
    assert build(minimal_root, out).sound
