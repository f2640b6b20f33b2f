"""Every text is checked wherever it stands, and only media that are safe to show are shown."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from PIL import Image
from tests.checks.roots import CONFIG, HELP, PROGRAMME, SESSION, Change, Root
from tests.recordings.files import clean

from kring.findings import Finding
from kring.rules.phrasing import message

ARTICLE = "content/articles/rust.md"

TEXTS = [
    Change(PROGRAMME, "Voor wie iets", "Voor <br> wie iets", "14:8 prose/raw-html"),
    Change(PROGRAMME, "    Bel binnen een week.", "    Bel [nu](http://example.org).", "48:9 prose/unsafe-link"),
    Change(SESSION, "          Wat neem je mee?", "          #### Wat neem je mee?", "44:11 prose/heading-jump"),
    Change(HELP, "  Bel 112", "  Bel [112](javascript:alert)", "3:7 prose/unsafe-link"),
    Change("content/glossary.yml", "Wie de groep leidt.", "Wie <br> leidt.", "4:11 prose/raw-html"),
    Change(CONFIG, "languages:", "brand:\n  welcome: |\n    ### Welkom\nlanguages:", "8:5 prose/heading-jump"),
    Change(SESSION, "  Schrijf op wat je eerste", "  ::: facilitator\n  Let op.\n  :::\n\n  Schrijf op wat je eerste", "7:3 prose/facilitator-container"),
]  # fmt: skip


@pytest.mark.parametrize("change", TEXTS, ids=lambda change: f"{change.path} {change.expected}")
def test_a_text_is_checked_where_it_stands(fix_then_clean: Callable[[Change], Finding], change: Change) -> None:
    fix_then_clean(change)


def test_facilitators_remarks_may_stand_in_the_body_of_an_article(root: Root) -> None:
    root.append(ARTICLE, "\n::: facilitator\nVraag wat rust geeft.\n:::\n")
    assert root.seen() == []


def test_what_a_step_overrides_is_checked_once_and_in_the_session(root: Root) -> None:
    root.write(
        {
            "content/activities/stap.yml": "title: Stap\nkind: exercise\nminutes: 15\npriority: core\n"
            "minutes_min: 10\npurpose: |\n  Kies <u> een stap.\n"
        }
    )
    text = (root.folder / SESSION).read_text(encoding="utf-8")
    start, end = text.index("    title: Mijn eerste stap"), text.index("  - id: afsluiten")
    taken = (
        "    use: stap\n    override:\n      module_step: {module: plannen, step: beginnen}\n"
        "      participant_text: |\n        Kies <b> een stap.\n"
    )
    (root.folder / SESSION).write_text(text[:start] + taken + text[end:], encoding="utf-8")
    assert root.seen() == ["content/activities/stap.yml:7:8 prose/raw-html", f"{SESSION}:25:14 prose/raw-html"]


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">{}</svg>'


def bitmap(format: str, frames: int = 1) -> bytes:
    out = io.BytesIO()
    images = [Image.new("RGB", (4, 4), (shade, 0, 0)) for shade in range(0, 100 * frames, 100)]
    images[0].save(out, format, **({"save_all": True, "append_images": images[1:]} if frames > 1 else {}))
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("beeld.svg", SVG.format("<script/>").encode(), "er staat een onderdeel `script` in"),
        ("beeld.svg", SVG.format('<path onclick="x"/>').encode(), "er staat een kenmerk `onclick` in"),
        ("beeld.svg", SVG.format('<path fill="url(https://x)"/>').encode(), 'het kenmerk `fill="url(https://x)"` heeft een waarde die niet kan'),
        ("beeld.svg", b"<!DOCTYPE svg>" + SVG.encode(), "er staat een DOCTYPE of ENTITY in"),
        ("beeld.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>', "er staat geen bruikbare grootte in (viewBox)"),
        ("beeld.svg", b"geen plaatje", "het is niet als afbeelding te lezen"),
        ("beeld.png", b"geen plaatje", "het is niet als afbeelding te lezen"),
        ("beeld.png", bitmap("JPEG"), "de inhoud is JPEG, de naam zegt iets anders"),
        ("beeld.png", bitmap("PNG", frames=2), "het beweegt"),
        ("beeld.png", bitmap("GIF"), "het is geen PNG, JPEG, WebP of SVG"),
    ],
)  # fmt: skip
def test_an_image_that_cannot_be_shown(root: Root, name: str, data: bytes, reason: str) -> None:
    root.append(ARTICLE, f"\n![Een beeld van rust](media:{name})\n")
    root.write({f"content/media/{name}": data})
    (finding,) = root.findings()
    assert str(finding.span) == f"content/media/{name}:1:1"
    assert message(finding, "nl") == f"`{name}` kan niet op de site: {reason}."


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("beeld.svg", SVG.format('<path d="M0 0h1"/>').encode()),
        ("beeld.png", bitmap("PNG")),
        ("beeld.jpeg", bitmap("JPEG")),
        ("beeld.webp", bitmap("WEBP")),
    ],
)
def test_an_image_that_can_be_shown(root: Root, name: str, data: bytes) -> None:
    root.append(ARTICLE, f"\n![Een beeld van rust](media:{name})\n")
    root.write({f"content/media/{name}": data})
    assert root.seen() == []


def plays(root: Root, file: str, kind: str, captions: str | None = None, url: str | None = None) -> None:
    """Give the article something to listen to or to watch."""
    source = f"url: {url}" if url else f"file: {file}"
    lines = [f"kind: {kind}", "title: Ademen", source, *([f"captions: {captions}"] if captions else [])]
    media = "".join(f"    {line}\n" for line in lines)
    written = f"media:\n  - id: adem\n{media}    transcript: |\n      Adem uit.\nsummary:"
    root.change(ARTICLE, "summary:", written)
    files = [] if url else [file]
    root.write({f"content/media/{name}": RECORDED[name[-3:].lower()] for name in [*files, *filter(None, [captions])]})


RECORDED = {
    "mp3": clean("sound.mp3"),
    "m4a": clean("sound.m4a"),
    "ogg": clean("sound.ogg"),
    "mp4": clean("film.mp4"),
    "ebm": clean("film.webm"),
    "vtt": b"WEBVTT\n",
    "png": b"",
    "exe": b"",
}
"""What a file may hold, by the end of its name."""


FITTING = {"audio": ["a.mp3", "a.m4a", "a.OGG"], "video": ["a.mp4", "a.webm"]}


@pytest.mark.parametrize(("kind", "file"), [(kind, file) for kind, files in FITTING.items() for file in files])
def test_media_of_the_kind_that_the_field_asks_for(root: Root, kind: str, file: str) -> None:
    plays(root, file, kind)
    assert root.seen() == []


@pytest.mark.parametrize(
    ("kind", "file", "captions", "expected"),
    [
        ("audio", "a.mp4", None, [f"{ARTICLE}:7:11 media/other-kind"]),
        ("video", "a.mp3", None, [f"{ARTICLE}:7:11 media/other-kind"]),
        ("audio", "a.png", None, [f"{ARTICLE}:7:11 media/other-kind"]),
        ("video", "a.mp4", "a.mp3", [f"{ARTICLE}:8:15 media/other-kind"]),
        ("video", "a.vtt", "a.mp4", [f"{ARTICLE}:7:11 media/other-kind", f"{ARTICLE}:8:15 media/other-kind"]),
        ("audio", "a.mp3", "a.vtt", [f"{ARTICLE}:8:15 media/captions-unseen"]),
        ("audio", "a.exe", None, ["content/media/a.exe:1:1 media/kind-not-served"]),
    ],
)
def test_media_of_another_kind(root: Root, kind: str, file: str, captions: str | None, expected: list[str]) -> None:
    plays(root, file, kind, captions)
    if file.endswith(".png"):
        root.write({"content/media/a.png": bitmap("PNG")})
    assert root.seen() == expected


def test_captions_of_a_video_elsewhere_are_seen_by_nobody(root: Root) -> None:
    plays(root, "", "video", "a.vtt", "https://example.org/film")
    assert root.seen() == [f"{ARTICLE}:8:15 media/captions-unseen"]


def test_what_a_session_writes_about_a_step_that_is_not_there_is_checked_too(root: Root) -> None:
    text = (root.folder / SESSION).read_text(encoding="utf-8")
    start, end = text.index("    title: Mijn eerste stap"), text.index("  - id: afsluiten")
    taken = (
        "    use: stap\n    override:\n      module_step: {module: plannen, step: beginnen}\n"
        "      participant_text: |\n        Kies <b> een stap.\n"
    )
    (root.folder / SESSION).write_text(text[:start] + taken + text[end:], encoding="utf-8")
    assert root.seen() == [f"{SESSION}:21:10 reference/dangling", f"{SESSION}:25:14 prose/raw-html"]
