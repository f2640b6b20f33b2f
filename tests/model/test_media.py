"""Images are served resized, encoded again and without anything but what can be seen; whatever else is refused."""

from __future__ import annotations

import io
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from tests.model.images import SECRET, claiming, drawing, encoded, moving, scene, swapped_profile, told, turned

from kring.model.media import picture
from kring.model.photograph import MAX_PIXELS
from kring.model.picture import ImageFault, Picture, UnusableImageError


def fault(name: str, data: bytes) -> ImageFault:
    with pytest.raises(UnusableImageError) as refused:
        picture(name, data)
    return refused.value.fault


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def sizes(shown: Picture) -> list[tuple[int, int]]:
    return [(copy.width, copy.height) for copy in (*shown.smaller, shown)]


@pytest.mark.parametrize(
    ("width", "height", "expected"),
    [
        (3000, 1500, [(480, 240), (960, 480), (1600, 800)]),
        (1500, 3000, [(480, 960), (960, 1920), (1500, 3000)]),
        (1280, 640, [(480, 240), (960, 480), (1280, 640)]),
        (1000, 500, [(480, 240), (1000, 500)]),
        (600, 300, [(600, 300)]),
        (40, 30, [(40, 30)]),
    ],
)
def test_a_photograph_comes_in_the_sizes_that_screens_need(
    width: int, height: int, expected: list[tuple[int, int]]
) -> None:
    shown = picture("foto.jpg", encoded(scene(width, height), "JPEG"))
    assert sizes(shown) == expected
    for copy in (*shown.smaller, shown):
        assert opened(copy.data).size == (copy.width, copy.height)
    weights = [len(copy.data) for copy in (*shown.smaller, shown)]
    assert weights == sorted(weights)


@pytest.mark.parametrize(("name", "format"), [("a.png", "PNG"), ("a.jpeg", "JPEG"), ("a.webp", "WEBP")])
def test_a_copy_has_the_format_of_its_ending_and_the_same_bytes_each_time(name: str, format: str) -> None:
    data = encoded(scene(1200, 900), format)
    shown = picture(name, data)
    assert [opened(copy.data).format for copy in (*shown.smaller, shown)] == [format] * len(sizes(shown))
    picture.cache_clear()
    assert picture(name, data) == shown


def test_a_copy_that_is_no_lighter_is_not_made() -> None:
    lines = Image.new("RGB", (1600, 40), "white")
    for x in range(0, 1600, 2):
        lines.putpixel((x, x % 40), (0, 0, 0))
    shown = picture("lijnen.png", encoded(lines, "PNG"))
    assert all(len(copy.data) < len(shown.data) for copy in shown.smaller)
    assert picture("beeld.svg", drawing('<path d="M0 0h9"/>', 'viewBox="0 0 2000 900"')).smaller == ()


def test_nothing_that_a_camera_wrote_is_left() -> None:
    data = told(1300, 900)
    assert data.count(SECRET) == 3
    shown = picture("foto.jpg", data)
    for copy in (*shown.smaller, shown):
        assert SECRET not in copy.data
        assert not {"exif", "comment", "icc_profile", "photoshop", "xmp"} & opened(copy.data).info.keys()


def test_a_photograph_that_lies_on_its_side_is_turned_upright() -> None:
    assert sizes(picture("foto.jpg", turned(1200, 600))) == [(600, 1200)]
    assert sizes(picture("foto.jpg", turned(3000, 1400))) == [(480, 1029), (960, 2057), (1400, 3000)]


@pytest.mark.parametrize(
    ("name", "image", "seen"),
    [
        ("a.png", Image.new("I;16", (8, 8), 128 * 257), (128, 128, 128)),
        ("a.png", Image.new("L", (8, 8), 128), (128, 128, 128)),
        ("a.png", Image.new("1", (8, 8), 1), (255, 255, 255)),
        ("a.png", Image.new("RGB", (8, 8), (0, 128, 0)).quantize(4), (0, 128, 0)),
        ("a.png", Image.new("RGBA", (8, 8), (0, 128, 0, 50)), (0, 128, 0, 50)),
        ("a.png", Image.new("LA", (8, 8), (128, 50)), (128, 128, 128, 50)),
        ("a.webp", Image.new("RGB", (8, 8), (128, 128, 128)), (128, 128, 128)),
        ("a.jpg", Image.new("CMYK", (8, 8), (0, 0, 0, 127)), (128, 128, 128)),
        ("a.jpg", Image.new("L", (8, 8), 128), (128, 128, 128)),
    ],
    ids=lambda value: value.mode if isinstance(value, Image.Image) else None,
)
def test_the_colours_stay_whatever_the_kind_of_pixels(name: str, image: Image.Image, seen: tuple[int, ...]) -> None:
    format = {"a.png": "PNG", "a.jpg": "JPEG", "a.webp": "WEBP"}[name]
    shown = opened(picture(name, encoded(image, format, **({"lossless": True} if format == "WEBP" else {}))).data)
    found = shown.getpixel((4, 4))
    assert isinstance(found, tuple)
    assert all(abs(a - b) <= 2 for a, b in zip(found, seen, strict=True)), found


def test_a_profile_is_not_served_but_its_colours_are() -> None:
    red = Image.new("RGB", (8, 8), (255, 0, 0))
    kept = opened(picture("foto.png", encoded(red, "PNG", icc_profile=swapped_profile())).data)
    assert kept.getpixel((4, 4)) == (0, 255, 0), "what the profile calls red is green"
    assert "icc_profile" not in kept.info
    plain = opened(picture("foto.png", encoded(red, "PNG", icc_profile=b"broken")).data)
    assert plain.getpixel((4, 4)) == (255, 0, 0)


def test_several_views_in_one_file_of_a_camera_are_one_photograph() -> None:
    views = [scene(600, 400), scene(300, 200)]
    data = encoded(views[0], "MPO", save_all=True, append_images=views[1:])
    assert Image.open(io.BytesIO(data)).format == "MPO"
    shown = picture("foto.jpg", data)
    assert (shown.width, opened(shown.data).format) == (600, "JPEG")


HIDDEN = f'<?xml version="1.0" encoding="utf-16"?><!DOCTYPE svg>{drawing("").decode()}'


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.png", b"", ImageFault.UNREADABLE),
        ("a.jpg", encoded(scene(800, 600), "JPEG")[:2000], ImageFault.UNREADABLE),
        ("a.png", encoded(scene(80, 60), "PNG")[:-40], ImageFault.UNREADABLE),
        ("a.png", claiming(8, 8)[:40], ImageFault.UNREADABLE),
        ("a.png", claiming(100_000, 100_000), ImageFault.TOO_LARGE),
        ("a.png", claiming(10_000, MAX_PIXELS // 10_000 + 1), ImageFault.TOO_LARGE),
        ("a.png", moving("PNG"), ImageFault.ANIMATED),
        ("a.webp", moving("WEBP"), ImageFault.ANIMATED),
        ("a.png", moving("GIF"), ImageFault.FORMAT),
        ("a.png", encoded(scene(8, 8), "TIFF"), ImageFault.FORMAT),
        ("a.jpg", encoded(scene(8, 8), "WEBP"), ImageFault.ENDING),
        ("jpg.png", encoded(scene(8, 8), "JPEG"), ImageFault.ENDING),
        ("a.png", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(x) run\n", ImageFault.UNREADABLE),
        ("a.svg", drawing("<script>1</script>"), ImageFault.ELEMENT),
        ("a.svg", drawing("<style>*{}</style>"), ImageFault.ELEMENT),
        ("a.svg", drawing("<foreignObject/>"), ImageFault.ELEMENT),
        ("a.svg", drawing('<image href="data:image/png;base64,AA"/>'), ImageFault.ELEMENT),
        ("a.svg", drawing('<a href="javascript:1"/>'), ImageFault.ELEMENT),
        ("a.svg", drawing('<path onload="1"/>'), ImageFault.ATTRIBUTE),
        ("a.svg", drawing('<path style="zoom:2"/>'), ImageFault.ATTRIBUTE),
        ("a.svg", drawing('<path fill="url(//x)"/>'), ImageFault.VALUE),
        ("a.svg", drawing("<g>" * 200 + "</g>" * 200), ImageFault.ELEMENT),
        ("a.svg", b'<!DOCTYPE svg [<!ENTITY a "aa">]>' + drawing("<text>&a;</text>"), ImageFault.DOCUMENT_TYPE),
        ("a.svg", HIDDEN.encode("utf-16"), ImageFault.UNREADABLE),
        ("a.svg", drawing("", ""), ImageFault.NO_SIZE),
        ("a.svg", drawing("", 'viewBox="0 0 1e9 9"'), ImageFault.NO_SIZE),
        ("a.svg", b"\xff\xfe", ImageFault.UNREADABLE),
    ],
)  # fmt: skip
def test_a_file_that_may_not_be_served(name: str, data: bytes, expected: ImageFault) -> None:
    assert fault(name, data) is expected


def test_a_drawing_keeps_its_shapes_and_words_and_loses_its_comments() -> None:
    shown = picture("a.svg", drawing(f"<!-- {SECRET.decode()} --><title>Rust</title><path d='M0 0h9'/>"))
    assert (shown.width, shown.height) == (10, 10)
    assert b"<title>Rust</title>" in shown.data
    assert SECRET not in shown.data


HEADS = [
    encoded(scene(9, 9), "PNG"),
    encoded(scene(9, 9), "JPEG"),
    encoded(scene(9, 9), "WEBP"),
    drawing('<path d="M0 0h9"/>'),
]


@given(
    head=st.sampled_from(HEADS),
    at=st.integers(0, 400),
    noise=st.binary(max_size=40),
    name=st.sampled_from(["a.png", "a.jpg", "a.webp", "a.svg"]),
)
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_an_image_or_refused(head: bytes, at: int, noise: bytes, name: str) -> None:
    at = min(at, len(head))
    with suppress(UnusableImageError):
        assert picture(name, head[:at] + noise + head[at + len(noise) :]).width > 0
