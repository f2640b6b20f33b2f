"""Hosts: each site has one of its own, and nothing that participants are shown leads to the facilitators'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import unquote, urlsplit

from kring.findings import Finding, Span
from kring.language.passages import Passage, all_shown
from kring.model.catalogue import Catalogue
from kring.prose.dialect import source_lines
from kring.prose.faults.fault import shown
from kring.prose.links import address, anchors
from kring.prose.parse import tree
from kring.prose.pieces import FACILITATOR, cut
from kring.prose.places import Place, span
from kring.prose.text import Form, Prose
from kring.source.documents import Document

HTTPS_PORT = "443"

Origin = tuple[str, str]
"""What a browser takes together as one: host and port, of addresses that all begin with https."""

_ADDRESS = re.compile(r"(?:https?:)?[/\\]{2,}(?P<authority>[^\s/\\?#<>()\[\]\"'`|]+(?<![.,;:!]))", re.IGNORECASE)
"""An address as it may stand among words, whether a link is made of it or not."""

_SIGNS_OF_ONE = ("//", "\\", "&")
"""Without any of these no address can stand in a text, however it is written."""


def one_host(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield the address of the facilitators' site where it is on the host of the participants'."""
    config = catalogue.config
    if config is None or config.addresses.participant is None or config.addresses.facilitator is None:
        return
    host = _origin_at(config.addresses.facilitator)
    if host == _origin_at(config.addresses.participant):
        places = [catalogue.entities.place(config.key, "addresses", name) for name in ("facilitator", "participant")]
        yield Finding("site/one-host", places[0], {"host": host[0]}, (places[1],))


def links_to_facilitators(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield addresses on the host of the facilitators' site, wherever participants would meet them."""
    config = catalogue.config
    if config is None or config.addresses.facilitator is None:
        return
    theirs = _origin_at(config.addresses.facilitator)
    own = None if config.addresses.participant is None else _origin_at(config.addresses.participant)
    if own != theirs:
        for document in catalogue.entities.documents.values():
            yield from _leading_there(document, theirs, own)


def origin(authority: str) -> Origin:
    """Return what a browser asks, of the part of an address before its path: no user, no final dot, plain letters."""
    host, _, port = unquote(authority).rpartition("@")[2].partition(":")
    host = host.rstrip(".").lower()
    if not host.isascii():
        with suppress(UnicodeError):  # of a host for which no browser asks
            host = host.encode("idna").decode().rstrip(".")
    return host, port.lstrip("0") or HTTPS_PORT


def _origin_at(address: str) -> Origin:
    return origin(urlsplit(address).netloc)


def _leading_there(document: Document, theirs: Origin, own: Origin | None) -> Iterator[Finding]:
    """Yield the addresses on their host; where it bears the name of our own, only those at their port."""
    compared = slice(2) if own is not None and own[0] == theirs[0] else slice(1)
    for passage in all_shown(document):
        if any(sign in passage.text for sign in _SIGNS_OF_ONE):
            for place, written in _addresses(passage):
                found = _ADDRESS.match(written)
                if found and origin(found["authority"])[compared] == theirs[compared]:
                    yield Finding("site/facilitators-host", place, {"address": shown(written), "host": theirs[0]})


def _addresses(passage: Passage) -> Iterator[tuple[Span, str]]:
    """Yield every address in a text with its place: those of links as they work, others as they are written."""
    prose = Prose(passage.text, passage.form or Form.INLINE, passage.span, passage.line_start)
    for piece in cut(prose.text, prose.form).pieces:
        if piece.container == FACILITATOR:
            continue
        links = anchors(tree(piece.text)) if passage.form is not None else []
        yield from ((span(prose, piece.first_line, link.place), address(link).strip()) for link in links)
        for number, line in enumerate(source_lines(piece.text), start=1):
            for match in _ADDRESS.finditer(line):
                place = Place(number, match.start() + 1, len(match[0]))
                if not any(_holds(link.place, place) for link in links):
                    yield span(prose, piece.first_line, place), match[0]


def _holds(whole: Place, part: Place) -> bool:
    return whole.line == part.line and whole.column <= part.column < whole.column + whole.width
