"""MP3: the frames of sound alone. Tags before and behind them are cut off; anything else is refused.

Formats of the tags: https://id3.org, https://wiki.hydrogenaudio.org (APEv2), https://id3.org/Lyrics3v2.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kring.model.sound_and_film.faults import RecordingFault, UnusableRecordingError

V1, V2, V2_5 = 3, 2, 0
"""Versions of MPEG, as a frame gives them."""

BIT_RATES: Mapping[int, tuple[int, ...]] = MappingProxyType(
    {
        V1: (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
        V2: (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
        V2_5: (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
    }
)
"""Thousands of bits a second, by the version and by what a frame says (from 1)."""

SAMPLE_RATES: Mapping[int, tuple[int, ...]] = MappingProxyType(
    {V1: (44_100, 48_000, 32_000), V2: (22_050, 24_000, 16_000), V2_5: (11_025, 12_000, 8_000)}
)
LAYER_THREE = 1

LONGEST_LYRICS = 5_100 + 20
"""Bytes of the first kind of Lyrics3, which does not say its length. No other tag shows itself further from the end."""


def frames(data: bytes) -> bytes:
    """Return the frames of an MP3 file without its tags. Raises UnusableRecordingError.

    A first frame that says how long the sound is (Xing, LAME) stays: players need it. A last frame that is cut off
    goes, as do the zeros with which some programs fill a file up.
    """
    start, end = _without_tags(data)
    while start < end and data[start] == 0:
        start += 1
    if end - start < 4 or not _length(data, start):
        raise UnusableRecordingError(RecordingFault.FORMAT, "MP3")
    return data[start : _end_of_frames(data, start, end)]


def _end_of_frames(data: bytes, start: int, end: int) -> int:
    """Return where the last whole frame ends. Raises UnusableRecordingError where something else follows it."""
    same, place = _sort(data, start), start
    while place + 4 <= end and (length := _length(data, place)) and _sort(data, place) == same:
        if place + length > end:
            # A frame that is cut off.
            end = place
        else:
            place += length
    if place == start or data.count(0, place, end) != end - place:
        raise UnusableRecordingError(RecordingFault.DAMAGED)
    return place


def _sort(data: bytes, place: int) -> tuple[int, int]:
    """Return what all frames of a file share: the version with the layer, and the sample rate."""
    return data[place + 1] & 0b1111_1110, data[place + 2] & 0b1100


def _length(data: bytes, place: int) -> int:
    """Return the bytes of the frame that begins here; 0 where none does."""
    second, third = data[place + 1], data[place + 2]
    version, layer = second >> 3 & 3, second >> 1 & 3
    bit_rate, sample_rate, padding = third >> 4, third >> 2 & 3, third >> 1 & 1
    is_frame = data[place] == 0xFF and second >= 0xE0 and version in BIT_RATES and layer == LAYER_THREE
    if not is_frame or not 1 <= bit_rate <= 14 or sample_rate == 3:
        return 0
    samples = 144 if version == V1 else 72
    return samples * BIT_RATES[version][bit_rate - 1] * 1_000 // SAMPLE_RATES[version][sample_rate] + padding


def _without_tags(data: bytes) -> tuple[int, int]:
    """Return where the tags at the start end, and where those at the end begin."""
    start, end = 0, len(data)
    while size := next((size for tag in AT_THE_START if (size := tag(data, start))), 0):
        start = min(start + size, end)
    while size := next((size for tag in AT_THE_END if (size := tag(data[max(start, end - LONGEST_LYRICS) : end]))), 0):
        end = max(end - size, start)
    return start, end


def _id3_at_start(data: bytes, place: int) -> int:
    head = data[place : place + 10]
    if len(head) < 10 or not head.startswith(b"ID3"):
        return 0
    return 10 + _seven_bits(head[6:]) + (10 if head[5] & 0x10 else 0)


def _ape_at_start(data: bytes, place: int) -> int:
    head = data[place : place + 32]
    return 32 + int.from_bytes(head[12:16], "little") if len(head) == 32 and head.startswith(b"APETAGEX") else 0


def _id3_version_1(tail: bytes) -> int:
    if tail[-128:-125] != b"TAG":
        return 0
    return 128 + 227 if tail[-355:-351] == b"TAG+" else 128


def _id3_at_end(tail: bytes) -> int:
    foot = tail[-10:]
    return 20 + _seven_bits(foot[6:]) if len(foot) == 10 and foot.startswith(b"3DI") else 0


def _ape_at_end(tail: bytes) -> int:
    foot = tail[-32:]
    if len(foot) < 32 or not foot.startswith(b"APETAGEX"):
        return 0
    with_head = foot[23] & 0x80
    return max(32, int.from_bytes(foot[12:16], "little")) + (32 if with_head else 0)


def _lyrics(tail: bytes) -> int:
    if tail.endswith(b"LYRICS200") and (size := tail[-15:-9]).isdigit():
        return int(size) + 15
    begin = tail.rfind(b"LYRICSBEGIN") if tail.endswith(b"LYRICSEND") else -1
    return len(tail) - begin if begin >= 0 else 0


def _seven_bits(four: bytes) -> int:
    """Return a number of which each byte carries seven bits."""
    return sum((byte & 0x7F) << shift for byte, shift in zip(four, (21, 14, 7, 0), strict=True))


AT_THE_START: tuple[Callable[[bytes, int], int], ...] = (_id3_at_start, _ape_at_start)
"""Each gives the bytes of the tag that begins at a place; 0 where none does."""

AT_THE_END: tuple[Callable[[bytes], int], ...] = (_id3_version_1, _id3_at_end, _ape_at_end, _lyrics)
"""Each gives the bytes of the tag with which these bytes end; 0 where they end with none."""
