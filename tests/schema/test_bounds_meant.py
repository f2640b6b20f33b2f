"""The bounds in what an author wrote on one line, where a group with `min` and `max` belongs."""

from __future__ import annotations

import pytest

from kring.schema.fields import Schema
from kring.schema.number_meant import bounds_meant

BOTH: Schema = {"properties": {"min": {}, "max": {}, "reason": {}}, "required": ["min", "max"]}
LEAST: Schema = {"properties": {"min": {}, "max": {}}, "required": ["min"]}


@pytest.mark.parametrize("words", ["6-10", "6 – 10", "6 tot 10", "6 t/m 10 deelnemers", " 6 tot en met 10", "06-10"])
def test_two_numbers_are_the_least_and_the_most(words: str) -> None:
    assert bounds_meant(words, BOTH) == bounds_meant(words, LEAST) == {"min": "6", "max": "10"}


@pytest.mark.parametrize("words", ["18+", "18 +", "vanaf 18", "Vanaf 18 jaar", "18 jaar en ouder", "18 en ouder"])
def test_one_number_is_the_least_where_there_need_be_no_most(words: str) -> None:
    assert bounds_meant(words, LEAST) == {"min": "18"}
    assert bounds_meant(words, BOTH) == {}


@pytest.mark.parametrize("words", ["18", "tot 18", "10-6", "6-10-12", "zes tot tien", "6-10, soms 12", ""])
def test_where_only_the_author_can_say_there_are_none(words: str) -> None:
    assert bounds_meant(words, LEAST) == {}


@pytest.mark.parametrize(
    "schema", [{"properties": {"item": {}}}, {"properties": LEAST["properties"], "required": ["id"]}]
)
def test_a_group_that_needs_other_fields_has_no_bounds(schema: Schema) -> None:
    assert bounds_meant("6-10", schema) == {}
