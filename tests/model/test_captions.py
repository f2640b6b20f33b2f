"""Captions are written anew from what a viewer sees of them; what a browser would not show is reported by its line."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kring.model.sound_and_film.captions import captions
from kring.model.sound_and_film.faults import RecordingFault, UnusableRecordingError

FIRST = "00:00.000 --> 00:02.000"


def seen(text: str) -> str:
    return captions(text.encode()).decode()


def refused(text: str | bytes) -> tuple[RecordingFault, int, str]:
    with pytest.raises(UnusableRecordingError) as error:
        captions(text if isinstance(text, bytes) else text.encode())
    return error.value.fault, error.value.line, error.value.detail


def test_nothing_but_the_captions_is_left() -> None:
    text = f"""\
\ufeffWEBVTT - door Piet
Kind: van Piet

NOTE Piet zegt
meer van Piet

STYLE
::cue(.piet) {{ color: red }}

REGION
id:piet

piet-1
{FIRST} region:piet line:0 align:start
Adem in.
En uit.

NOTE
{FIRST}
Een id mag ook NOTE zijn.

NOTE van Piet"""
    for written in (text, text.replace("\n", "\r\n"), text.replace("\n", "\r")):
        assert seen(written) == (
            f"WEBVTT\n\n{FIRST} line:0 align:start\nAdem in.\nEn uit.\n\n{FIRST}\nEen id mag ook NOTE zijn.\n"
        )


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("<v Piet>Dag</v>", "<v Piet>Dag</v>"),
        ("<v.piet.red  Jan\tde Wit>Dag", "<v.red Jan de Wit>Dag"),
        ("<c.yellow.bg_black.piet>a</c>", "<c.yellow.bg_black>a</c>"),
        ("<i Piet>a</i.piet> <b>b</b> <u>c</u>", "<i>a</i> <b>b</b> <u>c</u>"),
        ("<ruby>a<rt>b</rt></ruby> <lang nl-NL>c</lang>", "<ruby>a<rt>b</rt></ruby> <lang nl-NL>c</lang>"),
        ("a<00:00:01.000>b", "a<00:00:01.000>b"),
        ("a < b > c & d", "a &lt; b &gt; c &amp; d"),
        ("a <3 b", "a &lt;3 b"),
        ("&lt;b&gt; &amp;amp; &eacute;", "&lt;b&gt; &amp;amp; é"),
        ("een&#10;&#10;twee&#0;&#x1b;", "een  twee\ufffd"),
        ("&#10;\nna", "na"),
        ("<v Piet", "&lt;v Piet"),
    ],
)
def test_the_words_of_a_caption_keep_their_tags_and_lose_what_nobody_sees(said: str, expected: str) -> None:
    written = seen(f"WEBVTT\n\n{FIRST}\n{said}\n")
    assert written == f"WEBVTT\n\n{FIRST}\n{expected}\n"
    assert seen(written) == written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", (RecordingFault.HEADING, 1, "")),
        (f"1\n{FIRST}\na", (RecordingFault.HEADING, 1, "")),
        ("WEBVTTPiet\n", (RecordingFault.HEADING, 1, "")),
        (f"WEBVTT\n{FIRST}\na", (RecordingFault.TIMES, 2, "")),
        ("WEBVTT\n\nPiet", (RecordingFault.TIMES, 3, "")),
        ("WEBVTT\n\n1\n00:00,000 --> 00:02,000\na", (RecordingFault.TIMES, 4, "")),
        ("WEBVTT\n\n00:02.000 --> 00:02.000\na", (RecordingFault.TIMES, 3, "")),
        ("WEBVTT\n\n00:٠0.000 --> 00:02.000\na", (RecordingFault.TIMES, 3, "")),
        (f"WEBVTT\n\n{FIRST}\na\n{FIRST}\nb", (RecordingFault.TIMES, 5, "")),
        (f"WEBVTT\n\nNOTE\na\n{FIRST}\nb", (RecordingFault.TIMES, 5, "")),
        (f"WEBVTT\n\n{FIRST} postion:5%\na", (RecordingFault.SETTING, 3, "postion:5%")),
        (f"WEBVTT\n\n{FIRST} align:Piet\na", (RecordingFault.SETTING, 3, "align:Piet")),
        (f"WEBVTT\n\n{FIRST}\na\n<font color=red>b", (RecordingFault.TAG, 5, "<font color=red>")),
        (f"WEBVTT\n\n{FIRST}\n<v>a", (RecordingFault.TAG, 4, "<v>")),
        (f"WEBVTT\n\n{FIRST}\n<lang Piet de Wit>a", (RecordingFault.TAG, 4, "<lang Piet de Wit>")),
        (b"WEBVTT\n\n\xff\n", (RecordingFault.SIGN, 3, "")),
        (b"WEBVTT\r\n\r\na\x1b\r\n", (RecordingFault.SIGN, 3, "")),
    ],
)
def test_what_a_browser_would_not_show_is_reported_by_its_line(
    text: str | bytes, expected: tuple[RecordingFault, int, str]
) -> None:
    assert refused(text) == expected


PIECES = ["WEBVTT", "\n", "\n\n", FIRST, " line:1", "NOTE", "STYLE", "a", "<v Piet>", "</v>", "<", ">", "&#10;", "&lt;"]


@given(st.lists(st.sampled_from([*PIECES, "-->", "<c.red>", "\r", "\t", " ", "&", "é", "\x85", "\x0c"]), max_size=30))
@settings(max_examples=500, deadline=None)
def test_what_is_written_reads_the_same_again(pieces: list[str]) -> None:
    with suppress(UnusableRecordingError):
        once = seen(f"WEBVTT\n\n{FIRST}\n{''.join(pieces)}")
        assert seen(once) == once


@given(st.binary(max_size=300))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_captions_or_refused(data: bytes) -> None:
    for start in (b"", b"WEBVTT\n\n", f"WEBVTT\n\n{FIRST}\n".encode()):
        with suppress(UnusableRecordingError):
            captions(start + data)
