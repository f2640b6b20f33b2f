"""WebM: a film in elements of which each is known to hold nothing but sound and picture (RFC 8794, RFC 9559)."""

from __future__ import annotations

import re

from kring.model.sound_and_film.faults import RecordingFault, UnusableRecordingError
from kring.model.sound_and_film.ogg_pages import VORBIS, name_nobody
from kring.model.sound_and_film.parts import ENCODERS, Fits, Head, Inside, anything, at_most, hold_to, written, zeros

EBML, SEGMENT, INFO, TRACKS, CLUSTER = (
    bytes.fromhex(id) for id in ("1A45DFA3", "18538067", "1549A966", "1654AE6B", "1F43B675")
)

NAMES = {
    bytes.fromhex(id): name
    for id, name in (
        ("1254C367", "Tags"),
        ("1941A469", "Attachments"),
        ("1043A770", "Chapters"),
        ("7BA9", "Title"),
        ("7384", "SegmentFilename"),
        ("4461", "DateUTC"),
        ("536E", "Name"),
        ("4D80", "MuxingApp"),
        ("5741", "WritingApp"),
        ("45A3", "TagName"),
        ("4487", "TagString"),
        ("86", "CodecID"),
        ("258688", "CodecName"),
        ("63A2", "CodecPrivate"),
        ("83", "TrackType"),
        ("EC", "Void"),
    )
}
"""What is refused most, by the name that it has in programs that show it."""


def elements(data: bytes) -> bytes:
    """Return a WebM file that holds nothing but sound and picture. Raises UnusableRecordingError."""
    if not data.startswith(EBML):
        raise UnusableRecordingError(RecordingFault.FORMAT, "WebM")
    seen = hold_to(FILE, data, _head, lambda kind: NAMES.get(kind, kind.hex().upper()))
    if not seen >= {SEGMENT, TRACKS, CLUSTER}:
        raise UnusableRecordingError(RecordingFault.DAMAGED)
    return data


def _head(data: bytes, place: int) -> Head:
    id = data[place : place + 9 - data[place].bit_length()]
    start = place + len(id)
    width = 9 - data[start].bit_length()
    size = int.from_bytes(data[start : start + width]) & ((1 << 7 * width) - 1)
    # What has no known length (all bits set) reaches past the end, and so is told to be damaged.
    return Head(id, start + width, start + width + size)


def _numbers(*ids: str) -> dict[bytes, Inside | Fits]:
    return dict.fromkeys(map(bytes.fromhex, ids), at_most(8))


def _inside(**parts: Inside | Fits) -> dict[bytes, Inside | Fits]:
    """Return parts by their id, written as `x` and the id in hexadecimal digits."""
    return {bytes.fromhex(id[1:]): part for id, part in parts.items()}


def _codec(content: bytes) -> bool:
    """Tell whether what a decoder needs to begin names nobody. Vorbis keeps its comments here, between two others."""
    if not content.startswith(b"\2"):
        return len(content) <= 300
    # Two lengths, of a byte each, and what they are the lengths of.
    first, second = (*content[1:3], 255, 255)[:2]
    comments = content[3 + first : 3 + first + second]
    is_vorbis = max(first, second) < 255 and comments.startswith(VORBIS[1])
    return is_vorbis and name_nobody(comments.removeprefix(VORBIS[1]))


# Room that is kept free, and a checksum; they may stand anywhere.
ANYWHERE = _inside(xEC=zeros, xBF=at_most(4))

WEBM = _inside(x4282=written(re.compile(rb"webm")))

# Version, needed version, longest id and size, version of the kind of file.
OPENING = Inside({**WEBM, **ANYWHERE, **_numbers("4286", "42F7", "42F2", "42F3", "4287", "4285")})

SEEKING = Inside({**_inside(x4DBB=Inside(_numbers("53AB", "53AC"))), **ANYWHERE})

PROGRAMS = _inside(x4D80=written(ENCODERS), x5741=written(ENCODERS))

ABOUT = Inside({**PROGRAMS, **_numbers("2AD7B1", "4489"), **ANYWHERE})

# Of pictures: how they are scanned and cropped, how large they are, and their colours.
COLOURS = Inside(
    {
        **_numbers(
            "55B1", "55B2", "55B3", "55B4", "55B5", "55B6", "55B7", "55B8", "55B9", "55BA", "55BB", "55BC", "55BD"
        ),
        **_inside(x55D0=Inside(_numbers(*(f"55D{digit}" for digit in "123456789A")))),
    }
)
PICTURES = Inside(
    {
        **_numbers(
            "9A", "9D", "53B8", "53C0", "B0", "BA", "54AA", "54BB", "54CC", "54DD", "54B0", "54BA", "54B2", "54B3"
        ),
        **_inside(x55B0=COLOURS),
        **ANYWHERE,
    }
)
SOUNDS = Inside({**_numbers("B5", "78B5", "9F", "6264"), **ANYWHERE})

TRACK = Inside(
    {
        **_numbers("D7", "73C5", "B9", "88", "55AA", "9C", "6DE7", "6DF8", "23E383", "23314F", "55EE", "56AA", "56BB"),
        **_inside(
            x83=written(re.compile(rb"[\1\2]")),
            x22B59C=written(re.compile(rb"[a-z]{3}")),
            x86=written(re.compile(rb"V_VP8|V_VP9|V_AV1|A_VORBIS|A_OPUS")),
            x63A2=_codec,
            xE0=PICTURES,
            xE1=SOUNDS,
        ),
        **ANYWHERE,
    }
)

GROUP = Inside({**_inside(xA1=anything), **_numbers("9B", "FB", "75A2", "FA"), **ANYWHERE})

PIECE = Inside({**_inside(xA3=anything, xA0=GROUP), **_numbers("E7", "A7", "AB"), **ANYWHERE})

POSITIONS = Inside(_numbers("F7", "F1", "F0", "B2", "5378"))

CUES = Inside({**_inside(xBB=Inside({**_inside(xB7=POSITIONS), **_numbers("B3")})), **ANYWHERE})

# The notes that ffmpeg cannot be kept from writing: how long each track is, and which program wrote it.
SAID = _inside(
    x45A3=written(re.compile(rb"DURATION|ENCODER")),
    x4487=written(re.compile(rb"[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{1,9}|" + ENCODERS.pattern)),
)
NOTE = _inside(x63C0=Inside(_numbers("68CA", "63C5")), x67C8=Inside({**SAID, **_numbers("4484")}))

NOTES = Inside({**_inside(x7373=Inside({**NOTE, **ANYWHERE})), **ANYWHERE})

FILM = Inside(
    {
        **_inside(x114D9B74=SEEKING, x1549A966=ABOUT, x1654AE6B=Inside({**_inside(xAE=TRACK), **ANYWHERE})),
        **_inside(x1F43B675=PIECE, x1C53BB6B=CUES, x1254C367=NOTES),
        **ANYWHERE,
    }
)

FILE = Inside({EBML: OPENING, SEGMENT: FILM, **ANYWHERE})
