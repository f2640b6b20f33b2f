"""Canaries: a word of its own in everything that only facilitators may see, and in what nobody may see.

The places come from the schemas' audiences, on content in which every field stands (`tests/every_field`), so that
a field that is new in a schema has a canary by itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tests.every_field.files import Content, Data, File, put
from tests.every_field.schema_parts import Part, Place, accepts, walk

CANARY = re.compile(rb"zq[0-9]{4}kanarie", re.IGNORECASE)

WITH_A_FORM = ("https://{}.example.org", "{}@example.org")
"""How a word can stand in a field with a form of its own. Dates, times and numbers are left to non-interference."""


@dataclass(slots=True)
class Planting:
    """Tokens, each with the place in which it stands. Those in `hidden` nobody should see."""

    content: Content
    tokens: dict[str, str] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)

    def token(self, place: str, *, hidden: bool = False) -> str:
        token = f"zq{len(self.tokens):04d}kanarie"
        self.tokens[token] = place
        if hidden:
            self.hidden.add(token)
        return token


def in_facilitators_fields(file: File, planting: Planting) -> None:
    """Write a token into each facilitators' text and id of a file."""
    mine = [place for place in walk(file.kind, file.data) if place.part.audience == "facilitator"]
    for place in mine:
        if place.part.is_text and (grown := with_token(place, planting)) is not None:
            put(file.data, place.steps, grown)
    for place in mine:
        if is_own_id(place.part):
            _rename(file.data, mine, place.value, planting.token(place.part.path))


def in_every_text(file: File, planting: Planting, *, hidden: bool = False) -> None:
    """Write a token into each text of a file, whoever may see it."""
    for place in list(walk(file.kind, file.data)):
        if place.part.is_text and (grown := with_token(place, planting, hidden=hidden)) is not None:
            put(file.data, place.steps, grown)


def with_token(place: Place, planting: Planting, *, hidden: bool = False) -> str | None:
    """Return the text at a place with a token in it, or None where no word can stand."""
    part = place.part
    if part.takes_any_words:
        between = "\n\n" if part.schema["x-text"] == "markdown" else " "
        return place.value.rstrip("\n") + between + planting.token(part.path, hidden=hidden)
    if "x-ref" in part.schema:
        return None
    form = next((form for form in WITH_A_FORM if accepts(part.schema, form.format("zq0000kanarie"))), None)
    return form.format(planting.token(part.path, hidden=hidden)) if form else None


def is_own_id(part: Part) -> bool:
    """Tell whether a part is the id of something, rather than a text or a reference."""
    return "pattern" in part.schema and not part.is_text and "x-ref" not in part.schema and part.path.endswith(".id")


def _rename(data: Data, among: list[Place], id: str, token: str) -> None:
    """Give something that only facilitators see another id, wherever they refer to it."""
    for place in among:
        if place.value == id and isinstance(place.value, str):
            put(data, place.steps, token)
        elif isinstance(place.value, dict) and id in place.value:
            renamed = {token if name == id else name: value for name, value in place.value.items()}
            place.value.clear()
            place.value.update(renamed)
