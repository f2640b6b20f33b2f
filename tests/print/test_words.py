"""The words of the books are complete: a missing one would stop a print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from kring import print as books
from kring.print.words import words
from kring.schema.registry import schema_for
from kring.source.kinds import Kind
from kring.theme_files import theme_folder

NL = words("nl")

CODE = sorted(Path(books.__file__).parent.glob("*.py"))

GROUPS = {
    "programme_kind": (Kind.PROGRAMME, "kind"),
    "setting": (Kind.PROGRAMME, "setting"),
    "enrolment": (Kind.PROGRAMME, "enrolment"),
    "sequence": (Kind.PROGRAMME, "sequence"),
    "delivery": (Kind.ACTIVITY, "deliveries"),
    "activity": (Kind.ACTIVITY, "kind"),
    "priority": (Kind.ACTIVITY, "priority"),
    "priority_about": (Kind.ACTIVITY, "priority"),
    "lead": (Kind.ACTIVITY, "lead"),
    "who": (Kind.ACTIVITY, "who"),
    "when": (Kind.SESSION, "when"),
    "per": (Kind.SESSION, "per"),
    "diary": (Kind.DIARY, "how_often"),
    "media": (Kind.ARTICLE, "kind"),
    "scoring": (Kind.QUESTIONNAIRE, "method"),
}
"""Group of words → where its keys come from: a kind of file, and a field in it with a fixed set of values."""


SITE = {
    "activity": "activity.kind",
    "who": "activity.who",
    "priority": "priority",
    "lead": "lead",
    "prepares": "lead",
    "script": "script",
    "when": "when",
    "programme_kind": "programme_kind",
    "setting": "setting",
    "delivery": "delivery",
    "enrolment": "enrolment",
    "sequence": "sequence",
    "plain_language": "common.in_plain_words",
    "theme.column_priority": "guide.column_priority",
    "theme.column_clock": "guide.column_clock",
    "guide.agenda": "guide.glance",
    "guide.agenda_for": "guide.glance_delivery",
    "guide.when_short": "guide.cut",
    "guide.script": "guide.script_title",
    "guide.copies": "guide.copies",
    "guide.led_by": "guide.led_by",
    "guide.debrief": "guide.debrief",
    "guide.pitfalls": "guide.pitfalls",
    "guide.risk_notes": "guide.risks",
    "guide.closing_check": "guide.closing",
    "guide.fidelity": "guide.fidelity",
    "guide.reflection": "guide.reflection",
}
"""Words of the books → those of the site for the same thing: a group of words, or one."""


@pytest.mark.parametrize(("here", "there"), SITE.items())
def test_a_thing_has_one_name_on_paper_and_on_the_site(here, there):
    site = yaml.safe_load((theme_folder() / "language" / "nl.yml").read_text(encoding="utf-8"))
    for step in there.split("."):
        site = site[step]
    if isinstance(site, str):
        assert NL.texts[here] == site
    else:
        printed = NL.under(here)
        assert printed
        assert printed == {key: site.get(key) for key in printed}


@pytest.mark.parametrize("file", CODE, ids=lambda file: file.stem)
def test_every_word_that_the_code_names_is_there(file):
    code = file.read_text(encoding="utf-8")
    named = re.findall(r"words\(\s*\"([a-z_.]+)\"", code)
    titled = re.findall(r"book\.(?:section|text_section|chapter|phase|sheets)\(\s*\"([a-z_.]+)\"", code)
    assert [key for key in (*named, *titled) if key not in NL.texts] == []


@pytest.mark.parametrize(("group", "kind", "field"), [(g, *where) for g, where in GROUPS.items()], ids=list(GROUPS))
def test_every_value_that_a_field_may_have_has_a_word(group, kind, field):
    values = set(_values(schema_for(kind), field))
    assert values
    assert {value for value in values if f"{group}.{value}" not in NL.texts} == set()


def test_whoever_prepares_has_a_word():
    prepare = schema_for(Kind.SESSION)["properties"]["prepare_list"]["items"]["properties"]
    assert {value for value in prepare["who"]["enum"] if f"prepares.{value}" not in NL.texts} == set()


def test_every_word_that_the_templates_name_is_there():
    for file in (theme_folder() / "print").glob("*.typ"):
        for key in re.findall(r"\bwords\.([a-z_]+)", file.read_text(encoding="utf-8")):
            assert key == "at" or f"theme.{key}" in NL.texts, (file.name, key)


def test_numbers_dates_and_lists_read_as_dutch():
    assert NL.number(13.5) == "13,5"
    assert NL.number(12.0) == "12"
    assert NL.date("2026-09-01") == "1 september 2026"
    assert NL.minutes(1) == "1 minuut"
    assert NL.together(["een"]) == "een"
    assert NL.together(["een", "twee", "drie"]) == "een, twee en drie"
    assert NL.either(["een", "twee"]) == "een of twee"


def test_braces_of_authors_are_no_template():
    assert NL("form.quoted", text="{0.__class__} {naam}") == "‘{0.__class__} {naam}’"


def test_an_unknown_word_is_an_error():
    with pytest.raises(KeyError):
        NL("bestaat.niet")


def _values(schema: object, field: str) -> Iterator[str]:
    """Yield the values that any field of this name may have, anywhere in a schema."""
    if isinstance(schema, list):
        for part in schema:
            yield from _values(part, field)
    if isinstance(schema, dict):
        found = schema.get("properties", {}).get(field, {})
        if isinstance(found, dict):
            yield from found.get("enum", ())
            yield from found.get("items", {}).get("enum", ())
        for part in schema.values():
            yield from _values(part, field)
