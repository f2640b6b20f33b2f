"""What the site shows for a text is exactly what texts/html.txt says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.prose.samples import WORDS, Case, blocks_of, cases, inline_of, resolve

from kring.prose.check import check
from kring.prose.html import DENSE_PHONE, render
from kring.prose.links import Target, UnusableAddressError
from kring.prose.parse import UnsupportedTokenError


@pytest.mark.parametrize("case", cases("html.txt"), ids=lambda case: case.title)
def test_a_text_becomes_this_html(case: Case) -> None:
    prose = blocks_of(case.written)
    assert list(check(prose)) == []
    assert render(prose, resolve, WORDS) == case.expected


def test_inline_text_has_no_paragraph() -> None:
    assert render(inline_of("Neem *rust*,\nelke dag."), resolve, WORDS) == "Neem <em>rust</em>, elke dag."


def test_html_is_marked_as_safe_for_templates() -> None:
    assert f"{render(inline_of('a & b'), resolve, WORDS):s}" == "a &amp; b"
    assert render(inline_of("a & b"), resolve, WORDS).__html__() == "a &amp; b"


def test_headings_move_down_under_those_of_the_page() -> None:
    assert render(blocks_of("## Rust"), resolve, WORDS, heading_shift=2) == '<h4 id="rust">Rust</h4>'


def test_a_heading_that_would_move_out_of_html_is_a_bug() -> None:
    with pytest.raises(ValueError, match="level 7"):
        render(blocks_of("#### Rust"), resolve, WORDS, heading_shift=3)


def test_two_texts_on_a_page_share_no_id() -> None:
    text = blocks_of("## Rust\n\nTekst[^1]\n\n[^1]: Noot.")
    first, second = (str(render(text, resolve, WORDS, id_prefix=prefix)) for prefix in ("a-", "b-"))
    assert '<h2 id="a-rust">' in first
    assert 'id="a-fnref-1" href="#a-fn-1"' in first
    assert '<li id="a-fn-1">' in first
    assert second == first.replace('"a-', '"b-').replace("#a-", "#b-")


def test_where_a_resolver_knows_no_target_only_the_words_stay() -> None:
    assert render(inline_of("[**lees** dit](article:x)"), lambda _: None, WORDS) == "<strong>lees</strong> dit"
    assert render(blocks_of("![Kring](media:x.svg)"), lambda _: None, WORDS) == '<p class="kring-image">Kring</p>'


def test_a_title_of_a_target_is_escaped() -> None:
    html = render(inline_of("[x](term:rust)"), lambda _: Target("#rust", title='zegt "hoi"'), WORDS)
    assert html == '<a href="#rust" title="zegt &quot;hoi&quot;">x</a>'


def test_words_of_the_interface_are_escaped() -> None:
    html = render(blocks_of("::: note\na\n:::"), resolve, replace(WORDS, note="<b>"))
    assert "&lt;b&gt;" in html
    assert "<b>" not in html


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "JAVASCRIPT:x", "x:y", "vbscript:x"])
def test_no_resolver_can_lead_to_code(address: str) -> None:
    with pytest.raises(ValueError, match="not an address"):
        Target(address)


def test_an_image_names_its_smaller_copies() -> None:
    target = Target("a/b.png", width=1000, height=500, smaller=(("a/480/b.png", 480),))
    assert render(blocks_of("![Kring](media:b.png)"), lambda _: target, WORDS) == (
        '<p class="kring-image"><img src="a/b.png" srcset="a/480/b.png 480w, a/b.png 1000w" '
        f'sizes="{DENSE_PHONE}, (max-width: 800px) 100vw, 800px" alt="Kring" width="1000" height="500"></p>'
    )


def test_an_image_narrower_than_the_column_never_asks_for_more() -> None:
    target = Target("b.png", width=640, height=320, smaller=(("480/b.png", 480),))
    html = render(blocks_of("![Kring](media:b.png)"), lambda _: target, WORDS)
    assert f'sizes="{DENSE_PHONE}, (max-width: 640px) 100vw, 640px"' in html


def test_a_copy_cannot_lead_to_code_either() -> None:
    with pytest.raises(ValueError, match="not an address"):
        Target("a.png", smaller=(("javascript:alert(1)", 480),))


def test_raw_html_is_escaped_even_where_nobody_checked() -> None:
    assert "<script" not in render(blocks_of("<script>alert(1)</script>"), resolve, WORDS)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("[klik](javascript:alert(1))", UnusableAddressError),
        ("![a](data:image/png,x)", UnusableAddressError),
        ("Zo: ![a](media:x.svg)", UnsupportedTokenError),
        ("::: kader\na\n:::", UnsupportedTokenError),
        ("a[^1]\n\n[^1]: b[^1]", UnsupportedTokenError),
    ],
)
def test_what_check_reports_is_never_rendered(text: str, error: type[Exception]) -> None:
    assert list(check(blocks_of(text)))
    with pytest.raises(error):
        render(blocks_of(text), resolve, WORDS)
