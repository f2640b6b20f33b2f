"""A theme that changes during a build refuses its output, and takes the blame for what fails meanwhile."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.clone import files

import kring.build
from kring import theme_files
from kring.build import build
from kring.pipeline import Checked
from kring.publish.refusal import OutputRefused, refused
from kring.publish.theme_guard import theme_guard
from kring.rules.phrasing import hint, message
from kring.theme_files import changed_since, theme_folder, theme_state

CHANGES: dict[str, tuple[Callable[[Path], object], str]] = {
    "a file grows": (lambda theme: (theme / "pages/a.j2").write_text("aa"), "pages/a.j2"),
    "a file is written anew with the same words": (
        lambda theme: ((theme / "pages/a.j2").unlink(), (theme / "pages/a.j2").write_text("a")),
        "pages/a.j2",
    ),
    "a file comes": (lambda theme: (theme / "b.css").touch(), "b.css"),
    "a file goes": (lambda theme: (theme / "pages/a.j2").unlink(), "pages/a.j2"),
    "a folder goes": (lambda theme: shutil.rmtree(theme / "pages"), "pages/a.j2"),
}


@pytest.fixture
def theme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A theme of one file."""
    (tmp_path / "theme/pages").mkdir(parents=True)
    (tmp_path / "theme/pages/a.j2").write_text("a", encoding="utf-8")
    monkeypatch.setattr(theme_files, "theme_folder", lambda: tmp_path / "theme")
    return tmp_path / "theme"


def test_a_theme_that_is_only_read_is_steady(theme: Path) -> None:
    with theme_guard(theme_state(), "site"):
        (theme / "pages/a.j2").read_bytes()


@pytest.mark.parametrize("change", CHANGES)
def test_each_change_is_seen_and_the_file_is_named(theme: Path, change: str) -> None:
    make, file = CHANGES[change]
    before = theme_state()
    make(theme)
    assert changed_since(before) == (file,)


@pytest.mark.parametrize("error", [None, FileNotFoundError("a.j2"), RuntimeError("a template that is half saved")])
def test_a_change_is_a_finding_whatever_it_led_to(theme: Path, error: Exception | None) -> None:
    def work() -> None:
        with theme_guard(before, "site"):
            (theme / "pages/a.j2").unlink()
            if error is not None:
                raise error

    before = theme_state()
    with pytest.raises(OutputRefused) as refusal:
        work()
    assert refusal.value.finding.rule == "output/theme-changed"
    assert "pages/a.j2" in message(refusal.value.finding, "nl")
    assert hint(refusal.value.finding, "en")


@pytest.mark.parametrize("error", [RuntimeError("a bug"), refused("output/busy", "site"), KeyboardInterrupt()])
def test_what_fails_with_a_theme_that_stays_stays_what_it_is(theme: Path, error: BaseException) -> None:
    with pytest.raises(type(error)) as raised, theme_guard(theme_state(), "site"):
        raise error
    assert raised.value is error


@pytest.mark.parametrize("step", ["check", "_write_pages_and_books"])
def test_a_build_during_which_the_theme_changes_leaves_the_old_output(
    minimal_root: Path, tmp_path: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, theme = tmp_path / "site", shutil.copytree(theme_folder(), tmp_path / "theme")
    assert build(minimal_root, out).sound
    before = files(out)
    work = getattr(kring.build, step)

    def work_and_change(*arguments: object, **options: object) -> Checked | None:
        (theme / "site/main.html").write_text("anders", encoding="utf-8")
        result: Checked | None = work(*arguments, **options)
        return result

    monkeypatch.setattr(theme_files, "theme_folder", lambda: theme)
    monkeypatch.setattr(kring.build, step, work_and_change)
    refusal = build(minimal_root, out)
    assert [(finding.rule, finding.facts["file"]) for finding in refusal.findings] == [
        ("output/theme-changed", "site/main.html")
    ]
    assert files(out) == before
