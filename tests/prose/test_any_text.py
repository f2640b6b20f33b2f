"""Whatever an author writes: checking never fails, and what passes is safe, whole and the same on paper."""

from __future__ import annotations

import json
import re
from typing import Any

import markdown  # type: ignore[import-untyped,unused-ignore]
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.payloads import PAYLOADS
from tests.prose.samples import WORDS, blocks_of, inline_of, resolve, resolve_on_paper
from tests.prose.strict_html import read

from kring.prose.blocks import blocks
from kring.prose.check import check
from kring.prose.headings import headings
from kring.prose.html import render
from kring.prose.links import links
from kring.prose.pieces import without_facilitator
from kring.prose.plain_text import plain_text, word_count
from kring.prose.text import Form, Prose

MARKUP = (
    *("\n", "\n\n", "  ", "    ", "\t", "- ", "1. ", "3) ", "> ", "## ", "### ", "#### ", "# ", "***\n", "---\n", "\\"),
    *("*", "**", "_", "`", "```\n", "~~~\n", "~~", "|", "|---|---|\n", "| a | b |\n|---|:-:|\n| c | d |\n", "\\|"),
    *("[", "]", "(", ")", "![", "](article:x)", "[a](article:b#c)", "[a](https://example.org/ë?x=1)", "<", ">", "&"),
    *("![b](media:c.svg)", "[^1]", "\n\n[^1]: noot\n\n", "[r]", "\n\n[r]: article:r\n\n", "<https://example.org/>"),
    *(
        "\n::: note\n",
        "\n::: example Titel & <b>\n",
        "\n::: facilitator\n",
        "\n:::\n",
        ":::",
        "&amp;",
        "&lt;",
        "&nbsp;",
    ),
    *("een", "twee woorden", "Drie.", "'s avonds", "«é»", "😀"),
)

TEXTS = st.lists(st.one_of(st.sampled_from(MARKUP), st.sampled_from(PAYLOADS), st.text(max_size=5)), max_size=14).map(
    "".join
)

_LINE_BREAK = re.compile(r"\r\n?|\n")


@settings(max_examples=300, deadline=None)
@given(text=TEXTS, inline=st.booleans())
@example(text="*" * 3000 + "a" + "*" * 3000, inline=False)
@example(text=">" * 500 + "a", inline=False)
@example(text="- " * 500 + "a", inline=True)
@example(text="[" * 3000, inline=False)
@example(text="![" * 500 + "](media:a.svg)" * 500, inline=False)
@example(text="::: note\n" * 50, inline=False)
@example(text="a\r::: facilitator\rb\r\n:::\x0b\x85", inline=False)
def test_any_text_can_be_checked_and_what_passes_is_safe(text: str, inline: bool) -> None:
    prose = inline_of(text) if inline else blocks_of(text)
    found = list(check(prose, facilitator_fence=True))
    for finding in found:
        stands_within(finding.span.start.line, finding.span.start.column, finding.span.end.column, text)
        assert finding.span.end.column > finding.span.start.column
    for link in links(prose):
        stands_within(link.span.start.line, link.span.start.column, link.span.end.column, text)
    headings(prose)
    word_count(prose)
    without_facilitator(prose)
    if not found:
        is_safe_and_whole(prose)


@pytest.mark.parametrize(
    "around",
    [
        "{}",
        "Voor {} na",
        "## {}",
        "- {}",
        "> {}",
        "| a |\n|---|\n| {} |",
        "**{}**",
        "`{}`",
        "```\n{}\n```",
        "    {}",
        "[{}](article:x)",
        "![{}](media:x.svg)",
        "::: note {}\na\n:::",
        "::: note\n{}\n:::",
        "Tekst[^1]\n\n[^1]: {}",
    ],
)
def test_every_payload_is_reported_or_shown_as_words(around: str) -> None:
    for payload in PAYLOADS:
        prose = blocks_of(around.replace("{}", payload))
        if not list(check(prose)):
            is_safe_and_whole(prose)


@pytest.mark.parametrize(
    "payload", ["{{ 7 * 7 }}", "{% raw %}", "$x^2$", "@ref", '#import "x"', "#read(1)", "= geen kop"]
)
def test_words_of_other_languages_stay_as_they_are(payload: str) -> None:
    prose = inline_of(f"Voor {payload} na")
    assert list(check(prose)) == []
    assert read(render(prose, resolve, WORDS)).words == prose.text
    assert blocks(prose, resolve_on_paper) == [{"type": "paragraph", "content": [{"type": "text", "text": prose.text}]}]


def stands_within(line: int, start: int, end: int, text: str) -> None:
    lines = _LINE_BREAK.split(text)
    assert 1 <= line <= len(lines)
    assert 1 <= start < end
    # An empty line has no character; a place there is one wide all the same.
    assert end <= max(len(lines[line - 1]), 1) + 1


def is_safe_and_whole(prose: Prose) -> None:
    html = str(render(prose, resolve, WORDS))
    assert all(line.startswith("<") for line in html.split("\n") if prose.form is Form.MARKDOWN and html)
    seen = read(html)
    on_paper = blocks(prose, resolve_on_paper)
    assert json.loads(json.dumps(on_paper)) == on_paper
    words, notes = said(on_paper)
    assert words.split() == seen.words.split()
    assert notes.split() == seen.notes.split()
    assert sorted(plain_text(prose).split()) == sorted([*words.split(), *notes.split()])
    body = f'<div class="kring">\n{html}\n</div>'
    # Python-Markdown itself drops these two, which the reading of files refuses.
    if not set(html) & {"\u0002", "\u0003"}:
        assert markdown.markdown(body, extensions=["toc", "tables"]) == body


def said(data: list[dict[str, Any]]) -> tuple[str, str]:
    """Return the words of blocks in order, and those of their footnotes."""
    parts = [said_by_block(block) for block in data]
    return "".join(f" {words} " for words, _ in parts), "".join(notes for _, notes in parts)


def said_by_block(block: dict[str, Any]) -> tuple[str, str]:
    match block["type"]:
        case "paragraph" | "heading":
            return said_inline(block["content"])
        case "bullet_list" | "ordered_list":
            parts = [said(item) for item in block["items"]]
        case "table":
            parts = [said_inline(cell) for row in (block["header"], *block["rows"]) for cell in row]
        case "container":
            parts = [(block["title"] or "", ""), said(block["blocks"])]
        case "quote":
            parts = [said(block["blocks"])]
        case "code":
            parts = [(block["text"], "")]
        case "image":
            parts = [(block["alt"], "")]
        case "rule":
            parts = []
        case unknown:
            raise AssertionError(unknown)
    return " ".join(words for words, _ in parts), "".join(notes for _, notes in parts)


def said_inline(content: list[dict[str, Any]]) -> tuple[str, str]:
    words, notes = "", ""
    for node in content:
        match node["type"]:
            case "text" | "code":
                words += node["text"]
            case "break":
                words += " "
            case "strong" | "emphasis" | "link":
                inner = said_inline(node["content"])
                words, notes = words + inner[0], notes + inner[1]
            case "footnote":
                notes += f" {said(node['blocks'])[0]} "
            case "footnote_again":
                pass
            case unknown:
                raise AssertionError(unknown)
    return words, notes
