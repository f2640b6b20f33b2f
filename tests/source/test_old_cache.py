"""The cache that an earlier Kring kept in the root: a warning, and how far it may be removed."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.clone import files

from kring.command.main import cli
from kring.pipeline import check

BOOK = f".kring/books/{'0a' * 32}"


def warned(root: Path) -> list[tuple[str, str, str | None]]:
    checked = check(root)
    assert checked.sound
    return [(each.rule, each.span.path, each.facts.get("other")) for each in checked.findings]


def lay(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(b"%PDF")


def fix(root: Path) -> str:
    done = CliRunner(env={"COLUMNS": "200"}).invoke(cli, ["check", "--root", str(root), "--fix", "--yes"])
    assert done.exit_code == 0
    return done.stdout


@pytest.mark.parametrize("paths", [(), (f"{BOOK}.pdf",), (f"{BOOK}.pdf", f"{BOOK}.4711")])
def test_what_kring_left_is_a_warning_and_goes_with_fix(minimal_root: Path, paths: tuple[str, ...]) -> None:
    before = files(minimal_root)
    (minimal_root / ".kring/books").mkdir(parents=True)
    lay(minimal_root, *paths)
    assert warned(minimal_root) == [("file/old-cache", ".kring", None)]
    told = fix(minimal_root)
    assert "--- .kring/\n" in told
    assert not (minimal_root / ".kring").exists()
    assert files(minimal_root) == before
    assert warned(minimal_root) == []


@pytest.mark.parametrize("other", [".kring/brief.txt", ".kring/books/brief.pdf", f"{BOOK}.pdf/brief.pdf"])
def test_what_is_not_of_kring_is_named_and_stays(minimal_root: Path, other: str) -> None:
    lay(minimal_root, f"{BOOK[:-1]}f.pdf", other)
    (found,) = warned(minimal_root)
    assert found[2] is not None
    assert other.startswith(found[2])
    before = files(minimal_root)
    assert "Er is niets dat Kring zelf kan herstellen." in fix(minimal_root)
    assert files(minimal_root) == before


@pytest.mark.parametrize("link", [".kring", ".kring/books", f"{BOOK}.pdf"])
def test_nothing_is_removed_through_a_link(minimal_root: Path, tmp_path: Path, link: str) -> None:
    lay(tmp_path / "elsewhere", f"{BOOK}.pdf")
    (minimal_root / link).parent.mkdir(parents=True, exist_ok=True)
    (minimal_root / link).symlink_to(tmp_path / "elsewhere" / link)
    assert [found[2] for found in warned(minimal_root)] == ([] if link == ".kring" else [link])
    fix(minimal_root)
    assert (tmp_path / "elsewhere" / f"{BOOK}.pdf").read_bytes() == b"%PDF"
    assert (minimal_root / link).is_symlink()
