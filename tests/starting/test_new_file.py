"""New files stand where the reader looks for them, under an id that is free."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kring.editor.references import NOTHING
from kring.source.documents import Key
from kring.source.files import walk
from kring.source.kinds import KINDS, MARKDOWN_KINDS, Kind
from kring.source.paths import path_of
from kring.source.read import read
from kring.starting.new_file import Wish, file_for, id_for, in_the_way
from kring.starting.put import is_free, put_new

KEYS = [
    *(Key(kind, "nieuw") for kind in Kind if KINDS[kind].in_library),
    *(Key(kind, "nieuw", "klein-begin") for kind in Kind if KINDS[kind].in_programme),
    *(Key(kind, kind.value) for kind in (Kind.SITE_CONFIG, Kind.HELP, Kind.GLOSSARY)),
    Key(Kind.PROGRAMME, "nieuw", "nieuw"),
]


@pytest.mark.parametrize("key", KEYS, ids=path_of)
def test_a_file_stands_where_the_reader_finds_it_as_what_it_is(key: Key, minimal_root: Path) -> None:
    file = minimal_root / path_of(key)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("title: Nieuw\n", encoding="utf-8")
    assert key in {found.key for found in walk(minimal_root).content}


def test_every_kind_has_a_place() -> None:
    assert {key.kind for key in KEYS} == set(Kind)


@pytest.mark.parametrize(
    ("title", "id"),
    [
        ("Rust nemen", "rust-nemen"),
        ("Één ding, heel klein: begin!", "een-ding-heel-klein-begin"),
        ("Coöperatie & geluk", "cooperatie-geluk"),
        ("’s Avonds op de bank", "s-avonds-op-de-bank"),
        ("  10 minuten  ", "10-minuten"),
        ("???", ""),
        (
            "Een titel die zo lang is dat hij nooit in zijn geheel in een id past",
            "een-titel-die-zo-lang-is-dat-hij-nooit-in-zijn-geheel-in-een",
        ),
        ("a" * 80, "a" * 60),
    ],
)
def test_an_id_says_what_the_title_says(title: str, id: str) -> None:
    assert id_for(title) == id


def test_an_id_is_taken_within_a_programme_and_the_library_together(minimal_root: Path) -> None:
    sources = read(minimal_root)
    taken = "content/articles/rust.md"
    assert in_the_way(Key(Kind.ARTICLE, "rust"), sources) == taken
    assert in_the_way(Key(Kind.ARTICLE, "rust", "klein-begin"), sources) == taken
    assert in_the_way(Key(Kind.HANDOUT, "rust"), sources) is None
    assert in_the_way(Key(Kind.SESSION, "beginnen", "klein-begin"), sources)
    assert in_the_way(Key(Kind.SESSION, "beginnen", "een-ander"), sources) is None
    assert in_the_way(Key(Kind.PAGE, "klein-begin"), sources) == "programs/klein-begin/programme.yml"
    assert in_the_way(Key(Kind.PROGRAMME, "contact", "contact"), sources) == "content/pages/contact.md"


def test_the_id_of_a_file_with_a_mistake_in_it_is_taken(minimal_root: Path) -> None:
    (minimal_root / "content/articles/kapot.md").write_text("---\ntitle: [\n---\n", encoding="utf-8")
    assert in_the_way(Key(Kind.ARTICLE, "kapot"), read(minimal_root)) == "content/articles/kapot.md"


@pytest.mark.parametrize("kind", [Kind.HOMEWORK, Kind.ARTICLE])
def test_yaml_names_its_schema_and_markdown_cannot(kind: Kind) -> None:
    wish = Wish(Key(kind, "nieuw"))
    path, text = file_for(wish, NOTHING, date(2026, 11, 22), with_modeline=True)
    _, without = file_for(wish, NOTHING, date(2026, 11, 22), with_modeline=False)
    assert path == path_of(wish.key)
    assert text.startswith("# yaml-language-server: ") == (kind not in MARKDOWN_KINDS)
    assert text.endswith(without)


def test_nothing_that_is_there_is_written_over(tmp_path: Path) -> None:
    put_new(tmp_path, {"a/b.yml": "één\n".encode()})
    with pytest.raises(FileExistsError):
        put_new(tmp_path, {"a/b.yml": b"twee\n"})
    assert (tmp_path / "a/b.yml").read_bytes() == "één\n".encode()


def test_a_repository_begins_in_an_empty_folder_or_in_a_new_one(tmp_path: Path) -> None:
    assert is_free(tmp_path / "nieuw")
    assert is_free(tmp_path)
    (tmp_path / ".git").mkdir()
    assert is_free(tmp_path), "a clone of an empty repository"
    (tmp_path / "brief.txt").write_text("Lieve groep", encoding="utf-8")
    assert not is_free(tmp_path)
    assert not is_free(tmp_path / "brief.txt")
