"""The words that no author writes are complete, all in use, and read as Dutch readers expect them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

import kring
from kring.pages.words import PAPER, words
from kring.schema.registry import schema_for
from kring.source.kinds import Kind
from kring.theme_files import theme_folder

NL = words("nl")

BOOKS = NL.on_paper()

CODE = [
    *(theme_folder() / "pages").rglob("*.j2"),
    *(theme_folder() / "print").glob("*.typ"),
    *Path(kring.__file__).parent.rglob("*.py"),
]

ASKED = re.compile(r"""\b(?:t|words)\(\s*["']([a-z_.]+[a-z_])["']\s*[,)]""")

WHOLE = re.compile(r"""["']([a-z_]+(?:\.[a-z_]+)*)["']""")

BEGINNING = re.compile(r"""["']([a-z_.]+[._])(?:["']|\{)""")
"""The beginning of a name that is put together: "lead." ~ who, f"lead.{who}"."""

END = re.compile(r"""["'}]([._][a-z_.]+)["']""")
"""The end of one: sheet.name ~ ".intro", f"{name}.title"."""

GIVEN_TOGETHER = ("shell", "segments", "prose", "month")
"""Groups of which every word is at hand where one of them is wanted."""

GROUPS = {
    "programme_kind": (Kind.PROGRAMME, "kind"),
    "setting": (Kind.PROGRAMME, "setting"),
    "enrolment": (Kind.PROGRAMME, "enrolment"),
    "sequence": (Kind.PROGRAMME, "sequence"),
    "delivery": (Kind.ACTIVITY, "deliveries"),
    "activity.kind": (Kind.ACTIVITY, "kind"),
    "activity.who": (Kind.ACTIVITY, "who"),
    "priority": (Kind.ACTIVITY, "priority"),
    "priority_about": (Kind.ACTIVITY, "priority"),
    "lead": (Kind.ACTIVITY, "lead"),
    "when": (Kind.SESSION, "when"),
    "per": (Kind.SESSION, "per"),
    "diary": (Kind.DIARY, "how_often"),
    "diary.how_often": (Kind.DIARY, "how_often"),
    "media": (Kind.ARTICLE, "kind"),
    "questionnaire_fac.method": (Kind.QUESTIONNAIRE, "method"),
    "questionnaire_fac.direction": (Kind.QUESTIONNAIRE, "direction"),
}
"""Group of words → where its names come from: a kind of file, and a field in it with a fixed set of values."""


@pytest.mark.parametrize(("group", "kind", "field"), [(g, *where) for g, where in GROUPS.items()], ids=list(GROUPS))
def test_every_value_that_a_field_may_have_has_a_word(group: str, kind: Kind, field: str) -> None:
    values = set(_values(schema_for(kind), field))
    assert values
    assert {value for value in values if f"{group}.{value}" not in BOOKS.strings} == set()


def test_whoever_prepares_has_a_word() -> None:
    prepare = schema_for(Kind.SESSION)["properties"]["prepare_list"]["items"]["properties"]
    assert {value for value in prepare["who"]["enum"] if f"lead.{value}" not in NL.strings} == set()


@pytest.mark.parametrize("file", CODE, ids=lambda file: "/".join(file.parts[-2:]))
def test_every_word_that_is_asked_for_is_there(file: Path) -> None:
    there = BOOKS if file.parent.name == PAPER else NL
    assert [name for name in ASKED.findall(file.read_text(encoding="utf-8")) if name not in there.strings] == []


def test_every_word_is_asked_for() -> None:
    names = {name.removeprefix(f"{PAPER}.") for name in NL.strings}
    assert {name for name in names if not _is_asked_for(name)} == set()


@pytest.mark.parametrize("name", ["guide.forgotten", "lead.third", "tidier.item.nobody", "unheard_of.title"])
def test_a_word_that_nothing_asks_for_is_found(name: str) -> None:
    assert not _is_asked_for(name)


def test_a_wording_for_paper_differs_from_that_of_the_pages() -> None:
    assert {name for name in NL.below(PAPER) if NL.strings.get(name) == NL.below(PAPER)[name]} == set()


def test_books_say_it_as_paper_needs_it_and_else_as_the_pages_do() -> None:
    assert (NL("contact.site"), BOOKS("contact.site")) == ("Adres van deze site", "Site van deze training")
    assert BOOKS("guide.debrief") == NL("guide.debrief")


def test_dates_numbers_and_lists_read_as_dutch() -> None:
    assert NL.date("2026-09-01") == "1 september 2026"
    assert [NL.number(number) for number in (2.5, 13.5, 3.0, 12)] == ["2,5", "13,5", "3", "12"]
    assert [NL.minutes(minutes) for minutes in (1, 20)] == ["1 minuut", "20 minuten"]
    assert NL.together(["een"]) == "een"
    assert NL.together(["een", "twee", "drie"]) == "een, twee en drie"
    assert NL.either(["een", "twee"]) == "een of twee"


def test_braces_of_authors_are_no_template() -> None:
    assert BOOKS("form.quoted", text="{0.__class__} {naam}") == "‘{0.__class__} {naam}’"


def test_a_word_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        NL("there.is.none")


@pytest.mark.parametrize("folder", ["participant", "shared"])
def test_what_participants_read_is_never_about_facilitators(folder: str) -> None:
    for template in sorted((theme_folder() / "pages" / folder).glob("*.j2")):
        assert not re.search(r"if\s+.*facilitator", template.read_text(encoding="utf-8")), template.name


def _is_asked_for(name: str) -> bool:
    """Tell whether a name stands in the code: whole, or as parts that stand there and are put together."""
    wholes, beginnings, ends = _code()
    if name in wholes or name.partition(".")[0] in GIVEN_TOGETHER:
        return True
    rests = [name.removeprefix(start) for start in beginnings if name.startswith(start)]
    rests += [name.removesuffix(end) for end in ends if name.endswith(end)]
    return any(wholes.issuperset(whole.split(".")) for rest in rests for whole in _without_ends(rest, ends))


@cache
def _code() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    text = "\n".join(file.read_text(encoding="utf-8") for file in CODE)
    values = {value for kind, field in GROUPS.values() for value in _values(schema_for(kind), field)}
    beginnings = frozenset(BEGINNING.findall(text))
    parts = {part for beginning in beginnings for part in beginning.split(".")}
    return frozenset({*WHOLE.findall(text), *values, *parts}), beginnings, frozenset(END.findall(text))


def _without_ends(rest: str, ends: Iterable[str]) -> Iterator[str]:
    """Yield a name that was put together, whole and without each of the `ends` that it may have been given."""
    yield rest
    yield from (rest.removesuffix(end) for end in ends if rest.endswith(end))


def _values(schema: object, field: str) -> Iterator[str]:
    """Yield the values that any field of this name may have, anywhere in a schema but where it holds a session."""
    if isinstance(schema, list):
        for part in schema:
            yield from _values(part, field)
    if isinstance(schema, dict):
        found = schema.get("properties", {}).get(field, {})
        if isinstance(found, dict):
            yield from found.get("enum", ())
            yield from found.get("items", {}).get("enum", ())
        for name, part in schema.items():
            yield from _values(part, field) if name != "override" else ()
