"""The story of a build: what each way of going wrong leaves behind."""

from __future__ import annotations

import errno
import io
from pathlib import Path

import pytest
from PIL import Image
from tests.clone import files

from kring.build import build, build_date
from kring.pipeline import EDITIONS, check

PROGRAMME = "programs/klein-begin/programme.yml"
ARTICLE = "content/articles/rust.md"


def change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("day", ["0001-01-01", "1969-12-31", "9999-12-31"])
def test_a_strange_date_in_the_change_log_does_not_break_the_build(minimal_root: Path, day: str) -> None:
    change(minimal_root, PROGRAMME, "date: 2026-01-15", f'date: "{day}"')
    assert 315_532_800 <= build_date(check(minimal_root)) <= 4_102_444_800


def test_a_full_disk_is_a_finding_and_leaves_the_output_whole(
    minimal_root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "site"
    assert build(minimal_root, out).sound
    before = sorted(path.relative_to(out) for path in out.rglob("*"))

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("kring.build.building", full)
    refused = build(minimal_root, out)
    assert [finding.rule for finding in refused.findings] == ["output/unwritable"]
    assert not refused.sound
    assert sorted(path.relative_to(out) for path in out.rglob("*")) == before
    assert [path.name for path in tmp_path.iterdir() if "building" in path.name] == []


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The cache folder of a user who has built nothing yet."""
    monkeypatch.setenv("KRING_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("CI", raising=False)
    return tmp_path / "cache"


def test_books_are_kept_with_the_user_and_nothing_in_the_root(minimal_root: Path, tmp_path: Path, cache: Path) -> None:
    before = files(minimal_root)
    assert build(minimal_root, tmp_path / "site").sound
    printed = [path for path in files(tmp_path / "site") if path.endswith(".pdf")]
    assert len(files(cache)) == len(printed) > len(EDITIONS)
    assert files(minimal_root) == before


@pytest.mark.parametrize("other", [b"", b"%PDF", b"%PDF-1.7 een heel ander boek", "the other book"])
def test_no_book_is_published_because_of_its_name(
    minimal_root: Path, tmp_path: Path, cache: Path, other: bytes | str
) -> None:
    assert build(minimal_root, tmp_path / "site").sound
    printed = files(tmp_path / "site")
    one, two, *_ = sorted((cache / "books").iterdir())
    both = one.read_bytes(), two.read_bytes()
    one.write_bytes(both[1] if isinstance(other, str) else other)
    two.write_bytes(both[0] if isinstance(other, str) else other)
    assert build(minimal_root, tmp_path / "site").sound
    assert files(tmp_path / "site") == printed
    assert (one.read_bytes(), two.read_bytes()) == both, "made again, and kept"


@pytest.mark.parametrize("way", ["an edition to upload", "continuous integration"])
def test_what_is_published_from_here_is_printed_here(
    minimal_root: Path, tmp_path: Path, cache: Path, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if way == "continuous integration":
        monkeypatch.setenv("CI", "true")
    assert build(minimal_root, tmp_path / "out", edition="participant" if way == "an edition to upload" else None).sound
    assert not cache.exists()


def test_what_a_camera_wrote_into_a_picture_reaches_nobody(minimal_root: Path, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010E] = "GEHEIMEPLEK"
    taken = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(taken, "JPEG", exif=exif, comment=b"GEHEIMEPLEK")
    assert taken.getvalue().count(b"GEHEIMEPLEK") == 2
    (minimal_root / "content" / "media").mkdir(exist_ok=True)
    (minimal_root / "content" / "media" / "foto.jpg").write_bytes(taken.getvalue())
    article = minimal_root / ARTICLE
    article.write_text(article.read_text(encoding="utf-8") + "\n![Een blauw vlak](media:foto.jpg)\n", encoding="utf-8")
    out = tmp_path / "site"
    checked = build(minimal_root, out)
    assert checked.sound, [finding.rule for finding in checked.findings]
    assert (out / "participant" / "media" / "foto.jpg").is_file()
    assert [path.name for path in out.rglob("*") if path.is_file() and b"GEHEIMEPLEK" in path.read_bytes()] == []


def test_words_that_differ_in_capitals_alone_have_one_order(minimal_root: Path) -> None:
    glossary = minimal_root / "content" / "glossary.yml"
    extra = "".join(f"  - id: {id}\n    term: {term}\n    text: Iets.\n" for id, term in WORDS.items())
    glossary.write_text(glossary.read_text(encoding="utf-8").rstrip() + "\n" + extra, encoding="utf-8")
    links = " ".join(f"[{term}](term:{id})" for id, term in WORDS.items())
    article = minimal_root / ARTICLE
    article.write_text(article.read_text(encoding="utf-8") + f"\n{links}\n", encoding="utf-8")
    terms = check(minimal_root).plans["participant"].participant.terms
    assert [term.term for term in terms if term.term.casefold() == "stilte"] == ["STILTE", "Stilte", "stilte"]


WORDS = {"a-stil": "stilte", "b-stil": "STILTE", "c-stil": "Stilte"}
