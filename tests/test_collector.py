"""The collector is left out of what it only slows down, and works as before afterwards."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.benchmarks.generate import write_root

from kring import collector
from kring.collector import uncollected
from kring.pipeline import check


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    yield
    gc.unfreeze()
    gc.enable()


def test_nothing_is_collected_meanwhile() -> None:
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_who_wants_no_collector_gets_none() -> None:
    gc.disable()
    with uncollected():
        pass
    assert not gc.isenabled()


def test_it_works_again_after_a_failure() -> None:
    with pytest.raises(ValueError, match="nothing"), uncollected():
        raise ValueError("nothing")
    assert gc.isenabled()


def test_very_many_values_are_kept_from_it_for_good(monkeypatch: pytest.MonkeyPatch) -> None:
    gc.collect()
    with uncollected():
        few = [[] for _ in range(1000)]
    assert gc.get_freeze_count() == 0
    monkeypatch.setattr(collector, "VERY_MANY", 500)
    with uncollected():
        many = [[] for _ in range(1000)]
    assert gc.get_freeze_count() >= len(few) + len(many)


def test_a_check_leaves_nothing_to_collect(tmp_path: Path) -> None:
    write_root(tmp_path / "root", pages=48)
    check(tmp_path / "root")
    gc.collect()
    gc.disable()
    checked = check(tmp_path / "root")
    assert gc.collect() == 0
    assert checked.sound
