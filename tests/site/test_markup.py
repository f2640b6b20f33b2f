"""Author text becomes text, never markup, wherever the theme prints it."""

from __future__ import annotations

import html
import json
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kring.site.markup import as_markup

OWN_INLINE_SCRIPTS = ("__md_scope=", "var palette=", "var target=", '{"annotate"')


class _Page(HTMLParser):
    """What a browser would make of a page: its elements, and the text in some of them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.title = ""
        self.labels: set[str] = set()
        self._open: list[tuple[str, str]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._open.append((tag, dict(attrs).get("class") or ""))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not self._open:
            return
        tag, name = self._open[-1]
        if tag == "script":
            self.scripts.append(data)
        elif tag == "title" and "svg" not in [open_tag for open_tag, _ in self._open]:
            self.title += data
        elif name == "md-ellipsis" or name.startswith("k-nav__"):
            self.labels.add(data.strip())

    def description(self) -> str | None:
        return next(a.get("content") for tag, a in self.elements if tag == "meta" and a.get("name") == "description")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _page(site: Path, path: str) -> _Page:
    return _Page((site / path / "index.html").read_text(encoding="utf-8"))


def foreign_markup(page: _Page) -> list[str]:
    """Return what no page of ours has: event attributes, images with a broken source, scripts of others."""
    found = [name for _, attributes in page.elements for name in attributes if name.startswith("on")]
    found += [tag for tag, attributes in page.elements if attributes.get("src") == "x"]
    found += [script for script in page.scripts if not script.strip().startswith(OWN_INLINE_SCRIPTS)]
    return found


def test_no_title_description_or_label_becomes_markup(built: Path) -> None:
    pages = sorted(built.rglob("*.html"))
    assert len(pages) > 10
    for path in pages:
        assert foreign_markup(_Page(path.read_text(encoding="utf-8"))) == [], path


@pytest.mark.parametrize(
    "unescaped",
    ["<p><script>alert(1)</script></p>", '<a title=""><img src=x onerror=alert(1)>', "<p onclick='x'>"],
)
def test_that_check_sees_a_title_that_was_not_escaped(built: Path, unescaped: str) -> None:
    text = (built / "index.html").read_text(encoding="utf-8").replace("</article>", f"{unescaped}</article>")
    assert foreign_markup(_Page(text))


def test_titles_and_descriptions_read_as_they_were_written(
    built: Path, payloads: tuple[str, ...], site_name: str
) -> None:
    for number, text in enumerate(payloads):
        page = _page(built, f"lading/p{number}")
        # Between them stands the section of the navigation in which the page is.
        assert page.title.startswith(f"{_one_line(text)} – ")
        assert page.title.endswith(f" – {site_name}")
        assert page.description() == _one_line(text)


def test_navigation_labels_and_path_read_as_they_were_written(built: Path, payloads: tuple[str, ...]) -> None:
    assert {_one_line(text) for text in payloads} <= _page(built, "lading/p0").labels


def test_the_contents_list_reads_as_it_was_written(built: Path, payloads: tuple[str, ...]) -> None:
    page = _page(built, "naad/vijandig")
    assert payloads[0] in page.labels
    assert ("a", {"href": "#tweede", "class": "md-nav__link"}) in page.elements


def test_titles_in_the_search_index_are_escaped_for_a_script_that_takes_them_for_html(
    built: Path, payloads: tuple[str, ...]
) -> None:
    index = json.loads((built / "search/search_index.json").read_bytes())
    titles = {entry["title"] for entry in index["docs"]}
    assert {html.unescape(title) for title in titles} >= {_one_line(text) for text in payloads}
    assert not [title for title in titles if "<" in title]


def test_escaping_covers_text_and_attributes_and_keeps_to_one_line() -> None:
    assert as_markup('<a href="x">\n\'&amp;') == "&lt;a href=&quot;x&quot;&gt; &#x27;&amp;amp;"
