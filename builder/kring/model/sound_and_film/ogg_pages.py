"""Ogg: pages of one stream of sound, Vorbis (xiph.org/vorbis/doc) or Opus (RFC 7845), whose comments name nobody."""

from __future__ import annotations

import re

from kring.model.sound_and_film.faults import RecordingFault, UnusableRecordingError
from kring.model.sound_and_film.parts import ENCODERS

HEAD = 27
"""Bytes of a page before its table of lengths."""

LONGEST_COMMENTS = 10_000
"""Bytes. What is longer holds more than the names of programs."""

VORBIS = (b"\1vorbis", b"\3vorbis")
OPUS = (b"OpusHead", b"OpusTags")
"""How the first two packets of a stream begin: what it is, and the comments."""

ENCODER = re.compile(rb"encoder=(?:" + ENCODERS.pattern + rb")", re.IGNORECASE)
"""The one comment that says nothing of anybody."""


def stream(data: bytes) -> bytes:
    """Return an Ogg file that holds nothing but one stream of sound. Raises UnusableRecordingError."""
    if not data.startswith(b"OggS"):
        raise UnusableRecordingError(RecordingFault.FORMAT, "Ogg")
    packets = [bytearray()]
    place = 0
    while place < len(data):
        lengths = _lengths(data, place)
        if data[place + 14 : place + 18] != data[14:18]:
            raise UnusableRecordingError(RecordingFault.MORE, "stream")
        place += HEAD + len(lengths)
        for length in lengths if len(packets) <= 2 else ():
            packets[-1] += data[place : place + length]
            place, lengths = place + length, lengths[1:]
            if length < 255:
                packets.append(bytearray())
            elif len(packets[-1]) > LONGEST_COMMENTS and len(packets) <= 2:
                raise UnusableRecordingError(RecordingFault.MORE, "comment")
        place += sum(lengths)
    _name_nobody([bytes(packet) for packet in packets[:2]])
    return data


def _lengths(data: bytes, place: int) -> bytes:
    """Return the table of lengths of the page that begins here."""
    head = data[place : place + HEAD]
    if len(head) < HEAD or head[:5] != b"OggS\0":
        raise UnusableRecordingError(RecordingFault.DAMAGED)
    lengths = data[place + HEAD : place + HEAD + head[26]]
    if len(lengths) < head[26] or place + HEAD + len(lengths) + sum(lengths) > len(data):
        raise UnusableRecordingError(RecordingFault.DAMAGED)
    return lengths


def _name_nobody(packets: list[bytes]) -> None:
    """Raise UnusableRecordingError unless the first packets of a stream say only what kind of sound follows."""
    first, second = packets if len(packets) == 2 else (b"", b"")
    kind = next((kind for kind in (VORBIS, OPUS) if first.startswith(kind[0]) and second.startswith(kind[1])), None)
    if kind is None:
        raise UnusableRecordingError(RecordingFault.FORMAT, "Ogg (Vorbis, Opus)")
    if not name_nobody(second.removeprefix(kind[1])):
        raise UnusableRecordingError(RecordingFault.MORE, "comment")


def name_nobody(comments: bytes) -> bool:
    """Tell whether comments in the form of Vorbis name programs alone."""
    maker, place = _text(comments, 0)
    many, place = int.from_bytes(comments[place : place + 4], "little"), place + 4
    if many > 1 or ENCODERS.fullmatch(maker) is None:
        return False
    comment, place = _text(comments, place) if many else (b"encoder=", place)
    # A bit of Vorbis ends them; programs that write Opus may keep room free.
    return ENCODER.fullmatch(comment) is not None and not comments[place:].lstrip(b"\1").strip(b"\0")


def _text(comments: bytes, place: int) -> tuple[bytes, int]:
    start = place + 4
    end = start + int.from_bytes(comments[place:start], "little")
    return comments[start:end], end
