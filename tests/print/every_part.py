"""A book with every part, block, inline and kind of field that the templates can draw."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.print import parts

from kring.pages.words import words
from kring.print.book import Imprint, bind
from kring.print.texts import link_to
from kring.print.typst_engine import compile_pdf
from kring.source.documents import Asset
from kring.theme_files import theme_folder

Say = Callable[[str], str]

PICTURE = Asset(
    "content/media/een rondje.svg",
    "een rondje.svg",
    None,
    b'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><circle cx="45" cy="45" r="40"/></svg>',
)

IMPRINT = Imprint(
    "proof", "nl", "Kring", "Proefdruk", None, "Huis", "Kring", "#1f5c5a", "1.0.0", "2026-09-01", ("Redactie",)
)


def bound(content: Iterable[parts.Part], imprint: Imprint = IMPRINT) -> bytes:
    """Return the PDF that `proof.typ` makes of these parts."""
    book = bind(imprint, {"parts": list(content)}, {(None, PICTURE.name): PICTURE}, words("nl").on_paper())
    with TemporaryDirectory() as folder:
        for template in (*(theme_folder() / "print").glob("*.typ"), Path(__file__).parent / "proof.typ"):
            (Path(folder) / template.name).write_bytes(template.read_bytes())
        return compile_pdf(Path(folder) / "proof.typ", book.data, book.pictures)


def every_part(say: Say) -> list[parts.Part]:
    """Return a chapter that holds everything once; `say` makes the text for a place of that name."""
    return [
        {"type": "contents"},
        parts.section(
            say("chapter"),
            [
                parts.paragraph(say("paragraph")),
                {"type": "small", "text": say("small")},
                {"type": "lead_in", "text": say("lead in")},
                {"type": "facts", "rows": [[say("fact"), say("value")]]},
                *(parts.items(style, [say(style)]) for style in ("bullet", "number", "source", "tick")),
                {
                    "type": "table",
                    "columns": [[say("share"), 1], [say("tight"), 0]],
                    "rows": [[say("cell"), parts.strong(say("strong cell"))]],
                },
                *(parts.panel(tone, say(tone), [parts.paragraph(say(f"in {tone}"))]) for tone in TONES),
                parts.writing_lines(2, say("lines")),
                {
                    "type": "terms",
                    "terms": [{"title": say("term"), "label": "term-een", "text": parts.plain(say("it is"))}],
                },
                {"type": "form", "fields": [field(kind, say) for kind in FIELDS]},
                {"type": "form", "fields": [grid(say)]},
                diary(say),
                agenda(say),
                checklist(say),
                {"type": "priority", "name": "core", "text": say("priority")},
                *(parts.row(say(f"row {voice}"), [parts.paragraph(say(f"in {voice}"))], voice) for voice in VOICES),
                step(say),
                parts.section(say("texts"), [parts.prose(every_block(say))], label="texts"),
            ],
            label="chapter",
            kicker=say("kicker"),
            new_page=True,
        ),
    ]


TONES = ("reader", "plain", "note", "help")

FIELDS = (
    "text long_text number yes_no choice multiple_choice checklist scale date time table matrix".split()  # noqa: SIM905
)


def field(kind: str, say: Say) -> dict[str, Any]:
    return {
        "kind": kind,
        "text": say(f"question {kind}"),
        "help": parts.plain(say(f"help {kind}")),
        "required": True,
        "condition": say(f"condition {kind}"),
        "after": say(f"after {kind}"),
        "unit": say(f"unit {kind}") if kind == "number" else None,
        "range": say(f"range {kind}") if kind == "number" else None,
        "lines": 2,
        "values": ["1", "2", "3"] if kind == "scale" else [],
        "ends": [say("low"), say("high")] if kind == "scale" else ["", ""],
        "answers": [say(f"answer {kind}")] * 2 if kind in ANSWERED else [],
        "columns": [
            {"text": say("column"), "kind": "text", "width": 3},
            {"text": say("yes"), "kind": "yes_no", "width": 2},
        ]
        if kind == "table"
        else [],
        "rows": [say("row")] if kind == "matrix" else [],
        "critical": parts.plain(say("to help")) if kind == "choice" else None,
    }


ANSWERED = ("yes_no", "choice", "multiple_choice", "checklist", "matrix")


def grid(say: Say) -> dict[str, Any]:
    row = {
        "number": 1,
        "text": say("item"),
        "help": parts.plain(say("item help")),
        "critical": parts.plain(say("critical")),
    }
    return {"kind": "grid", "columns": [say("never"), say("always")], "rows": [row]}


def diary(say: Say) -> dict[str, Any]:
    drawn = {"title": say("drawn"), "values": ["0", "1"], "ends": [say("lowest"), say("highest")]}
    fields = [field("text", lambda place: say(f"diary {place}"))]
    return {"type": "diary", "how_often": "weekly", "count": 2, "drawn": [drawn], "fields": fields}


def agenda(say: Say) -> dict[str, Any]:
    steps = [
        {
            "title": say(f"step {priority}"),
            "label": "step-een",
            "clock": say(f"clock {priority}"),
            "minutes": 10,
            "minutes_min": 5,
            "priority": priority,
            "lead": "both",
        }
        for priority in PRIORITIES
    ]
    return {
        "type": "agenda",
        "deliveries": ["online"],
        "steps": steps,
        "end": say("end"),
        "minutes": 30,
        "minutes_min": 15,
        "sooner": [
            {
                "how": how,
                "activities": [{"title": say(how), "minutes": 5}, {"title": say(f"{how} too"), "minutes": 4}],
                "minutes": 20,
                "end": say(f"end after {how}"),
            }
            for how in ("cut_first", "optional", "shorten")
        ],
    }


PRIORITIES = ("core", "optional", "cut_first")


def checklist(say: Say) -> dict[str, Any]:
    return {"type": "checklist", "title": say("done"), "answers": [say("fully"), say("partly")], "rows": [say("core")]}


def step(say: Say) -> dict[str, Any]:
    return {
        "type": "step",
        "title": say("activity"),
        "label": "step-een",
        "clock": say("at"),
        "minutes": 10,
        "minutes_min": 5,
        "changed": True,
        "priority": "optional",
        "lead": "first",
        "kind": "exercise",
        "who": "alone",
        "deliveries": ["online", "hybrid"],
        "purpose": parts.paragraph(say("purpose")),
        "materials": [{"item": say("material"), "quantity": 2, "per": "pair"}],
        "reviews": [{"link": link_to("chapter", say("reviewed")), "prompts": [say("prompt")]}],
        "second_facilitator": parts.paragraph(say("meanwhile")),
        "script": [
            {"voice": voice, "text": parts.paragraph(say(f"spoken {voice}")), "short": True}
            for voice in ("say", "do", "ask")
        ],
        "participants_read": True,
        "as_before": {"title": say("as before"), "label": "chapter"},
        "see": [{"kind": "handout", "link": link_to("chapter", say("see"))}],
        "module_step": {
            "module": say("module"),
            "provider": say("provider"),
            "title": say("module step"),
            "address": "https://example.org/stap",
        },
        "debrief": [say("debrief")],
        "pitfalls": [{"what": say("pitfall"), "then": say("then")}],
        "online_variant": parts.paragraph(say("online")),
    }


VOICES = ("say", "do", "ask", "aside")


def every_block(say: Say) -> list[dict[str, Any]]:
    text = parts.plain
    paragraph = {"type": "paragraph", "content": every_inline(say)}
    note = [{"type": "paragraph", "content": text(say("footnote"))}]
    return [
        paragraph,
        {"type": "heading", "level": 2, "slug": "texts--kop", "content": text(say("heading"))},
        {"type": "heading", "level": 3, "slug": "texts--kop-2", "content": text(say("lower heading"))},
        {"type": "bullet_list", "tight": True, "items": [[{"type": "paragraph", "content": text(say("bullet"))}], []]},
        {
            "type": "ordered_list",
            "start": 3,
            "tight": False,
            "items": [[{"type": "paragraph", "content": text(say("number"))}]],
        },
        {
            "type": "table",
            "align": ["left", "right", "center", None],
            "header": [text(say(f"header {n}")) for n in range(4)],
            "rows": [[[], text(say("table cell")), [], []]],
        },
        {"type": "quote", "blocks": [{"type": "paragraph", "content": text(say("quote"))}]},
        {"type": "code", "text": say("code")},
        {"type": "rule"},
        *(container(name, say) for name in CONTAINERS),
        {"type": "image", "path": PICTURE.path, "alt": say("alternative"), "width": 90, "height": None},
        {
            "type": "paragraph",
            "content": [
                *text(say("with a note")),
                {"type": "footnote", "label": "fn-1", "blocks": note},
                {"type": "footnote_again", "label": "fn-1"},
            ],
        },
    ]


CONTAINERS = ("note", "example", "exercise", "facilitator")


def container(name: str, say: Say) -> dict[str, Any]:
    inside = {"type": "paragraph", "content": parts.plain(say(f"inside {name}"))}
    return {"type": "container", "name": name, "title": say(f"title {name}"), "blocks": [inside]}


def every_inline(say: Say) -> list[dict[str, Any]]:
    return [
        *parts.plain(say("text")),
        *parts.strong(say("strong")),
        {"type": "emphasis", "content": parts.plain(say("emphasis"))},
        {"type": "code", "text": say("inline code")},
        {"type": "break"},
        *link_to("texts--kop", say("link inside")),
        *link_to("term-een", say("link to a term")),
        *link_to("page-privacy", say("link to nowhere")),
        *parts.link_out("https://example.org/pad", say("link outside")),
        *parts.link_out("tel:112", say("telephone")),
    ]
