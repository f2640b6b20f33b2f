"""Images of every kind for tests: of pixels, as the files of an editor or a camera would be."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

from PIL import Image, ImageCms

SECRET = b"GEHEIMEPLEK"


def scene(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """Return an image with enough going on that fewer pixels make a lighter file."""
    return Image.effect_noise((width // 4 or 1, height // 4 or 1), 60).resize((width, height)).convert(mode)


def encoded(image: Image.Image, format: str, **options: Any) -> bytes:
    """Return the file of an image."""
    out = io.BytesIO()
    image.save(out, format, **options)
    return out.getvalue()


def told(width: int, height: int) -> bytes:
    """Return a photograph that tells where it was taken, in its EXIF data, a comment and a profile."""
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes() + SECRET
    return encoded(scene(width, height), "JPEG", exif=exif, comment=SECRET, icc_profile=profile)


def swapped_profile() -> bytes:
    """Return a profile in which red and green have changed places."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = profile.replace(b"rXYZ", b"?XYZ").replace(b"gXYZ", b"rXYZ").replace(b"?XYZ", b"gXYZ")
    assert swapped != profile
    return swapped


def turned(width: int, height: int) -> bytes:
    """Return a photograph that lies on its side, with the note that it has to be turned upright."""
    exif = Image.Exif()
    exif[0x0112] = 6
    return encoded(scene(width, height), "JPEG", exif=exif)


def claiming(width: int, height: int) -> bytes:
    """Return a small PNG file that says it has many pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")
    )


def moving(format: str) -> bytes:
    """Return an animation of two frames."""
    frames = [Image.new("RGB", (8, 8), color) for color in ("red", "blue")]
    return encoded(frames[0], format, save_all=True, append_images=frames[1:])


def drawing(inside: str, attributes: str = 'viewBox="0 0 10 10"') -> bytes:
    """Return an SVG file."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>'.encode()
