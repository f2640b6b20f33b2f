"""Words of authors stay words: on every page, in the search index, in every book, whatever somebody writes."""

from __future__ import annotations

import html
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from playwright.sync_api import Browser
from tests.clone import copy_repository, kring, pages
from tests.conftest import TESTS
from tests.line.book_words import book_words
from tests.line.browsing import visiting
from tests.line.hostile_content import Planting, accepted, fields_with_text, plant
from tests.line.html_page import Page, dangers, inline_scripts, read
from tests.line.serving import serving
from tests.payloads import PAYLOADS, TEMPLATES, TYPST
from tests.print import reading_pdf
from tests.prose.strict_html import ALLOWED

MARKER = re.compile(r"zp(\d{4})")
MARKED = re.compile(r"zp(\d{4})(.*?)qz\1", re.DOTALL)
UNPRINTABLE = ("👩",)
"""Signs that no font of the books has; with one in it, nothing is built (tests/print/test_unprintable.py)."""

SAID_OF_LINKS = re.compile(r" ?\(opent een andere website\)| ?\(example\.org/%22onclick=%22alert\(1\)\)")
"""What pages, and in print the address that books, add to the one link among the payloads that is allowed."""
LEFTWARDS = re.compile(r"[\u0590-\u08ff]+")


@dataclass(frozen=True)
class Trial:
    """Content with payloads, and what was built of it."""

    planting: Planting
    site: Path
    form: str


@pytest.fixture(scope="module")
def pool(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What the checks let pass, by the form of text."""
    found = accepted(PAYLOADS, tmp_path_factory.mktemp("pool") / "root", TESTS / "minimal_root")
    return {form: [text for text in texts if not set(UNPRINTABLE) & set(text)] for form, texts in found.items()}


@pytest.fixture(scope="module", params=["plain", pytest.param("plain, others", marks=pytest.mark.heavy), "prose"])
def trial(
    request: pytest.FixtureRequest, clone: Path, pool: dict[str, list[str]], tmp_path_factory: pytest.TempPathFactory
) -> Trial:
    """Both sites and their books, of content with payloads in every text of one form."""
    folder = tmp_path_factory.mktemp("trial")
    forms = ("inline", "markdown") if request.param == "prose" else ("plain",)
    start = 67 if request.param == "plain, others" else 0
    planting = plant(clone, folder / "root", {form: pool[form] for form in forms}, start)
    done = kring(clone, "build", "--root", folder / "root", "--out", folder / "site")
    assert done.returncode == 0, done.stderr
    return Trial(planting, folder / "site", forms[0])


def squeezed(text: str) -> str:
    """Return a text without its white space: browsers and books break lines where they like."""
    return "".join(SAID_OF_LINKS.sub("", unicodedata.normalize("NFC", text)).split())


def squeezed_print(text: str) -> str:
    """Return the same for text from a book, from which words that run leftwards come in another order."""
    text = reading_pdf.squeezed(LEFTWARDS.sub("", unicodedata.normalize("NFC", text)))
    return SAID_OF_LINKS.sub("", text)


def altered(text: str, expected: Mapping[str, str], *, may_be_cut: bool = False) -> Iterator[str]:
    """Yield the payloads in a squeezed text that no longer read as expected; the last one may be cut off."""
    found = [(match[1], match[2]) for match in MARKED.finditer(text)]
    starts = list(MARKER.finditer(text))
    if may_be_cut and len(starts) == len(found) + 1:
        last = starts.pop()
        rest = text[last.end() :].removesuffix("…")
        if not (expected[last[1]] + f"qz{last[1]}").startswith(rest):
            yield f"{last[1]}: {expected[last[1]]!r} became {rest!r}"
    if len(starts) != len(found):
        yield f"{len(starts) - len(found)} payloads without an end"
    for number, words in found:
        if words != expected[number]:
            yield f"{number}: {expected[number]!r} became {words!r}"


def shown(payload: str, form: str) -> str:
    """Return what readers should see: plain text as it was written, prose without the marks of CommonMark."""
    if form == "plain":
        return payload
    return html.unescape(re.sub(r"<[^>]*>", "", MarkdownIt("commonmark", {"html": False}).render(payload)))


def words_on_pages(trial: Trial) -> dict[str, str]:
    return {number: squeezed(shown(text, trial.form)) for number, text in trial.planting.payloads.items()}


def test_payloads_stand_in_every_kind_of_text_that_the_content_has(
    clone: Path, pool: dict[str, list[str]], tmp_path: Path
) -> None:
    planting = plant(clone, tmp_path / "root", pool)
    assert fields_with_text(clone) - planting.places.keys() == set()
    assert len(planting.places) > 60
    titles = {number for place, numbers in planting.places.items() if place.endswith(".title") for number in numbers}
    assert {planting.payloads[number] for number in titles} == set(pool["plain"])
    assert {*TEMPLATES, *TYPST} <= set(pool["markdown"])


def test_no_payload_becomes_markup_or_code(trial: Trial, built_sites: Path) -> None:
    known = inline_scripts(pages(built_sites))
    found = {path.relative_to(trial.site): dangers(read(path), known) for path in pages(trial.site)}
    assert {path: dangers for path, dangers in found.items() if dangers} == {}


def test_real_pages_are_proper_html(built_sites: Path) -> None:
    known = inline_scripts(pages(built_sites))
    found = {path.relative_to(built_sites): dangers(read(path), known) for path in pages(built_sites)}
    assert {path: dangers for path, dangers in found.items() if dangers} == {}


def test_pages_consist_of_what_they_consist_of_without_payloads(
    trial: Trial, built_sites: Path, known_shapes: set[tuple[str, ...]]
) -> None:
    paths = [path.relative_to(built_sites) for path in pages(built_sites)]
    assert [path.relative_to(trial.site) for path in pages(trial.site)] == paths
    for path in paths:
        with_payloads, without = read(trial.site / path), read(built_sites / path)
        assert with_payloads.shapes(in_body=False) == without.shapes(in_body=False), path
        if trial.form == "plain":
            assert with_payloads.shapes() == without.shapes(), path
        else:
            assert set(with_payloads.shapes()) <= known_shapes, path


@pytest.fixture(scope="module")
def known_shapes(built_sites: Path) -> set[tuple[str, ...]]:
    """What the templates and the dialect make: the shapes on the pages, and those of prose."""
    prose = {
        (tag, *sorted(names))
        for tag, attributes in ALLOWED.items()
        for names in ([], sorted(attributes), *([name] for name in attributes), ["href", "rel"])
        if set(names) <= attributes
    }
    return prose | {shape for path in pages(built_sites) for shape in read(path).shapes()}


def test_payloads_read_on_pages_as_they_were_written(trial: Trial) -> None:
    expected, seen = words_on_pages(trial), set()
    for path in pages(trial.site):
        page = read(path)
        assert list(altered(squeezed(page.words), expected)) == [], path
        seen |= set(MARKER.findall(page.words))
        for value in map(squeezed, page.values()):
            # A description is as long as search engines show it.
            assert list(altered(value, expected, may_be_cut=True)) == [], path
    assert {place for place, numbers in trial.planting.places.items() if not numbers & seen} <= NOT_ON_PAGES


NOT_ON_PAGES = {
    "article.keywords",
    "site_config.contact.text",
    "site_config.rules.reason",
}


def test_the_search_index_holds_words_only(trial: Trial) -> None:
    expected = words_on_pages(trial)
    for edition in trial.site.iterdir():
        if not edition.is_dir():
            continue
        index = json.loads((edition / "search/search_index.json").read_bytes())
        for entry in index["docs"]:
            for text in (entry["title"], entry["text"]):
                page = Page(text)
                assert page.faults == []
                assert {element.shape for element in page.elements} <= IN_SEARCH, entry["location"]
                assert list(altered(squeezed(page.words), expected)) == [], entry["location"]
            assert re.fullmatch(r"[a-z0-9/-]*(#[\w-]+)?", entry["location"])


IN_SEARCH = {(tag,) for tag in ("p", "ul", "ol", "li", "pre", "code", "em", "strong", "br", "table", "tr", "td", "th")}


def test_payloads_read_in_print_as_they_were_written(trial: Trial) -> None:
    shown_words = {number: shown(text, trial.form) for number, text in trial.planting.payloads.items()}
    expected = {number: squeezed_print(text) for number, text in shown_words.items()}
    books = sorted(trial.site.rglob("*.pdf"))
    assert len(books) == 2
    for book in books:
        text = squeezed_print(book_words(book))
        assert len(MARKER.findall(text)) > 100
        assert list(altered(text, expected)) == [], book.name


@pytest.mark.browser
def test_a_browser_makes_of_the_pages_what_we_make_of_them(trial: Trial, chromium: Browser) -> None:
    site = trial.site / "facilitator"
    with (
        serving(site) as home,
        visiting(chromium, home) as visit,
        visiting(chromium, home, scripts=False) as without_scripts,
    ):
        for path in pages(site)[::8]:
            address = f"{home}/{path.relative_to(site).as_posix()}"
            visit.open(address)
            without_scripts.open(address)
            assert [*visit.faults, *without_scripts.faults] == [], path
            # The theme's script puts tables into boxes; without it, nothing may differ.
            theirs = without_scripts.page.evaluate("document.querySelectorAll('.kring *').length")
            assert theirs == len(read(path).shapes(in_body=True)), path


SEEDS = {
    "a script": "<script>alert(1)</script>",
    "a script of our own, changed": "<script>var target=1</script>",
    "an event": "<p onclick=alert(1)>x</p>",
    "a style": '<p style="color:red">x</p>',
    "an address that runs": '<a href="javascript:alert(1)">x</a>',
    "an address that runs, disguised": '<a href=" &#106;avascript:alert(1)">x</a>',
    "an address that runs, with a tab": '<a href="java&Tab;script:alert(1)">x</a>',
    "data": '<img src="data:image/svg+xml,<svg/>" alt="x">',
    "another host": '<img src="//evil.example/x" alt="x">',
    "a frame": "<iframe></iframe>",
    "a base": "<base href=x>",
    "a refresh": '<meta http-equiv="refresh" content="0">',
    "an end too many": "</div>",
    "an end too few": "<div>",
    "a comment": "<!-- x -->",
    "an attribute twice": '<p class="a" class="b">x</p>',
    "an id with spaces": '<p id="a b">x</p>',
}


@pytest.mark.parametrize("seed", SEEDS)
def test_what_no_page_may_have_is_seen(seed: str, built_sites: Path) -> None:
    known = inline_scripts(pages(built_sites))
    text = (built_sites / "participant/contact/index.html").read_text(encoding="utf-8")
    assert dangers(Page(text), known) == []
    assert dangers(Page(text.replace("</h1>", f"</h1>{SEEDS[seed]}", 1)), known)


@pytest.mark.parametrize(
    "seed", ["zp0001 49 qz0001", "zp0001 &lt;b&gt; qz0001", "zp0001 < qz0001", "zp0001 <b>", "zp0001<b>qz0001x zp0001"]
)
def test_a_payload_that_was_altered_is_seen(seed: str) -> None:
    expected = {"0001": squeezed("<b>")}
    assert list(altered(squeezed("voor zp0001 <b> qz0001 na"), expected)) == []
    assert list(altered(squeezed(seed), expected))


def test_templates_that_do_not_escape_are_seen(clone: Path, built_sites: Path, tmp_path: Path) -> None:
    open_clone = copy_repository(tmp_path / "clone")
    render = open_clone / "builder/kring/pages/render.py"
    code = render.read_text(encoding="utf-8")
    assert code.count("autoescape=True") == 1
    render.write_text(code.replace("autoescape=True", "autoescape=False"), encoding="utf-8")
    plant(clone, tmp_path / "root", {"plain": ["<img src=x onerror=alert(1)>"]})
    out = tmp_path / "site"
    done = kring(open_clone, "build", "--root", tmp_path / "root", "--edition", "participant", "--out", out)
    assert done.returncode == 0, done.stderr
    known = inline_scripts(pages(built_sites))
    seen = {danger for path in pages(out) for danger in dangers(read(path), known)}
    assert "<img onerror>" in seen
