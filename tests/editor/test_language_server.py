"""In the real yaml-language-server, files complete, explain and check themselves as an author needs."""

from __future__ import annotations

import re
import textwrap
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.editor.language_server import Cursor, LanguageServer, with_cursor

from kring.editor.references import targets
from kring.editor.settings import modeline
from kring.editor.templates import uncommented
from kring.source.documents import Key
from kring.source.kinds import MARKDOWN_KINDS, Kind
from kring.source.paths import path_of
from kring.source.read import read
from kring.starting.new_file import Wish, file_for

PROGRAMME = "structureren-kun-je-leren"
SESSION = f"programs/{PROGRAMME}/sessions/nieuw.yml"


def at_mark(text: str) -> tuple[str, Cursor]:
    return with_cursor(textwrap.dedent(text).lstrip("\n"))


def proposed(server: LanguageServer, path: str, text: str) -> dict[str, dict[str, Any]]:
    """Return what is proposed where the mark stands in `text`: label → item."""
    return {item["label"]: item for item in server.completions(path, *at_mark(text))}


def put_in(text: str, item: dict[str, Any]) -> str:
    """Return `text` with a completion put in as VS Code does it, and the places to fill in left as they are filled."""
    before, cursor = at_mark(text)
    lines = before.split("\n")
    change = item["textEdit"]
    start, end = change["range"]["start"], change["range"]["end"]
    assert start["line"] == end["line"] == cursor.line
    line = lines[cursor.line]
    indent = re.match(" *", line)[0]
    new = change["newText"].replace("\n", f"\n{indent}")
    lines[cursor.line] = line[: start["character"]] + new + line[end["character"] :]
    return filled_in("\n".join(lines))


def filled_in(snippet: str) -> str:
    """Return a snippet with the words that it proposes itself."""
    snippet = re.sub(r"\$\{\d+\|([^,|]*)[^|]*\|\}", r"\1", snippet)
    return re.sub(r"\$\{\d+:([^}]*)\}", r"\1", snippet).replace("$1", "")


def messages(server: LanguageServer, path: str, text: str) -> list[tuple[int, str]]:
    """Return what is wrong in `text`: line (from 1) and message, in order."""
    found = server.diagnostics(path, textwrap.dedent(text).lstrip("\n"))
    return sorted((one["range"]["start"]["line"] + 1, one["message"]) for one in found)


def yaml_files(root: Path) -> list[str]:
    files = [root / "site_config.yml", *(root / "content").rglob("*.yml"), *(root / "programs").rglob("*.yml")]
    return sorted(file.relative_to(root).as_posix() for file in files)


def test_nothing_is_wrong_in_any_file_of_the_content(server: LanguageServer, workspace: Path) -> None:
    files = yaml_files(workspace)
    assert len(files) > 30
    wrong = {path: messages(server, path, (workspace / path).read_text(encoding="utf-8")) for path in files}
    assert {path: found for path, found in wrong.items() if found} == {}


YAML_KINDS = [kind for kind in Kind if kind not in MARKDOWN_KINDS]


@pytest.mark.parametrize("kind", YAML_KINDS)
def test_nothing_is_wrong_in_a_new_file_with_all_that_it_shows_counting(
    kind: Kind, server: LanguageServer, workspace: Path
) -> None:
    programme = PROGRAMME if kind in (Kind.PROGRAMME, Kind.SESSION) else None
    found = targets(read(workspace))
    wish = Wish(Key(kind, "nieuw", programme))
    path, text = file_for(wish, found, date(2026, 11, 22), with_modeline=True)
    assert messages(server, path, text) == []
    assert messages(server, path, uncommented(text)) == []


@pytest.mark.parametrize("kind", YAML_KINDS)
def test_every_kind_of_file_is_known_by_where_it_lies(kind: Kind, server: LanguageServer) -> None:
    path = path_of(Key(kind, "nieuw", PROGRAMME if kind in (Kind.SESSION, Kind.PROGRAMME) else None))
    assert (1, "Property van_niemand is not allowed.") in messages(server, path, "van_niemand: 1\n")


@pytest.mark.parametrize("kind", YAML_KINDS)
def test_a_modeline_leads_to_the_schema_from_anywhere(kind: Kind, server: LanguageServer) -> None:
    path = f"elders/een-{kind}.yml"
    assert messages(server, path, "van_niemand: 1\n") == []
    found = messages(server, path, f"{modeline(kind, path)}\nvan_niemand: 1\n")
    assert (2, "Property van_niemand is not allowed.") in found


def test_the_fields_of_a_file_complete_with_words_about_them(server: LanguageServer) -> None:
    fields = proposed(server, SESSION, "title: Rust\n▮")
    assert {"goals", "minutes", "agenda", "catch_up", "risk_notes"} <= fields.keys()
    assert "title" not in fields, "it is there already"
    told = fields["catch_up"]["documentation"]["value"]
    assert "Wat iemand die er niet was thuis kan doen." in told
    assert "Ook deelnemers zien dit." in told
    assert "Alleen begeleiders zien dit." in fields["risk_notes"]["documentation"]["value"]


def test_a_text_begins_as_a_block(server: LanguageServer) -> None:
    item = proposed(server, SESSION, "title: Rust\nprep▮")["prepare"]
    assert put_in("title: Rust\nprep▮", item) == "title: Rust\nprepare: |\n  "


def test_a_time_keeps_its_quotes(server: LanguageServer) -> None:
    text = "title: Rust\nstart: ▮"
    assert put_in(text, proposed(server, SESSION, text)['"13:30"']) == 'title: Rust\nstart: "13:30"'


@pytest.mark.parametrize(
    ("text", "some", "told"),
    [
        ("articles: [▮]", "een-plan-is-geen-belofte", "Een plan is geen belofte"),
        ("articles:\n  - ▮", "een-plan-is-geen-belofte", "Een plan is geen belofte"),
        ("homework: [▮]", "drie-dingen", f"Drie dingen (alleen in programma {PROGRAMME})"),
        ("agenda:\n  - id: doel\n    use: ▮", "doel-van-vandaag", "Mijn doel voor vandaag"),
        ("agenda:\n  - id: blad\n    title: Blad\n    handouts: [▮]", "doelkaartje", "Doelkaartje"),
        ("agenda:\n  - id: a\n    title: A\n    module_step:\n      module: ▮", "planning-en-structuur", "Planning"),
        (
            "agenda:\n  - id: a\n    title: A\n    module_step:\n      module: planning-en-structuur\n      step: ▮",
            "kiezen-wat-eerst",
            "Kiezen wat eerst komt",
        ),
    ],
)
def test_ids_complete_with_their_titles(text: str, some: str, told: str, server: LanguageServer) -> None:
    ids = proposed(server, SESSION, text)
    assert str(ids[some]["documentation"]).startswith(told)


def test_values_complete_with_what_they_mean(server: LanguageServer) -> None:
    kinds = proposed(server, SESSION, "agenda:\n  - id: a\n    title: A\n    kind: ▮")
    assert kinds["personal_goal"]["documentation"] == "eigen doel"


def test_hovers_explain_in_dutch_with_an_example(server: LanguageServer) -> None:
    told = server.hover(SESSION, *at_mark("title: Rust\nminutes: 60\ncatch▮_up: |\n  Lees dit.\n"))
    assert told.startswith("#### Voor wie er niet was\n")
    assert "Wat iemand die er niet was thuis kan doen." in told
    assert "```yaml\ncatch_up: |\n  " in told
    told = server.hover(SESSION, *at_mark("agenda:\n  - id: a\n    title: A\n    prio▮rity: core\n"))
    assert "#### Voorrang" in told
    assert "core: moet gebeuren" in told
    assert "* `cut_first`: vervalt als eerste" in told


GOOD = """
title: Rust
minutes: 60
goals: [Je weet wat jou rust geeft.]
articles: [een-plan-is-geen-belofte]
start: "13:30"
agenda:
  - id: doel
    use: doel-van-vandaag
    minutes: 10
  - id: stap
    title: Een stap
    kind: exercise
    minutes: 50
    priority: core
    module_step:
      module: planning-en-structuur
      step: kennismaken
"""


@pytest.mark.parametrize(
    ("wrong", "right", "line", "message"),
    [
        ("minutes: veel", "minutes: 60", 2, r"Hier hoort een heel getal \(van 1 tot en met 600\)\."),
        ("minuts: 60", "minutes: 60", 2, "Property minuts is not allowed."),
        ("articles: [een-plan]", "articles: [een-plan-is-geen-belofte]", 4, "Er is geen artikel met deze id."),
        ("start: 9 uur", 'start: "13:30"', 5, "Een tijd tussen aanhalingstekens"),
        ("  - id: Mijn doel\n", "  - id: doel\n", 7, "Kleine letters en cijfers, met losse streepjes ertussen."),
        ("    use: doel\n", "    use: doel-van-vandaag\n", 8, "Er is geen werkvorm met deze id."),
        ("    priority: kern\n", "    priority: core\n", 14, "Kies een van deze waarden: `core` .kern."),
        ("      step: eerste\n", "      step: kennismaken\n", 17, "De module `planning-en-structuur` heeft deze stap"),
    ],
)
def test_a_mistake_is_shown_where_it_stands(
    wrong: str, right: str, line: int, message: str, server: LanguageServer
) -> None:
    assert messages(server, SESSION, GOOD) == []
    assert right in GOOD
    found = messages(server, SESSION, GOOD.replace(right, wrong))
    assert [(at, said) for at, said in found if at == line and re.search(message, said)], found


def test_what_is_missing_is_named(server: LanguageServer) -> None:
    assert messages(server, SESSION, GOOD.replace("title: Rust\n", "")) == [(1, 'Missing property "title".')]


def test_the_two_ways_to_write_a_step_are_told_apart(server: LanguageServer) -> None:
    mixed = GOOD.replace("    use: doel-van-vandaag\n", "    use: doel-van-vandaag\n    title: Doel\n")
    assert messages(server, SESSION, mixed) == [(9, "Property title is not allowed.")]


@pytest.mark.parametrize(
    ("list_name", "label", "path"),
    [
        ("agenda", "stap", SESSION),
        ("agenda", "stap-uit-bibliotheek", SESSION),
        ("agenda", "stap-huiswerk-bespreken", SESSION),
        ("fields", "veld-keuze", "content/homework/nieuw.yml"),
        ("fields", "veld-tabel", "content/diaries/nieuw.yml"),
        ("prepare_list", "voorbereiding", SESSION),
        ("items", "vragenlijst-open-vraag", "content/questionnaires/nieuw.yml"),
        ("terms", "begrip", "content/glossary.yml"),
    ],
)
@pytest.mark.parametrize("start", ["  - ▮", "  ▮"])
def test_a_snippet_makes_a_whole_item_of_a_list(
    list_name: str, label: str, path: str, start: str, server: LanguageServer
) -> None:
    text = f"{list_name}:\n{start}\n"
    written = put_in(text, proposed(server, path, text)[label])
    (item,) = yaml.safe_load(written)[list_name]
    assert item, written
    about_it = [message for line, message in messages(server, path, written) if line > 1]
    expected = {"stap-uit-bibliotheek": "werkvorm", "stap-huiswerk-bespreken": "huiswerk"}.get(label)
    assert [said for said in about_it if expected is None or f"Er is geen {expected} met deze id" not in said] == []


def test_another_programmes_file_is_no_stranger_to_the_schema(server: LanguageServer) -> None:
    ids = proposed(server, "programs/een-ander/programme.yml", "sessions:\n  - session: ▮")
    assert "kiezen" in ids
