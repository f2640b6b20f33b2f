"""What is made quickly is as good a value as any other dataclass."""

from __future__ import annotations

from dataclasses import field, fields, replace

import pytest

from kring.numerous import numerous


@numerous(frozen=True, slots=True)
class Word:
    letters: str
    line: int = field(compare=False, default=1)


def test_it_is_equal_and_hashed_by_its_values() -> None:
    assert Word("a", 1) == Word("a", 2) != Word("b", 1)
    assert len({Word("a", 1), Word("a", 2), Word("b", 1)}) == 2


def test_it_is_a_dataclass_without_room_for_more() -> None:
    assert [each.name for each in fields(Word)] == ["letters", "line"]
    assert replace(Word("a"), letters="b") == Word("b")
    with pytest.raises(AttributeError):
        object.__setattr__(Word("a"), "other", 1)
