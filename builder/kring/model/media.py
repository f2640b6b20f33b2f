"""Media as the site serves them: images resized, re-encoded and without metadata; the rest as it is."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from xml.etree import ElementTree as ET

from PIL import Image, ImageOps

MAX_WIDTH = 1600
"""Pixels: what a page 800 pixels wide needs on a screen of double density."""

SERVED = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".mp3", ".m4a", ".ogg", ".mp4", ".webm", ".vtt")
"""Endings of the files that are served: to look at and to listen to, with captions. Nothing that a browser runs."""

FORMATS = {"PNG": "png", "JPEG": "jpg", "WEBP": "webp"}
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


@dataclass(frozen=True, slots=True)
class Picture:
    """An image ready to be served, with its size in pixels."""

    data: bytes
    width: int
    height: int


class ImageFault(StrEnum):
    """Why an image may not be served."""

    FORMAT = "format"  # not PNG, JPEG or WebP; the detail says what it is
    ENDING = "ending"  # another format than the ending says
    ANIMATED = "animated"
    UNREADABLE = "unreadable"
    NO_SIZE = "no_size"
    DOCUMENT_TYPE = "document_type"  # entities, which can be used to read files or to fill the memory
    ELEMENT = "element"  # one that could do more than be looked at; the detail names it
    ATTRIBUTE = "attribute"  # the same
    OUTSIDE = "outside"  # refers to something outside the file


class UnusableImageError(ValueError):
    """The file is not an image that may be served."""

    def __init__(self, fault: ImageFault, detail: str = "") -> None:
        super().__init__(f"{fault} {detail}".rstrip())
        self.fault = fault
        self.detail = detail


def is_image(name: str) -> bool:
    """Tell whether a media file is an image by its ending."""
    return name.lower().endswith((".svg", ".png", ".jpg", ".jpeg", ".webp"))


@lru_cache(maxsize=512)
def picture(name: str, data: bytes) -> Picture:
    """Return the image as the site serves it. Raises UnusableImageError."""
    return _drawing(data) if name.lower().endswith(".svg") else _photograph(name, data)


def _photograph(name: str, data: bytes) -> Picture:
    """Decode and encode again: only pixels survive, turned upright."""
    try:
        with Image.open(io.BytesIO(data)) as opened:
            format, fault = opened.format or "", _fault(opened, name)
            upright = ImageOps.exif_transpose(opened)
            image = upright.convert("RGBA" if "A" in upright.getbands() or "transparency" in upright.info else "RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise UnusableImageError(ImageFault.UNREADABLE) from error
    if fault is not None:
        raise UnusableImageError(fault, format)
    if image.width > MAX_WIDTH:
        image = image.resize(
            (MAX_WIDTH, max(1, round(image.height * MAX_WIDTH / image.width))), Image.Resampling.LANCZOS
        )
    if format == "JPEG":
        image = image.convert("RGB")
    stripped = Image.frombytes(image.mode, image.size, image.tobytes())
    out = io.BytesIO()
    stripped.save(out, format, **({"quality": 85, "optimize": True} if format == "JPEG" else {}))
    return Picture(out.getvalue(), stripped.width, stripped.height)


def _fault(opened: Image.Image, name: str) -> ImageFault | None:
    """Return what keeps a readable image from being served."""
    ending = FORMATS.get(opened.format or "")
    if ending is None:
        return ImageFault.FORMAT
    if not name.lower().replace(".jpeg", ".jpg").endswith(ending):
        return ImageFault.ENDING
    return ImageFault.ANIMATED if getattr(opened, "is_animated", False) else None


def _drawing(data: bytes) -> Picture:
    """Keep a drawing's shapes and words; refuse everything that could do more than be looked at."""
    if re.search(rb"<!(DOCTYPE|ENTITY)", data, re.IGNORECASE):
        raise UnusableImageError(ImageFault.DOCUMENT_TYPE)
    try:
        root = ET.fromstring(data)  # noqa: S314 - what makes XML dangerous was refused above
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
    return round(width), round(height)


def _pixels(root: ET.Element, name: str) -> float:
    return float(root.get(name, "").removesuffix("px"))
