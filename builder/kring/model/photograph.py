"""Images of pixels: decoded, turned upright, resized and encoded again, so that nothing but pixels is left."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any

from PIL import Image, ImageCms, ImageOps

from kring.model.picture import ImageFault, Picture, UnusableImageError

MAX_WIDTH = 1600
"""Pixels: what a column 800 pixels wide needs on a screen of double density."""

SMALLER_WIDTHS = (480, 960)
"""Pixels: a phone of single density, and one of double density or more."""

WORTH_IT = 0.75
"""A copy that is wider than this share of the whole image saves too little to be made."""

MAX_PIXELS = 50_000_000
"""What the largest cameras of phones give. Decoded, that is 200 MB."""

FORMATS: Mapping[str, str] = MappingProxyType({"PNG": "PNG", "JPEG": "JPEG", "MPO": "JPEG", "WEBP": "WEBP"})
"""What an image may be → what it is served as. MPO is what some cameras write: a JPEG file with further views."""

KNOWN = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "AVIF")
"""The formats that are looked for at all, so that their names can be told; no other decoder is ever asked."""

ENDINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"PNG": (".png",), "JPEG": (".jpg", ".jpeg"), "WEBP": (".webp",)}
)

SAVING: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {"PNG": {}, "JPEG": {"quality": 85, "optimize": True}, "WEBP": {"quality": 85}}
)

SIXTEEN_BITS = frozenset({"I;16", "I;16B", "I;16L", "I;16N", "I"})

# A bound of our own, MAX_PIXELS, is kept before anything is decoded. Pillow's would only warn, and on the terminal.
Image.MAX_IMAGE_PIXELS = None


def photograph(name: str, data: bytes) -> Picture:
    """Return the image with its smaller copies. Raises UnusableImageError."""
    try:
        format, image = _decoded(name, data)
        whole = _encoded(image, format)
        narrow = (width for width in SMALLER_WIDTHS if width <= image.width * WORTH_IT)
        copies = (_encoded(_narrowed(image, width), format) for width in narrow)
        lighter = tuple(copy for copy in copies if len(copy.data) < len(whole.data))
    except UnusableImageError:
        raise
    except Exception as error:  # decoders meet bytes of any kind, and fail in many ways
        raise UnusableImageError(ImageFault.UNREADABLE) from error
    return Picture(whole.data, whole.width, whole.height, lighter)


def _decoded(name: str, data: bytes) -> tuple[str, Image.Image]:
    """Return the format to serve, and the pixels: upright, in RGB or RGBA, no wider than is served."""
    with Image.open(io.BytesIO(data), formats=KNOWN) as opened:
        fault, detail = _fault(opened, name)
        if fault is not None:
            raise UnusableImageError(fault, detail)
        profile = opened.info.get("icc_profile")
        # A JPEG can be decoded at a fraction of its size, which saves time and memory; others ignore it.
        opened.draft(None, (MAX_WIDTH, MAX_WIDTH))
        image = _narrowed(_in_eight_bits(ImageOps.exif_transpose(opened)), MAX_WIDTH)
    format = FORMATS[opened.format or ""]
    image = _in_srgb(image, profile)
    return format, image.convert("RGB") if format == "JPEG" else image


def _fault(opened: Image.Image, name: str) -> tuple[ImageFault | None, str]:
    """Return what keeps an image from being served, with its detail. Looks at its head alone."""
    found = opened.format or ""
    if found not in FORMATS:
        return ImageFault.FORMAT, found
    if PurePosixPath(name.lower()).suffix not in ENDINGS[FORMATS[found]]:
        return ImageFault.ENDING, FORMATS[found]
    if opened.width * opened.height > MAX_PIXELS:
        return ImageFault.TOO_LARGE, f"{opened.width} × {opened.height}"
    # The further pictures of an MPO file are views of the same scene, not frames.
    if found != "MPO" and getattr(opened, "is_animated", False):
        return ImageFault.ANIMATED, ""
    return None, ""


def _in_eight_bits(image: Image.Image) -> Image.Image:
    """Return the image in a mode in which it can be resized."""
    if image.mode in SIXTEEN_BITS:
        # Pillow would cut off what lies above 255, and so turn nearly everything white.
        return image.convert("I").point(lambda value: value / 257).convert("L").convert("RGB")
    if "A" in image.getbands() or "transparency" in image.info:
        return image.convert("RGBA")
    return image if image.mode in ("RGB", "CMYK") else image.convert("RGB")


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return the image in the colours that every screen takes for granted, since its own profile is not served."""
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    if profile:
        try:
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"), outputMode=mode)
        except (ImageCms.PyCMSError, OSError):
            converted = None  # a profile that is broken, or of another kind of image, says nothing
        if converted is not None:
            return converted
    return image.convert(mode)


def _narrowed(image: Image.Image, width: int) -> Image.Image:
    """Return the image no wider than `width` pixels."""
    if image.width <= width:
        return image
    return image.resize((width, max(1, round(image.height * width / image.width))), Image.Resampling.LANCZOS)


def _encoded(image: Image.Image, format: str) -> Picture:
    # A new image of the same pixels: whatever else came with the file stays behind.
    stripped = Image.frombytes(image.mode, image.size, image.tobytes())
    out = io.BytesIO()
    stripped.save(out, format, **SAVING[format])
    return Picture(out.getvalue(), stripped.width, stripped.height)
