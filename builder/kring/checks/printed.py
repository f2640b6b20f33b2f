"""What a script needs on paper exists: cards, strips and sheets that materials name, and texts that fit on a card."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from kring.findings import Finding
from kring.model.activities import Activity, LibraryActivity, Material
from kring.model.catalogue import Catalogue
from kring.model.reading import Handout
from kring.model.sessions import Session
from kring.prose.parse import tree
from kring.prose.pieces import pieces
from kring.prose.text import Prose
from kring.prose.tree import Paragraph, contents, is_images_only, plain
from kring.source.documents import Key

PRINTED = re.compile(
    r"kaart(?:en|jes?)?\b|\bstroo?k(?:en|jes?)?\b|blad(?:en)?\b|\bbordjes?\b"
    r"|\boverzicht van\b|\bbriefjes? (?:van|met)\b",
    re.IGNORECASE,
)
"""Words for what is printed, also at the end of a longer word: tekenkaarten, werkblad."""

MADE_ON_THE_SPOT = re.compile(r"\b(?:leeg|lege|losse|blanco|papier|vorige|mandje|zo groot als)\b", re.IGNORECASE)
"""Words for paper without words, and for what a group has made itself."""

LONGEST: Mapping[str, int] = MappingProxyType({"wallet": 110, "strip": 160, "a6": 300, "a5": 500, "sign": 700})
"""Signs that fit on a card of this size in letters that can be read at arm's length, in large print too."""

A_LINE: Mapping[str, int] = MappingProxyType({"wallet": 24, "strip": 52, "a6": 36, "a5": 52, "sign": 52})
"""Signs that fit on one line of it: a short line takes the room of a whole one."""


def materials_without_a_sheet(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield materials that name something printed, which nobody can print."""
    for key, material in _materials(catalogue):
        word = PRINTED.search(material.item)
        if material.handout is None and word and not MADE_ON_THE_SPOT.search(material.item):
            place = catalogue.entities.place(key, "item", within=material.span)
            yield Finding("print/no-sheet", place, {"item": material.item})


def long_cards(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield texts that do not fit on their card."""
    for key, entity in catalogue.entities.by_key.items():
        if not isinstance(entity, Handout) or entity.cards is None:
            continue
        most = LONGEST[entity.cards.size]
        for card in entity.cards.items:
            for name, text in (("text", card.text), ("back", card.back)):
                length = _room(text, A_LINE[entity.cards.size]) if text is not None else 0
                if length > most:
                    place = catalogue.entities.place(key, name, within=card.span)
                    yield Finding("print/card-too-long", place, {"length": str(length), "most": str(most)})


def _room(text: Prose, line: int) -> int:
    """Return the signs of a text, each paragraph but the last up to the end of its line; pictures take what is left."""
    lengths = [
        len(plain(content))
        for piece in pieces(text)
        for block in tree(piece.text).everything()
        if not (isinstance(block, Paragraph) and is_images_only(block.content))
        for content in contents(block)
    ]
    return sum(line * math.ceil(length / line) for length in lengths[:-1]) + sum(lengths[-1:])


def _materials(catalogue: Catalogue) -> Iterator[tuple[Key, Material]]:
    for key, entity in catalogue.entities.by_key.items():
        match entity:
            case LibraryActivity():
                yield from ((key, material) for material in entity.activity.materials)
            case Session():
                steps = (step for step in entity.agenda if isinstance(step, Activity))
                for materials in (entity.materials, *(step.materials for step in steps)):
                    yield from ((key, material) for material in materials)
            case _:
                pass
