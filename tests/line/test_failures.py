"""Whatever befalls a build, the last good output stays whole, and nobody sees a traceback."""

from __future__ import annotations

import random
import re
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest
from tests.clone import EDITIONS, command, copy_repository, environment, files, kring
from tests.conftest import TESTS

from kring.publish.exchange import building_prefix
from kring.publish.manifest import verify

ARTICLE = "content/articles/rust.md"


@pytest.fixture(scope="module")
def built_root(clone: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small root that has been built. Read only."""
    root = tmp_path_factory.mktemp("built") / "root"
    shutil.copytree(TESTS / "minimal_root", root)
    done = build(clone, root)
    assert done.returncode == 0, done.stderr
    return root


@pytest.fixture
def root(built_root: Path, tmp_path: Path) -> Path:
    """The same, to do things to."""
    return shutil.copytree(built_root, tmp_path / "root")


def build(clone: Path, root: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    done = kring(clone, "build", "--root", root, *arguments)
    assert "Traceback" not in done.stderr
    return done


def begin(clone: Path, root: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command("build", "--root", root),
        env=environment(clone),
        cwd=clone,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def assert_whole(out: Path) -> None:
    for edition in EDITIONS:
        assert not verify(out / edition)


def beside(out: Path) -> list[str]:
    """Return what builds left beside an output."""
    return sorted(path.name for path in out.parent.iterdir() if "kring-" in path.name)


def wait_until_building(process: subprocess.Popen[str], out: Path) -> None:
    while not [name for name in beside(out) if name.startswith(building_prefix(out))]:
        assert process.poll() is None, "the build ended before it was seen to begin"
        time.sleep(0.005)


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
    assert kring(broken, "build", "--root", root).returncode == 1
    assert files(root / "site") == before
    assert beside(root / "site") == []


@pytest.mark.heavy
def test_kill_9_at_any_moment_leaves_the_old_or_the_new_output_whole(root: Path, clone: Path) -> None:
    out, moments = root / "site", random.Random(2)
    started = time.monotonic()
    assert build(clone, root).returncode == 0
    lasts = time.monotonic() - started
    for number in range(8):
        write(root, f"Ronde {number}.")
        process = begin(clone, root)
        if number % 2:
            wait_until_building(process, out)
        time.sleep(moments.uniform(0, lasts * (0.5 if number % 2 else 1)))
        process.kill()
        process.communicate()
        assert_whole(out)
    last = build(clone, root)
    assert last.returncode == 0, last.stderr
    assert_whole(out)
    assert b"Ronde 7." in b"".join(files(out / "participant").values())
    assert beside(out) == []


def test_ctrl_c_stops_a_build_and_leaves_nothing_behind(root: Path, clone: Path) -> None:
    out = root / "site"
    before = files(out)
    write(root, "Anders.")
    process = begin(clone, root)
    wait_until_building(process, out)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=30)
    assert process.returncode not in (0, 2)
    assert "Traceback" not in told
    assert files(out) == before
    assert beside(out) == []


def test_a_second_build_of_the_same_output_is_told_to_wait(root: Path, clone: Path) -> None:
    out = root / "site"
    write(root, "Anders.")
    first = begin(clone, root)
    wait_until_building(first, out)
    second = build(clone, root)
    assert second.returncode == 1
    assert "[output/busy]" in second.stderr
    _, told = first.communicate()
    assert first.returncode == 0, told
    assert_whole(out)
    assert beside(out) == []


def test_two_roots_may_be_built_at_once(root: Path, clone: Path, tmp_path: Path) -> None:
    processes = [
        subprocess.Popen(
            command("build", "--root", root, "--out", tmp_path / name),
            env=environment(clone),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for name in ("one", "two")
    ]
    assert [process.wait() for process in processes] == [0, 0]
    assert files(tmp_path / "one") == files(tmp_path / "two") == files(root / "site")


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
    assert "Usage: kring" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert refused.stdout == ""
    assert files(minimal_root) == before
