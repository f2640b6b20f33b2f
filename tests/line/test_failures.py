"""Whatever befalls a build, the last good output stays whole, and nobody sees a traceback."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from tests.clone import EDITIONS, copy_repository, files, kring
from tests.line.held_build import go_on, held_build

from kring.publish.manifest import verify

BUG = 3
"""The exit status of what no author can mend."""

ARTICLE = "content/articles/rust.md"


@pytest.fixture
def root(built_minimal_root: Path, tmp_path: Path) -> Path:
    """A small root that has been built, to do things to."""
    return shutil.copytree(built_minimal_root, tmp_path / "root")


def build(clone: Path, root: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    done = kring(clone, "build", "--root", root, *arguments)
    assert "Traceback" not in done.stderr
    return done


def assert_whole(out: Path) -> None:
    for edition in EDITIONS:
        assert not verify(out / edition)


def beside(out: Path) -> list[str]:
    """Return what builds left beside an output."""
    return sorted(path.name for path in out.parent.iterdir() if "kring-" in path.name)


def write(root: Path, words: str) -> None:
    text = f"---\ntitle: Rust\nsummary: Waarom even stoppen helpt.\n---\n\n{words}\n"
    (root / ARTICLE).write_text(text, encoding="utf-8")


def test_a_mistake_in_the_content_leaves_the_old_output_until_it_is_mended(root: Path, clone: Path) -> None:
    before = files(root / "site")
    write(root, "Zie [dit](article:bestaat-niet).")
    failed = build(clone, root)
    assert failed.returncode == 1
    assert f"{ARTICLE}:6:" in failed.stderr
    assert files(root / "site") == before
    assert beside(root / "site") == []
    write(root, "Zie dit.")
    assert build(clone, root).returncode == 0
    assert_whole(root / "site")
    assert files(root / "site") != before


@pytest.mark.parametrize("template", ["pages/shared/layout.html.j2", "site/main.html", "print/workbook.typ"])
def test_a_fault_in_the_theme_leaves_the_old_output(template: str, root: Path, tmp_path: Path) -> None:
    broken = copy_repository(tmp_path / "broken")
    with (broken / "theme" / template).open("a", encoding="utf-8") as file:
        file.write("\n{% wat %} #nergens-bestaat-dit\n")
    before = files(root / "site")
    assert kring(broken, "build", "--root", root).returncode == BUG
    assert files(root / "site") == before
    assert beside(root / "site") == []


def test_content_that_disappears_after_it_was_read_is_built_all_the_same(
    root: Path, clone: Path, built_minimal_root: Path, tmp_path: Path
) -> None:
    # Of the same words as before, so that the outcome is known.
    with held_build(clone, root, tmp_path / "held") as process:
        for name in ("content", "programs"):
            shutil.rmtree(root / name)
        (root / "site_config.yml").unlink()
        told = go_on(process)
    assert process.returncode == 0, told
    assert files(root / "site") == files(built_minimal_root / "site")
    assert (root / "site").stat().st_ino != (built_minimal_root / "site").stat().st_ino


def test_every_content_and_media_file_is_opened_once(root: Path, clone: Path, tmp_path: Path) -> None:
    media = [root / "content/media/plan.svg", root / "programs/klein-begin/media/stap.svg"]
    for file in media:
        file.parent.mkdir()
        file.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>')
    write(root, "![Een plan](media:plan.svg)")
    session = root / "programs/klein-begin/sessions/beginnen.yml"
    text = session.read_text(encoding="utf-8")
    shown = text.replace("catch_up: |\n", "catch_up: |\n  ![Een stap](media:stap.svg)\n\n")
    session.write_text(shown, encoding="utf-8")
    assert shown != text
    (tmp_path / "told").mkdir()
    (tmp_path / "told/sitecustomize.py").write_text(TELL_WHAT_IS_OPENED, encoding="utf-8")
    told = tmp_path / "opened"
    changes = {
        "PYTHONPATH": os.pathsep.join([str(clone / "builder"), str(tmp_path / "told")]),
        "OPENED": str(told),
    }
    done = kring(clone, "build", "--root", root, changes=changes)
    assert done.returncode == 0, done.stderr
    assert (root / "site/participant/media/plan.svg").is_file()
    sources = [path for name in ("content", "programs") for path in (root / name).rglob("*") if path.is_file()]
    opened = Counter(told.read_text(encoding="utf-8").splitlines())
    assert {str(path): opened[str(path)] for path in [*sources, root / "site_config.yml"]} == dict.fromkeys(
        map(str, [*sources, root / "site_config.yml"]), 1
    )


TELL_WHAT_IS_OPENED = """
import os, sys

def tell(event, arguments):
    if event == "open" and isinstance(arguments[0], str):
        os.write(told, (os.path.abspath(arguments[0]) + "\\n").encode(errors="replace"))

told = os.open(os.environ["OPENED"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
os.set_inheritable(told, True)
sys.addaudithook(tell)
"""
"""Python runs this at the start of every process of the build."""


@pytest.mark.parametrize("gone", [False, True])
def test_a_theme_that_changes_during_the_build_leaves_the_old_output(gone: bool, root: Path, tmp_path: Path) -> None:
    changing = copy_repository(tmp_path / "changing", ("builder", "theme"))
    before = files(root / "site")
    with held_build(changing, root, tmp_path / "held") as process:
        if gone:
            shutil.rmtree(changing / "theme/site")
        else:
            (changing / "theme/print/workbook.typ").touch()
        told = go_on(process)
    assert process.returncode == 1, told
    assert "[output/theme-changed]" in told
    assert "Traceback" not in told
    assert files(root / "site") == before
    assert beside(root / "site") == []


def test_ctrl_c_stops_a_build_and_leaves_nothing_behind(root: Path, clone: Path, tmp_path: Path) -> None:
    before = files(root / "site")
    write(root, "Anders.")
    with held_build(clone, root, tmp_path / "held") as process:
        process.send_signal(signal.SIGINT)
        told = go_on(process)
    assert process.returncode not in (0, 1, 2)
    assert "Traceback" not in told
    assert files(root / "site") == before
    assert beside(root / "site") == []


def test_a_second_build_of_the_same_output_is_told_to_wait(root: Path, clone: Path, tmp_path: Path) -> None:
    write(root, "Anders.")
    with held_build(clone, root, tmp_path / "held") as first:
        second = build(clone, root)
        assert second.returncode == 1
        assert "[output/busy]" in second.stderr
        told = go_on(first)
    assert first.returncode == 0, told
    assert_whole(root / "site")
    assert beside(root / "site") == []


def test_a_build_that_was_killed_holds_no_other_up(root: Path, clone: Path, tmp_path: Path) -> None:
    with held_build(clone, root, tmp_path / "held") as process:
        process.kill()
    assert beside(root / "site") == [".site.kring-lock"]
    assert build(clone, root).returncode == 0
    assert beside(root / "site") == []


def test_both_editions_may_be_built_at_once_into_folders_of_their_own(root: Path, clone: Path, tmp_path: Path) -> None:
    places = {name: tmp_path / "www" / name for name in EDITIONS}
    one, other = EDITIONS
    with held_build(clone, root, tmp_path / "held", "--edition", one, "--out", places[one]) as process:
        assert build(clone, root, "--edition", other, "--out", places[other]).returncode == 0
        told = go_on(process)
    assert process.returncode == 0, told
    for name, place in places.items():
        built = files(place)
        del built[".kring-output"]
        assert built == files(root / "site" / name)
    assert sorted(path.name for path in (tmp_path / "www").iterdir()) == sorted(EDITIONS)


def test_a_folder_that_is_not_ours_is_never_replaced(root: Path, clone: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "brief.odt").write_bytes(b"lief dagboek")
    refused = build(clone, root, "--out", theirs)
    assert refused.returncode == 1
    assert "[output/not-ours]" in refused.stderr
    assert files(theirs) == {"brief.odt": b"lief dagboek"}
    assert beside(theirs) == []


@pytest.mark.parametrize("place", [".", "content", "content/articles", "programs/nieuw"])
def test_the_sources_are_never_an_output(place: str, root: Path, clone: Path) -> None:
    before = files(root)
    refused = build(clone, root, "--out", root / place)
    assert refused.returncode == 1
    assert "[output/" in refused.stderr
    assert files(root) == before


def test_the_folder_of_one_edition_never_becomes_that_of_the_other(root: Path, clone: Path, tmp_path: Path) -> None:
    out = tmp_path / "public"
    assert build(clone, root, "--edition", "participant", "--out", out).returncode == 0
    before = files(out)
    for arguments in (("--edition", "facilitator", "--out", out), ("--out", out)):
        refused = build(clone, root, *arguments)
        assert refused.returncode == 1
        assert "[output/other-edition]" in refused.stderr
        assert files(out) == before


@pytest.mark.parametrize("place", ["content/help.yml", "/proc/site"])
def test_a_place_that_cannot_be_written_is_said(place: str, root: Path, clone: Path) -> None:
    refused = build(clone, root, "--out", root / place)
    assert refused.returncode == 1
    assert re.search(r"\[output/[a-z-]+\]", refused.stderr)


def test_a_root_with_nothing_in_it_is_a_finding(clone: Path, tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    refused = build(clone, tmp_path / "leeg")
    assert refused.returncode == 1
    assert re.search(r"\[[a-z]+/[a-z-]+\]", refused.stderr)
    assert not list((tmp_path / "leeg").iterdir())


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "--edition", "participant"],
        ["build", "--edition", "iedereen", "--out", "x"],
        ["build", "--root", "bestaat-niet"],
        ["build", "--wat"],
        ["check", "--language", "fr"],
        ["print"],
        ["print", "bestaat-niet"],
        ["bouwen"],
    ],
)
def test_wrong_use_is_exit_status_2_and_builds_nothing(arguments: list[str], minimal_root: Path, clone: Path) -> None:
    before = files(minimal_root)
    refused = kring(clone, *arguments, cwd=minimal_root)
    assert refused.returncode == 2
    assert "Gebruik: kring" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert refused.stdout == ""
    assert files(minimal_root) == before
