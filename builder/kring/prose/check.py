"""Checking a text: everything in it that the dialect does not allow, with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from markdown_it.token import Token

from kring.findings import Finding
from kring.nearest import nearest
from kring.prose.dialect import source_lines, tokens
from kring.prose.faults.fault import Fault, shown
from kring.prose.faults.harmless import is_harmless
from kring.prose.faults.links import images_among_text, links, misplaced_footnotes
from kring.prose.faults.markup import literal_markup, raw_html, surplus_cells, unclosed_code, unused_definitions
from kring.prose.faults.structure import (
    empty_headings,
    headings_inside,
    lost_remarks,
    misplaced_fences,
    outline,
    too_deep,
)
from kring.prose.parse import UnsupportedTokenError, tree
from kring.prose.pieces import FACILITATOR, FOR_PARTICIPANTS, FenceFault, Piece, cut
from kring.prose.places import span, whole_line
from kring.prose.text import Form, Prose
from kring.prose.tree import Heading, Image, Paragraph, Tree, contents, inlines

ON_TOKENS: tuple[Callable[[Sequence[Token], list[str]], Iterator[Fault]], ...] = (
    literal_markup,
    unused_definitions,
    surplus_cells,
    unclosed_code,
)
"""What is asked of the tokens of every piece."""

ON_TREES: tuple[Callable[[Tree], Iterator[Fault]], ...] = (
    links,
    images_among_text,
    misplaced_footnotes,
    empty_headings,
)
"""What is asked of the tree of every piece of a text with blocks."""

_FENCE_RULES = {
    FenceFault.NESTED: "prose/nested-container",
    FenceFault.UNCLOSED: "prose/unclosed-container",
    FenceFault.UNOPENED: "prose/unopened-container",
}
_TORN = frozenset({"prose/unknown-footnote", "prose/unused-definition"})
"""What only follows where a container without an end tears a text apart: each piece is parsed alone."""


def check(prose: Prose, *, facilitator_fence: bool = False, first_heading: int = 2) -> Iterator[Finding]:
    """Yield all that is wrong with a text.

    `facilitator_fence`: whether `::: facilitator` may stand in it (articles only). `first_heading` is the level
    with which its headings begin.
    """
    if is_harmless(prose.text, prose.form):
        return
    seen = set()
    for first_line, fault in _faults(prose, facilitator_fence=facilitator_fence, first_heading=first_heading):
        finding = Finding(fault.rule, span(prose, first_line, fault.place), fault.facts)
        if (finding.rule, finding.span) not in seen:
            seen.add((finding.rule, finding.span))
            yield finding


def _faults(prose: Prose, *, facilitator_fence: bool, first_heading: int) -> Iterator[tuple[int, Fault]]:
    """Yield each fault with the line of the prose at which its piece begins."""
    whole = cut(prose.text, prose.form)
    lines = source_lines(prose.text)
    torn = frozenset() if whole.unclosed is None else _TORN
    unclosed = whole.unclosed or len(lines) + 1
    for fence_fault, line in whole.faults:
        if line > unclosed:
            continue  # once that container is closed, these stand in it no longer
        facts = {"fence": shown(lines[line - 1])}
        yield 1, Fault(_FENCE_RULES[fence_fault], whole_line(lines, line - 1), facts)
    yield from ((1, fault) for fault in lost_remarks(whole.pieces, lines[:unclosed]))
    headings: list[tuple[int, Heading]] = []
    for piece in whole.pieces:
        yield from ((1, fault) for fault in _container(piece, lines, facilitator_fence=facilitator_fence))
        if is_harmless(piece.text, prose.form):
            continue
        if unreadable := tuple(_unreadable(piece.text)):
            yield from ((piece.first_line, fault) for fault in unreadable)
            continue
        yield from ((piece.first_line, fault) for fault in _on_text(piece) if fault.rule not in torn)
        grown = tree(piece.text)
        at_top = piece.container is None or piece.first_line > unclosed
        on_tree = _on_inline(grown) if prose.form is Form.INLINE else _on_blocks(grown, at_top=at_top)
        yield from ((piece.first_line, fault) for fault in on_tree)
        if piece.container is None and prose.form is Form.MARKDOWN:
            headings += ((piece.first_line, block) for block in grown.blocks if isinstance(block, Heading))
    yield from outline(headings, first_heading)


def _container(piece: Piece, lines: list[str], *, facilitator_fence: bool) -> Iterator[Fault]:
    if piece.container is None:
        return
    place = whole_line(lines, piece.first_line - 2)
    allowed = (*FOR_PARTICIPANTS, FACILITATOR) if facilitator_fence else FOR_PARTICIPANTS
    if piece.container == FACILITATOR and not facilitator_fence:
        yield Fault("prose/facilitator-container", place)
    elif piece.container not in allowed:
        near = nearest(piece.container, allowed)
        facts = {"name": shown(piece.container), "names": ", ".join(allowed)}
        yield Fault("prose/unknown-container", place, facts | ({"near": near} if near else {}))
    if not piece.text.strip():
        yield Fault("prose/empty-container", place, {"name": shown(piece.container)})


def _unreadable(text: str) -> Iterator[Fault]:
    """Yield what makes it pointless to look further into a piece."""
    lines = source_lines(text)
    deep = tuple(too_deep(tokens(text), lines))
    yield from deep
    if deep:
        return
    try:
        tree(text)
    except UnsupportedTokenError as error:
        yield Fault("prose/not-in-dialect", whole_line(lines, 0), {"construct": str(error)})


def _on_text(piece: Piece) -> Iterator[Fault]:
    yield from raw_html(piece.text)
    lines = source_lines(piece.text)
    for rule in ON_TOKENS:
        yield from rule(tokens(piece.text), lines)
    for fault in misplaced_fences(tokens(piece.text), lines):
        # At the margin within a container stands a nested fence, which is reported as such.
        if piece.container is None or fault.place.column > 1 or fault.rule != "prose/container-place":
            yield fault


def _on_blocks(grown: Tree, *, at_top: bool) -> Iterator[Fault]:
    for rule in ON_TREES:
        yield from rule(grown)
    yield from headings_inside(grown, in_container=not at_top)


def _on_inline(grown: Tree) -> Iterator[Fault]:
    """Yield what is more than the one paragraph, without images and footnotes, that INLINE text is."""
    yield from links(grown)
    match grown.blocks:
        case () | (Paragraph(),):
            surplus = [footnote.place for footnote in grown.footnotes]
        case (Paragraph(), second, *_):
            surplus = [second.place]
        case (first, *_):
            surplus = [first.place]
    for block in grown.blocks[:1]:
        for content in contents(block):
            surplus += [node.place for node in inlines(content) if isinstance(node, Image)]
    for place in surplus:
        yield Fault("prose/block-in-inline", place)
