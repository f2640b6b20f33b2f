"""Every book of both sites is one that screen readers can read: PDF/UA-1, and what no validator asks."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import page
import pypdf
import pytest
from pypdf.generic import DictionaryObject, IndirectObject, NameObject, TextStringObject
from tests.clone import kring


@pytest.fixture(scope="module")
def books(built_sites: Path, clone: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every PDF: those in the sites, and all that is printed for a programme and for one session."""
    out = tmp_path_factory.mktemp("print")
    programmes = [path.name for path in (clone / "programs").iterdir()]
    for programme in programmes:
        for asked in ((), ("--session", "1"), ("--large",)):
            assert kring(clone, "print", programme, *asked, "--out", out / "-".join(asked)).returncode == 0
    found = [*sorted(built_sites.rglob("*.pdf")), *sorted(out.rglob("*.pdf"))]
    assert len(found) > len(programmes) * 12
    return {path.name if built_sites in path.parents else str(path.relative_to(out)): path for path in found}


def shortcomings(pdf: Path) -> list[str]:
    """Return why a book is no PDF/UA-1, and what else it owes its readers."""
    report = page.validate_pdf(pdf, profile=page.ValidationProfile.PDF_UA_1)
    found = [] if report.is_compliant else ["no PDF/UA-1"]
    reader = pypdf.PdfReader(pdf)
    root = reader.trailer["/Root"]
    if root.get("/Lang") != "nl":
        found.append("no language")
    if not (reader.metadata and reader.metadata.title):
        found.append("no title")
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        found.append("the title is not what a window shows")
    bookmarks = list(_bookmarks(reader.outline))
    if not bookmarks:
        found.append("no bookmarks")
    if any(not mark.title.strip() or reader.get_destination_page_number(mark) is None for mark in bookmarks):
        found.append("a bookmark without a title or a place")
    if "/StructTreeRoot" not in root:
        return [*found, "no tags"]
    elements = list(_elements(root["/StructTreeRoot"]))
    figures = [element for element in elements if element.get("/S") == "/Figure"]
    if not all(str(figure.get("/Alt", "")).strip() for figure in figures):
        found.append("a figure without alternative text")
    if not any(str(element.get("/S")).startswith("/H") for element in elements):
        found.append("no headings")
    return found


def _bookmarks(outline: list[Any]) -> Iterator[Any]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _bookmarks(entry)
        else:
            yield entry


def _elements(node: Any) -> Iterator[DictionaryObject]:
    if isinstance(node, IndirectObject):
        node = node.get_object()
    if isinstance(node, list):
        for child in node:
            yield from _elements(child)
    elif isinstance(node, DictionaryObject):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from _elements(node["/K"])


def test_every_book_meets_the_standard(books: dict[str, Path]) -> None:
    assert {name: found for name, path in books.items() if (found := shortcomings(path))} == {}


def test_bookmarks_lead_to_every_session(books: dict[str, Path], built_sites: Path) -> None:
    guides = (built_sites / "facilitator").glob("*/sessie/*/index.html")
    titles = [path.read_text(encoding="utf-8").split("<title>")[1].split(" – ")[0] for path in guides]
    assert titles
    whole = [path for path in books.values() if path.stem.startswith(("werkboek", "handleiding"))]
    assert len(whole) == 3
    for book in whole:
        bookmarks = [mark.title for mark in _bookmarks(pypdf.PdfReader(book).outline)]
        assert [title for title in titles if not any(title in mark for mark in bookmarks)] == [], book.name


def test_the_books_have_figures_with_the_words_of_their_authors(books: dict[str, Path]) -> None:
    alternatives = {
        str(element["/Alt"])
        for path in books.values()
        for element in _elements(pypdf.PdfReader(path).trailer["/Root"]["/StructTreeRoot"])
        if "/Alt" in element
    }
    assert any(len(text) > 30 for text in alternatives)


def _changed(pdf: Path, target: Path, change: Callable[[pypdf.PdfWriter], None]) -> Path:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf.read_bytes()))
    change(writer)
    writer.write(target)
    return target


def _without_language(pdf: pypdf.PdfWriter) -> None:
    del pdf.root_object["/Lang"]


def _without_tags(pdf: pypdf.PdfWriter) -> None:
    del pdf.root_object["/StructTreeRoot"]


def _without_bookmarks(pdf: pypdf.PdfWriter) -> None:
    del pdf.root_object["/Outlines"]


def _without_alternatives(pdf: pypdf.PdfWriter) -> None:
    for element in _elements(pdf.root_object["/StructTreeRoot"]):
        if element.get("/S") == "/Figure":
            element[NameObject("/Alt")] = TextStringObject(" ")


def _without_title(pdf: pypdf.PdfWriter) -> None:
    pdf.metadata = None
    del pdf.root_object["/ViewerPreferences"]


@pytest.mark.parametrize(
    ("change", "seen"),
    [
        (_without_language, "no language"),
        (_without_tags, "no tags"),
        (_without_bookmarks, "no bookmarks"),
        (_without_alternatives, "a figure without alternative text"),
        (_without_title, "no title"),
    ],
)
def test_a_book_that_falls_short_is_seen(
    change: Callable[[pypdf.PdfWriter], None], seen: str, books: dict[str, Path], tmp_path: Path
) -> None:
    worse = _changed(books["werkboek.pdf"], tmp_path / "worse.pdf", change)
    assert seen in shortcomings(worse)
