"""Asked ahead by two processes, the same is found out as by one."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest
from tests.benchmarks.generate import write_root

from kring import ahead
from kring.ahead import ask_ahead
from kring.memory import Memory
from kring.pipeline import check

pytestmark = pytest.mark.skipif(not ahead.CAN_FORK, reason="there is no second process on this system")

THINGS = ("a", "bb", "ccc", "dddd")
COUNT_THREADS = threading.active_count


def length(word: str) -> tuple[int, int]:
    return len(word), os.getpid()


def refused(word: str) -> int:
    raise ValueError(word)


@pytest.fixture(autouse=True)
def few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "MANY", 2)
    # The runner of tests may have threads of its own; they hold nothing that is needed here.
    monkeypatch.setattr(ahead.threading, "active_count", lambda: 1)


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


def test_a_process_with_threads_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead.threading, "active_count", COUNT_THREADS)
    stop, memory = threading.Event(), Memory()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    ask_ahead(memory, [((length, thing),) for thing in THINGS])
    stop.set()
    thread.join()
    assert not any(memory.knows(length, thing) for thing in THINGS)


def test_what_goes_wrong_there_is_told_here() -> None:
    with pytest.raises(ValueError, match="bb"):
        ask_ahead(Memory(), [((length, "a"),), ((refused, "bb"),)])


def test_a_check_says_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "root"
    write_root(root, pages=60)
    for file in sorted(root.glob("**/*.md")):
        file.write_text(f"{file.read_text(encoding='utf-8')}\nDit <b>wordt</b> geëvalueerd, [zie](article:nergens).\n")
    by_two = check(root)
    monkeypatch.setattr(ahead, "CAN_FORK", False)
    by_one = check(root)
    assert by_two.findings == by_one.findings
    assert len(by_one.findings) > 20
