"""Editors offer every id that is there, also of a file that is being written and has a mistake in it."""

from __future__ import annotations

from pathlib import Path

from kring.editor.ids import published_ids
from kring.editor.references import targets
from kring.source.read import read


def ids(root: Path, ref: str) -> list[str]:
    return [target.id for target in targets(read(root)).by_ref[ref]]


def test_ids_come_with_titles_and_say_where_they_belong(minimal_root: Path) -> None:
    found = targets(read(minimal_root))
    (article,) = found.by_ref["article"]
    assert (article.id, article.title, article.programme) == ("rust", "Rust", None)
    (session,) = found.by_ref["session"]
    assert (session.id, session.programme) == ("beginnen", "klein-begin")
    assert [target.programme for target in found.by_ref["programme"]] == [None], "a programme belongs to no other"
    assert [step.id for step in found.steps["plannen"]] == ["beginnen"]


def test_a_file_with_a_mistake_in_it_is_there(minimal_root: Path) -> None:
    (minimal_root / "content/articles/kapot.md").write_text("---\ntitle: [\n---\n", encoding="utf-8")
    assert ids(minimal_root, "article") == ["kapot", "rust"]


def test_a_file_whose_name_is_no_id_goes_by_the_id_that_is_proposed(minimal_root: Path) -> None:
    (minimal_root / "content/articles/Geen Id.md").write_text("---\ntitle: A\nsummary: B\n---\n", encoding="utf-8")
    assert ids(minimal_root, "article") == ["geen-id", "rust"]


def test_the_steps_of_a_module_that_cannot_be_read_are_not_refused(minimal_root: Path) -> None:
    (minimal_root / "content/modules/plannen.yml").write_text("title: [\n", encoding="utf-8")
    assert ids(minimal_root, "module") == ["plannen"]
    definitions = published_ids(targets(read(minimal_root)))["definitions"]
    assert definitions["steps_by_module"] == {"allOf": []}
    assert "enum" not in definitions["module_step"]


def test_while_one_module_cannot_be_read_any_step_may_be_one_of_its_own(minimal_root: Path) -> None:
    (minimal_root / "content/modules/rusten.yml").write_text("title: [\n", encoding="utf-8")
    definitions = published_ids(targets(read(minimal_root)))["definitions"]
    assert definitions["module"]["enum"] == ["plannen", "rusten"]
    assert "enum" not in definitions["module_step"]
    (known,) = definitions["steps_by_module"]["allOf"]
    assert known["then"]["properties"]["step"]["enum"] == ["beginnen"]


def test_two_programmes_may_use_the_same_id(minimal_root: Path) -> None:
    other = minimal_root / "programs/tweede/sessions"
    other.mkdir(parents=True)
    (other / "beginnen.yml").write_text("title: Anders beginnen\n", encoding="utf-8")
    session = published_ids(targets(read(minimal_root)))["definitions"]["session"]
    assert session["enum"] == ["beginnen"]
    assert session["enumDescriptions"] == [
        "Beginnen (alleen in programma klein-begin); Anders beginnen (alleen in programma tweede)"
    ]


def test_media_are_offered_by_their_file_names(minimal_root: Path) -> None:
    folder = minimal_root / "content/media"
    folder.mkdir()
    (folder / "adem.mp3").write_bytes(b"\xff\xfb\x90\x00")
    assert ids(minimal_root, "media") == ["adem.mp3"]


def test_where_nothing_is_there_any_id_is_let_through(minimal_root: Path) -> None:
    diary = published_ids(targets(read(minimal_root)))["definitions"]["diary"]
    assert "enum" not in diary
    assert diary["pattern"]
