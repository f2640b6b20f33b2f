"""Asked ahead by two processes, the same is found out as by one."""

from __future__ import annotations

import multiprocessing
import os
from pathlib import Path

import pytest
from tests.benchmarks.generate import write_root

from kring import ahead
from kring.ahead import ask_ahead
from kring.beside import CAN_FORK, shared
from kring.memory import Memory
from kring.pipeline import check

pytestmark = pytest.mark.skipif(not CAN_FORK, reason="there is no second process on this system")

THINGS = ("a", "bb", "ccc", "dddd")

MEETING = multiprocessing.get_context("fork").Barrier(2)


def length(word: str) -> int:
    return len(word)


def meet(word: str) -> tuple[str, int]:
    """Return only when two processes are at it."""
    MEETING.wait(timeout=20)
    return word, os.getpid()


def refused(word: str) -> int:
    raise ValueError(word)


@pytest.fixture(autouse=True)
def two_cores_and_few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kring.beside._cores", lambda: 2)
    monkeypatch.setattr(ahead, "MANY", 2)


def test_two_processes_find_out_the_same() -> None:
    memory = Memory(brief=True)
    with ask_ahead(memory, [((length, thing), (str.upper, thing)) for thing in THINGS]) as finish:
        finish()
    assert all(memory.knows(length, thing) and memory.knows(str.upper, thing) for thing in THINGS)
    assert [memory(length, thing) for thing in THINGS] == [1, 2, 3, 4]
    assert [memory(str.upper, thing) for thing in THINGS] == [thing.upper() for thing in THINGS]


def test_both_work_at_the_same_time() -> None:
    memory = Memory(brief=True)
    with ask_ahead(memory, [((meet, thing),) for thing in THINGS[:2]]) as finish:
        finish()
    (first, here), (second, there) = (memory(meet, thing) for thing in THINGS[:2])
    assert (first, second) == THINGS[:2]
    assert here != there
    assert os.getpid() in (here, there)


def test_what_is_known_is_not_asked() -> None:
    memory = Memory(brief=True)
    for thing in THINGS:
        memory.learn(-1, length, thing)
    with ask_ahead(memory, [((length, thing),) for thing in THINGS]) as finish:
        finish()
    assert {memory(length, thing) for thing in THINGS} == {-1}


def test_little_is_left_to_who_asks_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "MANY", 5)
    memory = Memory(brief=True)
    with ask_ahead(memory, [((length, thing),) for thing in THINGS]) as finish:
        finish()
    assert not any(memory.knows(length, thing) for thing in THINGS)


def test_what_goes_wrong_in_one_of_them_is_told() -> None:
    files = [((length, "a"),), ((refused, "bb"),)]
    with ask_ahead(Memory(brief=True), files) as finish, pytest.raises(ValueError, match="bb"):
        finish()


def test_a_check_says_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "root"
    write_root(root, pages=60)
    for file in sorted(root.glob("**/*.md")):
        file.write_text(f"{file.read_text(encoding='utf-8')}\nDit <b>wordt</b> geëvalueerd, [zie](article:nergens).\n")
    started: list[object] = []
    monkeypatch.setattr(ahead, "shared", lambda jobs, **given: started.append(jobs) or shared(jobs, **given))
    by_two = check(root)
    assert len(started) == 3  # for reading, for markup, for language
    # Who brings a memory may have threads, of which no copy can be made.
    by_one = check(root, memory=Memory())
    assert len(started) == 3
    assert by_two.findings == by_one.findings
    assert by_two.texts == by_one.texts
    assert len(by_one.findings) > 20
