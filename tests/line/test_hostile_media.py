"""Names and alternative texts of media files are words too: shown as they are, or refused, and never code."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pypdf
import pytest
from tests.conftest import TESTS
from tests.every_field.files import Content, read_content
from tests.every_field.written import DRAWING
from tests.line.html_page import dangers, inline_scripts, read
from tests.payloads import CHARACTERS, PAYLOADS

from kring.build import build
from kring.pipeline import check
from kring.rules.phrasing import hint, is_error, message
from kring.source.names import MAX_PATH

ARTICLE = "content/articles/rust.md"
PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
UNSEEN = {"Cc", "Cf", "Zl", "Zp", "Cn", "Cs"}
"""Categories of signs that nobody sees."""
JOINING = {"\u200b", "\u200d"}
"""Signs that nobody sees and that texts may hold: they say where a word may break, and join what is one picture."""

LOOKS = (
    *(
        "plaatje.svg",
        "plaatje' onerror='alert(1).svg",
        "a;b=c.svg",
        "x&amp;y.svg",
        "x&lt;b&gt;.svg",
        "(x).svg",
        "[x].svg",
    ),
    *(
        "{{7*7}}.svg",
        "{% raw %}.svg",
        "$x$.svg",
        "@x.svg",
        "~x~.svg",
        "`x`.svg",
        "#{panic()}.svg",
        "x=1.svg",
        "x,y 2x.svg",
    ),
    *("%2e%2e.svg", "javascript.svg", "index.html.svg", "é.svg", "o\u0308.svg", "تصویر.svg", " spatie.svg", "-x.svg"),
)


def is_readable(text: str) -> bool:
    return not {unicodedata.category(sign) for sign in text} & UNSEEN


def names() -> list[str]:
    """Return file names that some disk can hold: the payloads that are no path, each as the name of a picture."""
    found = [*LOOKS, *(f"{payload}.svg" for payload in PAYLOADS if "/" not in payload and "\0" not in payload)]
    return [name for name in dict.fromkeys(found) if len(name.encode()) < 200 and "\ud800" not in name]


def with_pictures(pictures: dict[str, str]) -> Content:
    """Return the smallest content with drawings in its article: file name → alternative text."""
    content = read_content(TESTS / "minimal_root")
    article = content.files[ARTICLE]
    shown = [f"![{escaped(text)}](<media:{escaped(name)}>)" for name, text in pictures.items()]
    body = "\n\n".join([article.body or "", *shown])
    media = {f"content/media/{name}": DRAWING.encode() for name in pictures}
    return content.with_files(type(article)(ARTICLE, article.kind, article.data, f"{body}\n")).with_media(media)


def escaped(text: str) -> str:
    """Return a text with a backslash before each sign that Markdown could take for its own."""
    return PUNCTUATION.sub(r"\\\1", text)


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names with which a picture may not be shown."""
    found = set()
    for number, name in enumerate(names()):
        content = with_pictures({name: "Drie vakjes"})
        findings = check(content.write(tmp_path_factory.mktemp(f"name{number}"))).findings
        if any(is_error(finding) for finding in findings):
            found.add(name)
            assert all(say(one, language) for one in findings for say in (message, hint) for language in ("nl", "en"))
    return found


def test_names_that_harm_somewhere_are_refused(refused: set[str]) -> None:
    for name in names():
        signs = {unicodedata.category(sign) for sign in name}
        if signs & UNSEEN or set(name) & set('<>:"|?*\\') or len(f"content/media/{name}") > MAX_PATH:
            assert name in refused, name
    assert {"plaatje.svg", "é.svg", "(x).svg", "تصویر.svg"}.isdisjoint(refused)


def test_a_picture_with_any_other_name_is_shown(refused: set[str], tmp_path: Path) -> None:
    kept = [name for name in names() if name not in refused]
    assert len(kept) > 20
    site = built(with_pictures(dict.fromkeys(kept, "Drie vakjes")), tmp_path)
    known = inline_scripts(sorted(site.rglob("*.html")))
    for edition in ("participant", "facilitator"):
        folder = next((site / edition).rglob("rust")).resolve()
        page = read(folder / "index.html")
        assert dangers(page, known) == []
        images = [dict(element.attributes) for element in page.elements if element.tag == "img"]
        addresses = [unquote(image["src"]) for image in images if "media/" in image["src"]]
        assert [address.rpartition("/")[2] for address in addresses] == [
            unicodedata.normalize("NFC", name) for name in kept
        ]
        assert all((folder / address).resolve().is_file() for address in addresses)


def alternatives() -> list[str]:
    """Return what could be written for an alternative text. The empty one is refused, as it should be."""
    return [payload for payload in PAYLOADS if "\n" not in payload and payload.strip()]


def test_alternative_texts_are_read_out_as_they_were_written(tmp_path: Path) -> None:
    kept = [text for text in alternatives() if is_readable(text)]
    texts = {f"beeld-{number}.svg": text for number, text in enumerate(kept)}
    site = built(with_pictures(texts), tmp_path)
    known = inline_scripts(sorted(site.rglob("*.html")))
    for edition in ("participant", "facilitator"):
        page = read(next((site / edition).rglob("rust")) / "index.html")
        assert dangers(page, known) == []
        images = [dict(element.attributes) for element in page.elements if element.tag == "img"]
        assert [seen(image["alt"]) for image in images if "media/" in image["src"]] == [seen(text) for text in kept]
    book = next((site / "participant").rglob("werkboek.pdf"))
    assert {seen(text) for text in kept} - {seen(text) for text in read_out(book)} == set()


@pytest.mark.parametrize("text", [text for text in CHARACTERS if not is_readable(text) and not set(text) & JOINING])
def test_an_alternative_text_with_signs_that_nobody_sees_is_refused(text: str, tmp_path: Path) -> None:
    findings = check(with_pictures({"beeld.svg": text}).write(tmp_path / "root")).findings
    assert {finding.span.path for finding in findings if is_error(finding)} == {ARTICLE}


def seen(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def read_out(book: Path) -> Iterator[str]:
    """Yield the alternative texts in a book."""
    reader = pypdf.PdfReader(book)
    waiting = [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop().get_object()
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            if "/Alt" in node:
                yield str(node["/Alt"])
            if "/K" in node:
                waiting.append(node["/K"])


def built(content: Content, folder: Path) -> Path:
    checked = build(content.write(folder / "root"), folder / "site")
    assert checked.sound, [f"{finding.span} {finding.rule}" for finding in checked.findings if is_error(finding)]
    return folder / "site"
