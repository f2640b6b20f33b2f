"""Small recordings that ffmpeg made: with names in them, and as the command in our finding leaves them."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent

NAMES = tuple(sorted(file.name for file in (HERE / "clean").iterdir()))


def clean(name: str) -> bytes:
    """Return a recording of sound and picture alone."""
    return (HERE / "clean" / name).read_bytes()


def named(name: str) -> bytes:
    """Return the same recording with a title, a maker and a remark, each with `zq` in it."""
    return (HERE / "named" / name).read_bytes()


def box(kind: bytes, content: bytes) -> bytes:
    """Return a box of MP4."""
    return (len(content) + 8).to_bytes(4) + kind + content


def with_box(data: bytes, within: tuple[bytes, ...], added: bytes) -> bytes:
    """Return an MP4 file with a box at the end of the first box with each kind in `within`, one inside the other."""
    if not within:
        return data + added
    place = 0
    while data[place + 4 : place + 8] != within[0]:
        place += int.from_bytes(data[place : place + 4])
    end = place + int.from_bytes(data[place : place + 4])
    return data[:place] + box(within[0], with_box(data[place + 8 : end], within[1:], added)) + data[end:]


def element(id: str, content: bytes) -> bytes:
    """Return an element of WebM."""
    return bytes.fromhex(id) + (1 << 56 | len(content)).to_bytes(8) + content


def with_element(data: bytes, within: tuple[str, ...], added: bytes) -> bytes:
    """Return a WebM file with an element at the end of the first one with each id in `within`, one inside the other."""
    if not within:
        return data + added
    place = 0
    while True:
        id_end = place + 9 - data[place].bit_length()
        width = 9 - data[id_end].bit_length()
        start = id_end + width
        end = start + (int.from_bytes(data[id_end:start]) & ((1 << 7 * width) - 1))
        if data[place:id_end].hex().upper() == within[0]:
            return data[:place] + element(within[0], with_element(data[start:end], within[1:], added)) + data[end:]
        place = end


def id3(text: bytes, *, footer: bool = False) -> bytes:
    """Return a tag of ID3 version 2 with a title."""
    frame = b"TIT2" + (len(text) + 1).to_bytes(4) + b"\0\0\3" + text
    size = bytes(len(frame) >> shift & 0x7F for shift in (21, 14, 7, 0))
    head = b"\4\0" + (b"\x10" if footer else b"\0") + size
    return b"ID3" + head + frame + (b"3DI" + head if footer else b"")


def id3_version_1(text: bytes) -> bytes:
    """Return a tag of ID3 version 1."""
    return b"TAG" + text.ljust(124, b"\0") + b"\xff"


def id3_enhanced(text: bytes) -> bytes:
    """Return the longer tag that some programs write before one of ID3 version 1."""
    return b"TAG+" + text.ljust(223, b"\0") + id3_version_1(text)


def ape(text: bytes, *, head: bool = True) -> bytes:
    """Return a tag of APE."""
    item = len(text).to_bytes(4, "little") + bytes(4) + b"Title\0" + text
    rest = (2_000).to_bytes(4, "little") + (len(item) + 32).to_bytes(4, "little") + (1).to_bytes(4, "little")
    before = b"APETAGEX" + rest + b"\0\0\0\xa0" + bytes(8) if head else b""
    return before + item + b"APETAGEX" + rest + (b"\0\0\0\x80" if head else bytes(4)) + bytes(8)


def lyrics(text: bytes) -> bytes:
    """Return the first kind of Lyrics3, without a length."""
    return b"LYRICSBEGIN" + text + b"LYRICSEND" + id3_version_1(text)


def lyrics_with_length(text: bytes) -> bytes:
    """Return the second kind of Lyrics3."""
    content = b"LYRICSBEGIN" + b"LYR" + str(len(text)).zfill(5).encode() + text
    return content + str(len(content)).zfill(6).encode() + b"LYRICS200" + id3_version_1(text)
