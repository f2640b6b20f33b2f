"""Many times kill -9: the last good output stays whole, old or new, and nothing is left that the next build keeps.

Most times it is the pipeline itself that dies, forked from a process with everything in memory
(`dying_builds.py` says what that leaves out): half of them just before a chosen touch of the disk, so that
every phase is hit, half at any moment. The others it is the command `kring build` with all its processes.
"""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from itertools import product
from pathlib import Path

import pytest
from tests.clone import EDITIONS, command, environment, files, kring
from tests.conftest import TESTS
from tests.line.dying_builds import PHASES, Order, Outcome
from tests.sampling import sample

from kring.publish.destination import Destination
from kring.publish.exchange import building_prefix, previous_folder
from kring.publish.manifest import verify
from kring.publish.staging import staging

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks, and waits for the orphans of what it kills")

ARTICLE = "content/articles/rust.md"
SESSION = "programs/klein-begin/sessions/beginnen.yml"
VERSION = re.compile(rb"Ronde (\d+)\.")

BELONGS = {"content", "programs", "site", "site_config.yml"}

MOMENTS = [moment for phase in PHASES for moment in (phase, "")]
"""When forked builds are killed, one after the other: in this phase, or (without one) at any moment."""


def built(root: Path, clone: Path) -> Path:
    """Make a small root with an output of round 0."""
    shutil.copytree(TESTS / "minimal_root", root)
    write(root, 0)
    done = kring(clone, "build", "--root", root)
    assert done.returncode == 0, done.stderr
    return root


@pytest.fixture
def root(clone: Path, tmp_path: Path) -> Path:
    """A small root with an output of round 0."""
    return built(tmp_path / "root", clone)


@pytest.fixture
def root_in_memory(clone: Path, tmp_path: Path) -> Iterator[Path]:
    """The same where writing and flushing take no time, if there is such a place."""
    place = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=place if os.access(place, os.W_OK) else tmp_path) as folder:
        yield built(Path(folder) / "root", clone)


@pytest.fixture
def temporary(tmp_path: Path) -> Path:
    """Where the builds of a test would put temporary files, if they put them where everybody does."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    return folder


def write(root: Path, number: int) -> None:
    """Have the site say which round it is; in one of three rounds the books too."""
    text = f"---\ntitle: Rust\nsummary: Waarom even stoppen helpt.\n---\n\nRonde {number}.\n"
    (root / ARTICLE).write_text(text, encoding="utf-8")
    if number % 3 == 1:
        session = (TESTS / "minimal_root" / SESSION).read_text(encoding="utf-8")
        (root / SESSION).write_text(re.sub("(?m)^title: .*", f"title: Begin {number}", session), encoding="utf-8")


def version(out: Path, among: set[int]) -> int:
    """Return the round of which an output is in all its parts, which must be one of these."""
    found = set()
    for edition in EDITIONS:
        assert not verify(out / edition)
        found |= {int(number) for data in files(out / edition).values() for number in VERSION.findall(data)}
    assert len(found) == 1, "pages of different builds"
    assert found <= among
    return found.pop()


def assert_tidy(root: Path) -> None:
    """Check that nothing stands in the root but what belongs there."""
    assert {path.name for path in root.iterdir()} == BELONGS


@contextmanager
def mortuary(root: Path, clone: Path, temporary: Path) -> Iterator[subprocess.Popen[str]]:
    """Start the process in which builds are forked and killed."""
    script = Path(__file__).with_name("dying_builds.py")
    process = subprocess.Popen(
        [sys.executable, str(script), str(root)],
        env=environment(clone, {"TMPDIR": str(temporary)}),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def ask(process: subprocess.Popen[str], order: Order) -> Outcome:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(json.dumps(asdict(order)) + "\n")
    process.stdin.flush()
    answer = process.stdout.readline()
    assert answer, "a build failed by itself, or a process of a killed build lived on"
    return Outcome(**json.loads(answer))


def test_kill_9_in_every_phase_of_a_forked_build_leaves_the_old_or_the_new_output(
    root_in_memory: Path, clone: Path, temporary: Path
) -> None:
    root, out = root_in_memory, root_in_memory / "site"
    number, there, fell = 0, 0, Counter[str]()
    chances = [random.Random(seed) for seed in sample(range(6), 1)]
    with mortuary(root, clone, temporary) as builds:
        for way in ("swap", "renames"):
            number += 1
            write(root, number)
            printed_anew = ask(builds, Order(way))
            assert printed_anew.sound
            started = time.monotonic()
            whole = ask(builds, Order(way))
            lasts = time.monotonic() - started
            # What goes on at once moves between phases: the fewest touches are those that each build makes.
            fewest = {phase: min(printed_anew.touches[phase], whole.touches[phase]) for phase in PHASES}
            assert all(fewest.values()), "a phase that does not touch the disk is no phase"
            there = number
            for chance, phase in product(chances, MOMENTS):
                number += 1
                write(root, number)
                group = chance.random() < 0.5
                if phase:
                    order = Order(way, phase, touch=chance.randint(1, fewest[phase]), group=group)
                else:
                    order = Order(way, after=chance.uniform(0.01, lasts), group=group)
                outcome = ask(builds, order)
                assert way == "renames" or out.is_dir()
                assert out.is_dir() or previous_folder(out).is_dir()
                if chance.random() < 0.5:
                    # What every next build begins with; in the other rounds the litter waits for the next build.
                    with staging(Destination(out, root, EDITIONS)):
                        assert out.is_dir()
                    assert {path.name for path in root.iterdir()} == BELONGS
                if out.is_dir():
                    allowed = {"exchange": {there, number}, "clearing": {number}, "": {number}}
                    there = version(out, among=allowed.get(outcome.phase, {there}))
                assert list(temporary.iterdir()) == []
                fell.update([outcome.phase] if outcome.phase else [])
    assert set(fell) == set(PHASES)
    assert fell.total() > len(chances) * len(MOMENTS), "builds hardly die"
    last = kring(clone, "build", "--root", root)
    assert last.returncode == 0, last.stderr
    version(out, among={number})
    assert_tidy(root)


def test_an_output_that_would_be_copied_into_its_place_is_seen_to_be_torn(
    root_in_memory: Path, clone: Path, temporary: Path
) -> None:
    with mortuary(root_in_memory, clone, temporary) as builds:
        assert ask(builds, Order("copy", phase="exchange", touch=200)).phase == "exchange"
    with pytest.raises((AssertionError, FileNotFoundError)):
        version(root_in_memory / "site", among={0})


def test_kill_9_of_the_command_leaves_the_old_or_the_new_output(root: Path, clone: Path, temporary: Path) -> None:
    out = root / "site"
    started = time.monotonic()
    write(root, 1_000)
    assert kring(clone, "build", "--root", root).returncode == 0
    lasts = time.monotonic() - started
    there, fell = 1_000, Counter[str]()
    deaths = sample(range(1, 25), 8)
    for number in deaths:
        write(root, number)
        process = subprocess.Popen(
            command("build", "--root", root),
            env=environment(clone, {"TMPDIR": str(temporary)}),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        if number % 4 > 0:
            wait_until_building(process, out)
        time.sleep(random.Random(number).uniform(0, lasts / 2))
        building = any(path.name.startswith(building_prefix(out)) for path in root.iterdir())
        if number % 2 and process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        status = process.wait()
        wait_for_orphans(process.pid)
        there, before = version(out, among={there, number}), there
        assert list(temporary.iterdir()) == []
        if status == -signal.SIGKILL:
            fell["building" if building else "reading" if there == before else "leaving"] += 1
        else:
            assert (status, there) == (0, number)
    assert fell["building"] >= len(deaths) / 4, fell
    last = kring(clone, "build", "--root", root)
    assert last.returncode == 0, last.stderr
    version(out, among={deaths[-1]})
    assert_tidy(root)


def wait_until_building(process: subprocess.Popen[bytes], out: Path) -> None:
    while not any(path.name.startswith(building_prefix(out)) for path in out.parent.iterdir()):
        assert process.poll() is None, "the build ended before it was seen to begin"
        time.sleep(0.005)


def wait_for_orphans(group: int) -> None:
    """Wait until every process of a group has ended: they must notice that their build is dead."""
    patience = time.monotonic() + 60
    while living := living_in(group):
        assert time.monotonic() < patience, f"alive after their build was killed: {living}"
        time.sleep(0.01)


def living_in(group: int) -> list[str]:
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            state, _, of = (process / "stat").read_text().rpartition(")")[2].split()[:3]
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(of) == group and state not in "ZX":
            found.append(process.name)
    return found
