"""Asked ahead by two processes, the same is found out as by one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.benchmarks.generate import write_root

from kring import ahead
from kring.ahead import ask_ahead
from kring.beside import beside
from kring.memory import Memory
from kring.pipeline import check

pytestmark = pytest.mark.skipif(not ahead.CAN_FORK, reason="there is no second process on this system")

THINGS = ("a", "bb", "ccc", "dddd")


def length(word: str) -> tuple[int, int]:
    return len(word), os.getpid()


def refused(word: str) -> int:
    raise ValueError(word)


@pytest.fixture(autouse=True)
def few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "MANY", 2)


def test_two_processes_find_out_the_same() -> None:
    memory = Memory()
    ask_ahead(memory, [((length, thing), (str.upper, thing)) for thing in THINGS])
    assert [memory(length, thing)[0] for thing in THINGS] == [1, 2, 3, 4]
    assert [memory(str.upper, thing) for thing in THINGS] == [thing.upper() for thing in THINGS]
    assert len({memory(length, thing)[1] for thing in THINGS}) == 2


def test_what_is_known_is_not_asked() -> None:
    memory = Memory()
    known = [memory(length, thing) for thing in THINGS]
    ask_ahead(memory, [((length, thing),) for thing in THINGS])
    assert [memory(length, thing) for thing in THINGS] == known
    assert {process for _, process in known} == {os.getpid()}


def test_little_is_left_to_who_asks_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "MANY", 5)
    memory = Memory()
    ask_ahead(memory, [((length, thing),) for thing in THINGS])
    assert not any(memory.knows(length, thing) for thing in THINGS)


def test_what_goes_wrong_there_is_told_here() -> None:
    with pytest.raises(ValueError, match="bb"):
        ask_ahead(Memory(), [((length, "a"),), ((refused, "bb"),)])


def test_a_check_says_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "root"
    write_root(root, pages=60)
    for file in sorted(root.glob("**/*.md")):
        file.write_text(f"{file.read_text(encoding='utf-8')}\nDit <b>wordt</b> geëvalueerd, [zie](article:nergens).\n")
    started: list[object] = []
    monkeypatch.setattr(ahead, "beside", lambda work: started.append(work) or beside(work))
    by_two = check(root)
    assert len(started) == 1
    # Who brings a memory may have threads, of which no copy can be made.
    by_one = check(root, memory=Memory())
    assert len(started) == 1
    assert by_two.findings == by_one.findings
    assert len(by_one.findings) > 20
