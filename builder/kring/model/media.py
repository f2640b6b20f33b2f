"""Media as the site serves them: nothing but what is seen and heard. What a file is, its content says, not its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import PurePosixPath
from types import MappingProxyType

from kring.model.drawing import drawing
from kring.model.picture import Picture
from kring.model.sound_and_film.captions import captions
from kring.model.sound_and_film.mp4_boxes import sound, sound_and_picture
from kring.model.sound_and_film.mpeg_audio import frames
from kring.model.sound_and_film.ogg_pages import stream
from kring.model.sound_and_film.webm_elements import elements
from kring.source.read_bytes import PICTURES

IMAGES = PICTURES
AUDIO = (".mp3", ".m4a", ".ogg")
VIDEO = (".mp4", ".webm")
CAPTIONS = (".vtt",)

SERVED = (*IMAGES, *AUDIO, *VIDEO, *CAPTIONS)
"""Endings of the files that are served: to look at and to listen to, with captions. Nothing that a browser runs."""


SERVED_OF: Mapping[str, Callable[[bytes], bytes]] = MappingProxyType(
    {
        ".mp3": frames,
        ".m4a": sound,
        ".ogg": stream,
        ".mp4": sound_and_picture,
        ".webm": elements,
        ".vtt": captions,
    }
)
"""What is served of each kind of file with sound, film or captions. Each raises UnusableRecordingError."""


def ending(name: str) -> str:
    """Return the ending of a file name in lower case, with its dot; "" without one."""
    return PurePosixPath(name.lower()).suffix


def is_image(name: str) -> bool:
    """Tell whether a media file is an image by its ending."""
    return ending(name) in IMAGES


@lru_cache(maxsize=512)
def picture(name: str, data: bytes) -> Picture:
    """Return the image as the site serves it. Raises UnusableImageError."""
    if ending(name) == ".svg":
        return drawing(data)
    from kring.model.photograph import photograph  # noqa: PLC0415 -- only where there are pixels

    return photograph(name, data)


@lru_cache(maxsize=512)
def recording(name: str, data: bytes) -> bytes:
    """Return the sound, film or captions as the site serves them. Raises UnusableRecordingError."""
    return SERVED_OF[ending(name)](data)
