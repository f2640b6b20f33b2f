"""Names of fields are understood in Dutch, in other words, in the other number and with a slip; the surest first."""

from __future__ import annotations

from importlib import resources

import pytest
import yaml

from kring.schema.field_names import READINGS, Reading, field_names, reading
from kring.schema.fields import fields_in_any_case
from kring.schema.registry import schema_for
from kring.source.kinds import Kind

SESSION = fields_in_any_case(schema_for(Kind.SESSION))
HOMEWORK = fields_in_any_case(schema_for(Kind.HOMEWORK))


@pytest.mark.parametrize(
    ("written", "name", "by", "certain"),
    [
        ("titel", "title", "dutch_title", True),
        ("Minuten", "minutes", "dutch_title", True),
        ("hoe je je voorbereidt", "prepare", "dutch_title", True),
        ("voorbereiding", "prepare", "other_word", False),
        ("duur", "minutes", "other_word", True),
        ("objectives", "goals", "other_word", True),
        ("goal", "goals", "other_number", True),
        ("diary", "diaries", "other_number", True),
        ("minuts", "minutes", "slip", True),
        ("catchup", "catch_up", "slip", True),
        ("gebruikelijke", "start", "first_word", False),
        ("preparation", "prepare", "alike", False),
    ],
)
def test_a_name_is_understood(written: str, name: str, by: str, certain: bool) -> None:
    found = reading(written, SESSION)
    assert found is not None
    assert found.name == name
    assert found == next(read for way in READINGS if (read := way(written, SESSION)) is not None)
    assert next(way.__name__ for way in READINGS if way(written, SESSION) is not None) == by
    assert found.certain == certain


def test_what_is_certain_comes_before_what_is_alike() -> None:
    certain = [way(word, SESSION) for way, word in zip(READINGS, ("titel", "duur", "goal", "minuts"), strict=False)]
    assert all(isinstance(read, Reading) and read.certain for read in certain)


@pytest.mark.parametrize("written", ["xyzzy", "wat", "agendas-en-meer", ""])
def test_what_looks_like_nothing_is_no_field(written: str) -> None:
    assert reading(written, HOMEWORK) is None


def test_a_field_of_something_else_is_not_taken_for_what_looks_like_it() -> None:
    assert "sources" in field_names()
    assert reading("sources", {"source_text": {}}) is None
    assert reading("sourcess", {"source_text": {}}) is not None, "what is a field nowhere may be"


@pytest.mark.parametrize(
    ("written", "kind", "group", "name"),
    [
        ("omgescoord", Kind.QUESTIONNAIRE, "items", "reversed"),
        ("afkapwaarden", Kind.QUESTIONNAIRE, "scales", "bands"),
        ("minimaal", Kind.SESSION, "agenda", "minutes_min"),
        ("nabespreking", Kind.SESSION, "agenda", "debrief"),
        ("openingstijden", Kind.HELP, "numbers", "hours"),
    ],
)
def test_the_words_of_the_trade_are_understood(written: str, kind: Kind, group: str, name: str) -> None:
    fields = fields_in_any_case(schema_for(kind)["properties"][group]["items"])
    found = reading(written, fields)
    assert found is not None
    assert (found.name, found.certain) == (name, True)


def test_the_other_words_mean_fields_that_exist() -> None:
    text = resources.files("kring.schema").joinpath("field_words_nl.yml").read_text(encoding="utf-8")
    words = yaml.safe_load(text)
    assert {name for names in words.values() for name in names} - field_names() == set()
    written = [line.split(":")[0] for line in text.splitlines() if line and not line.startswith("#")]
    assert sorted(set(written)) == sorted(written), "a word stands there twice"
