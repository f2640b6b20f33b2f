"""A book with every part, block, inline and kind of field that the templates can draw."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from kring.pages.words import words
from kring.print import parts
from kring.print.book import Imprint, bind
from kring.source.documents import Asset

Say = Callable[[str], str]

PICTURE = Asset(
    "content/media/een rondje.svg",
    "een rondje.svg",
    None,
    b'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><circle cx="45" cy="45" r="40"/></svg>',
)

IMPRINT = Imprint(
    "manual", "nl", "Kring", "Proefdruk", None, "Huis", "Kring", "#1f5c5a", "1.0.0", "2026-09-01", ("Redactie",)
)


def bound(content: Iterable[parts.Part], imprint: Imprint = IMPRINT) -> bytes:
    return bind(imprint, content, {(None, PICTURE.name): PICTURE}, words("nl").on_paper()).pdf()


def every_part(say: Say) -> list[parts.Part]:
    """Return a chapter that holds everything once; `say` makes the text for a place of that name."""
    return [
        {"type": "contents", "title": say("contents")},
        parts.section(
            say("chapter"),
            [
                parts.paragraph(say("paragraph")),
                parts.small(say("small")),
                parts.lead_in(say("lead in")),
                parts.facts([(say("fact"), say("value"))]),
                *(parts.items(style, [say(style)]) for style in ("bullet", "number", "source", "tick")),
                parts.table([(say("share"), 1), (say("tight"), 0)], [[say("cell"), parts.strong(say("strong cell"))]]),
                *(parts.panel(tone, say(tone), [parts.paragraph(say(f"in {tone}"))]) for tone in TONES),
                parts.writing_lines(2, say("lines")),
                {"type": "sheet", "title": say("sheet"), "parts": [parts.paragraph(say("in sheet"))]},
                {
                    "type": "terms",
                    "terms": [{"title": say("term"), "label": "term-een", "text": parts.plain(say("it is"))}],
                },
                {"type": "form", "fields": [field(kind, say) for kind in FIELDS]},
                {"type": "form", "fields": [grid(say)]},
                line_grids(say),
                agenda(say),
                checklist(say),
                key_to_guide(say),
                activity(say),
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
        "unit": say(f"unit {kind}") if kind == "number" else None,
        "range": say(f"range {kind}") if kind == "number" else None,
        "lines": 2,
        "values": ["1", "2", "3"] if kind == "scale" else [],
        "ends": [say("low"), say("high")] if kind == "scale" else ["", ""],
        "answers": [say(f"answer {kind}")] * 2 if kind in ANSWERED else [],
        "columns": [{"text": say("column"), "kind": "text"}, {"text": say("yes"), "kind": "yes_no"}]
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


def line_grids(say: Say) -> dict[str, Any]:
    drawn = {"title": say("drawn"), "values": ["0", "1"], "ends": [say("lowest"), say("highest")]}
    return {
        "type": "line_grids",
        "title": say("line"),
        "about": say("line about"),
        "unit": say("unit"),
        "columns": ["1", "2"],
        "grids": [drawn],
    }


def agenda(say: Say) -> dict[str, Any]:
    rows = [
        {
            "clock": say(f"clock {priority}"),
            "minutes": say(f"minutes {priority}"),
            "at_least": say(f"least {priority}"),
            "title": parts.link_to("step-een", say(f"step {priority}")),
            "priority": priority,
            "priority_name": say(f"name {priority}"),
            "lead": say(f"lead {priority}"),
        }
        for priority in PRIORITIES
    ]
    return {"type": "agenda", "rows": rows, "end": say("end"), "total": say("total"), "at_least": say("at least")}


PRIORITIES = ("core", "optional", "cut_first")


def checklist(say: Say) -> dict[str, Any]:
    return {"type": "checklist", "title": say("done"), "answers": [say("fully"), say("partly")], "rows": [say("core")]}


def key_to_guide(say: Say) -> dict[str, Any]:
    return {
        "type": "key_to_guide",
        "priorities": [{"priority": "core", "name": say("key name"), "about": say("key about")}],
        "voices": [{"voice": "say", "name": say("voice name"), "about": say("voice about")}],
    }


def activity(say: Say) -> dict[str, Any]:
    rows = [parts.row(say(f"row {voice}"), [parts.paragraph(say(f"in {voice}"))], voice) for voice in VOICES]
    return {
        "type": "activity",
        "title": say("activity"),
        "label": "step-een",
        "clock": say("at"),
        "minutes": say("long"),
        "priority": "optional",
        "priority_name": say("priority"),
        "facts": [say("activity fact")],
        "rows": [*rows, parts.row("", [parts.panel("reader", say("boxed"), [])], "box")],
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
        *parts.link_to("texts--kop", say("link inside")),
        *parts.link_to("term-een", say("link to a term")),
        *parts.link_to("page-privacy", say("link to nowhere")),
        *parts.link_out("https://example.org/pad", say("link outside")),
        *parts.link_out("tel:112", say("telephone")),
    ]
