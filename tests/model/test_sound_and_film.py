"""Of sound and film only sound and picture are served: tags are cut off, and whatever else names people is refused."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.recordings.files import (
    NAMES,
    ape,
    box,
    clean,
    element,
    id3,
    id3_enhanced,
    id3_version_1,
    lyrics,
    lyrics_with_length,
    named,
    with_box,
    with_element,
)

from kring.model.media import SERVED_OF, recording
from kring.model.sound_and_film.faults import RecordingFault, UnusableRecordingError

WORD = b"zq-naam"
FRAMES = clean("sound.mp3")[20:]  # ffmpeg begins with an empty tag
BOXES = clean("film.mp4")
ELEMENTS = clean("film.webm")
PAGES = clean("sound.ogg")


def refused(name: str, data: bytes) -> tuple[RecordingFault, str]:
    with pytest.raises(UnusableRecordingError) as error:
        recording(name, data)
    return error.value.fault, error.value.detail


@pytest.mark.parametrize("name", NAMES)
def test_sound_and_picture_alone_are_served_as_they_are(name: str) -> None:
    data = clean(name)
    assert recording(name, data) == (FRAMES if name.endswith(".mp3") else data)


@pytest.mark.parametrize("name", NAMES)
def test_what_a_program_notes_about_a_recording_is_not_served(name: str) -> None:
    assert b"zq-" in named(name)
    if name.endswith(".mp3"):
        assert b"zq-" not in recording(name, named(name))
    else:
        assert refused(name, named(name))[0] is RecordingFault.MORE


BEFORE = [id3(WORD), id3(WORD, footer=True), id3(WORD) * 3, ape(WORD) + id3(WORD), id3(WORD) + bytes(300)]
BEHIND = [
    id3_version_1(WORD),
    id3_enhanced(WORD),
    id3(WORD, footer=True),
    ape(WORD),
    ape(WORD, head=False),
    lyrics(WORD),
    lyrics_with_length(WORD),
    ape(WORD) + lyrics_with_length(WORD),
    id3(WORD, footer=True) + ape(WORD) + id3_enhanced(WORD),
    bytes(300) + id3_version_1(WORD),
]


@pytest.mark.parametrize("before", [b"", *BEFORE])
@pytest.mark.parametrize("behind", [b"", *BEHIND])
def test_tags_before_and_behind_the_frames_of_an_mp3_are_cut_off(before: bytes, behind: bytes) -> None:
    assert FRAMES.startswith(b"\xff\xf3")
    assert recording("a.mp3", before + FRAMES + behind) == FRAMES


def test_the_last_frame_of_an_mp3_goes_where_it_is_cut_off() -> None:
    whole = recording("a.mp3", FRAMES[:-1])
    assert FRAMES.startswith(whole)
    assert len(FRAMES) - 500 < len(whole) < len(FRAMES)
    assert recording("a.mp3", whole) == whole


HTML = b"<!doctype html><script>alert(1)</script>"


@pytest.mark.parametrize("ending", SERVED_OF)
@pytest.mark.parametrize("data", [b"", HTML, HTML.replace(b"<", b"\0"), bytes(500), b"RIFF1234WAVEfmt "])
def test_what_is_no_recording_is_refused_whatever_its_name(ending: str, data: bytes) -> None:
    expected = RecordingFault.FORMAT
    if ending == ".vtt":
        expected = RecordingFault.SIGN if b"\0" in data else RecordingFault.HEADING
    assert refused(f"a{ending}", data)[0] is expected


@pytest.mark.parametrize("ending", SERVED_OF)
@pytest.mark.parametrize("name", NAMES)
def test_a_recording_is_what_it_holds_and_not_what_it_is_called(ending: str, name: str) -> None:
    own = PurePosixPath(name).suffix
    if ending != own and (own, ending) != (".m4a", ".mp4"):
        refused(f"a{ending}", clean(name))


@pytest.mark.parametrize("junk", [HTML, id3(WORD), b"\xff", FRAMES[:150]])
def test_anything_between_the_frames_of_an_mp3_is_refused(junk: bytes) -> None:
    assert refused("a.mp3", FRAMES + junk + FRAMES) == (RecordingFault.DAMAGED, "")


NAME = box(b"\xa9nam", box(b"data", bytes(8) + WORD))
TEXT_TRACK = box(b"hdlr", bytes(8) + b"text" + bytes(12) + b"SoundHandler\0")
COLOUR = box(b"colr", b"prof" + WORD)
IN_MOVIE = [
    ((), box(b"uuid", bytes(16) + WORD), "uuid"),
    ((), box(b"free", WORD), "free"),
    ((), box(b"skip", WORD), "skip"),
    ((), box(b"meta", WORD), "meta"),
    ((), box(b"udta", WORD), "udta"),
    ((), box(b"moof", WORD), "moof"),
    ((b"moov",), box(b"udta", box(b"\xa9xyz", b"+52.1+004.1/")), "©xyz"),
    ((b"moov",), box(b"udta", box(b"meta", bytes(4) + box(b"ilst", NAME))), "©nam"),
    ((b"moov",), box(b"meta", WORD), "meta"),
    ((b"moov",), box(b"iods", WORD), "iods"),
    ((b"moov", b"trak"), box(b"udta", box(b"name", WORD)), "udta"),
    ((b"moov", b"trak", b"mdia"), box(b"hdlr", bytes(8) + b"vide" + bytes(12) + WORD), "hdlr"),
    ((b"moov", b"trak", b"mdia"), TEXT_TRACK, "hdlr"),
    ((b"moov", b"trak", b"mdia"), box(b"mdhd", bytes(4) + WORD + bytes(12)), "mdhd"),
    ((b"moov", b"trak", b"mdia", b"minf", b"dinf"), box(b"dref", bytes(8) + box(b"url ", bytes(4) + WORD)), "url "),
    ((b"moov", b"trak", b"mdia", b"minf", b"stbl"), box(b"stsd", bytes(8) + box(b"tx3g", WORD)), "tx3g"),
    ((b"moov", b"trak", b"mdia", b"minf", b"stbl"), box(b"stsd", bytes(8) + box(b"avc1", bytes(78) + COLOUR)), "colr"),
]


@pytest.mark.parametrize(("within", "added", "found"), IN_MOVIE)
def test_boxes_of_an_mp4_that_may_name_somebody_are_refused(
    within: tuple[bytes, ...], added: bytes, found: str
) -> None:
    assert recording("a.mp4", with_box(BOXES, within, b"")) == BOXES
    assert refused("a.mp4", with_box(BOXES, within, added)) == (RecordingFault.MORE, found)


def test_names_and_dates_in_the_own_bytes_of_a_box_are_refused() -> None:
    assert refused("a.mp4", BOXES.replace(b"VideoHandler", b"zq-naamlang\0")) == (RecordingFault.MORE, "hdlr")
    sample = BOXES.index(b"avc1", BOXES.index(b"stsd")) + 4
    name = sample + 42
    assert refused("a.mp4", BOXES[:name] + b"\7" + WORD + BOXES[name + 8 :]) == (RecordingFault.MORE, "avc1")
    assert refused("a.mp4", BOXES[:name] + b"\0" + WORD + BOXES[name + 8 :]) == (RecordingFault.MORE, "avc1")
    assert recording("a.mp4", BOXES[:name] + b"\x0aAVC Coding" + BOXES[name + 11 :])
    made = BOXES.index(b"mvhd") + 8
    assert refused("a.mp4", BOXES[:made] + b"\1" + BOXES[made + 1 :]) == (RecordingFault.MORE, "mvhd")


def test_an_m4a_holds_no_pictures() -> None:
    assert refused("a.m4a", BOXES) == (RecordingFault.MORE, "hdlr")
    assert recording("a.mp4", clean("sound.m4a"))


SEGMENT, INFO, TRACKS, TRACK = "18538067", "1549A966", "1654AE6B", "AE"
SIMPLE_TAG = element("45A3", b"TITLE") + element("4487", WORD)
IN_SEGMENT = [
    ((SEGMENT,), element("1254C367", element("7373", element("67C8", SIMPLE_TAG))), "TagName"),
    ((SEGMENT,), element("1941A469", WORD), "Attachments"),
    ((SEGMENT,), element("1043A770", WORD), "Chapters"),
    ((SEGMENT,), element("EC", WORD), "Void"),
    ((), element("EC", WORD), "Void"),
    ((SEGMENT, INFO), element("7BA9", WORD), "Title"),
    ((SEGMENT, INFO), element("7384", WORD), "SegmentFilename"),
    ((SEGMENT, INFO), element("4461", bytes(8)), "DateUTC"),
    ((SEGMENT, INFO), element("5741", WORD), "WritingApp"),
    ((SEGMENT, TRACKS, TRACK), element("536E", WORD), "Name"),
    ((SEGMENT, TRACKS, TRACK), element("258688", WORD), "CodecName"),
    ((SEGMENT, TRACKS, TRACK), element("83", b"\x11"), "TrackType"),
    ((SEGMENT, TRACKS, TRACK), element("86", b"S_TEXT/UTF8"), "CodecID"),
    ((SEGMENT, TRACKS, TRACK), element("63A2", bytes(400)), "CodecPrivate"),
    ((SEGMENT, TRACKS, TRACK), element("63A2", b"\2"), "CodecPrivate"),
    ((SEGMENT,), element("4DFF", WORD), "4DFF"),
]


@pytest.mark.parametrize(("within", "added", "found"), IN_SEGMENT)
def test_elements_of_a_webm_that_may_name_somebody_are_refused(
    within: tuple[str, ...], added: bytes, found: str
) -> None:
    assert recording("a.webm", with_element(ELEMENTS, within, b""))
    assert refused("a.webm", with_element(ELEMENTS, within, added)) == (RecordingFault.MORE, found)


def test_what_ffmpeg_notes_of_itself_in_a_webm_may_stay() -> None:
    assert b"ENCODER" in clean("vorbis.webm")
    assert b"DURATION" in ELEMENTS


def comments(*said: bytes, maker: bytes = b"ffmpeg", end: bytes = b"\1") -> bytes:
    words = b"".join(len(word).to_bytes(4, "little") + word for word in said)
    return b"\3vorbis" + len(maker).to_bytes(4, "little") + maker + len(said).to_bytes(4, "little") + words + end


def page(*packets: bytes, serial: bytes = b"1234") -> bytes:
    lengths = b"".join(b"\xff" * (len(packet) // 255) + bytes([len(packet) % 255]) for packet in packets)
    return b"OggS\0\0" + bytes(8) + serial + bytes(8) + bytes([len(lengths)]) + lengths + b"".join(packets)


FIRST = b"\1vorbis" + bytes(23)
VORBIS = [
    (comments(), None),
    (comments(b"encoder=Lavc59.37.100 libvorbis"), None),
    (comments(b"title=zq-naam"), "comment"),
    (comments(b"encoder=Lavc", b"title=zq-naam"), "comment"),
    (comments(maker=WORD), "comment"),
    (comments(end=b"\1" + WORD), "comment"),
    (comments(b"METADATA_BLOCK_PICTURE=" + b"A" * 20_000), "comment"),
]


@pytest.mark.parametrize(("second", "found"), VORBIS)
def test_comments_in_ogg_and_webm_name_programs_alone(second: bytes, found: str | None) -> None:
    data = page(FIRST) + (page(second) if len(second) < 60_000 else b"") + page(b"sound")
    private = b"\2" + bytes([len(FIRST), min(len(second), 254)]) + FIRST + second + b"setup"
    film = with_element(clean("vorbis.webm"), (SEGMENT, TRACKS, TRACK), element("63A2", private))
    if found is None:
        assert recording("a.ogg", data) == data
        assert recording("a.webm", film) == film
    else:
        assert refused("a.ogg", data) == (RecordingFault.MORE, found)
        assert refused("a.webm", film) == (RecordingFault.MORE, "CodecPrivate")


def test_an_ogg_file_is_one_stream() -> None:
    assert refused("a.ogg", PAGES + page(WORD)) == (RecordingFault.MORE, "stream")
    assert refused("a.ogg", PAGES + WORD) == (RecordingFault.DAMAGED, "")
    assert refused("a.ogg", page(b"fishead\0") + page(WORD)) == (RecordingFault.FORMAT, "Ogg (Vorbis, Opus)")


@pytest.mark.parametrize("name", NAMES)
def test_a_recording_that_is_cut_off_is_refused_or_ends_earlier(name: str) -> None:
    data = clean(name)
    for end in range(0, len(data), 97):
        with suppress(UnusableRecordingError):
            assert data.find(recording(name, data[:end])) >= 0


@given(
    data=st.one_of(st.binary(max_size=300), st.sampled_from([named(name) for name in NAMES])),
    at=st.integers(0, 6_000),
    noise=st.binary(max_size=40),
    kind=st.sampled_from(sorted(SERVED_OF)),
)
@settings(max_examples=400, deadline=None)
def test_any_bytes_are_served_or_refused(data: bytes, at: int, noise: bytes, kind: str) -> None:
    at = min(at, len(data))
    with suppress(UnusableRecordingError):
        served = recording(f"a{kind}", data[:at] + noise + data[at + len(noise) :])
        assert recording(f"a{kind}", served) == served, "what is served is clean"


@given(name=st.sampled_from(NAMES), at=st.integers(0, 6_000), noise=st.binary(min_size=1, max_size=8))
@settings(max_examples=400, deadline=None)
def test_any_change_of_a_recording_is_served_or_refused(name: str, at: int, noise: bytes) -> None:
    data = clean(name)
    at = min(at, len(data))
    with suppress(UnusableRecordingError):
        recording(name, data[:at] + noise + data[at + len(noise) :])


FRAME = b"\xff\xf3\x14\xc0" + bytes(20)
LARGE: dict[str, Callable[[int], bytes]] = {
    "a.mp3": lambda size: FRAME * (size // 24),
    "tags.mp3": lambda size: (b"ID3\4" + bytes(6)) * (size // 10),
    "behind.mp3": lambda size: FRAME + (b"APETAGEX" + bytes(24)) * (size // 32),
    "a.mp4": lambda size: BOXES + box(b"free", b"") * (size // 8),
    "a.webm": lambda size: ELEMENTS + b"\xec\x80" * (size // 2),
    "a.ogg": lambda size: page(FIRST) + page(comments()) + (page()) * (size // 27),
    "segments.ogg": lambda size: page(FIRST) + page(comments()) + page(*[b""] * 255) * (size // 282),
    "a.vtt": lambda size: b"WEBVTT\n\n00:00.000 --> 00:01.000\n" + b"<" * size,
    "tag.vtt": lambda size: b"WEBVTT\n\n00:00.000 --> 00:01.000\n<v" + b" \t" * (size // 2),
    "cues.vtt": lambda size: b"WEBVTT\n\n" + b"00:00.000 --> 00:01.000\n\n" * (size // 25),
}


@pytest.mark.parametrize("name", LARGE)
def test_the_largest_file_takes_less_than_three_seconds(name: str) -> None:
    data = LARGE[name](9_900_000)
    assert len(data) > 9_000_000
    start = time.process_time()
    with suppress(UnusableRecordingError):
        recording(name, data)
    assert time.process_time() - start < 3
