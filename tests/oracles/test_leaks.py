"""Nothing of the facilitators reaches participants, whatever way one looks."""

from __future__ import annotations

import base64
import gzip
import io
import json
import re
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.oracles.canaries import CANARY, Planting, facilitator_fields, plant
from tests.oracles.views import holds, words_in

from kring.pipeline import build
from kring.source.kinds import Kind

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def plain_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("plain") / "site"
    assert build(ROOT, out).sound
    return out


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Planting, Path]:
    folder = tmp_path_factory.mktemp("planted")
    planting = plant(ROOT, folder / "root")
    checked = build(folder / "root", folder / "site")
    assert checked.sound, [str(finding.span) + " " + finding.rule for finding in checked.findings]
    return planting, folder / "site"


def test_no_canary_reaches_participants(planted: tuple[Planting, Path]) -> None:
    planting, site = planted
    leaked = words_in(site / "participant", CANARY)
    assert {planting.tokens[token]: path.name for token, path in leaked.items()} == {}


def test_every_canary_reaches_facilitators(planted: tuple[Planting, Path]) -> None:
    planting, site = planted
    seen = words_in(site / "facilitator", CANARY)
    lost = {field for token, field in planting.tokens.items() if token not in seen} - NEVER_SHOWN
    assert lost == set()


NEVER_SHOWN = {
    "comment",  # comments are published nowhere
    "site_config.rules.reason",  # a note among authors
}


def test_what_facilitators_write_changes_no_byte_for_participants(
    plain_site: Path, planted: tuple[Planting, Path]
) -> None:
    _, site = planted
    one = json.loads((plain_site / "participant" / "kring-manifest.json").read_text())
    other = json.loads((site / "participant" / "kring-manifest.json").read_text())
    assert one == other


def test_the_real_content_has_a_canary_in_every_facilitators_text(planted: tuple[Planting, Path]) -> None:
    planting, _ = planted
    texts = {path for kind in Kind for path in facilitator_fields(kind)}
    assert texts - planting.fields - NOT_WRITTEN == set()


NOT_WRITTEN = {
    "homework.not_reviewed_because",
    "programme.facilitators.reason",
    "programme.group.reason",
    "programme.no_personal_goal_because",
    "session.agenda.override.debrief",
    "session.agenda.override.materials.item",
    "session.agenda.override.online_variant",
    "session.agenda.override.pitfalls.then",
    "session.agenda.override.pitfalls.what",
    "session.agenda.override.purpose",
    "session.agenda.override.second_facilitator",
    "site_config.responsible_persons.name",
    "site_config.responsible_persons.role",
}
"""Facilitators' texts that the real content does not use: reasons for exceptions, and rare overrides."""


PDF = b"%%PDF-1.7\n1 0 obj\n<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream\nendobj\n"
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
    "base64": lambda token: b"data:;base64," + base64.b64encode(b"a" + token.encode() + b"b"),
    "base64 for addresses": lambda token: base64.urlsafe_b64encode(b"??>>" + token.encode()),
    "comment": lambda token: f"<!-- {token} -->".encode(),
    "attribute": lambda token: f'<img alt="{token}">'.encode(),
    "gzip": lambda token: gzip.compress(token.encode()),
    "gzip in gzip": lambda token: gzip.compress(gzip.compress(token.encode())),
    "zip": _zipped,
}


@pytest.mark.parametrize("form", SEEDS)
def test_a_leak_is_found_in_any_form(form: str) -> None:
    assert holds(b"before " + SEEDS[form](TOKEN) if form not in PACKED else SEEDS[form](TOKEN), CANARY) == {TOKEN}


PACKED = {"gzip", "gzip in gzip", "zip"}


def test_a_leak_in_a_pdf_is_found(plain_site: Path) -> None:
    book = next((plain_site / "participant").rglob("*.pdf")).read_bytes()
    stream = zlib.compress(TOKEN.encode())
    assert holds(book + PDF % (len(stream), stream), CANARY) == {TOKEN}


def test_words_that_are_there_are_found_in_the_book(plain_site: Path) -> None:
    book = next((plain_site / "participant").rglob("*.pdf")).read_bytes()
    assert holds(book, re.compile(rb"werkboek|aankomen", re.IGNORECASE)) == {"werkboek", "aankomen"}


def test_a_file_name_that_leaks_is_found(tmp_path: Path) -> None:
    (tmp_path / f"{TOKEN}.txt").write_bytes(b"")
    assert words_in(tmp_path, CANARY).keys() == {TOKEN}
