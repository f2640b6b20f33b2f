"""The picture that messengers and social media show with a link to a site, drawn here so that nobody else is asked."""

from __future__ import annotations

import io
from functools import lru_cache
from math import cos, pi, sin
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from kring.model.colour import BEHIND, accents

SIZE = (1200, 630)
"""Pixels: the size that the Open Graph protocol's readers cut to nothing."""

_INK, _SOFT = "#26221d", "#5a5349"
_EDGE, _BAR, _MARK = 96, 24, 150
_FINER = 4
"""The mark is drawn so many times larger, for smooth edges."""

_LARGEST, _SMALLEST, _LINES = 96, 32, 3
_OF_ORGANISATION = 40


@lru_cache(maxsize=4)
def social_card(title: str, organisation: str, colour: str, fonts: Path) -> bytes:
    """Return a PNG with the name of a site and of its organisation; `fonts` holds the house's typefaces."""
    accent = accents(colour)[0].colour
    card = Image.new("RGB", SIZE, BEHIND["light"][0])
    pen = ImageDraw.Draw(card)
    pen.rectangle((0, SIZE[1] - _BAR, SIZE[0], SIZE[1]), fill=accent)
    _circle_of_people(card, accent)
    font, lines = _fitting(title, fonts)
    top = SIZE[1] - _BAR - _EDGE - _OF_ORGANISATION - 28 - len(lines) * int(font.size * 1.18)
    for number, line in enumerate(lines):
        pen.text((_EDGE, top + number * int(font.size * 1.18)), line, font=font, fill=_INK)
    small = _font(fonts, "400Regular", _OF_ORGANISATION)
    (name, *_) = _wrapped(organisation, small)
    pen.text((_EDGE, SIZE[1] - _BAR - _EDGE - _OF_ORGANISATION), name, font=small, fill=_SOFT)
    data = io.BytesIO()
    card.save(data, "PNG", optimize=True)
    return data.getvalue()


def _circle_of_people(card: Image.Image, colour: str) -> None:
    """Draw the mark of the house: six people in a circle."""
    size = _MARK * _FINER
    mask = Image.new("L", (size, size))
    pen, reach, head = ImageDraw.Draw(mask), 0.38 * size, 0.12 * size
    for turn in range(6):
        x, y = (size / 2 + reach * part(turn * pi / 3) for part in (sin, cos))
        pen.ellipse((x - head, y - head, x + head, y + head), fill=255)
    smooth = mask.resize((_MARK, _MARK), Image.Resampling.LANCZOS)
    card.paste(Image.new("RGB", smooth.size, colour), (_EDGE, _EDGE), smooth)


def _fitting(title: str, fonts: Path) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """Return the largest type in which a title takes few lines, and these lines."""
    for size in range(_LARGEST, _SMALLEST, -4):
        font = _font(fonts, "700Bold", size)
        lines = _wrapped(title, font)
        if len(lines) <= _LINES and all(font.getlength(line) <= SIZE[0] - 2 * _EDGE for line in lines):
            return font, lines
    font = _font(fonts, "700Bold", _SMALLEST)
    return font, _wrapped(title, font)[:_LINES]


def _wrapped(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= SIZE[0] - 2 * _EDGE:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _font(fonts: Path, cut: str, size: int) -> ImageFont.FreeTypeFont:
    # The basic layout is the same on every machine; the other needs a library that not all have.
    path = fonts / f"AtkinsonHyperlegibleNext_{cut}.ttf"
    return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)
