"""A disk that is full, read-only, another one or fixed: a finding, the last good output whole, and no litter."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from tests.clone import EDITIONS, command, environment, files, kring
from tests.line.constrained import NOT_TO_BE_HAD
from tests.needed import lacking
from tests.sampling import sample

from kring.publish.manifest import verify

CONSTRAINED = Path(__file__).with_name("constrained.py")
MEMORY = Path("/dev/shm")
FULL = "de schijf is vol"


@pytest.fixture
def root(built_minimal_root: Path, tmp_path: Path) -> Path:
    """A small root that has been built, with a page and a book that must be made anew."""
    root = shutil.copytree(built_minimal_root, tmp_path / "root")
    article, session = root / "content/articles/rust.md", root / "programs/klein-begin/sessions/beginnen.yml"
    article.write_text(article.read_text(encoding="utf-8") + "\nNieuw.\n", encoding="utf-8")
    session.write_text(session.read_text(encoding="utf-8").replace("title: Beginnen", "title: Nieuw"), encoding="utf-8")
    return root


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Path]:
    """A folder on another file system than the temporary folder of tests."""
    if not MEMORY.is_dir() or MEMORY.stat().st_dev == tmp_path.stat().st_dev:
        lacking("there is no second file system in /dev/shm")
    folder = MEMORY / f"kring-test-{os.getpid()}"
    folder.mkdir()
    yield folder
    shutil.rmtree(folder)


def run(
    clone: Path, constraints: list[str], *arguments: str | Path, changes: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command of `kring` under constraints; without a right to those, skip the test."""
    done = subprocess.run(
        [sys.executable, str(CONSTRAINED), *constraints, "--", *map(str, arguments)],
        env=environment(clone, changes),
        cwd=clone,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode == NOT_TO_BE_HAD:
        pytest.skip(done.stderr)
    assert "Traceback" not in done.stderr
    return done


def build(clone: Path, constraints: list[str], *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return run(clone, constraints, *command("build", *arguments))


def assert_refused(done: subprocess.CompletedProcess[str], rule: str, reason: str = "") -> None:
    assert done.returncode == 1
    assert f"[{rule}]" in done.stderr
    assert reason in " ".join(done.stderr.split())
    assert done.stdout == ""


def assert_whole(out: Path) -> None:
    for edition in EDITIONS:
        assert not verify(out / edition)


def beside(out: Path) -> list[str]:
    """Return what stands beside an output and belongs to builds."""
    return sorted(path.name for path in out.parent.iterdir() if "kring-" in path.name)


@pytest.mark.parametrize("size", sample([10, 5_000, 25_000, 39_465, 100_000, 137_571], 2))
def test_a_file_that_may_not_grow_is_a_finding_wherever_it_is_written(size: int, root: Path, clone: Path) -> None:
    # The sizes lie between those of the pages, the theme's scripts and styles, and the two books.
    before = files(root / "site")
    refused = build(clone, [f"file-size={size}"], "--root", root)
    assert_refused(refused, "output/unwritable", "een bestand werd groter dan hier mag")
    assert files(root / "site") == before
    assert beside(root / "site") == []


KEEP = """
import sys
from pathlib import Path
from kring.print.kept_books import keep, kept
folder, size = Path(sys.argv[1]), int(sys.argv[2])
keep(folder, "a" * 64, b"%PDF" * (size // 4))
print(len(list(folder.iterdir())) if folder.is_dir() else 0, kept(folder, "a" * 64) is not None)
"""
"""Keeps a book of so many bytes, and says how many files there are then, and whether the book is kept."""


def test_half_a_book_is_not_kept(clone: Path, tmp_path: Path) -> None:
    def keeping(size: int) -> str:
        return run(clone, ["file-size=50000"], sys.executable, "-c", KEEP, tmp_path / "books", str(size)).stdout

    assert keeping(60_000) == "0 False\n"
    assert keeping(40_000) == "1 True\n"


BUILD_THERE = """
site=$0 disk=$1 result=$2; shift 2
cp -r "$site" "$disk" || exit
"$@"
status=$?
cp -r "$disk/." "$result"
exit $status
"""
"""Copies a site to a disk that only this script sees, builds there, and copies what is there then."""


def test_a_disk_that_is_full_at_any_moment_is_the_same_finding(root: Path, clone: Path, tmp_path: Path) -> None:
    disk, before = tmp_path / "disk", files(root / "site")
    disk.mkdir()
    needed = sum(max(4096, path.stat().st_size) for path in (root / "site").rglob("*"))
    # The first holds little more than what is there, the last all that there will be.
    smallest, *others, largest = range(needed + 40_000, 3 * needed, needed // 6)
    refusals = 0
    for size in (smallest, *sample(others, 2), largest):
        result = tmp_path / str(size)
        result.mkdir()
        done = run(
            clone,
            [f"disk={size}:{disk}"],
            *("sh", "-c", BUILD_THERE, root / "site", disk, result),
            *command("build", "--root", root, "--out", disk / "site"),
        )
        assert_whole(result / "site")
        assert beside(result / "site") == []
        if done.returncode != 0:
            refusals += 1
            assert_refused(done, "output/unwritable", FULL)
            assert files(result / "site") == before
    assert done.returncode == 0
    assert refusals


def test_a_folder_that_may_not_be_written_is_a_finding(root: Path, clone: Path, tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir(mode=0o555)
    refused = build(clone, ["no-privileges"], "--root", root, "--out", tmp_path / "theirs/site")
    assert_refused(refused, "output/unwritable", "je hebt er geen toestemming voor")
    assert list((tmp_path / "theirs").iterdir()) == []


def test_an_output_that_was_made_read_only_is_not_replaced(root: Path, clone: Path) -> None:
    before = files(root / "site")
    (root / "site").chmod(0o555)
    refused = build(clone, ["no-privileges"], "--root", root)
    (root / "site").chmod(0o755)
    assert_refused(refused, "output/unwritable", "je hebt er geen toestemming voor")
    assert files(root / "site") == before
    assert beside(root / "site") == []


def test_content_that_may_not_be_read_is_a_finding_and_leaves_the_old_output(root: Path, clone: Path) -> None:
    before = files(root / "site")
    (root / "content/articles/rust.md").chmod(0)
    refused = build(clone, ["no-privileges"], "--root", root)
    assert_refused(refused, "file/unreadable", "je hebt er geen toestemming voor")
    assert "content/articles/rust.md:1:1" in refused.stderr
    assert files(root / "site") == before
    assert beside(root / "site") == []


def test_what_cannot_be_removed_is_said_and_keeps_nobody_from_building(root: Path, clone: Path) -> None:
    locked = root / "site/participant/artikel"
    locked.chmod(0o555)
    done = build(clone, ["no-privileges"], "--root", root)
    (left,) = beside(root / "site")
    (root / left / "participant/artikel").chmod(0o755)
    assert done.returncode == 0
    assert "[output/left-behind]" in done.stderr
    assert left in done.stderr
    assert_whole(root / "site")
    again = kring(clone, "build", "--root", root)
    assert "left-behind" not in again.stderr
    assert beside(root / "site") == []


def test_a_read_only_disk_is_a_finding(root: Path, clone: Path) -> None:
    before = files(root / "site")
    refused = build(clone, [f"read-only={root}"], "--root", root)
    assert_refused(refused, "output/unwritable", "op deze schijf kan niets worden geschreven")
    assert files(root / "site") == before


def test_content_on_a_read_only_disk_can_be_built_elsewhere(root: Path, clone: Path, tmp_path: Path) -> None:
    done = build(clone, [f"read-only={root}"], "--root", root, "--out", tmp_path / "site")
    assert done.returncode == 0, done.stderr
    assert_whole(tmp_path / "site")


@pytest.mark.parametrize("built_before", [False, True])
def test_an_output_on_another_disk_than_root_and_temporary_folder_is_exchanged_as_any_other(
    root: Path, clone: Path, tmp_path: Path, elsewhere: Path, built_before: bool
) -> None:
    out = elsewhere / "site"
    if built_before:
        shutil.copytree(root / "site", out)
    old = out.stat().st_ino if built_before else None
    done = kring(clone, "build", "--root", root, "--out", out, changes={"TMPDIR": str(tmp_path)})
    assert done.returncode == 0, done.stderr
    assert_whole(out)
    assert out.stat().st_ino != old, "copied into place"
    assert beside(out) == []


def test_a_root_on_another_disk_is_built_here(root: Path, clone: Path, tmp_path: Path, elsewhere: Path) -> None:
    moved = shutil.copytree(root, elsewhere / "root", ignore=shutil.ignore_patterns("site"))
    done = kring(clone, "build", "--root", moved, "--out", tmp_path / "site", changes={"TMPDIR": str(elsewhere)})
    assert done.returncode == 0, done.stderr
    assert_whole(tmp_path / "site")
    assert [path.name for path in elsewhere.iterdir()] == ["root"]


@pytest.mark.parametrize("holds", ["nothing", "a site"])
def test_a_disk_of_its_own_cannot_be_exchanged_and_a_folder_in_it_can(
    holds: str, root: Path, clone: Path, tmp_path: Path
) -> None:
    out = tmp_path / "volume"
    out.mkdir()
    script = 'cp -r "$0"/. "$1"; shift; "$@"' if holds == "a site" else 'shift; "$@"'
    disk = [f"disk=50000000:{out}"]
    refused = run(clone, disk, "sh", "-c", script, root / "site", out, *command("build", "--root", root, "--out", out))
    assert_refused(refused, "output/immovable")
    assert f"{out}/site" in "".join(refused.stderr.split())
    assert beside(out) == []
    inside = build(clone, disk, "--root", root, "--out", out / "site")
    assert inside.returncode == 0, inside.stderr


def test_a_folder_that_is_mounted_onto_itself_is_refused_and_stays_whole(root: Path, clone: Path) -> None:
    # Its device is that of the folder above, so that only the exchange finds out.
    before = files(root / "site")
    refused = build(clone, [f"fixed={root / 'site'}"], "--root", root)
    assert_refused(refused, "output/immovable")
    assert files(root / "site") == before
    assert beside(root / "site") == []


def test_books_for_which_there_is_no_room_are_a_finding(root: Path, clone: Path, tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    printing = command("print", "klein-begin", "--root", root, "--out", tmp_path / "print")
    refused = run(clone, [f"disk=8192:{temporary}"], "env", f"TMPDIR={temporary}", *printing)
    assert_refused(refused, "output/unwritable", FULL)
    assert not (tmp_path / "print").exists()
    refused = run(clone, ["file-size=100000"], *printing)
    assert_refused(refused, "output/unwritable")
    assert list((tmp_path / "print").iterdir()) == []
    assert run(clone, [], *printing).returncode == 0
    assert len(list((tmp_path / "print").iterdir())) == 6
