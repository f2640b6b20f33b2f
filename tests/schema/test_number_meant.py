"""The number in what an author wrote, in the unit of its field."""

from __future__ import annotations

import pytest

from kring.schema.number_meant import number_meant


@pytest.mark.parametrize(
    ("written", "field", "number"),
    [
        ("10 min", "minutes", "10"), ("10 min. per persoon", "minutes", "10"), ("2 uur", "minutes", "120"),
        ("1,5 uur", "minutes_min", "90"), ("1 week", "days_after_previous", "7"), ("3 Weken", "weeks_after_end", "3"),
        ("13,5", "rust", "13.5"), ("-2", "score", "-2"), ("1 per persoon", "quantity", "1"), ("2u", "minutes", "120"),
    ],
)  # fmt: skip
def test_a_number_is_told_as_its_field_counts(written: str, field: str, number: str) -> None:
    assert number_meant(written, field) == number


@pytest.mark.parametrize(
    ("written", "field"),
    [
        ("1 uur en 30 minuten", "minutes"), ("2 uur 15", "minutes"), ("10 minuten", "days_after_previous"),
        ("10 dagen", "weeks_after_end"), ("vijf", "minutes"), ("1e3", "score"), ("4x", "quantity"),
    ],
)  # fmt: skip
def test_where_only_the_author_can_say_there_is_none(written: str, field: str) -> None:
    assert number_meant(written, field) is None
