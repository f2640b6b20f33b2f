"""Pieces of a text: what stands between `:::` fences, cut apart before anything is parsed.

A container is a line `::: name`, or `::: name Title`, its text, and a line `:::`. Fences stand at the
very beginning of a line, at the top level of the text. Each piece is parsed alone, so that nothing
defined in one (a footnote, a link address) can be seen from another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from kring.prose.dialect import new_parser, source_lines
from kring.prose.text import Form, Prose

FOR_PARTICIPANTS = ("note", "example", "exercise")
FACILITATOR = "facilitator"

_UNIX = re.compile(r"\r\n?")
_FENCE = re.compile(r":{3,}\s*(?P<name>\S*)\s*(?P<title>.*?)\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text: `container` is the name of its container, as written, or None for the text around them.

    `first_line` is the line of the prose (from 1) on which `text` begins: for a container, the one after its fence.
    """

    container: str | None
    title: str | None
    text: str
    first_line: int


class FenceFault(StrEnum):
    """What can be wrong with how fences open and close."""

    NESTED = "nested"
    UNCLOSED = "unclosed"
    UNOPENED = "unopened"


@dataclass(frozen=True, slots=True)
class Cut:
    """A text cut into its pieces; each fault with the line (from 1) on which it stands."""

    pieces: tuple[Piece, ...]
    faults: tuple[tuple[FenceFault, int], ...]

    @property
    def unclosed(self) -> int | None:
        """The line on which a container begins that goes on to the end."""
        return next((line for fault, line in self.faults if fault is FenceFault.UNCLOSED), None)


def pieces(prose: Prose) -> tuple[Piece, ...]:
    """Return the pieces of a text in order, without those that are empty lines only."""
    return cut(prose.text, prose.form).pieces


def has_open_end(prose: Prose) -> bool:
    """Tell whether a container goes on to the end of a text: then nobody knows what was meant to stand in it."""
    return cut(prose.text, prose.form).unclosed is not None


def without_facilitator(prose: Prose) -> Prose:
    """Return what participants may see: the same text without any byte of its facilitators' containers.

    Only containers known to be for participants stay, so that a misspelled name hides too much, never too little.
    Where two stretches would meet, a lone `:::` keeps them apart: each is still parsed alone. Lines move.
    """
    whole = cut(prose.text, prose.form)
    if all(_is_for_participants(piece, whole) for piece in whole.pieces):
        return prose
    kept: list[str] = []
    for piece in whole.pieces:
        if not _is_for_participants(piece, whole):
            continue
        if piece.container is not None:
            kept += [" ".join(filter(None, (":::", piece.container, piece.title))), piece.text, ":::"]
        else:
            kept += [":::", piece.text] if kept and kept[-1] != ":::" else [piece.text]
    return replace(prose, text="\n".join(kept), line_start=None)


def _is_for_participants(piece: Piece, whole: Cut) -> bool:
    """Tell whether a piece holds nothing but what participants may see; in doubt it does not."""
    lines = range(piece.first_line, piece.first_line + piece.text.count("\n") + 1)
    if any(fault is FenceFault.NESTED and line in lines for fault, line in whole.faults):
        return False
    return piece.container is None or piece.container in FOR_PARTICIPANTS


def cut(text: str, form: Form = Form.MARKDOWN) -> Cut:
    """Cut a text at its fences. Text in the INLINE form has none."""
    if form is Form.INLINE or ":::" not in text:
        return Cut((Piece(None, None, _UNIX.sub("\n", text), 1),) if text.strip() else (), ())
    return _cut_at_fences(text)


@lru_cache(maxsize=4096)
def _cut_at_fences(text: str) -> Cut:
    lines = source_lines(text)
    fences = _fence_lines(text, lines)
    found: list[Piece] = []
    faults: list[tuple[FenceFault, int]] = []
    start, depth, opened = 0, 0, 0
    container: str | None = None
    title: str | None = None

    def close_piece(end: int) -> None:
        words = "\n".join(lines[start:end])
        if container is not None or words.strip():
            found.append(Piece(container, title, words, start + 1))

    for number in fences:
        match = _FENCE.fullmatch(lines[number])
        name = match["name"] if match else ""
        if depth and name:
            # Count it, so that what follows its end still belongs to the container around it.
            faults.append((FenceFault.NESTED, number + 1))
            depth += 1
            continue
        if depth > 1:
            depth -= 1
            continue
        close_piece(number)
        start = number + 1
        if name:
            container, title, depth, opened = name, (match["title"] if match else "") or None, 1, number + 1
            continue
        if not depth:
            faults.append((FenceFault.UNOPENED, number + 1))
        container, title, depth = None, None, 0
    close_piece(len(lines))
    if depth:
        faults.append((FenceFault.UNCLOSED, opened))
    return Cut(tuple(found), tuple(faults))


def _fence_lines(text: str, lines: list[str]) -> tuple[int, ...]:
    """Return the lines (from 0) with a fence: the parser itself says which are inside a code block."""
    if "```" not in text and "~~~" not in text:
        # Indented code ends at the margin, where fences stand: without other code every such line is one.
        return tuple(number for number, line in enumerate(lines) if line.startswith(":::"))
    stream = _FENCE_FINDER.parse(text)
    return tuple(token.map[0] for token in stream if token.type == "container_fence" and token.map)


def _container_fence(state: StateBlock, start_line: int, _end_line: int, silent: bool) -> bool:
    start = state.bMarks[start_line] + state.tShift[start_line]
    at_margin = start == 0 or state.src[start - 1] == "\n"
    if not at_margin or not state.src.startswith(":::", start):
        return False
    if not silent:
        state.push("container_fence", "", 0).map = [start_line, start_line + 1]
        state.line = start_line + 1
    return True


def _new_fence_finder() -> MarkdownIt:
    finder = new_parser()
    finder.disable("inline")
    # A fence ends whatever block stands before it, except code.
    ended = ["paragraph", "reference", "blockquote", "list"]
    finder.block.ruler.before("table", "container_fence", _container_fence, {"alt": ended})
    return finder


_FENCE_FINDER = _new_fence_finder()
