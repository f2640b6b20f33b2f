"""Containers are cut off before parsing, and what is for facilitators leaves no trace."""

from __future__ import annotations

import pytest
from tests.prose.samples import WORDS, blocks_of, inline_of, resolve

from kring.prose.html import render
from kring.prose.pieces import Piece, pieces, without_facilitator

SECRET = "KANARIE-7f3a"


def test_a_text_is_cut_at_its_fences() -> None:
    text = "Eén\n\n::: example Anna en Bo\nTwee\n:::\nDrie\n"
    assert pieces(blocks_of(text)) == (
        Piece(None, None, "Eén\n", 1),
        Piece("example", "Anna en Bo", "Twee", 4),
        Piece(None, None, "Drie\n", 6),
    )


@pytest.mark.parametrize(
    "text",
    [
        "```\n::: note\n:::\n```",
        "~~~\n::: note\n~~~~",
        "- ```\n  ::: note\n  ```",
        "> ::: note\n> :::",
        "- ::: note",
        "    ::: note",
        "Tekst ::: note",
    ],
)
def test_not_every_triple_colon_is_a_fence(text: str) -> None:
    assert pieces(blocks_of(text)) == (Piece(None, None, text, 1),)


@pytest.mark.parametrize(
    "before",
    ["Alinea", "- lijst", "> citaat", "| a |\n|---|\n| b |", "[^1]: noot", "[a]: article:x", "- ```\n  x\n  ```"],
)
def test_a_fence_ends_whatever_stands_before_it(before: str) -> None:
    text = f"{before}\n::: note\nKader\n:::\n"
    assert [piece.container for piece in pieces(blocks_of(text))] == [None, "note"]


def test_inline_text_is_one_piece() -> None:
    assert len(pieces(inline_of("::: note\na\n:::"))) == 1


def test_a_text_without_facilitators_containers_stays_as_it_is() -> None:
    prose = blocks_of("Eén\n\n::: note\nTwee\n:::\n")
    assert without_facilitator(prose) is prose


@pytest.mark.parametrize(
    "hidden",
    [
        f"::: facilitator\n{SECRET}\n:::",
        f"::: facilitator {SECRET}\ntekst\n:::",
        f"::: facilitator\n[^1]: {SECRET}\n\n[x]: article:{SECRET}\n:::",
        f"::: facilitator\n{SECRET}",
        f"::: facilitator\n::: note\na\n:::\n{SECRET}\n:::",
        f"::: note\n::: facilitator\n{SECRET}\n:::\n:::",
        f"::: facilitater\n{SECRET}\n:::",
        f"::: facilitator\n```\n:::\n{SECRET}\n```\n:::",
        f":::facilitator\n{SECRET}\n:::",
        f"::::  facilitator\n{SECRET}\n::::",
    ],
)
def test_nothing_for_facilitators_stays(hidden: str) -> None:
    left = without_facilitator(blocks_of(f"Voor\n\n{hidden}\n"))
    assert SECRET not in left.text
    assert "facilitat" not in left.text
    assert "Voor" in left.text
    assert SECRET not in repr(left)


def test_participants_see_the_rest_as_it_was() -> None:
    text = (
        "Eén[^1]\n- a\n\n[^1]: Noot.\n\n::: facilitator\nGeheim\n:::\n\n- b[^1]\n\n[^1]: Andere noot.\n\n"
        "::: example Anna\nTwee\n:::\n::: facilitator\nGeheim\n:::\n::: note\nDrie\n:::\nVier\n"
    )
    whole = render(blocks_of(text), resolve, WORDS)
    left = render(without_facilitator(blocks_of(text)), resolve, WORDS)
    begin = whole.index('<div class="kring-note kring-note--facilitator">')
    hidden = whole[begin : whole.index("</div>\n", begin) + len("</div>\n")]
    assert "Geheim" in hidden
    assert left == whole.replace(hidden, "")


def test_taking_it_out_twice_changes_nothing_more() -> None:
    once = without_facilitator(blocks_of("a\n\n::: facilitator\nb\n:::\n\nc"))
    assert without_facilitator(once) == once
