"""Captions (WebVTT, w3.org/TR/webvtt1), written anew from what a viewer sees: times, places and words.

Remarks, styles, regions, ids, and what stands behind the first word of the file are left out.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from kring.model.sound_and_film.faults import RecordingFault, UnusableRecordingError

ARROW = "-->"
TIME = r"(?:[0-9]{2,4}:)?[0-5][0-9]:[0-5][0-9]\.[0-9]{3}"
TIMES = re.compile(rf"[ \t]*({TIME})[ \t]*-->[ \t]*({TIME})(?:[ \t]+(.*))?")
LEFT_OUT = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t]|$)")

PERCENT = r"[0-9]{1,3}(?:\.[0-9]{1,6})?%"
SETTINGS = {
    "vertical": re.compile(r"rl|lr"),
    "line": re.compile(rf"(?:-?[0-9]{{1,3}}|{PERCENT})(?:,(?:start|center|end))?"),
    "position": re.compile(rf"{PERCENT}(?:,(?:line-left|center|line-right))?"),
    "size": re.compile(PERCENT),
    "align": re.compile(r"start|center|end|left|right"),
    "region": re.compile(r"\S*"),
}
"""What may stand behind the times: where a caption is shown. A region goes, as what describes it does."""

TAG = re.compile(rf"<(?:({TIME})|(/?)([A-Za-z]+)((?:\.[^\s<>.]*)*)(?:\s([^<>]*))?)>")
NAMES = ("c", "i", "b", "u", "ruby", "rt", "v", "lang")
NAMING = {"v": re.compile(r".+"), "lang": re.compile(r"[A-Za-z0-9]{1,8}(?:-[A-Za-z0-9]{1,8})*")}
"""Tags that say something themselves: who speaks, and in which language."""

COLOURS = re.compile(r"\.(?:bg_)?(?:white|lime|cyan|red|yellow|magenta|blue|black)(?=\.|$)")
"""Classes that every browser knows. Others are names of the author's own."""

NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")


def captions(data: bytes) -> bytes:
    """Return the captions with what a viewer sees of them alone. Raises UnusableRecordingError, with the line."""
    lines = _lines(data)
    if not re.fullmatch(r"WEBVTT(?:[ \t].*)?", lines[0]):
        raise UnusableRecordingError(RecordingFault.HEADING)
    blocks = _blocks(lines)
    first, heading = next(blocks)
    if any(ARROW in line for line in heading):
        raise UnusableRecordingError(RecordingFault.TIMES, line=first + 1)
    cues = (_cue(first, block) for first, block in blocks if not _is_left_out(block))
    return "\n\n".join(["WEBVTT", *cues]).encode() + b"\n"


def _lines(data: bytes) -> list[str]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise UnusableRecordingError(RecordingFault.SIGN, line=line) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if unseen := NO_TEXT.search(text):
        raise UnusableRecordingError(RecordingFault.SIGN, line=text.count("\n", 0, unseen.start()) + 1)
    return text.split("\n")


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield the number of its first line, and the lines of each block between empty lines."""
    block: list[str] = []
    for number, line in enumerate([*lines, ""], 1):
        if line:
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []


def _is_left_out(block: list[str]) -> bool:
    return LEFT_OUT.match(block[0]) is not None and not any(ARROW in line for line in block)


def _cue(first: int, block: list[str]) -> str:
    """Return a block that is shown, written anew. An id above the times goes, since nobody sees it."""
    arrows = [at for at, line in enumerate(block) if ARROW in line]
    at = arrows[0] if arrows else 0
    times = TIMES.fullmatch(block[at])
    if times is None or at > 1 or _milliseconds(times[1]) >= _milliseconds(times[2]):
        raise UnusableRecordingError(RecordingFault.TIMES, line=first + at)
    if len(arrows) > 1:
        raise UnusableRecordingError(RecordingFault.TIMES, line=first + arrows[1])
    placed = " ".join([f"{times[1]} {ARROW} {times[2]}", *_settings(times[3] or "", first + at)])
    said = _text("\n".join(block[at + 1 :]), first + at + 1)
    # An empty line would end the caption.
    return "\n".join([placed, *(line for line in said.split("\n") if line)])


def _milliseconds(time: str) -> int:
    seconds, _, rest = time.rpartition(".")
    total = 0
    for part in seconds.split(":"):
        total = total * 60 + int(part)
    return total * 1_000 + int(rest)


def _settings(settings: str, line: int) -> Iterator[str]:
    for setting in settings.split():
        name, _, value = setting.partition(":")
        if name not in SETTINGS or not SETTINGS[name].fullmatch(value):
            raise UnusableRecordingError(RecordingFault.SETTING, setting, line)
        if name != "region":
            yield setting


def _text(text: str, line: int) -> str:
    """Return the words of a caption: the tags that captions know, and everything else as words."""
    written, place = [], 0
    for tag in TAG.finditer(text):
        written += [_escaped(text[place : tag.start()]), _tag(tag, line + text.count("\n", 0, tag.start()))]
        place = tag.end()
    return "".join([*written, _escaped(text[place:])])


def _tag(tag: re.Match[str], line: int) -> str:
    time, closing, name, classes, words = tag.groups()
    if time:
        return f"<{time}>"
    words = " ".join(html.unescape(words or "").split()) if name in NAMING and not closing else ""
    if name not in NAMES or (name in NAMING and not closing and not NAMING[name].fullmatch(words)):
        raise UnusableRecordingError(RecordingFault.TAG, tag[0], line)
    colours = "" if closing else "".join(COLOURS.findall(classes))
    return f"<{closing}{name}{colours}{' ' if words else ''}{_escaped(words) if words else ''}>"


def _escaped(text: str) -> str:
    """Return words in which no sign can be taken for markup, however they were written."""
    return "\n".join(
        html.escape(" ".join(NO_TEXT.sub(" ", html.unescape(line)).splitlines()), quote=False)
        for line in text.split("\n")
    )
