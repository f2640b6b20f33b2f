"""A drawing is held to what its elements may be, and to what each of their attributes may say."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.model.images import drawing

from kring.model.drawing import SVG_ATTRIBUTES
from kring.model.media import picture
from kring.model.picture import ImageFault, UnusableImageError

INKSCAPE = """\
<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape (http://www.inkscape.org/) -->
<svg width="210mm" height="297mm" viewBox="0 0 210 297" version="1.1" id="svg5" xml:space="preserve"
   xmlns:xlink="http://www.w3.org/1999/xlink" xmlns="http://www.w3.org/2000/svg"
   xmlns:svg="http://www.w3.org/2000/svg"><defs id="defs2"><linearGradient id="linearGradient857"><stop
     style="stop-color:#1f5c5a;stop-opacity:1;" offset="0" id="stop853" /><stop
     style="stop-color:#1f5c5a;stop-opacity:0;" offset="1" id="stop855" /></linearGradient><linearGradient
     xlink:href="#linearGradient857" id="linearGradient859" x1="27.2" y1="84.9" x2="110.5" y2="84.9"
     gradientUnits="userSpaceOnUse" gradientTransform="matrix(1.2,0,0,-.8,1e-3,3)" /><clipPath
     clipPathUnits="userSpaceOnUse" id="clipPath1"><rect id="rect2" width="80" height="40" x="1" y="2"
     ry="4.5" /></clipPath></defs><g id="layer1" clip-path="url(#clipPath1)"><rect
     style="fill:url(#linearGradient859);fill-opacity:1;fill-rule:evenodd;stroke:#000000;stroke-width:0.264583px;\
stroke-linecap:butt;stroke-linejoin:miter;stroke-miterlimit:4;stroke-dasharray:0.5, 1;stroke-dashoffset:0"
     id="rect31" width="83.2" height="56" x="27.2" y="56.9" /><text xml:space="preserve"
     style="font-style:normal;font-weight:normal;font-size:10.5833px;line-height:1.25;font-family:sans-serif;\
-inkscape-font-specification:'sans-serif, Normal';fill:#000000;stroke:none" x="33" y="75.4"
     id="text913"><tspan id="tspan911" style="font-variant-ligatures:normal;stroke-width:0.264583"
     x="33" y="75.4">Rust &amp; ruimte</tspan></text></g></svg>
"""

ILLUSTRATOR = """\
<?xml version="1.0" encoding="utf-8"?>
<!-- Generator: Adobe Illustrator 27.0.0, SVG Export Plug-In . SVG Version: 6.00 Build 0)  -->
<svg version="1.1" id="Layer_1" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" x="0px"
     y="0px" viewBox="0 0 200 100" style="enable-background:new 0 0 200 100;" xml:space="preserve">
<path fill="#FFFFFF" stroke="#1D1D1B" stroke-width="2" stroke-miterlimit="10" d="M10,10c5.5,0,10,4.5,10,10
    s-4.5,10-10,10S0,25.5,0,20S4.5,10,10,10z"/>
<polygon fill="none" stroke="#E30613" points="30,5 40.5,25 19.5,25 "/>
<text transform="matrix(1 0 0 1 12.5 50)" fill="RED" font-family="'MyriadPro-Regular'" font-size="12">Begin</text>
<g opacity="0.5"><circle fill="rgb(29, 113, 184)" cx="100" cy="50" r="20"/></g>
</svg>
"""

DRAW_IO = """\
<svg xmlns="http://www.w3.org/2000/svg" version="1.1" width="241px" height="121px" viewBox="-0.5 -0.5 241 121">\
<defs/><g><rect x="0" y="0" width="120" height="60" rx="9" ry="9" fill="rgb(255, 255, 255)" stroke="rgb(0, 0, 0)" \
pointer-events="all"/><path d="M 120 30 L 173.63 30" fill="none" stroke="rgb(0, 0, 0)" stroke-miterlimit="10" \
pointer-events="none"/><g transform="translate(-0.5 -0.5)rotate(30 60 30)"><text x="60" y="34" fill="rgb(0, 0, 0)" \
font-family="Helvetica" font-size="12px" text-anchor="middle">Adem in</text></g></g></svg>
"""

BY_HAND = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0,0,100,50" role="img" aria-labelledby="t d" \
preserveAspectRatio="xMidYMid meet"><title id="t">Een kring</title><desc id="d">Zes stoelen.</desc>
<defs><radialGradient id="glans" cx="50%" cy="50%" r=".5" spreadMethod="pad"><stop offset="10%" stop-color="teal"/>
<stop offset="1" stop-color="hsl(120, 50%, 40%)" stop-opacity="50%"/></radialGradient>
<mask id="half" maskUnits="objectBoundingBox"><rect width="50%" height="100%" fill="white"/></mask></defs>
<ellipse cx="20" cy="20" rx="1e1" ry="+5" fill="url('#glans') none" mask="url(#half)"/>
<line x1="0" y1="0" x2="9" y2="9" stroke="currentColor" stroke-dasharray="4 2"/>
<text x="1 2 3" dx="-1" y="9" font-weight="600" font-style="italic" letter-spacing=".1em" dominant-baseline="middle" \
aria-label="Wat: &quot;rust&quot; (en meer)">a b</text></svg>
"""


@pytest.mark.parametrize(
    "text", [INKSCAPE, ILLUSTRATOR, DRAW_IO, BY_HAND], ids=["inkscape", "illustrator", "drawio", "hand"]
)
def test_what_drawing_programs_write_is_shown(text: str) -> None:
    shown = picture("a.svg", text.encode())
    assert b" style=" not in shown.data
    assert picture("a.svg", shown.data) == shown


def test_a_style_becomes_the_attributes_that_mean_the_same() -> None:
    shown = picture("a.svg", drawing('<path fill="red" style="fill:#1f5c5a;-inkscape-stroke:none; stroke : none;"/>'))
    assert b'<path fill="#1f5c5a" stroke="none" />' in shown.data


@pytest.mark.parametrize(
    "attribute",
    [
        'mask="\\75 rl(https://example.org/a)"',
        'fill="image-set(https://example.org/a)"',
        'fill="url(https://example.org/a)"',
        'fill="url(#a) url(https://example.org/a)"',
        'fill="URL(//example.org)"',
        'stroke="u\\rl(a)"',
        'clip-path="path(evenodd)"',
        'mask="url(a.svg#b)"',
        'href="https://example.org"',
        'href="data:image/png;base64,AA"',
        'x="1) url(a"',
        'd="M0 0 url(a)"',
        'transform="translate(var(--a))"',
        'font-family="url(a)"',
        'font-size="calc(1px + 1px)"',
        'stroke-width="env(a)"',
        'id="a b"',
        'aria-labelledby="https://example.org"',
        'role="javascript:alert(1)"',
        'fill="Piet"',
        'opacity=""',
    ],
)
def test_a_value_that_an_attribute_may_not_have_is_refused_with_it(attribute: str) -> None:
    for written in (attribute, 'style="{}:{}"'.format(*attribute.replace('"', "").split("=", 1))):
        with pytest.raises(UnusableImageError) as error:
            picture("a.svg", drawing(f"<path {written}/>"))
        if "data:" not in written:  # a style ends at a semicolon
            assert (error.value.fault, error.value.detail) == (ImageFault.VALUE, attribute)


WORDS = [
    "url(",
    "#a",
    ")",
    "https://example.org",
    "\\75 rl(",
    "image-set(",
    "1",
    "e",
    "-",
    ".",
    ",",
    " ",
    "none",
    "red",
    "'",
]


@given(
    attribute=st.sampled_from([name for name in SVG_ATTRIBUTES if name[0] != "{" and name != "aria-label"]),
    words=st.lists(st.sampled_from(WORDS), max_size=8),
)
@settings(max_examples=600, deadline=None)
def test_no_value_leads_out_of_the_file(attribute: str, words: list[str]) -> None:
    with suppress(UnusableImageError):
        shown = picture("a.svg", drawing(f'<g {attribute}="{"".join(words)}"/>')).data
        for sign in (b"example", b"image-set", b"\\"):
            assert sign not in shown


@pytest.mark.parametrize("piece", ["1 ", "1,", "a ", "url(#a", "rotate(1)", "M0 0", ".", "1e", "#", "a:", ";", "x:1;"])
def test_a_tenth_of_the_largest_file_takes_a_tenth_of_three_seconds(piece: str) -> None:
    value = piece * (1_000_000 // len(piece))
    attributes = ["style", *(name for name in SVG_ATTRIBUTES if name[0] != "{")]
    start = time.process_time()
    for attribute in attributes:
        with suppress(UnusableImageError):
            picture.__wrapped__("a.svg", drawing(f'<g {attribute}="{value}!"/>'))
    assert time.process_time() - start < 0.3 * len(attributes)
