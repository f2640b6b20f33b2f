"""A text that is told to be harmless by its signs alone is: with the parser, nothing is found in it either."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.prose.samples import blocks_of, inline_of
from tests.prose.test_any_text import MARKUP

from kring.prose import check as checking
from kring.prose import headings as heading
from kring.prose import pieces
from kring.prose.dialect import source_lines
from kring.prose.faults.harmless import is_harmless
from kring.prose.text import Form

ORDINARY = (
    *(
        "Een zin.",
        "twee woorden",
        "‘Ja’, zei zij: 10 - 15%!",
        "Één",
        "**vet**",
        "*schuin*",
        "*",
        "**",
        "(zo)",
        "1986. ",
    ),
    *("\n", "\n", "\n\n", "\n\n", "\n- ", "\n1. ", "\n2. ", "\n  ", "\n   ", "\n    ", "\n\n  - ", "\n\n", " "),
    *(
        "\n\n## Kop\n\n",
        "\n### Kop\n",
        "\n# Kop\n",
        "\n\nKop\n---\n",
        "\n---\n",
        "\n\n> ",
        "\n| a | b |\n|---|---|\n| c |\n",
    ),
    *(
        "[a](article:b)",
        "[a](article:b#c)",
        "[a]",
        "![a](media:b.svg)",
        "![](media:b.svg)",
        "[^1]",
        "<b>",
        "```\n",
        ":::",
    ),
    *("\n::: note\n", "\n:::\n", "\n::: facilitator\n", "\n[^1]: noot\n", "\n[a]: article:x\n"),
)
TEXTS = st.lists(st.sampled_from(ORDINARY) | st.sampled_from(MARKUP), max_size=16).map("".join)


def nothing_is_harmless(_text: str, _form: Form) -> bool:
    return False


@settings(max_examples=600, deadline=None)
@given(text=TEXTS, inline=st.booleans(), in_article=st.booleans())
@example(text="Een.\n\n- a\n  b\n\n  c\n\nTwee <!-- \n\nDrie --> x", inline=False, in_article=False)
@example(text="Een [a].\n\nTwee.\n\n[a]: article:b\n\nDrie [a].", inline=False, in_article=False)
@example(text="- a\n\n    - b\n\n        - c\n\n## Kop", inline=False, in_article=True)
@example(text="## A\n#### B\n## C [a](http://x)\n### D", inline=False, in_article=True)
def test_the_same_is_wrong(text: str, inline: bool, in_article: bool) -> None:
    prose = inline_of(text) if inline else blocks_of(text)
    quick = {
        (each.rule, each.span, *each.facts.items()) for each in checking.check(prose, facilitator_fence=in_article)
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checking, "is_harmless", nothing_is_harmless)
        slow = {
            (each.rule, each.span, *each.facts.items()) for each in checking.check(prose, facilitator_fence=in_article)
        }
    assert quick == slow


@settings(max_examples=400, deadline=None)
@given(text=TEXTS, inline=st.booleans())
def test_the_same_headings_are_found(text: str, inline: bool) -> None:
    prose = inline_of(text) if inline else blocks_of(text)
    if list(checking.check(prose)):
        return
    quick = heading.headings(prose)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(heading, "is_harmless", nothing_is_harmless)
        slow = heading.headings(prose)
    assert quick == slow


@settings(max_examples=400, deadline=None)
@given(text=TEXTS)
@example(text="- a\n:::\n")
@example(text="    code\n:::\n")
@example(text="> a\n:::\nb")
@example(text="| a |\n|---|\n::: note\n")
def test_the_same_lines_are_fences(text: str) -> None:
    text = text.replace("```", "").replace("~~~", "")
    found = pieces._FENCE_FINDER.parse(text)
    slow = tuple(token.map[0] for token in found if token.type == "container_fence" and token.map)
    assert pieces._fence_lines(text, source_lines(text)) == slow


def test_sentences_and_lists_are_harmless_and_markup_is_not() -> None:
    harmless = [
        "Kies één stap.",
        "‘Rust’, zei zij: 10 - 15%!",
        "Een **vette** en *schuine* zin.",
        "- a\n- b\n  c\n\nEn.",
        "1. a\n2. b",
    ]
    other = [
        "[a](article:b)",
        "Een <b>",
        "## Kop",
        "| a |",
        "`a`",
        "Een\n---",
        "> a",
        "Zie [^1]",
        "a & b",
        "a\\",
        "a\u202eb",
        "!!! a",
    ]
    assert [text for text in harmless if not is_harmless(text, Form.MARKDOWN)] == []
    assert [text for text in other if is_harmless(text, Form.MARKDOWN)] == []
    # What would be a list, or two paragraphs, may not stand in INLINE text.
    assert [text for text in ("- a", "1. a", "a\n- b", "a\n\nb", "a\n  b") if is_harmless(text, Form.INLINE)] == []
    assert is_harmless("Een **vette** zin.\nTwee.", Form.INLINE)


def test_telling_so_takes_no_time_for_hostile_texts() -> None:
    for text in ("a " * 100_000 + "<", "- a\n" * 50_000 + "<", "*" * 100_000, "a\n\n" * 50_000 + "|", " " * 100_000):
        assert not is_harmless(text, Form.MARKDOWN)
        assert not is_harmless(text, Form.INLINE)
