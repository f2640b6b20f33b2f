"""What print gets for a text is exactly what texts/blocks.txt says, and it is JSON."""

from __future__ import annotations

import json

import pytest
import yaml
from tests.prose.samples import Case, blocks_of, cases, inline_of, resolve_on_paper

from kring.prose.blocks import blocks, inline_blocks
from kring.prose.check import check
from kring.prose.links import UnusableAddressError


@pytest.mark.parametrize("case", cases("blocks.txt"), ids=lambda case: case.title)
def test_a_text_becomes_these_blocks(case: Case) -> None:
    prose = blocks_of(case.written)
    assert list(check(prose)) == []
    found = blocks(prose, resolve_on_paper)
    assert found == yaml.safe_load(case.expected)
    assert json.loads(json.dumps(found)) == found


def test_inline_text_becomes_inlines() -> None:
    assert inline_blocks(inline_of("a *b*"), resolve_on_paper) == [
        {"type": "text", "text": "a "},
        {"type": "emphasis", "content": [{"type": "text", "text": "b"}]},
    ]
    assert blocks(inline_of("a"), resolve_on_paper) == [
        {"type": "paragraph", "content": [{"type": "text", "text": "a"}]}
    ]


def test_words_of_a_link_that_leads_nowhere_join_those_around_it() -> None:
    assert inline_blocks(inline_of("a [b](article:x) c"), lambda _: None) == [{"type": "text", "text": "a b c"}]


def test_slugs_footnotes_and_levels_fit_into_a_book() -> None:
    text = blocks_of("## a\n\nb[^1]\n\n[^1]: c")
    heading, paragraph = blocks(text, resolve_on_paper, id_prefix="rust--", heading_shift=1)
    assert (heading["level"], heading["slug"]) == (3, "rust--a")
    assert paragraph["content"][1]["label"] == "rust--fn-1"


def test_an_unsafe_address_never_gets_into_a_book() -> None:
    with pytest.raises(UnusableAddressError):
        blocks(blocks_of("[a](javascript:alert(1))"), resolve_on_paper)
