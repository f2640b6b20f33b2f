"""Sound, film and captions that cannot be served are reported, with the command that makes a clean file of them."""

from __future__ import annotations

import shlex
import shutil
import subprocess

import pytest
from tests.checks.roots import Root
from tests.conftest import TESTS
from tests.needed import lacking
from tests.recordings.files import NAMES, clean, named

from kring.rules.phrasing import hint, message


@pytest.mark.parametrize(
    ("name", "data", "rule", "said"),
    [
        ("a.mp3", b"<!doctype html>", "unusable-recording", "`a.mp3` kan niet op de site: het is geen MP3."),
        ("a.OGG", clean("film.webm"), "unusable-recording", "`a.OGG` kan niet op de site: het is geen Ogg."),
        ("a.mp4", clean("film.mp4")[:-9], "unusable-recording", "`a.mp4` kan niet op de site: het is afgebroken of beschadigd."),
        ("a.mp4", named("film.mp4"), "more-than-recording", "In `a.mp4` staat meer dan geluid en beeld: het onderdeel `mvhd`."),
        ("a.webm", named("film.webm"), "more-than-recording", "In `a.webm` staat meer dan geluid en beeld: het onderdeel `TagName`."),
        ("a.vtt", b"1\n", "unreadable-captions", "`a.vtt` is niet te lezen: op de eerste regel hoort `WEBVTT` te staan."),
    ],
)  # fmt: skip
def test_what_cannot_be_served_is_reported(root: Root, name: str, data: bytes, rule: str, said: str) -> None:
    root.write({f"content/media/{name}": data})
    findings = [finding for finding in root.findings() if finding.rule != "id/unused"]
    (finding,) = [finding for finding in findings if finding.rule == f"media/{rule}"]
    assert str(finding.span) == f"content/media/{name}:1:1"
    assert message(finding, "nl") == said


def test_a_mistake_in_captions_has_its_line_and_is_shown_in_short(root: Root) -> None:
    root.write({"content/media/a.vtt": f"WEBVTT\n\n00:00.000 --> 00:01.000\na\n<font\n{'b' * 200}>c\n"})
    (finding,) = [finding for finding in root.findings() if finding.rule == "media/unreadable-captions"]
    assert finding.span.start.line == 5
    assert f"`<font {'b' * 53}…`" in message(finding, "nl")


def test_what_is_something_else_gets_no_command_that_would_fail(root: Root) -> None:
    root.write({"content/media/a.mp3": "<!doctype html>"})
    (finding,) = [finding for finding in root.findings() if finding.rule == "media/unusable-recording"]
    assert "ffmpeg" not in hint(finding, "nl")
    assert ".mp3, .m4a, .ogg, .mp4, .webm" in hint(finding, "nl")


@pytest.mark.parametrize("name", [name for name in NAMES if not name.endswith(".mp3")])
def test_the_command_in_the_hint_makes_a_file_that_can_be_served(root: Root, name: str) -> None:
    if shutil.which("ffmpeg") is None:
        lacking("needs ffmpeg: apt-get install ffmpeg")
    path = f"content/media/mijn opname's {name}"
    root.write({path: named(name)})
    (finding,) = [finding for finding in root.findings() if finding.rule.startswith("media/")]
    command = shlex.split(hint(finding, "nl").split("`")[1])
    assert command[:3] == ["ffmpeg", "-i", path]
    subprocess.run([*command, "-v", "error"], cwd=root.folder, check=True)
    root.write({path: (root.folder / command[-1]).read_bytes()})
    assert [finding for finding in root.findings() if finding.rule.startswith("media/")] == []


def test_an_mp3_with_something_between_its_frames_is_mended_by_the_command(root: Root) -> None:
    if shutil.which("ffmpeg") is None:
        lacking("needs ffmpeg: apt-get install ffmpeg")
    root.write({"content/media/a.mp3": clean("sound.mp3") + b"<html>" + clean("sound.mp3")})
    (finding,) = [finding for finding in root.findings() if finding.rule.startswith("media/")]
    subprocess.run(shlex.split(hint(finding, "nl").split("`")[1]), cwd=root.folder, check=True, capture_output=True)
    root.write({"content/media/a.mp3": (root.folder / "out.mp3").read_bytes()})
    assert [finding for finding in root.findings() if finding.rule.startswith("media/")] == []


def test_the_documentation_gives_the_command_for_a_film(root: Root) -> None:
    root.write({"content/media/film.mp4": named("film.mp4")})
    (finding,) = [finding for finding in root.findings() if finding.rule.startswith("media/")]
    page = TESTS.parent / "docs/pages/zo-doe-je-dat/beeld-en-geluid.md"
    assert f"\n{hint(finding, 'nl').split('`')[1]}\n" in page.read_text(encoding="utf-8")
