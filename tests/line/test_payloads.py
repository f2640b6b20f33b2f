"""Words of authors stay words: on every page, in the search index, in every book, whatever somebody writes."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.clone import copy_repository, kring, pages
from tests.conftest import TESTS
from tests.every_field.files import Content, read_content
from tests.every_field.rendering import bodies as rendered
from tests.every_field.written import written
from tests.line.book_words import book_words
from tests.line.browsing import visiting
from tests.line.hostile_content import Planting, Pool, accepted, bodies, plant, text_fields
from tests.line.html_page import POLICY, Page, dangers, inline_scripts, read
from tests.line.serving import serving
from tests.line.words_read_back import MARKER, altered, shown, squeezed, squeezed_print, with_payloads
from tests.payloads import CHARACTERS, PAYLOADS, SCRIPTS, TEMPLATES, TYPST
from tests.prose.strict_html import ALLOWED
from tests.sampling import sample

from kring.build import build
from kring.pipeline import check
from kring.rules.phrasing import is_error


@dataclass(frozen=True)
class Trial:
    """Content with payloads, what was built of it, and what is built of the same content without."""

    planting: Planting
    site: Path
    without: Path
    form: str


@pytest.fixture(scope="module")
def pool(tmp_path_factory: pytest.TempPathFactory) -> Pool:
    """What the checks let pass, by the form of text."""
    return accepted(PAYLOADS, tmp_path_factory.mktemp("pool") / "root", TESTS / "minimal_root")


@pytest.fixture(scope="module")
def sites_without(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both sites of the content with every field, as it is."""
    return built(written().copy(), tmp_path_factory.mktemp("without"))


def built(content: Content, folder: Path) -> Path:
    checked = build(content.write(folder / "root"), folder / "site")
    assert checked.sound, [f"{finding.span} {finding.rule}" for finding in checked.findings if is_error(finding)]
    return folder / "site"


PLAIN, PROSE = ("plain",), ("inline", "markdown")
TRIALS = [
    *sample([*(("every field", PLAIN, start) for start in (0, 52, 104, 156)), ("the real content", PLAIN, 0)], 1),
    *sample([("every field", PROSE, start) for start in (0, 9, 18, 27)], 1),
]


def named(trial: tuple[str, tuple[str, ...], int]) -> str:
    content, forms, start = trial
    return f"{content}, {' and '.join(forms)} from {start}"


@pytest.fixture(scope="module", params=TRIALS, ids=named)
def trial(
    request: pytest.FixtureRequest,
    clone: Path,
    pool: Pool,
    sites_without: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Trial:
    """Both sites and their books, of content with payloads in every text of some forms."""
    what, forms, start = request.param
    is_real = what == "the real content"
    content = read_content(clone) if is_real else written()
    planting, hostile = plant(content, {form: pool[form] for form in forms}, start)
    site = built(hostile, tmp_path_factory.mktemp("trial"))
    without = request.getfixturevalue("built_sites") if is_real else sites_without
    return Trial(planting, site, without, forms[0])


def words_on_pages(trial: Trial) -> dict[str, str]:
    return {number: squeezed(shown(text, trial.form)) for number, text in trial.planting.payloads.items()}


def test_payloads_stand_in_every_text_that_a_schema_knows(pool: Pool) -> None:
    planting, _ = plant(written(), pool)
    assert planting.places.keys() == text_fields().keys() | bodies()
    assert len(planting.places) > 180
    assert all(planting.places.values())
    assert {*TEMPLATES, *TYPST, *SCRIPTS} <= set(pool["plain"])
    assert {*TEMPLATES, *TYPST} <= set(pool["markdown"])


def test_signs_that_nobody_sees_stand_in_no_text(pool: Pool) -> None:
    unseen = [text for text in CHARACTERS if {unicodedata.category(sign) for sign in text} & {"Cc", "Zl", "Zp", "Cn"}]
    turning = [text for text in CHARACTERS if {"\u202e", "\u2066"} & set(text)]
    assert len(unseen) > 6
    assert len(turning) == 2
    assert {text for texts in pool.values() for text in texts} & {*unseen, *turning} == set()


def starts(pool: Pool) -> range:
    """Return from which payloads to begin, so that in the end each has stood in every text."""
    return range(0, len(pool["plain"]), 2)


def test_every_payload_in_every_text_stays_what_it_was(pool: Pool, tmp_path: Path) -> None:
    """Only the bodies of pages: what is around them has the titles alone, which other tests see."""
    for start in sample(starts(pool), 12):
        planting, hostile = plant(written(), {"plain": pool["plain"]}, start)
        expected = {number: squeezed(payload) for number, payload in planting.payloads.items()}
        for plan in check(hostile.write(tmp_path / "root")).plans.values():
            for path, body in rendered(plan).items():
                page = Page(body)
                assert dangers(page, frozenset()) == [], path
                if QUOTING in path:
                    continue
                for text in (page.words, *with_payloads(page)):
                    assert list(altered(squeezed(text), expected, may_be_cut=True)) == [], path


def test_every_payload_comes_to_stand_in_every_text(pool: Pool) -> None:
    missing = {place: set(pool["plain"]) for place, field in text_fields().items() if field.form == "plain"}
    for start in starts(pool):
        planting, _ = plant(written(), {"plain": pool["plain"]}, start)
        for place, numbers in planting.places.items():
            missing[place] -= {planting.payloads[number] for number in numbers}
    assert {place: payloads for place, payloads in missing.items() if payloads} == {}


def test_no_payload_becomes_markup_or_code(trial: Trial) -> None:
    known = inline_scripts(pages(trial.without))
    for path in pages(trial.site):
        page, without = read(path), read(trial.without / path.relative_to(trial.site))
        # The pages at former addresses lead on, each to the one page that it did without payloads.
        assert leading_on(page) == leading_on(without), path
        assert dangers(page, known) == ["<meta>"] * len(leading_on(without)), path


def leading_on(page: Page) -> list[tuple[tuple[str, str], ...]]:
    """Return what a page tells browsers to do by themselves."""
    return [
        element.attributes for element in page.elements if dict(element.attributes).get("http-equiv", POLICY) != POLICY
    ]


def test_pages_consist_of_what_they_consist_of_without_payloads(trial: Trial) -> None:
    paths = [path.relative_to(trial.without) for path in pages(trial.without)]
    assert [path.relative_to(trial.site) for path in pages(trial.site)] == paths
    known = known_shapes(trial.without)
    for path in paths:
        with_payloads, without = read(trial.site / path), read(trial.without / path)
        assert with_payloads.shapes(in_body=False) == without.shapes(in_body=False), path
        if trial.form == "plain" and QUOTING not in path.as_posix():
            assert with_payloads.shapes() == without.shapes(), path
        else:
            assert set(with_payloads.shapes()) <= known, path


@cache
def known_shapes(site: Path) -> set[tuple[str, ...]]:
    """Return what the templates and the dialect make: the shapes on the pages, and those of prose."""
    prose = {
        (tag, *sorted(names))
        for tag, attributes in ALLOWED.items()
        for names in ([], sorted(attributes), *([name] for name in attributes), ["href", "rel"])
        if set(names) <= attributes
    }
    return prose | {shape for path in pages(site) for shape in read(path).shapes()}


def test_payloads_read_on_pages_as_they_were_written(trial: Trial) -> None:
    expected, seen = words_on_pages(trial), set()
    for path in pages(trial.site):
        page = read(path)
        seen |= set(MARKER.findall(page.words))
        if QUOTING in path.as_posix():
            continue
        assert list(altered(squeezed(page.words), expected)) == [], path
        for value in map(squeezed, with_payloads(page)):
            # A description is as long as search engines show it.
            assert list(altered(value, expected, may_be_cut=True)) == [], path
    assert {place for place, numbers in trial.planting.places.items() if not numbers & seen} <= NOT_ON_PAGES


QUOTING = "taal-en-belasting/"
"""The page that quotes single sentences and cuts names short, so that payloads stand there in part."""

NOT_ON_PAGES = {
    "site_config.rules.*.reason",  # a note among those who keep the site
    # Words of the index of the manual.
    "activity.pitfalls.keyword",
    "session.agenda.pitfalls.keyword",
    "session.agenda.override.pitfalls.keyword",
    "programme.sessions.override.agenda.pitfalls.keyword",
    "programme.sessions.override.agenda.override.pitfalls.keyword",
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
                cut = QUOTING in entry["location"]
                assert cut or list(altered(squeezed(page.words), expected)) == [], entry["location"]
            assert re.fullmatch(r"[a-z0-9/-]*(#[\w-]+)?", entry["location"])


IN_SEARCH = {
    (tag,) for tag in ("p", "ul", "ol", "li", "pre", "code", "em", "strong", "sup", "br", "table", "tr", "td", "th")
}


def test_payloads_read_in_print_as_they_were_written(trial: Trial) -> None:
    shown_words = {number: shown(text, trial.form) for number, text in trial.planting.payloads.items()}
    expected = {number: squeezed_print(text) for number, text in shown_words.items()}
    books = sorted(book for name in ("werkboek", "handleiding") for book in trial.site.rglob(f"{name}.pdf"))
    assert len(books) == 2
    for book in sample(books, 1):
        text = squeezed_print(book_words(book))
        assert len(MARKER.findall(text)) > 50
        assert list(altered(text, expected)) == [], book.name


AS_A_BROWSER_READS = """text => {
    const all = root => [...root.querySelectorAll("*")].flatMap(
        element => [element, ...(element.localName === "template" ? all(element.content) : [])]);
    return all(new DOMParser().parseFromString(text, "text/html")).map(
        element => [element.localName, [...element.attributes].map(a => [a.name.toLowerCase(), a.value]).sort()]);
}"""


@pytest.mark.browser
def test_the_parser_of_a_browser_makes_of_the_pages_what_ours_makes(trial: Trial, chromium: Browser) -> None:
    tab = chromium.new_page()
    for path in sample(pages(trial.site), 25):
        theirs = [
            (tag.lower(), *attributes) for tag, attributes in tab.evaluate(AS_A_BROWSER_READS, path.read_text("utf-8"))
        ]
        ours = [(element.tag, *sorted(map(list, element.attributes))) for element in read(path).elements]
        assert theirs == ours, path
    tab.close()


@pytest.mark.browser
def test_nothing_runs_in_a_browser(trial: Trial, chromium: Browser) -> None:
    site = trial.site / "facilitator"
    with (
        serving(site) as home,
        visiting(chromium, home) as visit,
        visiting(chromium, home, scripts=False) as without_scripts,
    ):
        for path in sample(pages(site), 8):
            address = f"{home}/{path.relative_to(site).as_posix()}"
            visit.open(address)
            without_scripts.open(address)
            assert [*visit.faults, *without_scripts.faults] == [], path


@pytest.mark.parametrize(
    "seed", ["zp0001 49 qz0001", "zp0001 &lt;b&gt; qz0001", "zp0001 < qz0001", "zp0001 <b>", "zp0001<b>qz0001x zp0001"]
)
def test_a_payload_that_was_altered_is_seen(seed: str) -> None:
    expected = {"0001": squeezed("<b>")}
    assert list(altered(squeezed("voor zp0001 <b> qz0001 na"), expected)) == []
    assert list(altered(squeezed(seed), expected))


def test_templates_that_do_not_escape_are_seen(sites_without: Path, tmp_path: Path) -> None:
    open_clone = copy_repository(tmp_path / "clone")
    render = open_clone / "builder/kring/pages/render.py"
    code = render.read_text(encoding="utf-8")
    assert code.count("autoescape=True") == 1
    render.write_text(code.replace("autoescape=True", "autoescape=False"), encoding="utf-8")
    # What divides pages for the search would refuse such markup before anybody could see it.
    engine = open_clone / "builder/kring/site/engine.py"
    code = engine.read_text(encoding="utf-8")
    assert code.count("search_sections(page_file.block)") == 1
    engine.write_text(code.replace("search_sections(page_file.block)", "()"), encoding="utf-8")
    _, hostile = plant(written(), {"plain": ["<img src=x onerror=alert(1)>"]})
    hostile.write(tmp_path / "root")
    out = tmp_path / "site"
    done = kring(open_clone, "build", "--root", tmp_path / "root", "--edition", "participant", "--out", out)
    assert done.returncode == 0, done.stderr
    known = inline_scripts(pages(sites_without))
    seen = {danger for path in pages(out) for danger in dangers(read(path), known)}
    assert "<img onerror>" in seen
