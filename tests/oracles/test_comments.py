"""Comments are for authors: with or without them, both sites are the same to the byte."""

from __future__ import annotations

from pathlib import Path

from tests.checks.roots import HELP, SESSION, Root
from tests.clone import files

from kring.build import build

ARTICLE = "content/articles/rust.md"


def test_comments_change_nothing_in_the_sites_and_books(minimal_root: Path, tmp_path: Path) -> None:
    root = Root(minimal_root)
    root.change(SESSION, "minutes: 30\n", "minutes: 40\n")
    root.change(SESSION, "minutes: 40\n", "minutes: 40 # kring: allow agenda/minutes want dan is er koffie\n")
    assert build(minimal_root, tmp_path / "before").sound
    root.change(SESSION, "dan is er koffie", "KANARIEPIET zegt het")
    root.change(SESSION, "agenda:\n", "# KANARIEPIET\nagenda:\n")
    root.change(HELP, "what_to_do: |\n", "what_to_do: | # KANARIEPIET\n")
    root.change(ARTICLE, "---\ntitle", "---\n# KANARIEPIET\ntitle")
    assert build(minimal_root, tmp_path / "after").sound
    before, after = files(tmp_path / "before"), files(tmp_path / "after")
    assert before.keys() == after.keys()
    assert [path for path in before if before[path] != after[path]] == []
