"""The walk and the reading of files: order, states of the disk, and what a bad file leaves alone."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO, Any

import pytest

from kring.source import read_bytes
from kring.source.documents import Key
from kring.source.kinds import Kind
from kring.source.read import read


def rules_at(root: Path) -> dict[str, str]:
    return {finding.span.path: finding.rule for finding in read(root).findings}


@pytest.mark.parametrize("name", ["site_config.yml", "content", "programs", "programs/klein-begin/programme.yml"])
def test_what_is_missing_is_named(minimal_root: Path, name: str) -> None:
    (minimal_root / name).rename(minimal_root / "elsewhere")
    assert rules_at(minimal_root) == {name: "file/missing"}


def test_a_file_that_may_not_be_read_is_a_finding(minimal_root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # As root no file is unreadable, so that the operating system is asked to refuse.
    opened = os.open

    def refuse(path: Path, *arguments: Any) -> int:
        if path.name == "glossary.yml":
            raise PermissionError(13, "Permission denied")
        return opened(path, *arguments)

    monkeypatch.setattr("kring.source.read_bytes.os.open", refuse)
    sources = read(minimal_root)
    assert [finding.rule for finding in sources.findings] == ["file/unreadable"]
    assert sources.unreadable == {Key(Kind.GLOSSARY, "glossary")}


def test_a_file_that_changes_while_it_is_read_is_a_finding(minimal_root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    glossary = minimal_root / "content/glossary.yml"

    def open_and_save(descriptor: int, *arguments: Any, **options: Any) -> IO[bytes]:
        if os.path.sameopenfile(descriptor, probe):
            glossary.write_text("terms: []\n", encoding="utf-8")
        opened: IO[bytes] = open(descriptor, *arguments, **options)
        return opened

    probe = os.open(glossary, os.O_RDONLY)
    monkeypatch.setattr(read_bytes, "open", open_and_save, raising=False)
    try:
        assert rules_at(minimal_root) == {"content/glossary.yml": "file/changed-while-reading"}
    finally:
        os.close(probe)


def test_a_bad_file_leaves_the_others_alone(minimal_root: Path) -> None:
    before = {document.key for document in read(minimal_root).documents}
    article = minimal_root / "content/articles/rust.md"
    good = article.read_text(encoding="utf-8")
    article.write_text("geen gegevens\n", encoding="utf-8")
    sources = read(minimal_root)
    rust = Key(Kind.ARTICLE, "rust")
    assert {document.key for document in sources.documents} == before - {rust}
    assert sources.unreadable == {rust}
    article.write_text(good, encoding="utf-8")
    assert read(minimal_root).findings == ()


def test_reading_twice_gives_the_same_whatever_the_order_on_disk(
    minimal_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = read(minimal_root)
    scandir = os.scandir

    class Reversed:
        def __init__(self, path: Path) -> None:
            with scandir(path) as entries:
                self.entries = sorted(entries, key=lambda entry: entry.name, reverse=True)

        def __enter__(self) -> list[os.DirEntry[str]]:
            return self.entries

        def __exit__(self, *_: object) -> None:
            return

    monkeypatch.setattr(os, "scandir", Reversed)
    assert read(minimal_root) == first


def test_positions_of_front_matter_and_body_are_those_of_the_file(minimal_root: Path) -> None:
    document = next(found for found in read(minimal_root).documents if found.path == "content/articles/rust.md")
    summary = document.root.entry("summary")
    assert summary is not None
    assert summary.key_span.start.line == 3
    assert document.body_start is not None
    assert document.body_start.line == 5
    assert document.body == "\nEven stoppen helpt. Daarna kies je beter.\n"


def test_media_belong_to_the_library_or_to_their_programme(minimal_root: Path) -> None:
    for folder in ("content/media", "programs/klein-begin/media"):
        (minimal_root / folder).mkdir()
        (minimal_root / folder / "een plan.svg").write_bytes(b"<svg/>")
    assets = read(minimal_root).assets
    assert [(asset.name, asset.programme) for asset in assets] == [
        ("een plan.svg", None),
        ("een plan.svg", "klein-begin"),
    ]


def test_a_name_that_is_no_text_is_refused(minimal_root: Path) -> None:
    folder = minimal_root / "content/media"
    folder.mkdir()
    (folder / os.fsdecode(b"plan-\xff.svg")).write_bytes(b"<svg/>")
    assert rules_at(minimal_root) == {"content/media/plan-\\xff.svg": "file/forbidden-name"}
