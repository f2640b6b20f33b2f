"""The contents list is read from a body as a browser would read its headings."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from kring.pages.contents import Heading, contents
from kring.pages.render import environment, render
from kring.pages.site_index import site_index
from kring.pipeline import check
from kring.theme_files import theme_folder


def test_headings_of_two_levels_with_an_id_in_order() -> None:
    body = '<h1 id="a">Een</h1><h2 id="b">Twee</h2><h3 class="x" id="c">Drie</h3><h4 id="d">Vier</h4><h2>Geen id</h2>'
    assert contents(body) == (Heading("Twee", "b", 2), Heading("Drie", "c", 3))


def test_markup_inside_a_heading_becomes_plain_text() -> None:
    body = '<h2 id="b">\n  <svg viewBox="0 0 1 1"><path d="M0 0"/></svg> 5 &lt; 6 &amp;\n <em>zo</em></h2>'
    assert contents(body) == (Heading("5 < 6 & zo", "b", 2),)


def test_what_may_be_closed_is_left_out_but_for_what_opens_it() -> None:
    body = (
        '<details open><summary><h2 id="o">Open mij</h2></summary><h3 id="p">Weg</h3></details>'
        '<details><summary>x</summary><details><h2 id="a">Weg</h2></details><h2 id="b">Ook</h2></details>'
        '<h2 id="c">Er</h2>'
    )
    assert contents(body) == (Heading("Open mij", "o", 2), Heading("Er", "c", 2))


class Reader(HTMLParser):
    """The slow and sure way."""

    def __init__(self, body: str) -> None:
        super().__init__()
        self.found: list[Heading] = []
        self.closed = 0
        self.at: tuple[str, int] | None = None
        self.text = self.before = ""
        self.feed(body)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.closed += tag == "details"
        allowed = 1 if self.before == "summary" else 0
        self.before = tag
        if tag in ("h2", "h3") and dict(attrs).get("id") and self.closed == allowed:
            self.at, self.text = (str(dict(attrs)["id"]), int(tag[1])), ""

    def handle_endtag(self, tag: str) -> None:
        self.closed -= tag == "details"
        if tag in ("h2", "h3") and self.at is not None:
            self.found.append(Heading(" ".join(self.text.split()), *self.at))
            self.at = None

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("edition", ["participant", "facilitator"])
def test_every_page_of_the_real_content_reads_as_a_parser_reads_it(edition: str, clone) -> None:
    plan = check(clone).plans[edition]
    templates, index = environment(theme_folder() / "pages"), site_index(plan)
    bodies = [render(plan, page, templates, index) for page in plan.pages]
    assert sum(len(contents(body)) for body in bodies) > 50
    assert [contents(body) for body in bodies] == [tuple(Reader(body).found) for body in bodies]
