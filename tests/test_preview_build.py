"""A preview is not a site: another folder, a banner on every page, `noindex`, and `verify` refuses it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from playwright.sync_api import Browser
from pypdf import PdfReader
from tests import axe
from tests.clone import EDITIONS, files, pages
from tests.line.browsing import visiting
from tests.line.serving import serving

from kring.build import build
from kring.command.main import cli
from kring.pipeline import check
from kring.preview.builder import PreviewBuilder
from kring.print.books import Wish, wished
from kring.print.press import Press
from kring.publish.manifest import NAME, read_manifest, verify

BANNER = "Voorvertoning – niet voor deelnemers"
NOINDEX = '<meta name="robots" content="noindex">'


def kring(*arguments: str | Path, cwd: Path, monkeypatch: pytest.MonkeyPatch) -> Result:
    monkeypatch.chdir(cwd)
    return CliRunner(env={"KRING_LANGUAGE": None}).invoke(cli, [str(each) for each in arguments])


def says_on_every_page(pdf: bytes) -> list[bool]:
    return [BANNER in " ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


@pytest.fixture
def renamed(minimal_root: Path) -> Path:
    """A root with a page that leads from a former address to the one of now."""
    article = minimal_root / "content/articles/rust.md"
    text = article.read_text(encoding="utf-8").replace("title:", "formerly:\n  - pauze\ntitle:", 1)
    article.write_text(text, encoding="utf-8")
    return minimal_root


@pytest.mark.parametrize("edition", [None, *EDITIONS])
def test_every_page_and_every_book_of_a_preview_says_so(renamed: Path, tmp_path: Path, edition: str | None) -> None:
    assert build(renamed, tmp_path / "out", edition=edition, preview=True).sound
    found = [page.read_text(encoding="utf-8") for page in pages(tmp_path / "out")]
    assert any("http-equiv" in page and "refresh" in page for page in found), "a redirect is among them"
    assert all(BANNER in page and NOINDEX in page for page in found)
    books = list((tmp_path / "out").rglob("*.pdf"))
    assert len(books) == {None: 5, "participant": 2, "facilitator": 3}[edition]
    for book in books:
        assert all(says_on_every_page(book.read_bytes()))
    for name in ("_headers", ".kring-nginx.conf"):
        for file in (tmp_path / "out").rglob(name):
            assert "X-Robots-Tag" in file.read_text(encoding="utf-8")


def test_a_site_says_nothing_of_previews(renamed: Path, tmp_path: Path) -> None:
    assert build(renamed, tmp_path / "out").sound
    for page in pages(tmp_path / "out"):
        text = page.read_text(encoding="utf-8")
        assert BANNER not in text
        assert NOINDEX not in text or 'http-equiv="refresh"' in text
    for path, data in files(tmp_path / "out").items():
        assert b"X-Robots-Tag" not in data, path
        assert not path.endswith(".pdf") or not any(says_on_every_page(data))
        assert not path.endswith((NAME, ".kring-output")) or b"preview" not in data


def test_a_preview_goes_beside_the_site_and_never_over_it(minimal_root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(*arguments: str) -> Result:
        return kring(*arguments, cwd=minimal_root, monkeypatch=monkeypatch)

    assert run("build").exit_code == 0
    site = files(minimal_root / "site")
    assert run("build", "--preview").exit_code == 0
    preview = files(minimal_root / "site-preview")
    assert run("verify", "site").exit_code == 0
    refused = run("verify", "site-preview")
    assert refused.exit_code == 1
    assert "[deployed/preview]" in refused.stderr
    for arguments in (("build", "--preview", "--out", "site"), ("build", "--out", "site-preview")):
        told = run(*arguments)
        assert told.exit_code == 1
        assert "[output/preview]" in told.stderr
    assert files(minimal_root / "site") == site
    assert files(minimal_root / "site-preview") == preview


def test_one_edition_of_a_preview_is_refused_too(
    minimal_root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = ("build", "--preview", "--edition", "participant", "--out", tmp_path / "www")
    assert kring(*given, cwd=minimal_root, monkeypatch=monkeypatch).exit_code == 0
    told = kring("verify", tmp_path / "www", cwd=minimal_root, monkeypatch=monkeypatch)
    assert (told.exit_code, "[deployed/preview]" in told.stderr) == (1, True)
    assert not verify(tmp_path / "www"), "but for being a preview it is whole"


def test_printed_previews_say_so_and_leave_the_books_alone(minimal_root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for arguments in ((), ("--preview",)):
        assert kring("print", "klein-begin", *arguments, cwd=minimal_root, monkeypatch=monkeypatch).exit_code == 0
    books, previews = files(minimal_root / "print"), files(minimal_root / "print-preview")
    assert books.keys() == previews.keys()
    assert not any(any(says_on_every_page(pdf)) for pdf in books.values())
    assert all(all(says_on_every_page(pdf)) for pdf in previews.values())


@pytest.mark.parametrize("preview", [True, False])
def test_the_guide_of_one_session_says_so_too(minimal_root: Path, preview: bool) -> None:
    books = wished(check(minimal_root, preview=preview).plans, "klein-begin", Wish(session=1))
    assert len(books) == 2
    for book in books.values():
        assert set(says_on_every_page(book.pdf())) == {preview}


def test_what_serve_shows_of_drafts_is_marked_as_a_build_would(minimal_root: Path, tmp_path: Path) -> None:
    for name in EDITIONS:
        (tmp_path / "live" / name).mkdir(parents=True)
    with Press() as press:
        list(PreviewBuilder(minimal_root, tmp_path / "live", press, preview=True).update({}))
    assert build(minimal_root, tmp_path / "built", preview=True).sound
    for name in EDITIONS:
        assert read_manifest((tmp_path / "live" / name / NAME).read_bytes()).preview
        built = files(tmp_path / "built" / name)
        assert files(tmp_path / "live" / name) == built


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_banner_is_in_sight_and_accessible(
    minimal_root: Path, tmp_path: Path, chromium: Browser, scheme: str, width: int
) -> None:
    assert build(minimal_root, tmp_path / "out", edition="participant", preview=True).sound
    with serving(tmp_path / "out") as home, visiting(chromium, home, scheme=scheme, width=width) as visit:
        visit.open(home)
        banner = visit.page.get_by_text(BANNER)
        box = banner.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] < 300, "without scrolling"
        axe.put_into(visit.page)
        assert visit.page.evaluate("async () => (await axe.run()).violations") == []
        assert visit.faults == []
        visit.page.emulate_media(media="print")
        assert banner.is_visible()
