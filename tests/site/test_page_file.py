"""A page file: front matter that no text can break out of, and a body of one shape."""

from __future__ import annotations

import pytest
from mkdocs.utils.meta import get_data
from tests.seam import body_of

from kring.pages.contents import Heading
from kring.site.page_file import PageFile

BODY = "<div><p>tekst</p></div>"


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "2026-01-01",
        "a: b # c",
        "[x]",
        "- y",
        "'q",
        '"q',
        "!!python/x y",
        "&anker *alias",
        "🙂 é",
        "x\n---\ny",
        "{",
    ],
)
def test_the_engine_reads_every_title_as_text(text: str) -> None:
    rest, matter = get_data(PageFile(text, BODY, text).text())
    expected = " ".join(text.split()).replace("&", "&amp;").replace("'", "&#x27;").replace('"', "&quot;")
    assert matter == {"title": expected, "description": expected}
    assert rest == BODY + "\n"


def test_a_long_title_stays_whole() -> None:
    title = "woord --- " * 100
    assert get_data(PageFile(title, BODY).text())[1]["title"] == title.strip()


def test_the_contents_list_goes_into_the_front_matter() -> None:
    matter = get_data(PageFile("T", BODY, toc=(Heading("A & B", "a-b", 2),)).text())[1]
    assert matter["toc"] == [{"title": "A &amp; B", "id": "a-b", "level": 2}]


def test_the_body_can_be_read_back_and_its_tabs_survive() -> None:
    assert body_of(PageFile("---", "<div>a\tb\n---\n\f</div>").text()) == "<div>a&#9;b\n---\n\f</div>"


@pytest.mark.parametrize("body", ["", "<p>x</p>", "tekst", "<div>x", "<div>\n\n</div>", "<div>\n  \n</div>"])
def test_another_shape_of_body_is_a_bug(body: str) -> None:
    with pytest.raises(ValueError, match="body of a page"):
        PageFile("T", body)
