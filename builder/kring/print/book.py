"""A book as one value: who made it, when, from what; ready for the press."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

from kring.model.media import picture
from kring.model.programmes import Change
from kring.pages.words import Words
from kring.print.texts import BETWEEN
from kring.print.typst_engine import compile_pdf
from kring.source.documents import Asset
from kring.theme_files import theme_folder

FOOTNOTES = ("footnote", "footnote_again")


def resolve_links(book: Any) -> Any:
    """Return the values of a book with every internal link leading to a place that is among them.

    A link to a heading that is not there leads to its entity; a link to an entity that is not there (a page of the
    site, say) becomes its words. Where a template leaves out what it was given, `prose.typ` does the same.
    """
    return _with_own_footnotes(_resolved(book, frozenset(_places(book))), count(1))


def images(book: Any) -> frozenset[str]:
    """Return the paths of the images in a book."""
    return frozenset(node["path"] for node in _nodes(book) if node.get("type") == "image")


def _resolved(node: Any, places: frozenset[str]) -> Any:
    if isinstance(node, list):
        return [new for item in node for new in _resolved_item(item, places)]
    if isinstance(node, dict):
        return {key: _resolved(value, places) for key, value in node.items()}
    return node


def _resolved_item(item: Any, places: frozenset[str]) -> list[Any]:
    """Return what stands in a list in the place of `item`: itself, or the words of a link that leads nowhere."""
    new = _resolved(item, places)
    if not isinstance(new, dict) or new.get("type") != "link" or new["label"] is None:
        return [new]
    candidates = (new["label"], new["label"].partition(BETWEEN)[0])
    label = next((candidate for candidate in candidates if candidate in places), None)
    return [{**new, "label": label}] if label else list(new["content"])


def _with_own_footnotes(node: Any, numbers: Iterator[int], text: int = 0) -> Any:
    """Return the book with footnote labels that differ from text to text: in the texts themselves each begins at 1."""
    if isinstance(node, list):
        return [_with_own_footnotes(item, numbers, text) for item in node]
    if not isinstance(node, dict):
        return node
    if node.get("type") == "prose":
        text = next(numbers)
    new = {key: _with_own_footnotes(value, numbers, text) for key, value in node.items()}
    return {**new, "label": f"{node['label']}.{text}"} if node.get("type") in FOOTNOTES else new


def _places(node: Any) -> Iterator[str]:
    for found in _nodes(node):
        if found.get("type") == "heading":
            yield found["slug"]
        elif found.get("type") != "link" and isinstance(found.get("label"), str) and "title" in found:
            yield found["label"]


def _nodes(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
    for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _nodes(child)


FINGERPRINT_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Imprint:
    """What stands on the title page and in the footers.

    `design` is the template of the book: the name of a file of `theme/print`. `date` is that of the newest entry in the
    change log. `large`: in large print.
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
    large: bool = False
    edition: str | None = None
    """The code of the participants' text; None in the book that it is made from, the workbook."""


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
        "large": imprint.large,
    }
    code = fingerprint(data, pictures)[:FINGERPRINT_LENGTH]
    made_from = words("book.fingerprint", fingerprint=code)
    # Workbook and manual of one text have the same: people who hold one of each see that they belong together.
    data["edition"] = imprint.edition or code
    belongs_to = f" · {words('book.edition', edition=imprint.edition)}" if imprint.edition is not None else ""
    data["fingerprint"] = made_from + belongs_to
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
