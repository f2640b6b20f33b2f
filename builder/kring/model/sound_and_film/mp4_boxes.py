"""MP4 and M4A: a film or sound in boxes of which each is known to hold nothing but sound and picture (ISO 14496-12)."""

from __future__ import annotations

from functools import cache

from kring.model.sound_and_film.faults import RecordingFault, UnusableRecordingError
from kring.model.sound_and_film.parts import ENCODERS, Fits, Head, Inside, anything, at_most, hold_to, zeros

SOUND, PICTURE = b"soun", b"vide"
"""Kinds of tracks. Others hold subtitles, chapters, time codes, or where a camera was."""

HANDLERS = {b"", b"SoundHandler", b"VideoHandler", b"Core Media Audio", b"Core Media Video"}
"""What programs call a track when nobody gave it a name."""

COMPRESSOR = ("AVC Coding", "HEVC Coding", "VPC Coding", "AV1 Coding", "AOM Coding")
"""What programs call a way to store pictures."""


def sound_and_picture(data: bytes) -> bytes:
    """Return an MP4 file that holds nothing but sound and picture. Raises UnusableRecordingError."""
    return _held_to((SOUND, PICTURE), data)


def sound(data: bytes) -> bytes:
    """Return an M4A file that holds nothing but sound. Raises UnusableRecordingError."""
    return _held_to((SOUND,), data)


def _held_to(tracks: tuple[bytes, ...], data: bytes) -> bytes:
    if data[4:8] != b"ftyp":
        raise UnusableRecordingError(RecordingFault.FORMAT, "MP4")
    seen = hold_to(_boxes(tracks), data, _head, _name)
    if not seen >= {b"moov", b"trak", b"hdlr", b"mdat"}:
        raise UnusableRecordingError(RecordingFault.DAMAGED)
    return data


def _head(data: bytes, place: int) -> Head:
    size, kind, start = int.from_bytes(data[place : place + 4]), data[place + 4 : place + 8], place + 8
    if size == 1:
        size, start = int.from_bytes(data[place + 8 : place + 16]), place + 16
    return Head(kind, start, place + size if size else len(data))


def _name(kind: bytes) -> str:
    return "".join(sign if sign.isprintable() else "?" for sign in kind.decode("latin-1"))


def _undated(content: bytes) -> bool:
    """Tell whether a head of a film or track says nothing of when it was made."""
    return len(content) <= 128 and zeros(content[4 : 20 if content[:1] == b"\1" else 12])


def _handler(kinds: tuple[bytes, ...]) -> Fits:
    def fits(content: bytes) -> bool:
        kind, name = content[8:12], content[24:].rstrip(b"\0")
        return kind in kinds and name in HANDLERS

    return fits


def _in_this_file(content: bytes) -> bool:
    """Tell whether sound and picture are where they should be, rather than at an address."""
    return content == b"\0\0\0\1"


def _picture_format(own: bytes) -> bool:
    # A length, the name, and zeros up to 32 bytes.
    name = own[42:74]
    text = name[1 : 1 + name[0]] if name else b""
    plain = ENCODERS.fullmatch(text) is not None or text.decode("latin-1") in COMPRESSOR
    return plain and not name[1 + len(text) :].strip(b"\0")


def _on_screen(content: bytes) -> bool:
    """Tell whether colours are numbers, rather than a profile, in which words can stand."""
    return content[:4] in (b"nclx", b"nclc") and len(content) <= 11


FREE: dict[bytes, Inside | Fits] = {b"free": zeros, b"skip": zeros, b"wide": zeros}

FEW_NUMBERS = dict.fromkeys((b"pasp", b"btrt", b"fiel", b"clap", b"chrm", b"dOps"), at_most(300))

PICTURES = Inside(
    {
        **FEW_NUMBERS,
        **dict.fromkeys((b"avcC", b"hvcC", b"av1C", b"vpcC", b"esds"), at_most(10_000)),
        b"colr": _on_screen,
    },
    own=78,
    fits=_picture_format,
)

SOUNDS = Inside({**FEW_NUMBERS, b"esds": at_most(300), b"dfLa": at_most(42)}, own=28)

FORMATS = Inside(
    {
        **dict.fromkeys((b"avc1", b"avc3", b"hvc1", b"hev1", b"av01", b"vp08", b"vp09", b"mp4v"), PICTURES),
        **dict.fromkeys((b"mp4a", b"Opus", b"fLaC", b".mp3"), SOUNDS),
    },
    own=8,
)

TABLES = (
    *(b"stts", b"ctts", b"cslg", b"stsc", b"stsz", b"stz2", b"stco", b"co64", b"stss", b"stps", b"sdtp"),
    *(b"sgpd", b"sbgp"),
)

PROGRAM = Inside({b"\xa9too": Inside({b"data": lambda content: ENCODERS.fullmatch(content[8:]) is not None})})

NOTES = Inside({b"meta": Inside({b"hdlr": _handler((b"mdir",)), b"ilst": PROGRAM}, own=4, fits=zeros)})
"""What ffmpeg leaves where it has nothing to note but itself."""


@cache
def _boxes(tracks: tuple[bytes, ...]) -> Inside:
    media = Inside(
        {
            b"smhd": at_most(8),
            b"vmhd": at_most(12),
            b"dinf": Inside({b"dref": Inside({b"url ": _in_this_file}, own=8)}),
            b"stbl": Inside({b"stsd": FORMATS, **dict.fromkeys(TABLES, anything)}),
        }
    )
    track = {
        b"tkhd": _undated,
        b"edts": Inside({b"elst": anything}),
        b"mdia": Inside({b"mdhd": _undated, b"hdlr": _handler(tracks), b"minf": media, **FREE}),
        **FREE,
    }
    film = {b"mvhd": _undated, b"trak": Inside(track), b"udta": NOTES, **FREE}
    return Inside({b"ftyp": at_most(100), b"moov": Inside(film), b"mdat": anything, **FREE})
