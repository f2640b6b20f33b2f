"""Only errors have consequences, and no file is lost in silence, whatever a step of ours does or forgets."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.roots import CONFIG, HELP, PROGRAMME, SESSION, Root

from kring.build import build
from kring.checks.consequences import lost_files, without_consequences
from kring.findings import Finding, Position, Span
from kring.pipeline import check
from kring.rules.phrasing import is_error


@pytest.fixture
def root(minimal_root: Path) -> Root:
    return Root(minimal_root)


def finding(rule: str, path: str = SESSION, line: int = 3) -> Finding:
    return Finding(rule, Span(path, Position(line, 1), Position(line, 2)))


WARNING, ERROR, LATER = (
    finding("yaml/typographic-quotes"),
    finding("yaml/ambiguous-value"),
    finding("schema/wrong-type"),
)


def test_an_error_of_reading_suppresses_what_stands_at_its_place() -> None:
    elsewhere = finding("schema/wrong-type", line=4)
    assert without_consequences([ERROR], [LATER, elsewhere]) == [ERROR, elsewhere]


def test_a_warning_suppresses_no_error_and_says_nothing_beside_one() -> None:
    assert without_consequences([WARNING], [LATER]) == [LATER]


def test_a_warning_stands_beside_warnings() -> None:
    unused = finding("reference/unused")
    assert without_consequences([WARNING], [unused]) == [WARNING, unused]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (SESSION, "minutes: 30", "minutes: “30”"),
        (SESSION, "    kind: closing", "    kind: ‘closing’"),
        (SESSION, "articles: [rust]", "articles:\n  - „rust”"),
        (PROGRAMME, "  min: 4", "  min: «4»"),
        (CONFIG, "format: 1", "format: “1”"),
        (HELP, "number: ", "number: “112” # "),
        ("content/pages/colofon.md", "role: colophon", "role: “colophon”"),
    ],
)
def test_curly_quotes_around_a_value_are_an_error_in_that_file(root: Root, path: str, old: str, new: str) -> None:
    text = (root.folder / path).read_text(encoding="utf-8")
    (root.folder / path).write_text(text.replace(old, new, 1), encoding="utf-8")
    checked = check(root.folder)
    assert not checked.sound
    found = [each for each in checked.findings if is_error(each)]
    assert [(each.rule, each.span.path) for each in found] == [("schema/curly-quotes", path)]
    assert found[0].edits, "it can be mended"


@pytest.mark.parametrize("path", [SESSION, PROGRAMME, CONFIG, HELP, "content/pages/colofon.md"])
def test_where_a_step_loses_what_it_found_the_check_itself_refuses(
    root: Root, path: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    text = (root.folder / path).read_text(encoding="utf-8")
    (root.folder / path).write_text(
        text.replace("title: ", "titel: ").replace("format: ", "formaat: "), encoding="utf-8"
    )
    if path == HELP:
        root.append(path, "onbekend: ja\n")
    assert not check(root.folder).sound
    monkeypatch.setattr("kring.pipeline.without_consequences", lambda read, found: [])
    checked = build(root.folder, tmp_path / "site")
    assert not checked.sound
    assert [(each.rule, each.span.path) for each in checked.findings] == [("file/not-taken-up", path)]
    assert not (tmp_path / "site").exists()


def test_an_error_at_a_folder_explains_the_files_in_it() -> None:
    refused = finding("file/bad-id", "programs/Een Map")
    assert [*lost_files(["programs/Een Map/programme.yml"], (), [refused])] == []


def test_a_warning_in_a_file_does_not_explain_why_it_is_left_out() -> None:
    assert [each.rule for each in lost_files([SESSION], (), [WARNING])] == ["file/not-taken-up"]


@pytest.mark.parametrize(
    "place", ["content/artikelen/oud/rust.md", "programs/klein-begin/sesies/een.yml", "content/los.yaml"]
)
def test_content_in_a_place_that_is_not_known_is_an_error_that_a_site_may_ease(root: Root, place: str) -> None:
    root.write({place: "title: Rust\n"})
    (misplaced,) = root.findings()
    assert misplaced.rule == "file/misplaced"
    assert is_error(misplaced)
    assert place.startswith(misplaced.span.path)
    root.append(CONFIG, "rules:\n  file/misplaced: {severity: warning, reason: Een archief van oude teksten.}\n")
    assert check(root.folder).sound


@pytest.mark.parametrize("place", ["content/notities.docx", "content/leeg/.gitkeep", "content/map/.obsidian/a.md"])
def test_what_holds_no_content_is_a_warning(root: Root, place: str) -> None:
    root.write({place: ""})
    assert [each.rule for each in root.findings()] == ["file/unexpected"]
    assert check(root.folder).sound
