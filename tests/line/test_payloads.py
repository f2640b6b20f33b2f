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
from tests.clone import kring, pages
from tests.conftest import TESTS
from tests.line.hostile_content import Planting, accepted, fields_with_text, plant, text_fields
from tests.line.html_page import Page, dangers, inline_scripts, read
from tests.payloads import PAYLOADS, TEMPLATES, TYPST
from tests.print import reading_pdf
from tests.prose.strict_html import ALLOWED

from kring.source.kinds import Kind

MARKER = re.compile(r"zp(\d{4})")
MARKED = re.compile(r"zp(\d{4})(.*?)qz\1", re.DOTALL)
UNPRINTABLE = ("👩",)
"""Signs that no font of the books has; with one in it, nothing is built (tests/print/test_unprintable.py)."""

SAID_OF_LINKS = re.compile(r" ?\(opent een andere website\)| ?\(example\.org/%22onclick=%22alert\(1\)\)")
"""What pages, and in print the address that books, add to the one link among the payloads that is allowed."""
LEFTWARDS = re.compile(r"[\u0590-\u08ff]+")

OUTLAWS = ("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "{{ 7 * 7 }}", '"); #panic(); ("')
"""Payloads that must be among those that were planted as a title, or the trial would prove little."""


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


@pytest.fixture(scope="module", params=["plain", "plain, others", "prose"])
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
    places = {place for place in planting.places.values() if not place.endswith(".body")}
    assert fields_with_text(clone) - places == {"programme.version", "programme.change_log.version"}
    assert {path for kind in Kind for path in text_fields(kind)} - places <= NOT_WRITTEN
    titles = {planting.payloads[number] for number, place in planting.places.items() if place.endswith(".title")}
    assert titles >= set(OUTLAWS)
    assert set(pool["plain"]) <= set(planting.payloads.values())
    assert {*TEMPLATES, *TYPST} <= set(pool["markdown"])


NOT_WRITTEN = {
    "article.media.title",
    "article.media.transcript",
    "diary.fields.columns.text",
    "diary.fields.items.text",
    "diary.fields.options.text",
    "diary.fields.rows.text",
    "handout.fields.items.text",
    "handout.fields.max_label",
    "handout.fields.min_label",
    "handout.fields.options.text",
    "handout.fields.rows.text",
    "handout.fields.unit",
    "homework.not_reviewed_because",
    "programme.change_log.version",
    "programme.facilitators.reason",
    "programme.group.reason",
    "programme.no_personal_goal_because",
    "programme.sessions.label",
    "programme.version",
    "questionnaire.items.field.max_label",
    "questionnaire.items.field.min_label",
    "questionnaire.items.field.options.text",
    "questionnaire.items.field.unit",
    "session.agenda.override.debrief",
    "session.agenda.override.online_variant",
    "site_config.responsible_persons.name",
    "site_config.responsible_persons.role",
}
"""Fields that the real content does not use, and the version, which must stand in the change log as it is."""


def test_no_payload_becomes_markup_or_code(trial: Trial, built_sites: Path) -> None:
    known = inline_scripts(pages(built_sites))
    found = {path.relative_to(trial.site): dangers(read(path), known) for path in pages(trial.site)}
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
    assert set(trial.planting.places.values()) - {trial.planting.places[number] for number in seen} <= NOT_ON_PAGES


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
        text = squeezed_print(reading_pdf.body_text(book.read_bytes()))
        assert MARKER.search(text)
        assert list(altered(text, expected)) == [], book.name
