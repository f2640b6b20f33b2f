"""The colour of a brand: contrast as WCAG defines it, mixtures as browsers make them, and one that can be read."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from kring.model.colour import BEHIND, ENOUGH, ON_ACCENT, accents, contrast, least_contrast, mix, readable
from kring.theme_files import theme_folder

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
SCHEMES = {"light": "default", "dark": "slate"}


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),
        ("#0000ff", "#ffffff", 8.59),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


@given(COLOURS)
def test_a_colour_that_is_offered_can_be_read_and_stays_as_it_is_where_it_can_be(colour: str) -> None:
    offered = readable(colour)
    assert least_contrast(offered) >= ENOUGH
    assert least_contrast(colour) < ENOUGH or offered == colour


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_backgrounds_are_those_of_the_house_style(scheme: str) -> None:
    style = (theme_folder() / "site/assets/stylesheets/kring.css").read_text(encoding="utf-8")
    (block,) = re.findall(
        rf'^\[data-md-color-scheme="{SCHEMES[scheme]}"\] \{{\n(  --k-paper.*?)^\}}', style, re.DOTALL | re.MULTILINE
    )
    named = dict(re.findall(r"--k-([\w-]+): (#\w{6});", block))
    assert tuple(named[name] for name in ("paper", "surface", "tint")) == BEHIND[scheme]
    assert named["on-accent"] == ON_ACCENT[scheme]
    assert f"--k-accent: var(--kring-{scheme}-colour);" in block
    assert f"--k-accent-tint: var(--kring-{scheme}-tint);" in block


def parts(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


@pytest.mark.browser
def test_a_browser_mixes_the_same_colours(chromium: Browser) -> None:
    page = chromium.new_page()
    for brand in ("#1f5c5a", "#ffd200", "#e2007a", "#000000", "#ffffff"):
        for other, share in (("#000000", 0.9), ("#ffffff", 0.32), ("#1c1a18", 0.22)):
            drawn = page.evaluate(
                """([brand, other, share]) => {
                    const pen = document.createElement('canvas').getContext('2d');
                    pen.fillStyle = `color-mix(in oklab, ${brand} ${share * 100}%, ${other})`;
                    pen.fillRect(0, 0, 1, 1);
                    return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
                }""",
                [brand, other, share],
            )
            assert drawn == pytest.approx(parts(mix(brand, other, share)), abs=1), (brand, other)
    page.close()


def test_links_of_the_default_brand_can_be_read_in_both_schemes() -> None:
    light, dark = accents("#1f5c5a")
    assert (light.scheme, dark.scheme) == ("light", "dark")
    assert min(*light.contrasts(), *dark.contrasts()) > ENOUGH
