"""The same sources give the same bytes, sites and books, wherever and whenever they are built."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.clone import EDITIONS, REPOSITORY, command, copy_repository, environment, files, kring

from kring.publish import marker
from kring.publish.manifest import verify

OTHER_WORLD = Path(__file__).parent / "other_world"
THREE_YEARS = 3 * 365 * 86_400


@dataclass(frozen=True)
class World:
    """What a build must not depend on: the place of the sources, and the environment."""

    clone: Path
    changes: dict[str, str]
    cwd: Path

    def run(self, *command: str) -> None:
        given = environment(self.clone, self.changes)
        done = subprocess.run(command, env=given, cwd=self.cwd, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


def _east(folder: Path) -> World:
    return World(
        copy_repository(folder / "Ergens in het oosten é"),
        {
            "TZ": "Pacific/Kiritimati",
            "LC_ALL": "tr_TR.UTF-8",
            "LANG": "tr_TR.UTF-8",
            "LANGUAGE": "de",
            "PYTHONHASHSEED": "1",
            "SOURCE_DATE_EPOCH": "1",
            "KRING_CACHE": str(folder / "cache"),
        },
        folder,
    )


def _west(folder: Path) -> World:
    """Return a world where all is otherwise, in which even the sources are as old as the century."""
    clone = copy_repository(folder / "w")
    for path in clone.rglob("*"):
        os.utime(path, (946_684_800, 946_684_800))
    return World(
        clone,
        {
            "TZ": "America/Los_Angeles",
            "LC_ALL": "POSIX",
            "LANG": "C",
            "PYTHONCOERCECLOCALE": "0",
            "PYTHONUTF8": "0",
            "PYTHONHASHSEED": "4294967295",
            "SOURCE_DATE_EPOCH": "1900000000",
            "KRING_TEST_AHEAD": str(THREE_YEARS),
            "PYTHONPATH": os.pathsep.join([str(OTHER_WORLD), str(clone / "builder")]),
            "TMPDIR": str(folder),
            "KRING_CACHE": str(folder / "cache"),
        },
        clone,
    )


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> tuple[World, World]:
    return _east(tmp_path_factory.mktemp("east")), _west(tmp_path_factory.mktemp("west"))


def different(one: Path, other: Path) -> list[str]:
    """Return the paths of files that are not the same in both folders."""
    left, right = files(one), files(other)
    return sorted(path for path in left.keys() | right.keys() if left.get(path) != right.get(path))


def test_two_builds_far_apart_are_byte_identical(worlds: tuple[World, World], tmp_path: Path) -> None:
    outputs = [tmp_path / "one", tmp_path / "two"]

    def build(world: World, out: Path) -> None:
        world.run(*command("build", "--root", world.clone, "--out", out))

    with ThreadPoolExecutor(2) as both:
        list(both.map(build, worlds, outputs))
    assert different(*outputs) == []
    paths = files(outputs[0])
    assert [path for path in paths if path.endswith(".pdf")], "the books are in the comparison"
    assert len(paths) > 100
    for edition in EDITIONS:
        assert not verify(outputs[0] / edition)


def test_an_edition_built_alone_is_the_same_as_built_with_the_other(
    clone: Path, built_sites: Path, tmp_path: Path
) -> None:
    for edition in reversed(EDITIONS):
        out = tmp_path / edition
        assert kring(clone, "build", "--edition", edition, "--out", out).returncode == 0
        assert different(out, built_sites / edition) == [marker.NAME]


def test_building_over_an_older_output_leaves_nothing_of_it(clone: Path, minimal_root: Path, tmp_path: Path) -> None:
    again, afresh = tmp_path / "again", tmp_path / "afresh"
    extra = minimal_root / "content/pages/weg.md"
    extra.write_text("---\ntitle: Weg\nsummary: Weg\nrole: other\n---\n\nWeg.\n", encoding="utf-8")
    assert kring(clone, "build", "--root", minimal_root, "--out", again).returncode == 0
    assert (again / "participant/weg/index.html").is_file()
    extra.unlink()
    for out in (again, afresh):
        assert kring(clone, "build", "--root", minimal_root, "--out", out).returncode == 0
    assert different(again, afresh) == []


INFLUENCES = {
    "clock": "round(time.time() / 86_400)",
    "clock in nanoseconds": "time.time_ns() // 86_400_000_000_000",
    "clock of the calendar": "datetime.datetime.now().year",
    "clock of the calendar, UTC": "datetime.datetime.now(datetime.timezone.utc).year",
    "today": "datetime.date.today().year",
    "year": "time.strftime('%Y')",
    "time zone": "time.localtime(0).tm_hour",
    "language": "os.environ['LANG']",
    "encoding": "sys.getfilesystemencoding(), open(os.devnull).encoding",
    "hash seed": "hash('kring')",
    "order of a set": "list({'a', 'b', 'c', 'd', 'e', 'f', 'g'})",
    "order of a folder": "[path.name for path in sources.iterdir()]",
    "order of a list of files": "os.listdir(sources)",
    "order of a walk": "[path.name for path in sources.glob('content/pages/*')]",
    "epoch": "os.environ['SOURCE_DATE_EPOCH']",
    "working folder": "os.getcwd()",
    "folder for temporary files": "tempfile.gettempdir()",
    "place of the sources": "sources",
    "age of the sources": "int((sources / 'site_config.yml').stat().st_mtime)",
}
"""What a program could depend on → how it would."""

PROGRAM = """
import datetime, os, sys, tempfile, time
from pathlib import Path
out, sources = Path(sys.argv[1]), Path(sys.argv[2])
for line in sys.argv[3:]:
    name, expression = line.split("=", 1)
    (out / name).write_text(repr(eval(expression)), encoding="utf-8", errors="replace")
"""


def test_whatever_a_build_could_depend_on_differs_between_the_worlds(
    worlds: tuple[World, World], tmp_path: Path
) -> None:
    folders = [tmp_path / "one", tmp_path / "two"]
    for world, folder in zip(worlds, folders, strict=True):
        folder.mkdir()
        expressions = [f"{name}={expression}" for name, expression in INFLUENCES.items()]
        world.run(sys.executable, "-c", PROGRAM, str(folder), str(world.clone), *expressions)
    assert different(*folders) == sorted(INFLUENCES)


def test_the_copies_hold_all_that_a_build_takes(clone: Path) -> None:
    for name in ("builder/kring/pipeline.py", "theme/site/main.html", "content/help.yml", "programs"):
        assert (clone / name).exists()
        assert (REPOSITORY / name).exists()
