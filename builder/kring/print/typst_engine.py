"""From a template and plain data to the bytes of a PDF/UA-1 file: the only module that knows Typst.

Writes the template, the data and the images to a temporary folder, which is all that Typst may read.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Literal

import typst

from kring.own_files import write
from kring.theme_files import theme_folder

STANDARD: Literal["ua-1"] = "ua-1"

TIMESTAMP = 0
"""Seconds since 1970. The same on every day, so that the same data gives the same bytes."""


UNPRINTABLE = re.compile(r'the text `"(.+?)"` could not be displayed')


class PrintError(Exception):
    """Typst refused a book or warned about it; the message says what and where.

    `unprintable` are the characters that no font of the theme has (an emoji, say), if that is the reason.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.unprintable = tuple(dict.fromkeys(_unescaped(text) for text in UNPRINTABLE.findall(message)))


def _unescaped(text: str) -> str:
    """Return characters that Typst names by number, or with a backslash, as they are."""
    named = re.sub(r"\\u\{([0-9a-f]+)\}", lambda match: chr(int(match[1], 16)), text)
    return re.sub(r"\\(.)", r"\1", named)


def compile_pdf(template: Path, data: object, images: Mapping[str, bytes]) -> bytes:
    """Return the PDF that `template` makes of `data`.

    The template and the `.typ` files beside it find the data as `/book.json`, and each of the `images`
    as `/images/` plus its key, a relative path. Raises PrintError on any error and on any warning.
    """
    with _laid_out(template, data, images) as (root, main):
        return _compile(root, main)


def draw_pages(template: Path, data: object, images: Mapping[str, bytes], *, ppi: int) -> list[bytes]:
    """Return a picture (PNG) of each page of the same book, at so many pixels an inch."""
    with _laid_out(template, data, images) as (root, main):
        drawn = typst.compile(
            main,
            root=root,
            font_paths=_fonts(_state(theme_folder() / "fonts")),
            ignore_system_fonts=True,
            format="png",
            ppi=ppi,
        )
    return drawn if isinstance(drawn, list) else [drawn]


@contextmanager
def _laid_out(template: Path, data: object, images: Mapping[str, bytes]) -> Iterator[tuple[Path, Path]]:
    """Lay templates, data and images out in a folder of the moment; yield it, and the template in it."""
    with tempfile.TemporaryDirectory(prefix="kring-print-") as folder:
        root = Path(folder)
        for source in sorted(template.parent.glob("*.typ")):
            write(root, source.name, source.read_bytes())
        write(root, "book.json", json.dumps(data, ensure_ascii=False).encode())
        for name, content in images.items():
            write(root, PurePosixPath("images") / name, content)
        yield root, root / template.name


def _compile(root: Path, main: Path) -> bytes:
    try:
        pdf, warnings = typst.compile_with_warnings(
            main,
            root=root,
            font_paths=_fonts(_state(theme_folder() / "fonts")),
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=STANDARD,
            timestamp=TIMESTAMP,
        )
    except typst.TypstError as error:
        raise PrintError(_without_folder(error.diagnostic or error.message, root)) from error
    if warnings:
        found = "\n".join(warning.diagnostic or warning.message for warning in warnings)
        raise PrintError(_without_folder(found, root))
    return pdf


def _state(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Return what tells one state of a folder of files from another."""
    found = ((path.name, path.stat()) for path in sorted(folder.iterdir()))
    return tuple((name, status.st_size, status.st_mtime_ns) for name, status in found)


@lru_cache(maxsize=1)
def _fonts(state: object) -> typst.Fonts:  # noqa: ARG001 - it says when to load them again
    """Return the fonts of the theme and those inside Typst, never those of the machine."""
    return typst.Fonts(include_system_fonts=False, font_paths=[str(theme_folder() / "fonts")])


def _without_folder(message: str, root: Path) -> str:
    """Return a message that names the template alone: the folder is another one each time."""
    return re.sub(rf"\S*{re.escape(root.name)}/", "", message).strip()
