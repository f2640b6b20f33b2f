"""Pictures and sounds with a word in every corner where a program may leave one beside what is seen and heard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PIL import Image
from PIL.PngImagePlugin import PngInfo
from tests.every_field.written import DRAWING, picture
from tests.recordings.files import ape, box, clean, id3, id3_enhanced, id3_version_1, lyrics_with_length, with_box

Token = Callable[[str], str]
"""Gives a new word for a corner, by its name."""

TEXTS_OF_A_CAMERA = {0x010E: "description", 0x010F: "make", 0x0131: "software", 0x013B: "artist", 0x8298: "copyright"}
"""Tags of EXIF that hold text."""

XMP = (
    '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description>{}</rdf:Description>'
    '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
)


def drawing(beside: Token, title: str) -> bytes:
    """Return the drawing of the content with words beside it, and with a title, which belongs to it."""
    start, shapes = DRAWING.split("<title>Drie vakjes</title>")
    return (
        f'<?xml version="1.0"?><!-- {beside("comment")} -->{start}<title>{title}</title><!-- {beside("comment")} -->'
        f"<?note {beside('instruction')}?>{shapes}<!-- {beside('comment')} -->"
    ).encode()


def png(beside: Token) -> bytes:
    """Return a PNG with all kinds of text chunk, EXIF and XMP."""
    chunks = PngInfo()
    chunks.add_text("Comment", beside("tEXt"))
    chunks.add_text("Author", beside("zTXt"), zip=True)
    chunks.add_itxt("Description", beside("iTXt"), lang="nl", tkey=beside("translated name of iTXt"))
    chunks.add_itxt("Title", beside("iTXt"), zip=True)
    chunks.add_itxt("XML:com.adobe.xmp", XMP.format(beside("XMP")))
    return picture("PNG", "navy", pnginfo=chunks, exif=_exif(beside))


def jpeg(beside: Token) -> bytes:
    """Return a JPEG with a comment, EXIF, XMP, IPTC, a colour profile and words behind its end."""
    iptc = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0\0\0" + _iptc(beside("IPTC"))
    data = picture(
        "JPEG",
        "green",
        comment=beside("comment").encode(),
        exif=_exif(beside),
        xmp=XMP.format(beside("XMP")).encode(),
        icc_profile=beside("colour profile").encode(),
    )
    segment = b"\xff\xed" + (len(iptc) + 2).to_bytes(2, "big") + iptc
    return data[:2] + segment + data[2:] + beside("behind the end").encode()


def webp(beside: Token) -> bytes:
    """Return a WebP with EXIF and XMP."""
    return picture("WEBP", "grey", exif=_exif(beside), xmp=XMP.format(beside("XMP")).encode())


def frame(said: str) -> bytes:
    """Return a frame of MP3 with words in its sound."""
    return b"\xff\xf3\x84\xc0" + said.encode().ljust(188, b"\0")


def mp3(beside: Token, frames: bytes) -> bytes:
    """Return a sound with all kinds of tags."""
    before = [id3(beside("ID3").encode()), id3(beside("second ID3").encode()), ape(beside("APE at the start").encode())]
    behind = [
        lyrics_with_length(beside("Lyrics3").encode()),
        ape(beside("APE").encode()),
        id3(beside("ID3 at the end").encode(), footer=True),
        id3_enhanced(beside("TAG+").encode()),
        id3_version_1(beside("TAG").encode()),
    ]
    return b"".join([*before, frames, *behind])


def mp4(said: str) -> bytes:
    """Return a film with words among its pictures."""
    return with_box(clean("film.mp4"), (), box(b"mdat", said.encode()))


def captions(beside: Token, said: str) -> bytes:
    """Return captions with words in all that a viewer does not see."""
    return f"""\
WEBVTT {beside("title")}
{beside("head")}

NOTE {beside("remark")}
{beside("remark")}

STYLE
::cue(.{beside("class of a style")}) {{}}

REGION
id:{beside("id of a region")}

{beside("id")}
00:00.000 --> 00:02.000 region:{beside("region")}
<i.{beside("class")} {beside("annotation")}>{said}</i>

NOTE {beside("remark")}
""".encode()


def _exif(beside: Token) -> Any:
    exif = Image.Exif()
    for tag, name in TEXTS_OF_A_CAMERA.items():
        exif[tag] = beside(f"EXIF {name}")
    return exif


def _iptc(text: str) -> bytes:
    caption = b"\x1c\x02\x78" + len(text).to_bytes(2, "big") + text.encode()
    return len(caption).to_bytes(4, "big") + caption + b"\0" * (len(caption) % 2)
