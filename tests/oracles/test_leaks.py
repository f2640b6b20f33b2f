"""Nothing of the facilitators reaches participants, whatever way one looks."""

from __future__ import annotations

import base64
import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pypdf
import pytest
from pypdf.annotations import Link
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    Fit,
    NameObject,
    StreamObject,
    TextStringObject,
)
from tests.conftest import TESTS
from tests.every_field import schema_parts
from tests.every_field.files import Content
from tests.every_field.schema_parts import every_part
from tests.every_field.written import completed, written
from tests.oracles.canaries import CANARY, Planting
from tests.oracles.facilitators_content import planted, planted_in_what_is_there
from tests.oracles.marked_media import captions, drawing, jpeg, mp3, png, webp
from tests.oracles.views import holds, words_in
from tests.recordings.files import NAMES, named

from kring.build import build
from kring.editions import participant as p
from kring.editions import project
from kring.pipeline import check
from kring.print.books import KINDS, Wish, wished
from kring.prose.plain_text import plain_text
from kring.schema.registry import schema_for
from kring.source.kinds import Kind

ROOT = TESTS.parent

NEVER_SHOWN = {
    "activity.pitfalls.keyword",  # the activity is shared: its first place in the index is another step's
    "site_config.rules.*.reason",  # a note among those who keep the site, about its making
}


@pytest.fixture(scope="module", params=["every field", "the real content"])
def trial(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Planting, Path]:
    """What was planted, and the folder with both sites built of it."""
    planting = planted(written()) if request.param == "every field" else planted_in_what_is_there(ROOT)
    folder = tmp_path_factory.mktemp("planted")
    checked = build(planting.content.write(folder / "root"), folder / "site")
    assert checked.sound, [str(finding.span) + " " + finding.rule for finding in checked.findings]
    return planting, folder / "site"


def test_no_canary_reaches_participants(trial: tuple[Planting, Path]) -> None:
    planting, site = trial
    leaked = words_in(site / "participant", CANARY)
    assert {planting.tokens[token]: path.name for token, path in leaked.items()} == {}


def test_no_canary_stands_on_what_facilitators_print_for_participants(
    trial: tuple[Planting, Path], tmp_path: Path
) -> None:
    planting, site = trial
    plans = check(site.parent / "root").plans
    for programme in plans["participant"].participant.programmes:
        sessions = [session.number for session in programme.sessions]
        for wish in (*map(Wish, sessions), *(Wish(only=kind) for kind in KINDS), Wish(large=True)):
            for name, book in wished(plans, programme.key.id, wish).items():
                if book.design != "one_session":
                    (tmp_path / name).write_bytes(book.pdf())
    assert len(list(tmp_path.iterdir())) > len(KINDS)
    # Sheets of a session that is no page for participants yet may be printed; what is said about them may not.
    places = {planting.tokens[token]: path.name for token, path in words_in(tmp_path, CANARY).items()}
    theirs = {path for path, part in every_part().items() if part.audience == "participant"} | {"handout.body"}
    assert {place: name for place, name in places.items() if place not in theirs and " of " not in place} == {}


def test_every_canary_reaches_facilitators_but_those_that_nobody_should_see(trial: tuple[Planting, Path]) -> None:
    planting, site = trial
    seen = words_in(site / "facilitator", CANARY)
    lost = {place for token, place in planting.tokens.items() if token not in seen.keys() | planting.hidden}
    assert lost - NEVER_SHOWN == set()
    assert {planting.tokens[token]: path.name for token, path in seen.items() if token in planting.hidden} == {}


def test_every_text_for_facilitators_has_a_canary() -> None:
    theirs = {path for path, part in every_part().items() if part.audience == "facilitator" and part.takes_any_words}
    assert len(theirs) > 60
    assert theirs - set(planted(written()).tokens.values()) == set()


def test_a_text_that_is_new_in_a_schema_has_a_canary(monkeypatch: pytest.MonkeyPatch) -> None:
    new = {"type": "string", "x-text": "markdown", "x-audience": "facilitator"}

    def with_a_new_text(kind: Kind) -> dict[str, Any]:
        schema = schema_for(kind)
        return {**schema, "properties": {**schema["properties"], "dresser": new}} if kind is Kind.PROGRAMME else schema

    monkeypatch.setattr(schema_parts, "schema_for", with_a_new_text)
    content = written().copy()
    planting = planted(content.with_files(*completed([*content.files.values()])))
    assert "programme.dresser" in planting.tokens.values()


TOKEN = "zq0001kanarie"


def _zipped(token: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.txt", token)
    return out.getvalue()


SEEDS: dict[str, Callable[[str], bytes]] = {
    "plain": lambda token: f"<p>{token}</p>".encode(),
    "upper case": lambda token: token.upper().encode(),
    "utf-16": lambda token: token.encode("utf-16"),
    "utf-16, shifted": lambda token: b"x" + token.encode("utf-16-be"),
    "decimal entities": lambda token: "".join(f"&#{ord(c)};" for c in token).encode(),
    "hexadecimal entities": lambda token: "".join(f"&#x{ord(c):x};" for c in token).encode(),
    "split by tags": lambda token: f"<b>{token[:4]}</b><i>{token[4:]}</i>".encode(),
    "soft hyphen": lambda token: f"{token[:5]}\u00ad{token[5:]}".encode(),
    "percent": lambda token: "".join(f"%{ord(c):02x}" for c in token).encode(),
    "JavaScript escapes": lambda token: "".join(f"\\u{ord(c):04x}" for c in token).encode(),
    "JavaScript bytes": lambda token: "".join(f"\\x{ord(c):02x}" for c in token).encode(),
    "CSS escapes": lambda token: "".join(f"\\{ord(c):x} " for c in token).encode(),
    "hexadecimal": lambda token: token.encode().hex().encode(),
    "base64": lambda token: b"data:;base64," + base64.b64encode(b"a" + token.encode() + b"b"),
    "base64 for addresses": lambda token: base64.urlsafe_b64encode(b"??>>" + token.encode()),
    "comment": lambda token: f"<!-- {token} -->".encode(),
    "attribute": lambda token: f'<img alt="{token}">'.encode(),
    "gzip": lambda token: gzip.compress(token.encode()),
    "gzip in gzip": lambda token: gzip.compress(gzip.compress(token.encode())),
    "zip": _zipped,
    "zlib": lambda token: b"\x89PNG....zTXtAuthor\0\0" + zlib.compress(token.encode()) + b"IEND",
}
PACKED = {"gzip", "gzip in gzip", "zip"}


@pytest.mark.parametrize("form", SEEDS)
def test_a_leak_is_found_in_any_form(form: str) -> None:
    assert holds(SEEDS[form](TOKEN) if form in PACKED else b"before " + SEEDS[form](TOKEN), CANARY) == {TOKEN}


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    out = tmp_path_factory.mktemp("book") / "site"
    assert build(TESTS / "minimal_root", out, edition="participant").sound
    return next(out.rglob("werkboek.pdf")).read_bytes()


def _title(book: pypdf.PdfWriter) -> None:
    book.add_metadata({"/Title": TOKEN})


def _xmp(book: pypdf.PdfWriter) -> None:
    metadata = StreamObject()
    metadata.set_data(f"<x:xmpmeta><dc:title>{TOKEN}</dc:title></x:xmpmeta>".encode())
    book.root_object[NameObject("/Metadata")] = book._add_object(metadata.flate_encode())


def _attachment(book: pypdf.PdfWriter) -> None:
    book.add_attachment("draaiboek.txt", gzip.compress(TOKEN.encode()))


def _bookmark(book: pypdf.PdfWriter) -> None:
    book.add_outline_item(title=TOKEN, page_number=0)


def _link(book: pypdf.PdfWriter) -> None:
    book.add_annotation(0, Link(rect=(0, 0, 9, 9), url=f"https://example.org/?{TOKEN}", fit=Fit.fit()))


def _place(book: pypdf.PdfWriter) -> None:
    book.add_named_destination(TOKEN, 0)


def _alternative_text(book: pypdf.PdfWriter) -> None:
    tree = book.root_object["/StructTreeRoot"].get_object()
    tree[NameObject("/Alt")] = ByteStringObject(TOKEN.encode("utf-16"))


def _pieces(book: pypdf.PdfWriter) -> None:
    """Set the word letter by letter, in the form of the pages themselves."""
    page = book.pages[0]
    font = DictionaryObject({NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1")})
    font[NameObject("/BaseFont")] = NameObject("/Helvetica")
    page["/Resources"].get_object()[NameObject("/Font")].get_object()[NameObject("/Fx")] = font
    words = StreamObject()
    letters = " -9 ".join(f"({letter})" for letter in TOKEN)
    words.set_data(f"BT /Fx 9 Tf 40 40 Td [{letters}] TJ ET".encode())
    page[NameObject("/Contents")] = ArrayObject([page.raw_get("/Contents"), book._add_object(words.flate_encode())])


def _words_of_nobody(book: pypdf.PdfWriter) -> None:
    """Leave an object that nothing refers to."""
    book._add_object(DictionaryObject({NameObject("/Was"): TextStringObject(TOKEN)}))


CORNERS = (_title, _xmp, _attachment, _bookmark, _link, _place, _alternative_text, _pieces, _words_of_nobody)


@pytest.mark.parametrize("leak", CORNERS, ids=lambda leak: leak.__name__.strip("_"))
def test_a_leak_in_a_pdf_is_found(leak: Callable[[pypdf.PdfWriter], None], book: bytes) -> None:
    assert holds(book, CANARY) == set()
    copy = pypdf.PdfWriter(clone_from=io.BytesIO(book))
    leak(copy)
    out = io.BytesIO()
    copy.write(out)
    assert holds(out.getvalue(), CANARY) == {TOKEN}


MARKED = {
    "png": png,
    "jpeg": jpeg,
    "webp": webp,
    "svg": partial(drawing, title=""),
    "mp3": partial(mp3, frames=b""),
    "vtt": partial(captions, said=""),
}


@pytest.mark.parametrize("make", MARKED.values(), ids=MARKED)
def test_words_beside_what_is_seen_and_heard_are_found(make: Callable[[Callable[[str], str]], bytes]) -> None:
    planting = Planting(Content({}, {}))
    data = make(planting.token)
    assert {planting.tokens[token] for token in planting.tokens.keys() - holds(data, CANARY)} == set()
    assert len(planting.tokens) >= 4


def test_a_recording_with_words_that_cannot_be_cut_off_stops_the_build(tmp_path: Path) -> None:
    """The places in which such words may stand are those of `tests/model/test_sound_and_film.py`."""
    kept = [name for name in NAMES if not name.endswith(".mp3")]
    content = written().with_media({f"content/media/{name}": named(name) for name in kept})
    checked = build(content.write(tmp_path / "root"), tmp_path / "site")
    found = {finding.span.path for finding in checked.findings if finding.rule == "media/more-than-recording"}
    assert found == {f"content/media/{name}" for name in kept}
    assert not checked.sound
    assert not (tmp_path / "site").exists()


def test_a_text_that_slips_through_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sound = project.narrow

    def narrow(value: Any, kind: type[Any], **given: object) -> Any:
        made = sound(value, kind, **given)
        return replace(made, theme=plain_text(value.room)) if kind is p.Session and value.room else made

    monkeypatch.setattr(project, "narrow", narrow)
    planting = planted(written())
    assert build(planting.content.write(tmp_path / "root"), tmp_path / "site", edition="participant").sound
    assert {planting.tokens[token] for token in words_in(tmp_path / "site", CANARY)} == {
        "session.room",
        "programme.sessions.override.room",
    }


def test_words_that_are_there_are_found_in_the_book(book: bytes) -> None:
    assert holds(book, re.compile(rb"werkboek|wachtkamer|beginnen", re.IGNORECASE)) == {"werkboek", "beginnen"}


def test_a_file_name_that_leaks_is_found(tmp_path: Path) -> None:
    (tmp_path / f"{TOKEN}.txt").write_bytes(b"")
    assert words_in(tmp_path, CANARY).keys() == {TOKEN}
