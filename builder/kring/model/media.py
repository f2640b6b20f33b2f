"""Media as the site serves them: images resized, re-encoded and without metadata; the rest as it is."""

from __future__ import annotations

from functools import lru_cache
from pathlib import PurePosixPath

from kring.model.drawing import drawing
from kring.model.photograph import photograph
from kring.model.picture import Picture

IMAGES = (".svg", ".png", ".jpg", ".jpeg", ".webp")
AUDIO = (".mp3", ".m4a", ".ogg")
VIDEO = (".mp4", ".webm")
CAPTIONS = (".vtt",)

SERVED = (*IMAGES, *AUDIO, *VIDEO, *CAPTIONS)
"""Endings of the files that are served: to look at and to listen to, with captions. Nothing that a browser runs."""


def ending(name: str) -> str:
    """Return the ending of a file name in lower case, with its dot; "" without one."""
    return PurePosixPath(name.lower()).suffix


def is_image(name: str) -> bool:
    """Tell whether a media file is an image by its ending."""
    return ending(name) in IMAGES


@lru_cache(maxsize=512)
def picture(name: str, data: bytes) -> Picture:
    """Return the image as the site serves it. Raises UnusableImageError."""
    return drawing(data) if ending(name) == ".svg" else photograph(name, data)
