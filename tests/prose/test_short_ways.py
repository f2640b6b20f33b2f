"""The short ways past the parser lead to the same: for any text, nothing is found there that is not found here."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.prose.samples import blocks_of, inline_of
from tests.prose.test_any_text import MARKUP

from kring.prose import check as checking
from kring.prose import headings as heading
from kring.prose import links as linking
from kring.prose import pieces
from kring.prose.dialect import source_lines, tokens
from kring.prose.faults.harmless import is_harmless
from kring.prose.parse import grow
from kring.prose.short_way import grow_past_parser
from kring.prose.stretches import stretches
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
BARE = (
    "Een zin.",
    "twee",
    "\n",
    "\n",
    "\n\n",
    " ",
    "  ",
    "'t",
    '"Ja"',
    "- ",
    "1. ",
    "(a)",
    "Één",
    "—",
    "a-b",
    "10 - 15%",
    "=",
    "--",
    "...",
    "# ",
    "## ",
    "[a](article:b)",
    "![a b](media:b.svg)",
    "[a b](https://a.nl/b?c=d#e_f)",
    "[a",
    "](b)",
    "!",
    "*",
    "**",
    "*a*",
    "**a b**",
)
TEXTS = st.lists(st.sampled_from(ORDINARY) | st.sampled_from(MARKUP), max_size=16).map("".join)


def whole(text: str) -> list[tuple[int, str]]:
    return [(0, text)]


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
        patch.setattr(checking, "stretches", whole)
        patch.setattr(checking, "is_harmless", nothing_is_harmless)
        slow = {
            (each.rule, each.span, *each.facts.items()) for each in checking.check(prose, facilitator_fence=in_article)
        }
    assert quick == slow


@settings(max_examples=400, deadline=None)
@given(text=TEXTS, inline=st.booleans())
def test_the_same_links_and_headings_are_found(text: str, inline: bool) -> None:
    prose = inline_of(text) if inline else blocks_of(text)
    if list(checking.check(prose)):
        return
    quick = linking.links(prose), heading.headings(prose)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(linking, "stretches", whole)
        patch.setattr(linking, "_usable", linking._usable.__wrapped__)
        patch.setattr(heading, "stretches", whole)
        patch.setattr(heading, "is_harmless", nothing_is_harmless)
        slow = linking.links(prose), heading.headings(prose)
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


@given(text=TEXTS)
def test_stretches_are_the_text(text: str) -> None:
    found = list(stretches(text))
    assert "".join(stretch for _, stretch in found) == text
    assert [above for above, _ in found] == [
        text[: text.index(stretch, at)].count("\n") for at, (_, stretch) in starts(found)
    ]


def starts(found: list[tuple[int, str]]) -> Iterator[tuple[int, tuple[int, str]]]:
    at = 0
    for each in found:
        yield at, each
        at += len(each[1])


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
        assert grow_past_parser(text) is None
    for sign in ("[a ", "**a ", "[a](b", "# a\n#"):
        assert grow_past_parser(sign * 50_000) is None


@settings(max_examples=600, deadline=None)
@given(text=st.lists(st.sampled_from(BARE), max_size=12).map("".join) | TEXTS)
@example(text="Een \nTwee")
@example(text="Een  \nTwee")
@example(text="\n\nEen\n\n\nTwee\n")
@example(text="Een\n## Twee [a\n2.](b)\nDrie [a\n2](b)")
@example(text="Een\n2. (**a b**, *c*)\n1. a")
@example(text="Een**a** *b*c ![d](e) [f](g)**h**")
def test_sentences_grow_the_same_tree(text: str) -> None:
    grown = grow_past_parser(text)
    assert grown in (None, grow(tokens(text), source_lines(text)))


def test_sentences_need_no_parser() -> None:
    for text in (
        'Één zin.\n‘Nog een’, zei zij (10 - 15%).\n\nEn "deze".\n',
        "## Kop met [a](article:b)\n\n**Een** zin, *met* (**klem**).\nZie [twee\n2](term:b-2): meer.\n",
    ):
        assert grow_past_parser(text) is not None


def test_markup_that_may_be_wrong_needs_the_parser() -> None:
    for text in ("[a", "[a][b]", "[a]: b", "![](b)", "*a", "a*b*c", "** a**", "- a", "1. a", "a  \nb", "<b>", "`a`"):
        assert grow_past_parser(text) is None, text
