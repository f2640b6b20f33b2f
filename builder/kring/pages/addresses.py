"""Addresses: where in the site each thing stands. Derived from ids alone, so they last."""

from __future__ import annotations

from kring.pages.words import Words
from kring.source.documents import Key
from kring.source.kinds import KINDS


def address(key: Key, words: Words) -> str:
    """Return the address of an entity from the root of the site, without a leading slash."""
    spec = KINDS[key.kind]
    if spec.at_top:
        return f"{key.id}/"
    segment = words.segment(key.kind.value)
    if spec.path is not None:
        return f"{segment}/"
    within = f"{key.programme}/" if key.programme else ""
    return f"{within}{segment}/{key.id}/"


def below(key: Key, part: str, words: Words) -> str:
    """Return the address of a further page or print of an entity, such as its catch-up page."""
    segment = words.segment(part)
    return f"{address(key, words)}{segment}" + ("" if "." in segment else "/")


def media_address(programme: str | None, name: str, width: int | None = None) -> str:
    """Return the address of a media file; with `width`, of the copy of an image that is so many pixels wide.

    Folders of media have no folders in them, so that no file of an author can stand where a copy does.
    """
    copy = f"{width}/" if width else ""
    return f"{programme}/media/{copy}{name}" if programme else f"media/{copy}{name}"


def relative(to: str, page: str) -> str:
    """Return the link from the page at address `page` to the address `to` (both from the root)."""
    here, there = page.split("/")[:-1], to.split("/")
    while here and len(there) > 1 and here[0] == there[0]:
        here, there = here[1:], there[1:]
    return "../" * len(here) + "/".join(there) or "./"
