"""Bad inputs that cannot lie in Git as files: bytes that are no text, names that Windows refuses, links and pipes."""

from __future__ import annotations

import os
from pathlib import Path

from kring.source.read_bytes import MAX_ASSET, MAX_CONTENT

_GOAL = "content/activities/doel.yml"
_MEDIA = "content/media/"
_ACTIVITY = b"title: Doel\nkind: exercise\nminutes: 10\npriority: core\n"
_DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10"/></svg>'
_ARTICLE = "---\ntitle: Rust\nsummary: Kort.\n---\n\n"

BUILT_FILES: dict[str, dict[str, bytes]] = {
    "00-accepted-in-silence": {
        _GOAL: b"\xef\xbb\xbf" + _ACTIVITY.replace(b"\n", b"\r\n") + b"deliveries: [in_person, online]\r\n"
        b"purpose: Rust # een opmerking\r\nonline_variant: 'In de\r\n  eigen kamer'\r\n",
        f"{_MEDIA}een plan.svg": _DRAWING,
        f"{_MEDIA}cafe\u0301.svg": _DRAWING,
        "content/README.md": b"Voor auteurs",
        "content/.DS_Store": b"\0",
    },
    "01-not-utf8": {_GOAL: "title: Doel\npurpose: |\n  In het café.\n".encode("latin-1")},
    "02-utf-16": {
        _GOAL: "title: Doel\n".encode("utf-16"),
        "content/activities/zonder-bom.yml": "title: Doel\nminutes: 10\n".encode("utf-16-le"),
    },
    "03-control-character": {
        _GOAL: b"title: Do\0el\nkind: \x07x\n",
        "content/activities/ontsnapt.yml": _ACTIVITY.replace(b"Doel", b'"Doel\\x07"'),
        "content/articles/rust.md": f"{_ARTICLE}Rust\u2028helpt.\n".encode(),
    },
    "04-bidi-override": {_GOAL: "title: Doel\npurpose: Doel \u202eleod\n".encode()},
    "24-too-large": {
        _GOAL: b"title: Doel\n" + b"#" * MAX_CONTENT,
        f"{_MEDIA}foto.jpg": b"\xff" * (MAX_ASSET + 1),
    },
    "35-backslash-in-name": {f"{_MEDIA}map\\plan.svg": _DRAWING},
    "37-same-name": {
        f"{_MEDIA}{name}.svg": _DRAWING for name in ("Plan", "plan", "straße", "STRASSE", "café", "cafe\u0301")
    },
    "38-names": {
        **{f"{_MEDIA}{name}": _DRAWING for name in ("con.svg", "wat?.svg", "plan.svg.", "heel-" * 35 + "lang.svg")},
        "content/activities/doel.yaml": b"title: Doel\n",
        "content/activities/los.docx": b"PK",
        "content/articles/Mijn Artikel.md": f"{_ARTICLE}Rust.\n".encode(),
        "content/artikelen/rust.md": b"Rust.\n",
        "programs/Klein Begin/sessions/een.yml": b"title: Een\n",
    },
}


def lay_links_and_pipes(root: Path) -> None:
    """Put a link to a file, a link to a folder, a dead link and a pipe into `root`."""
    outside = root.parent / "outside"
    outside.mkdir()
    (outside / "geheim.yml").write_text("title: Geheim\n", encoding="utf-8")
    (root / "content/activities").mkdir()
    (root / "content/media").mkdir()
    (root / "content/activities/geheim.yml").symlink_to(outside / "geheim.yml")
    (root / "content/handouts").symlink_to(outside, target_is_directory=True)
    (root / "content/media/nergens.svg").symlink_to("bestaat-niet.svg")
    os.mkfifo(root / "content/activities/pijp.yml")


def lay_unreadable(root: Path) -> None:
    """Put content, media and a folder into `root` that nobody may read."""
    (root / "content/media").mkdir()
    (root / f"{_MEDIA}plan.svg").write_bytes(_DRAWING)
    for path in ("content/glossary.yml", f"{_MEDIA}plan.svg", "programs/klein-begin/questionnaires"):
        (root / path).chmod(0)
