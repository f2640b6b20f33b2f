"""Drawings (SVG): their shapes and words are kept; what could do more than be looked at is refused."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from kring.model.picture import ImageFault, Picture, UnusableImageError

MAX_DEPTH = 100
"""How deep the elements of a drawing may be nested; what writes them out calls itself for each level."""

SVG = "{http://www.w3.org/2000/svg}"
SVG_ELEMENTS = frozenset(
    {
        "svg",
        "g",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "title",
        "desc",
        "defs",
        "linearGradient",
        "radialGradient",
        "stop",
        "clipPath",
        "mask",
    }
)
"""What a drawing may consist of: no scripts, styles, links, images from elsewhere, or foreign markup."""

SVG_ATTRIBUTES = frozenset(
    {
        "id",
        "x",
        "y",
        "x1",
        "x2",
        "y1",
        "y2",
        "cx",
        "cy",
        "r",
        "rx",
        "ry",
        "d",
        "points",
        "width",
        "height",
        "viewBox",
        "fill",
        "fill-opacity",
        "fill-rule",
        "stroke",
        "stroke-width",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-dasharray",
        "stroke-opacity",
        "opacity",
        "transform",
        "font-family",
        "font-size",
        "font-weight",
        "font-style",
        "text-anchor",
        "dominant-baseline",
        "dx",
        "dy",
        "offset",
        "stop-color",
        "stop-opacity",
        "gradientUnits",
        "gradientTransform",
        "clip-path",
        "clip-rule",
        "mask",
        "role",
        "aria-label",
        "aria-labelledby",
        "aria-hidden",
        "version",
        "preserveAspectRatio",
        "letter-spacing",
    }
)


def drawing(data: bytes) -> Picture:
    """Return the drawing with its shapes and words alone. Raises UnusableImageError."""
    try:
        # As text, so that nothing can hide from the next lines in another encoding.
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnusableImageError(ImageFault.UNREADABLE) from error
    if re.search(r"<!(DOCTYPE|ENTITY)", text, re.IGNORECASE):
        raise UnusableImageError(ImageFault.DOCUMENT_TYPE)
    try:
        root = ET.fromstring(text)  # noqa: S314 - what makes XML dangerous was refused above
    except (ET.ParseError, ValueError, LookupError) as error:
        raise UnusableImageError(ImageFault.UNREADABLE) from error
    if _depth(root) > MAX_DEPTH:
        raise UnusableImageError(ImageFault.ELEMENT, "g")
    for element in root.iter():
        tag = str(element.tag)
        if not tag.startswith(SVG) or tag.removeprefix(SVG) not in SVG_ELEMENTS:
            raise UnusableImageError(ImageFault.ELEMENT, tag.rpartition("}")[2])
        for attribute, value in element.attrib.items():
            if attribute not in SVG_ATTRIBUTES or "javascript:" in value.lower():
                raise UnusableImageError(ImageFault.ATTRIBUTE, attribute.rpartition("}")[2])
            if "url(" in value.lower() and not re.fullmatch(r"url\(#[\w-]+\)", value.strip()):
                raise UnusableImageError(ImageFault.OUTSIDE)
    width, height = _size(root)
    ET.register_namespace("", SVG.strip("{}"))
    return Picture(ET.tostring(root, encoding="utf-8"), width, height)


def _depth(root: ET.Element) -> int:
    depth, level = 0, [root]
    while level:
        depth, level = depth + 1, [child for element in level for child in element]
    return depth


def _size(root: ET.Element) -> tuple[int, int]:
    box = root.get("viewBox", "").replace(",", " ").split()
    try:
        width, height = (
            (float(box[2]), float(box[3])) if len(box) == 4 else (_pixels(root, "width"), _pixels(root, "height"))
        )
    except ValueError as error:
        raise UnusableImageError(ImageFault.NO_SIZE) from error
    if not (0 < width < 10_000 and 0 < height < 10_000):
        raise UnusableImageError(ImageFault.NO_SIZE)
    return max(1, round(width)), max(1, round(height))


def _pixels(root: ET.Element, name: str) -> float:
    return float(root.get(name, "").removesuffix("px"))
