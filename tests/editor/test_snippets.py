"""What a snippet puts in is right: for YAML by the schema, for Markdown by the dialect."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from kring.editor.snippets import Snippet, for_vs_code, proposals, snippets
from kring.editor.templates import example_document
from kring.findings import Position, Span
from kring.prose.check import check
from kring.prose.text import Form, Prose
from kring.schema.registry import validator_for
from kring.schema.validate import validate
from kring.source.documents import Key
from kring.source.kinds import MARKDOWN_KINDS, Kind
from kring.source.nodes import plain
from kring.source.read import read_text

NAMED = {snippet.name: snippet for snippet in snippets()}
ASKED_FOR = {
    "sessie",
    "werkvorm",
    "huiswerk",
    "vragenlijst",
    "dagboek",
    "artikel",
    "werkblad",
    "pagina",
    "module",
    "stap",
}


def filled_in(body: str) -> str:
    body = re.sub(r"\$\{\d+\|([^,|]*)[^|]*\|\}", r"\1", body)
    return re.sub(r"\$\{\d+:([^}]*)\}", r"\1", body)


def of(where: str) -> list[str]:
    return [name for name, snippet in NAMED.items() if bool(getattr(snippet, where))]


def test_names_and_prefixes_are_each_used_once() -> None:
    assert len(NAMED) == len(snippets())
    prefixes = [snippet.prefix for snippet in snippets()]
    assert len(set(prefixes)) == len(prefixes)
    assert set(prefixes) >= ASKED_FOR


@pytest.mark.parametrize("name", of("file"))
def test_a_whole_file_is_valid(name: str) -> None:
    snippet = NAMED[name]
    assert snippet.file is not None
    document, findings, _ = read_text(Key(snippet.file, "nieuw"), "nieuw", filled_in(snippet.body).encode())
    assert findings == ()
    assert document is not None
    assert [finding.rule for finding in validate(document)] == []
    assert (document.body is not None) == (snippet.file in MARKDOWN_KINDS)


@pytest.mark.parametrize("name", of("at"))
def test_an_item_of_a_list_is_valid_in_the_example_of_its_kind(name: str) -> None:
    snippet = NAMED[name]
    kind, *path = snippet.at
    document: Any = plain(example_document(Kind(kind)).root)
    (item,) = yaml.safe_load(filled_in(snippet.body))
    place = document
    for step in path[:-1]:
        place = place[step]
        place = next(each for each in place if path[-1] in each) if isinstance(place, list) else place
    place[path[-1]] = [*place[path[-1]], item]
    assert [(error.message, list(error.path)) for error in validator_for(Kind(kind)).iter_errors(document)] == []


@pytest.mark.parametrize("name", [name for name in NAMED if name not in {*of("file"), *of("at")}])
def test_a_piece_of_markdown_is_right(name: str) -> None:
    text = filled_in(NAMED[name].body)
    prose = Prose(text, Form.MARKDOWN, Span("content/articles/nieuw.md"), Position())
    assert [finding.rule for finding in check(prose, facilitator_fence=True)] == []
    assert NAMED[name].language == "markdown"


def test_there_is_a_snippet_for_every_kind_of_field() -> None:
    made = {item["body"]["kind"] for item in proposals(Kind.HOMEWORK, ("fields",))}
    field = validator_for(Kind.HOMEWORK).schema["properties"]["fields"]["items"]
    assert made == set(field["properties"]["kind"]["enum"])


def test_lists_that_are_alike_have_the_same_snippets() -> None:
    assert proposals(Kind.DIARY, ("fields",)) == proposals(Kind.HOMEWORK, ("fields",))
    assert proposals(Kind.ACTIVITY, ("script",)) == proposals(Kind.SESSION, ("agenda", "script"))
    assert proposals(Kind.PROGRAMME, ("phases",)) == []


def test_vs_code_offers_them_in_the_language_they_are_for() -> None:
    offered = for_vs_code()
    assert offered["Sessie"]["scope"] == "yaml"
    assert offered["Artikel"]["scope"] == offered["Kader"]["scope"] == "markdown"
    assert offered["Kader"]["body"] == ["::: note ${1:Goed om te weten}", "${2:De tekst.}", ":::"]


def test_a_snippet_says_where_it_belongs() -> None:
    assert Snippet("A", "a", "b", "c", file=Kind.PAGE).language == "markdown"
    assert Snippet("A", "a", "b", "c", at=("session", "agenda")).language == "yaml"
