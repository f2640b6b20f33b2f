"""What the search index holds of a page is what the engine's search plugin would put there."""

from __future__ import annotations

import html

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st
from material.plugins.search.plugin import Parser

from kring.site.search_sections import SearchSection, search_sections

WORDS = st.one_of(
    st.sampled_from([" ", "\n", "  \n", "Adem in.", " en weer uit", "€ 5 & meer", "a\n  b", "<p>", 'zij zei: "kom"']),
    st.text(alphabet="ab \n<>&\"'é\t", max_size=8),
)
ELEMENTS = ("div", "section", "p", "ul", "li", "pre", "code", "table", "td", "details", "h1", "h2", "h3", "span", "sup")
LONE = ("<br>", '<input type="radio">', '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>', "<hr>")
CODE = ('<script type="application/json">{"a": "<p>b</p>"}</script>', "<style>p > a {}</style>", "<script></script>")


@st.composite
def element(draw: st.DrawFn, inside: st.SearchStrategy[str]) -> str:
    """Return an element with a heading's id, or kept out of the search, or neither."""
    name = draw(st.sampled_from(ELEMENTS))
    attributes = draw(st.sampled_from(["", ' class="k-note"', ' id="a-b"', ' id="x&amp;y"', " data-search-exclude"]))
    return f"<{name}{attributes}>{''.join(draw(st.lists(inside, max_size=4)))}</{name}>"


BODIES = st.lists(
    st.recursive(
        st.one_of(WORDS.map(html.escape), WORDS.map(lambda words: html.escape(words, quote=False))),
        lambda inside: st.one_of(element(inside), st.sampled_from(LONE + CODE)),
        max_leaves=24,
    ),
    max_size=6,
).map(lambda parts: f'<div class="kring">{"".join(parts)}</div>')


def _of_plugin(body: str) -> list[SearchSection]:
    parser = Parser()
    try:
        parser.feed(body)
    except ValueError:
        reject()  # it trips over a paragraph within one that is excluded, which is no HTML either
    parser.close()
    sections = (section for section in parser.data if not section.is_excluded())
    return [SearchSection(one.id, "".join(one.title).strip(), "".join(one.text).strip()) for one in sections]


@given(BODIES)
def test_sections_are_those_of_the_plugin(body: str) -> None:
    expected = _of_plugin(body)
    assert list(search_sections(body)) == expected


def test_a_page_is_divided_at_its_headings() -> None:
    body = '<div><h1>Rust</h1><p>Adem.</p><h2 id="thuis">Thuis</h2><ul><li>Loop &amp; kijk</li></ul></div>'
    assert list(search_sections(body)) == [
        SearchSection(None, "", "Rust<p>Adem.</p>"),
        SearchSection("thuis", "Thuis", "<ul><li>Loop &amp; kijk</li></ul>"),
    ]


def test_the_words_of_a_part_that_folds_belong_to_the_heading_in_its_summary() -> None:
    part = (
        '<details open><summary><h3 id="rust">Rust</h3> <span>5 min</span></summary><div><p>Adem.</p></div></details>'
    )
    assert list(search_sections(f'<div><h2 id="a">A</h2><p>Eerst.</p>{part}<p>Dan.</p></div>')) == [
        SearchSection(None, "", ""),
        SearchSection("a", "A", "<p>Eerst.</p><p>Dan.</p>"),
        SearchSection("rust", "Rust", "5 min<p>Adem.</p>"),
    ]


def test_what_is_excluded_is_not_found() -> None:
    body = '<div><h2 id="a" data-search-exclude>Weg</h2><p>weg</p><h2 id="b">Er</h2><nav data-search-exclude>x</nav>'
    assert list(search_sections(body + "</div>")) == [
        SearchSection(None, "", ""),
        SearchSection("b", "Er", ""),
    ]


@pytest.mark.parametrize("body", ["<div><p>een < twee</p></div>", "<div></p></div>", "<div><!-- weg --></div>"])
def test_markup_that_is_not_ours_is_a_bug(body: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        list(search_sections(body))
