"""Without its unknown fields a document can still be checked, but only where it then follows its schema."""

from __future__ import annotations

import pytest
from tests.schema.written import document

from kring.model.entities import gather
from kring.schema.validate import validate, without_unknown_fields
from kring.source.documents import Sources
from kring.source.kinds import Kind
from kring.source.nodes import plain

ACTIVITY = "title: Adem\nkind: exercise\nminutes: 5\npriority: core\n"


def mended_data(text: str) -> object:
    written = document(Kind.ACTIVITY, text)
    found = without_unknown_fields(written, validate(written))
    if found is None:
        return None
    entities = gather(Sources((found,), (), (), frozenset()), [found])
    assert found.key in entities.by_key, "what was mended can be structured"
    return plain(found.root)


@pytest.mark.parametrize(
    ("added", "kept"),
    [
        ("xyzzy: 1\n", {}),
        ("xyzzy: {a: [1]}\n", {}),
        ("materials:\n  - item: Pen\n    xyzzy: 1\n", {"materials": [{"item": "Pen"}]}),
        ("minute_min: 3\n", {"minutes_min": 3}),
        ("minute_min: 3\nminuts_min: 4\n", {"minutes_min": 3}),
    ],
)
def test_unknown_fields_fall_away_and_misspelt_ones_are_understood(added: str, kept: dict[str, object]) -> None:
    expected = {"title": "Adem", "kind": "exercise", "minutes": 5, "priority": "core"} | kept
    assert mended_data(ACTIVITY + added) == expected


@pytest.mark.parametrize(
    "text",
    [
        ACTIVITY.replace("minutes: 5", "minutes: vijf") + "xyzzy: 1\n",
        ACTIVITY.replace("minutes: 5\n", "") + "xyzzy: 1\n",
        ACTIVITY + "minute_min: veel\n",
    ],
)
def test_what_has_other_mistakes_is_left_alone(text: str) -> None:
    assert mended_data(text) is None
