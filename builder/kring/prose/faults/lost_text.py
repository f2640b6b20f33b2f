"""Text that an author wrote and no reader would see, or see in the wrong place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from kring.prose.faults.fault import Fault, shown
from kring.prose.places import of_block, whole_line

_CODE_FENCE_END = re.compile(r"[\s>]*(?P<fence>`{3,}|~{3,})[ \t]*")


def unused_definitions(stream: Sequence[Token], lines: list[str]) -> Iterator[Fault]:
    """Yield footnotes and link definitions that nothing refers to, or whose label was taken already."""
    used_links = {str(token.meta["label"]) for token in _inside(stream) if "label" in token.meta and token.attrs}
    used_notes = {str(token.meta["label"]) for token in _inside(stream) if token.type == "footnote_ref"}
    for token in stream:
        if token.type == "definition":
            used, label, written = used_links, str(token.meta["id"]), f"[{token.meta['label']}]:"
        elif token.type == "footnote_reference_open":
            used, label, written = used_notes, str(token.meta["label"]), f"[^{token.meta['label']}]:"
        else:
            continue
        if label not in used:
            yield Fault("prose/unused-definition", of_block(lines, token), {"label": shown(written)})
        used.discard(label)  # a second definition of the same label shows nowhere


def surplus_cells(stream: Sequence[Token], lines: list[str]) -> Iterator[Fault]:
    """Yield table rows with more cells than the header."""
    columns = 0
    for token in stream:
        if token.type == "thead_open":
            columns = 0
        elif token.type == "tr_open":
            cells = int(token.meta["cells"])
            columns = columns or cells
            if cells > columns:
                facts = {"cells": str(cells), "columns": str(columns)}
                yield Fault("prose/table-row", of_block(lines, token), facts)


def unclosed_code(stream: Sequence[Token], lines: list[str]) -> Iterator[Fault]:
    """Yield code blocks that run to the end of the text, with all that follows in them."""
    for token in stream:
        if token.type != "fence" or not token.map:
            continue
        first, end = token.map
        match = _CODE_FENCE_END.fullmatch(lines[end - 1]) if end - 1 > first else None
        if not match or not match["fence"].startswith(token.markup):
            yield Fault("prose/unclosed-code", whole_line(lines, first), {"fence": token.markup})


def _inside(stream: Sequence[Token]) -> Iterator[Token]:
    for token in stream:
        for child in token.children or ():
            yield child
            yield from child.children or ()
