"""Schemas come from the package, once, and one validator serves all files of a kind."""

from __future__ import annotations

import pytest

from kring.schema.registry import schema_for, validator_for
from kring.source.kinds import Kind


@pytest.mark.parametrize("kind", Kind)
def test_a_schema_stands_by_itself(kind: Kind) -> None:
    assert "$ref" not in str(schema_for(kind))
    assert "$defs" not in schema_for(kind)


def test_what_stands_beside_a_reference_wins() -> None:
    title = schema_for(Kind.QUESTIONNAIRE)["properties"]["items"]["items"]["properties"]["text"]
    assert title["title"] == "Item"
    assert title["x-text"] == "plain"


def test_the_validator_of_a_kind_is_made_once() -> None:
    assert validator_for(Kind.PAGE) is validator_for(Kind.PAGE)
    assert validator_for(Kind.PAGE) is not validator_for(Kind.HELP)
