"""The last step of a book's values: links that find no place in it keep their words; images in use are counted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

from kring.print.texts import BETWEEN

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
