"""The walk and the reading of files: order, states of the disk, and what a bad file leaves alone."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import pytest
from tests.permissions import permissions_hold

from kring.mending.apply import mended
from kring.pipeline import check
from kring.rules.phrasing import hint, is_error
from kring.source import read_bytes
from kring.source.documents import Key
from kring.source.files import Walk, walk
from kring.source.kinds import Kind
from kring.source.read import read
from kring.source.read_bytes import MAX_ASSET

DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10"/></svg>'


def rules_at(root: Path) -> dict[str, str]:
    return {finding.span.path: finding.rule for finding in read(root).findings}


@pytest.mark.parametrize("name", ["site_config.yml", "content", "programs", "programs/klein-begin/programme.yml"])
def test_what_is_missing_is_named(minimal_root: Path, name: str) -> None:
    (minimal_root / name).rename(minimal_root / "elsewhere")
    assert rules_at(minimal_root) == {name: "file/missing"}


def test_a_file_that_may_not_be_read_is_a_finding(minimal_root: Path) -> None:
    (minimal_root / "content/glossary.yml").chmod(0)
    with permissions_hold():
        sources = read(minimal_root)
    assert [finding.rule for finding in sources.findings] == ["file/unreadable"]
    assert sources.unreadable == {Key(Kind.GLOSSARY, "glossary")}


@pytest.mark.parametrize(
    ("moved", "to", "home"),
    [
        ("programs/klein-begin/sessions", "content/articles/sessions", "programs/…/sessions"),
        ("content/pages", "programs/klein-begin/pages", "content/pages"),
        ("content/articles", "articles", None),
    ],
)
def test_a_folder_that_was_moved_is_told_where_it_belongs(
    minimal_root: Path, moved: str, to: str, home: str | None
) -> None:
    (minimal_root / moved).rename(minimal_root / to)
    told = {finding.span.path: finding.facts.get("home") for finding in read(minimal_root).findings}
    assert told.get(to) == home


def test_beside_the_right_file_no_advice_writes_over_it(minimal_root: Path) -> None:
    folder = minimal_root / "programs/klein-begin/sessions"
    (folder / "beginnen.yaml").write_bytes((folder / "beginnen.yml").read_bytes())
    (found,) = [finding for finding in read(minimal_root).findings if finding.rule == "file/wrong-extension"]
    assert found.facts["both"] == "beginnen.yml"
    assert "hernoem het niet" in str(hint(found, "nl"))


def test_a_picture_that_is_too_large_is_not_taken_for_a_film(minimal_root: Path) -> None:
    (minimal_root / "content/media").mkdir()
    for name in ("foto.png", "film.mp4"):
        (minimal_root / "content/media" / name).write_bytes(bytes(MAX_ASSET + 1))
    told = {finding.span.path: str(hint(finding, "nl")) for finding in read(minimal_root).findings}
    assert "film" not in told["content/media/foto.png"]
    assert "film" in told["content/media/film.mp4"]


def test_signs_that_nobody_sees_are_all_removed_by_one_fix(minimal_root: Path) -> None:
    path = "programs/klein-begin/sessions/beginnen.yml"
    good = (minimal_root / path).read_text(encoding="utf-8")
    bad = good.replace("title: B", "ti\u200btle: B\u200b", 1)
    (minimal_root / path).write_text(bad, encoding="utf-8")
    (found,) = read(minimal_root).findings
    assert (found.rule, found.span.start) == ("file/invisible-character", (1, 3))
    assert mended({path: bad.encode()}, [found]) == {path: good.encode()}


@pytest.mark.parametrize("name", ["beginnen.yml.txt", "Beginnen.yaml", "beginnen.yaml", "beginnen.txt"])
def test_a_file_with_a_wrong_ending_is_told_its_name_and_nothing_dangles(minimal_root: Path, name: str) -> None:
    session = minimal_root / "programs/klein-begin/sessions/beginnen.yml"
    session.rename(session.with_name(name))
    (finding,) = check(minimal_root).findings
    assert (finding.rule, finding.facts["better"]) == ("file/wrong-extension", "beginnen.yml")


@pytest.mark.parametrize(
    "folder",
    [
        "content",
        "content/articles",
        "content/media",
        "programs",
        "programs/klein-begin",
        "programs/klein-begin/sessions",
    ],
)
def test_a_folder_that_may_not_be_read_is_one_finding_and_nothing_that_follows_from_it(
    minimal_root: Path, folder: str
) -> None:
    (minimal_root / "content/media").mkdir()
    article = minimal_root / "content/articles/rust.md"
    article.write_text(article.read_text(encoding="utf-8") + "\n![Een plan](media:plan.svg)\n", encoding="utf-8")
    (minimal_root / "content/media/plan.svg").write_bytes(DRAWING)
    assert check(minimal_root).findings == ()
    (minimal_root / folder).chmod(0)
    with permissions_hold():
        findings = check(minimal_root).findings
    (minimal_root / folder).chmod(0o755)
    assert [(finding.span.path, finding.rule) for finding in findings if is_error(finding)] == [
        (folder, "file/unreadable")
    ]


AFTER_THE_LISTING: dict[str, tuple[Callable[[Path], object], str]] = {
    "is gone": (Path.unlink, "file/unreadable"),
    "is a folder": (lambda path: (path.unlink(), path.mkdir()), "file/not-regular"),
    "is a link": (lambda path: (path.unlink(), path.symlink_to("/etc/hostname")), "file/unreadable"),
    "is a pipe": (lambda path: (path.unlink(), os.mkfifo(path)), "file/not-regular"),
    "has grown": (lambda path: os.truncate(path, MAX_ASSET + 1), "file/too-large"),
}


@pytest.mark.parametrize("path", ["content/articles/rust.md", "content/glossary.yml", "content/media/plan.svg"])
@pytest.mark.parametrize("change", AFTER_THE_LISTING)
def test_a_file_that_changes_between_listing_and_reading_is_a_finding(
    minimal_root: Path, path: str, change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (minimal_root / "content/media").mkdir()
    (minimal_root / "content/media/plan.svg").write_bytes(DRAWING)
    make, rule = AFTER_THE_LISTING[change]

    def walk_then_change(root: Path) -> Walk:
        found = walk(root)
        make(root / path)
        return found

    monkeypatch.setattr("kring.source.read.walk", walk_then_change)
    assert rules_at(minimal_root) == {path: rule}


def test_what_comes_after_the_listing_waits_for_the_next_build(
    minimal_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = read(minimal_root)

    def walk_then_add(root: Path) -> Walk:
        found = walk(root)
        (root / "content/articles/later.md").write_text("nog niet af", encoding="utf-8")
        return found

    monkeypatch.setattr("kring.source.read.walk", walk_then_add)
    assert read(minimal_root) == before


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


PAGE = "---\ntitle: Lees mij\nsummary: Kort.\nrole: other\n---\n\nTekst.\n"


@pytest.mark.parametrize("folder", ["content", "content/pages", "content/modules", "programs", "programs/klein-begin"])
def test_a_note_on_a_folder_is_no_content(minimal_root: Path, folder: str) -> None:
    before = read(minimal_root)
    (minimal_root / folder / "README.md").write_text("# Over deze map\n", encoding="utf-8")
    assert read(minimal_root) == before


def test_a_page_that_is_called_readme_in_small_letters_is_a_page(minimal_root: Path) -> None:
    (minimal_root / "content/pages/readme.md").write_text(PAGE, encoding="utf-8")
    sources = read(minimal_root)
    assert sources.findings == ()
    assert Key(Kind.PAGE, "readme") in {document.key for document in sources.documents}


@pytest.mark.parametrize(("name", "rule"), [("readme.md", "markdown/no-front-matter"), ("Readme.md", "file/bad-id")])
def test_a_note_in_small_letters_is_pointed_out(minimal_root: Path, name: str, rule: str) -> None:
    (minimal_root / "content/pages" / name).write_text("# Over deze map\n", encoding="utf-8")
    assert rule in [finding.rule for finding in read(minimal_root).findings]
