"""A book as one value: who made it, when, from what; ready for the press."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from kring.model.media import picture
from kring.model.programmes import Change
from kring.pages.words import Words
from kring.print.resolve_links import images, resolve_links
from kring.print.typst_engine import compile_pdf
from kring.source.documents import Asset
from kring.theme_files import theme_folder

FINGERPRINT_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Imprint:
    """What stands on the title page and in the footers.

    `design` is the template: workbook, manual or one_session. `date` is that of the newest entry in the change log.
    """

    design: str
    language: str
    title: str
    subtitle: str
    readers: str | None
    organisation: str
    site_title: str
    colour: str
    version: str
    date: str
    authors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """All that a PDF is made from: the template, its data (as JSON knows it), and the pictures by path."""

    design: str
    data: Mapping[str, Any]
    pictures: Mapping[str, bytes]

    def pdf(self) -> bytes:
        """Return the PDF. Raises PrintError."""
        return compile_pdf(theme_folder() / "print" / f"{self.design}.typ", self.data, self.pictures)


def newest(change_log: Iterable[Change]) -> str:
    """Return the date of the newest entry of a change log, as 2026-09-01."""
    return max(change.date for change in change_log)


def bind(
    imprint: Imprint, content: Mapping[str, Any], assets: Mapping[tuple[str | None, str], Asset], words: Words
) -> Book:
    """Return the book of `content`: the values that its template puts in their places."""
    content = resolve_links(content)
    wanted = images(content)
    pictures = {asset.path: picture(asset.name, asset.data).data for asset in assets.values() if asset.path in wanted}
    data = {
        "content": content,
        "language": imprint.language,
        "title": imprint.title,
        "subtitle": imprint.subtitle,
        "readers": imprint.readers,
        "organisation": imprint.organisation,
        "site_title": imprint.site_title,
        "colour": imprint.colour,
        "version": words("book.version", version=imprint.version),
        "date": imprint.date,
        "date_in_words": words.date(imprint.date),
        "authors": list(imprint.authors),
    }
    data["fingerprint"] = words("book.fingerprint", fingerprint=fingerprint(data, pictures)[:FINGERPRINT_LENGTH])
    return Book(imprint.design, {**data, "words": dict(words.strings)}, pictures)


def as_preview(book: Book) -> Book:
    """Return a book that says on every page that it is a preview; it has no fingerprint to tell it by."""
    banner = book.data["words"]["shell.preview"]
    return replace(book, data={**book.data, "preview": banner, "fingerprint": banner})


def fingerprint(data: object, pictures: Mapping[str, bytes]) -> str:
    """Return a hash of all that a book is made from: equal books have equal ones, on every machine."""
    total = hashlib.sha256(json.dumps(data, sort_keys=True, ensure_ascii=False).encode())
    for name, content in sorted(pictures.items()):
        total.update(name.encode() + b"\0" + hashlib.sha256(content).digest())
    return total.hexdigest()
