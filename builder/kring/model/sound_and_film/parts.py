"""Files of parts within parts (MP4, WebM): an allow-list of parts, and the walk that holds a file to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kring.model.sound_and_film.faults import RecordingFault, UnusableRecordingError

MAX_PARTS = 500_000
"""An hour of sound in 10 MB has about 200,000 of them."""

ENCODERS = re.compile(
    rb"|(?:ffmpeg|Lav[cf]|HandBrake|libopus|Xiph\.Org libVorbis|AO; aoTuV|libwebm|QTmuxingAppLibWebM|Chrome|GStreamer)"
    rb"[\w .,:;()+-]{0,60}"
)
"""What programs call themselves in the files that they write; nobody else's words."""

Fits = Callable[[bytes], bool]
"""Whether what a part holds is allowed."""


def anything(_content: bytes) -> bool:
    """Tell that sound, picture, and the tables that say where they are may be any bytes."""
    return True


@dataclass(frozen=True, slots=True)
class Inside:
    """What a part may hold: parts by their kind, after some bytes of its own."""

    parts: Mapping[bytes, Inside | Fits]
    own: int = 0
    fits: Fits = anything


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before each part: its kind, and where it begins and ends."""

    kind: bytes
    start: int
    end: int


def hold_to(
    allowed: Inside, data: bytes, read: Callable[[bytes, int], Head], names: Callable[[bytes], str]
) -> set[bytes]:
    """Return the kinds of parts that a file consists of. Raises UnusableRecordingError where one is not allowed.

    `read` gives the head that stands at a place; it may raise IndexError where the file ends too soon.
    """
    seen: set[bytes] = set()
    many = 0
    waiting = [(b"", 0, len(data), allowed)]
    while waiting:
        kind, place, end, inside = waiting.pop()
        if not inside.fits(data[place : min(place + inside.own, end)]):
            raise UnusableRecordingError(RecordingFault.MORE, names(kind))
        place += inside.own
        if place > end:
            raise UnusableRecordingError(RecordingFault.DAMAGED)
        while place < end:
            head = _head(data, place, end, read)
            seen.add(head.kind)
            many += 1
            if many > MAX_PARTS:
                raise UnusableRecordingError(RecordingFault.TOO_MANY_PARTS)
            part = inside.parts.get(head.kind)
            if isinstance(part, Inside):
                waiting.append((head.kind, head.start, head.end, part))
            elif part is None or not part(data[head.start : head.end]):
                raise UnusableRecordingError(RecordingFault.MORE, names(head.kind))
            place = head.end
    return seen


def _head(data: bytes, place: int, end: int, read: Callable[[bytes, int], Head]) -> Head:
    try:
        head = read(data, place)
    except IndexError as error:
        raise UnusableRecordingError(RecordingFault.DAMAGED) from error
    if not head.start <= head.end <= end:
        raise UnusableRecordingError(RecordingFault.DAMAGED)
    return head


def zeros(content: bytes) -> bool:
    """Tell whether room that is kept free is free."""
    return content.count(0) == len(content)


def at_most(size: int) -> Fits:
    """Return the check of a part that holds a number, or a few."""
    return lambda content: len(content) <= size


def written(pattern: re.Pattern[bytes]) -> Fits:
    """Return the check of a part that holds a word of a known form."""
    return lambda content: pattern.fullmatch(content.rstrip(b"\0")) is not None
