"""Drawings (SVG): their shapes and words are kept; what could do more than be looked at is refused."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
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

XLINK = "http://www.w3.org/1999/xlink"

NUMBER = r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?"
NUMBERS = r"[-+0-9eE.,\s]+"
LENGTH = rf"{NUMBER}(?:px|pt|pc|mm|cm|in|em|ex|rem|%)?"
LENGTHS = rf"{LENGTH}(?:[\s,]+{LENGTH})*"
ID = r"[\w:.-]+"
WITHIN = rf"url\(([\"']?)#{ID}\1\)"
NAMED = (
    "currentColor|transparent|inherit|aliceblue|antiquewhite|aqua|aquamarine|azure|beige|bisque|black|"
    "blanchedalmond|blue|blueviolet|brown|burlywood|cadetblue|chartreuse|chocolate|coral|cornflowerblue|cornsilk|"
    "crimson|cyan|darkblue|darkcyan|darkgoldenrod|darkgray|darkgreen|darkgrey|darkkhaki|darkmagenta|"
    "darkolivegreen|darkorange|darkorchid|darkred|darksalmon|darkseagreen|darkslateblue|darkslategray|"
    "darkslategrey|darkturquoise|darkviolet|deeppink|deepskyblue|dimgray|dimgrey|dodgerblue|firebrick|floralwhite|"
    "forestgreen|fuchsia|gainsboro|ghostwhite|gold|goldenrod|gray|green|greenyellow|grey|honeydew|hotpink|"
    "indianred|indigo|ivory|khaki|lavender|lavenderblush|lawngreen|lemonchiffon|lightblue|lightcoral|lightcyan|"
    "lightgoldenrodyellow|lightgray|lightgreen|lightgrey|lightpink|lightsalmon|lightseagreen|lightskyblue|"
    "lightslategray|lightslategrey|lightsteelblue|lightyellow|lime|limegreen|linen|magenta|maroon|"
    "mediumaquamarine|mediumblue|mediumorchid|mediumpurple|mediumseagreen|mediumslateblue|mediumspringgreen|"
    "mediumturquoise|mediumvioletred|midnightblue|mintcream|mistyrose|moccasin|navajowhite|navy|oldlace|olive|"
    "olivedrab|orange|orangered|orchid|palegoldenrod|palegreen|paleturquoise|palevioletred|papayawhip|peachpuff|"
    "peru|pink|plum|powderblue|purple|rebeccapurple|red|rosybrown|royalblue|saddlebrown|salmon|sandybrown|"
    "seagreen|seashell|sienna|silver|skyblue|slateblue|slategray|slategrey|snow|springgreen|steelblue|tan|teal|"
    "thistle|tomato|turquoise|violet|wheat|white|whitesmoke|yellow|yellowgreen"
)
"""The colours that have a name (CSS Color 4, section 6.1), and the words that stand for one."""

COLOUR = rf"(?i:#[0-9a-f]{{3,8}}|(?:rgb|hsl)a?\([-+0-9.,%\s/]+\)|{NAMED})"
UNITS = r"userSpaceOnUse|objectBoundingBox"

SVG_ATTRIBUTES: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        name: re.compile(value)
        for names, value in (
            ("id", ID),
            ("x y dx dy rotate letter-spacing word-spacing", rf"normal|{LENGTHS}"),
            ("x1 y1 x2 y2 cx cy r rx ry fx fy fr width height offset textLength", rf"auto|{LENGTH}"),
            ("d", r"[MmZzLlHhVvCcSsQqTtAa0-9eE.,+\s-]+"),
            ("points viewBox", NUMBERS),
            ("transform gradientTransform", rf"(?:(?:matrix|translate|scale|rotate|skew[XY])\s*\({NUMBERS}\)[\s,]*)*"),
            ("fill stroke", rf"none|{COLOUR}|{WITHIN}(?:\s+(?:none|{COLOUR}))?"),
            ("color stop-color", COLOUR),
            ("opacity fill-opacity stroke-opacity stop-opacity stroke-miterlimit", rf"{NUMBER}%?"),
            ("stroke-width stroke-dashoffset", LENGTH),
            ("stroke-dasharray", rf"none|{LENGTHS}"),
            ("stroke-linecap", r"butt|round|square"),
            ("stroke-linejoin", r"miter|round|bevel"),
            ("fill-rule clip-rule", r"nonzero|evenodd"),
            ("clip-path mask", rf"none|{WITHIN}"),
            ("gradientUnits clipPathUnits maskUnits maskContentUnits", UNITS),
            ("spreadMethod", r"pad|reflect|repeat"),
            (f"href {{{XLINK}}}href", rf"#{ID}"),
            ("font-family", r"[\w\s,.'\"-]+"),
            ("font-size", rf"{LENGTH}|(?:xx?-)?(?:small|large)|medium"),
            ("font-weight", r"normal|bold|bolder|lighter|[1-9][0-9]{0,2}"),
            ("font-style", r"normal|italic|oblique"),
            ("text-anchor", r"start|middle|end"),
            ("text-decoration", r"none|underline|overline|line-through"),
            ("dominant-baseline", r"[a-z-]{4,20}"),
            ("display", r"none|inline|block"),
            ("visibility overflow", r"visible|hidden|auto"),
            ("pointer-events", r"all|none|auto"),
            ("preserveAspectRatio", r"(?:none|x(?:Min|Mid|Max)Y(?:Min|Mid|Max))(?:\s+(?:meet|slice))?"),
            ("version", NUMBER),
            ("role", r"img|presentation|none|group|graphics-[a-z]+"),
            ("aria-hidden", r"true|false"),
            ("aria-labelledby aria-describedby", rf"{ID}(?:\s+{ID})*"),
            ("aria-label", r"(?s:.*)"),
            ("{http://www.w3.org/XML/1998/namespace}space", r"preserve|default"),
        )
        for name in names.split()
    }
)
"""The attributes of a drawing, each with what it may say: nothing that leads out of the file."""

WITHOUT_EFFECT = re.compile(r"-inkscape-.*|font-(?:variant|feature|stretch).*|line-height|text-align|enable-background")
"""Parts of a `style` that drawing programs write, and that change nothing in what is drawn here."""


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
        _style_as_attributes(element)
        for attribute, value in element.attrib.items():
            name = attribute.rpartition("}")[2]
            if attribute not in SVG_ATTRIBUTES:
                raise UnusableImageError(ImageFault.ATTRIBUTE, name)
            if not SVG_ATTRIBUTES[attribute].fullmatch(value.strip()):
                raise UnusableImageError(ImageFault.VALUE, f'{name}="{value}"')
    width, height = _size(root)
    ET.register_namespace("", SVG.strip("{}"))
    ET.register_namespace("xlink", XLINK)
    return Picture(ET.tostring(root, encoding="utf-8"), width, height)


def _style_as_attributes(element: ET.Element) -> None:
    """Write what a `style` says as attributes, as which it means the same, and is held to the same."""
    for part in element.attrib.pop("style", "").split(";"):
        name, _, value = (piece.strip() for piece in part.partition(":"))
        if name and not WITHOUT_EFFECT.fullmatch(name):
            element.set(name, value)


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
