"""Fields with a form of their own (addresses, dates, ids, file names) take nothing hostile, or show it unharmed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from tests.clone import files, pages
from tests.every_field.files import Content, File, put
from tests.every_field.rendering import bodies
from tests.every_field.schema_parts import Part, Place, accepts, every_part, walk
from tests.every_field.written import written
from tests.line.html_page import Page, dangers, inline_scripts, read
from tests.payloads import ADDRESSES, PAYLOADS
from tests.print import reading_pdf
from tests.sampling import sample

from kring.build import build
from kring.cache import Cache
from kring.pipeline import check
from kring.print.books import books_of
from kring.rules.phrasing import hint, is_error, message
from kring.source.kinds import Kind

READABLE = [
    value for value in (*ADDRESSES, *PAYLOADS) if not {"Cc", "Cf"} & {unicodedata.category(sign) for sign in value}
]
"""What reading does not refuse already, since it holds signs that nobody sees."""

FORMS = ("https://example.org", "112", "2026-01-15", "09:30", "#123456", "a@example.org", "10.1000/1", "een-id")

HARMLESS = re.compile(r"(https://|[\w.+-]+@)?[A-Za-z0-9./:~ -]*|#[0-9a-f]{6} ?")
"""What remains of something hostile where it happens to make a good address or id: `https://example.org/absoluut`."""

ODD_ADDRESSES = (
    "https://example.org/&amp;&#0;&lt;",
    "https://example.org/javascript:alert(1)",
    "https://example.org/%7B%7B7*7%7D%7D",
    "https://example.org/?a=1&b=%22&c=%27&lt",
    "https://example.org/#eval(1)$x$@y",
)
ODD_DOIS = (
    '10.1000/"><script>alert(1)</script>',
    "10.1000/'onclick='alert(1)",
    "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2",
    "10.1000/&lt;b&gt;&#x202e;",
    '10.1000/#{panic()}");#panic();("',
    "10.1000/%22%3Cscript%3E",
    "10.1000/?a#b",
)
"""Values that fit their form, and that nobody would want to see as anything but an address."""


def with_a_form() -> dict[str, Part]:
    """Return the fields of all schemas that hold text of one form alone: references and ids among them."""
    return {
        path: part
        for path, part in every_part().items()
        if part.schema.get("type") == "string" and not part.takes_any_words and part.schema.get("x-ref") != "media"
    }


def test_every_field_either_takes_any_words_or_has_a_form() -> None:
    formless = {path for path, part in with_a_form().items() if not {"pattern", "format"} & part.schema.keys()}
    assert formless == set()
    assert len(with_a_form()) > 100


def test_nothing_hostile_has_the_form_of_anything() -> None:
    taken = {value for part in with_a_form().values() for value in READABLE if accepts(part.schema, value)}
    assert [value for value in taken if not HARMLESS.fullmatch(value)] == []


def test_nothing_hostile_stands_behind_something_right() -> None:
    """Addresses and references to publications may be odd: see below."""
    parts = (part for path, part in with_a_form().items() if not path.endswith((".url", ".doi")))
    strict = {part.schema.get("pattern", part.schema.get("format")): part.schema for part in parts}
    joined = [f"{form}{between}{value}" for form in FORMS for between in ("", " ", "\n") for value in READABLE]
    taken = {value for schema in strict.values() for value in joined if accepts(schema, value)}
    assert [value for value in taken if not HARMLESS.fullmatch(value)] == []


HOSTILE = ("javascript:alert(1)", '"><script>alert(1)</script>', "{{ 7 * 7 }}\n", "https://example.org/\u202egpj.exe")


@pytest.mark.parametrize("hostile", sample(HOSTILE, 2))
def test_each_is_reported_where_it_stands(hostile: str, tmp_path: Path) -> None:
    """One place of each field at a time; fields of different files together, so that it takes no thousand checks."""
    waiting = [(file, place) for file, place in first_places() if place.part.path in with_a_form()]
    assert {place.part.path for _, place in waiting} == with_a_form().keys()
    cache = Cache()
    while waiting:
        # One of each file: what else is wrong in a file may hide what follows from the first.
        now = {file.path: (file, place) for file, place in reversed(waiting)}
        content = written().copy()
        for path, (_, place) in now.items():
            put(content.files[path].data, place.steps, hostile)
        errors = [
            finding for finding in check(content.write(tmp_path / "root"), cache=cache).findings if is_error(finding)
        ]
        assert now.keys() <= {finding.span.path for finding in errors}
        for finding in errors:
            assert all(say(finding, language) for say in (message, hint) for language in ("nl", "en"))
        waiting = [pair for pair in waiting if pair not in now.values()]


def first_places() -> Iterator[tuple[File, Place]]:
    """Yield one place of each field."""
    seen = set()
    for file in written().files.values():
        for place in walk(file.kind, file.data):
            if place.part.path not in seen and isinstance(place.value, str):
                seen.add(place.part.path)
                yield file, place


def with_odd_values() -> tuple[Content, set[str]]:
    """Return content with odd values in each field that takes them, and the addresses that they lead to."""
    content, expected = written().copy(), set()
    turn = 0
    for file in content.files.values():
        for place in list(walk(file.kind, file.data)):
            for ending, odd, lead in ((".url", ODD_ADDRESSES, ""), (".doi", ODD_DOIS, "https://doi.org/")):
                if place.part.path.endswith(ending) and place.part.path in with_a_form():
                    value = odd[turn % len(odd)]
                    put(file.data, place.steps, value)
                    expected.add(lead + value)
                    turn += 1
    programme = content.files["programs/alles/programme.yml"].data
    programme["citations"] = [
        {"id": f"bron-{n}", "text": "Een onderzoek.", **source}
        for n, source in enumerate([*({"doi": doi} for doi in ODD_DOIS), *({"url": url} for url in ODD_ADDRESSES)])
    ]
    return content, expected | {f"https://doi.org/{doi}" for doi in ODD_DOIS} | set(ODD_ADDRESSES)


def test_odd_addresses_stay_addresses_on_pages_and_in_print(tmp_path: Path) -> None:
    content, expected = with_odd_values()
    checked = check(content.write(tmp_path / "root"))
    assert [f"{finding.span} {finding.rule}" for finding in checked.findings if is_error(finding)] == []
    seen: set[str] = set()
    printed: set[str] = set()
    for plan in checked.plans.values():
        for book in books_of(plan).values():
            printed |= {unquote(address) for address in links_in(book.pdf())}
        for path, body in bodies(plan).items():
            page = Page(body)
            assert dangers(page, frozenset()) == [], path
            seen |= {unquote(dict(element.attributes).get("href", "")) for element in page.elements}
    wanted = {unquote(address) for address in expected}
    assert wanted - seen == set()
    assert {address for address in wanted if address.startswith("https://doi.org/")} - printed == set()


def links_in(pdf: bytes) -> Iterator[str]:
    """Yield the addresses to which a book leads."""
    for page in reading_pdf.reader(pdf).pages:
        for annotation in page.get("/Annots", ()):
            action = annotation.get_object().get("/A", {})
            if "/URI" in action:
                yield str(action["/URI"])


UNFORTUNATE_IDS = (
    *("index", "assets", "search", "404", "sitemap", "media", "stylesheets", "javascripts", "robots", "docs", "site"),
    *("constructor", "prototype", "tostring", "javascript", "data", "null", "true", "kring", "main", "content", "form"),
    *("artikel", "artikelen", "sessie", "huiswerk", "pagina", "werkboek", "handleiding"),
)
"""Ids that are the names of other things: of folders of a site, of parts of programs, of our own addresses."""

RESERVED = ("begrippen", "bibliotheek", "alles")
"""Ids of pages that would stand at the address of another page."""


def named_like_other_things() -> list[File]:
    """Return a page, an article, a hand-out and a questionnaire for each unfortunate id."""
    kinds = (Kind.PAGE, Kind.ARTICLE, Kind.HANDOUT, Kind.QUESTIONNAIRE)
    originals = [written().of(kind)[0] for kind in kinds]
    copies = [original.named(id) for original in originals for id in sample(UNFORTUNATE_IDS, 10)]
    for copy in copies:
        copy.data.pop("formerly", None)
        copy.data.update({"role": "other"} if copy.kind is Kind.PAGE else {})
        copy.data["title"] = f"{copy.kind} {copy.id}"
    return copies


def test_ids_that_are_the_names_of_other_things_harm_nothing(tmp_path: Path) -> None:
    content, copies = written().copy(), named_like_other_things()
    plain = built(content, tmp_path / "plain")
    links = "\n".join(f"- [{copy.data['title']}]({copy.kind}:{copy.id})" for copy in copies)
    content.files["programs/alles/programme.yml"].data["follow_up"] = links
    site = built(content.with_files(*copies), tmp_path / "other")
    known = inline_scripts(pages(site))
    headings = {re.findall(r"<h1[^>]*>(.*?)</h1>", path.read_text("utf-8"))[0] for path in pages_with_a_heading(site)}
    assert {copy.data["title"] for copy in copies} - headings == set()
    for path in pages(site):
        assert [danger for danger in dangers(read(path), known) if danger != "<meta>"] == [], path
    before, after = files(plain / "participant/assets"), files(site / "participant/assets")
    assert {path for path in before if before[path] != after.get(path)} == set()


def pages_with_a_heading(site: Path) -> Iterator[Path]:
    return (path for path in pages(site / "participant") if "<h1" in path.read_text("utf-8"))


@pytest.mark.parametrize("id", RESERVED)
def test_two_pages_at_one_address_are_reported(id: str, tmp_path: Path) -> None:
    copy = written().files["content/pages/over-ons.md"].named(id)
    del copy.data["formerly"]
    findings = check(written().with_files(copy).write(tmp_path / "root")).findings
    assert [finding.span.path for finding in findings if is_error(finding)] == [copy.path]


def built(content: Content, folder: Path) -> Path:
    checked = build(content.write(folder / "root"), folder / "site")
    assert checked.sound, [f"{finding.span} {finding.rule}" for finding in checked.findings if is_error(finding)]
    return folder / "site"
