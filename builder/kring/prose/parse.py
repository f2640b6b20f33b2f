"""From tokens to the tree of a text. A token that the dialect does not know is an error, never dropped text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from markdown_it.token import Token

from kring.prose.dialect import NESTING_READ, source_lines, tokens
from kring.prose.places import Place, of_block, of_inline
from kring.prose.tree import (
    Anchor,
    Block,
    Break,
    Cell,
    Code,
    CodeBlock,
    Emphasis,
    Footnote,
    FootnoteReference,
    Heading,
    Image,
    Inline,
    List,
    Paragraph,
    Quote,
    Rule,
    Strong,
    Table,
    Text,
    Tree,
    plain,
)


class UnsupportedTokenError(ValueError):
    """The parser yielded something that Kring cannot show. `check` reports it first, so this is a bug."""


@lru_cache(maxsize=8192)
def tree(text: str) -> Tree:
    """Return the tree of a text without containers (`kring.prose.pieces` cuts those off before)."""
    return grow(tokens(text), source_lines(text))


def grow(stream: Sequence[Token], lines: list[str]) -> Tree:
    """Return the tree of a stream of tokens; `lines` are the source, for the places."""
    growth = _Growth(lines)
    blocks = growth.blocks(stream)
    return Tree(blocks, tuple(growth.footnotes))


@dataclass(slots=True)
class _Growth:
    lines: list[str]
    footnotes: list[Footnote] = field(default_factory=list)

    def blocks(self, stream: Sequence[Token]) -> tuple[Block, ...]:
        found: list[Block] = []
        for group in _groups(stream):
            block = self.block(group)
            if block is not None:
                found.append(block)
        return tuple(found)

    def block(self, group: Sequence[Token]) -> Block | None:  # noqa: C901, PLR0911 - one case for each kind
        opening, inner = group[0], group[1:-1]
        place = of_block(self.lines, opening)
        match opening.type:
            case "paragraph_open":
                return Paragraph(self.inlines(inner[0]), opening.hidden, place)
            case "heading_open":
                return Heading(int(opening.tag[1:]), self.inlines(inner[0]), place)
            case "bullet_list_open":
                return List(None, _is_tight(inner), self.items(inner), place)
            case "ordered_list_open":
                return List(int(opening.attrs.get("start", 1)), _is_tight(inner), self.items(inner), place)
            case "blockquote_open":
                return Quote(self.blocks(inner), place)
            case "table_open":
                return self.table(inner, place)
            case "code_block" | "fence":
                return CodeBlock(opening.content.removesuffix("\n"), place)
            case "hr":
                return Rule(place)
            case "footnote_reference_open":
                self.footnotes.append(Footnote(str(opening.meta["label"]), self.blocks(inner), place))
                return None
            case "definition":
                return None  # the address of links elsewhere
            case unknown:
                raise UnsupportedTokenError(unknown)

    def items(self, stream: Sequence[Token]) -> tuple[tuple[Block, ...], ...]:
        return tuple(self.blocks(group[1:-1]) for group in _groups(stream))

    def table(self, stream: Sequence[Token], place: Place) -> Table:
        rows: list[tuple[Cell, ...]] = []
        align: tuple[str | None, ...] = ()
        for part in _groups(stream):
            for row in _groups(part[1:-1]):
                cells = _groups(row[1:-1])
                rows.append(tuple(self.inlines(cell[1]) for cell in cells))
                align = tuple(_alignment(cell[0]) for cell in cells)
        return Table(align, rows[0], tuple(rows[1:]), place)

    def inlines(self, block: Token) -> tuple[Inline, ...]:
        return self.inline_content(block.children or [], block)

    def inline_content(self, stream: Sequence[Token], block: Token, depth: int = 0) -> tuple[Inline, ...]:
        found: list[Inline] = []
        for group in _groups(stream) if depth < NESTING_READ else [[token] for token in stream if not token.nesting]:
            # Deeper than the parser nests blocks only the words stay: `check` reports it, and nothing here runs away.
            node = self.inline(group, block, depth + 1)
            match found, node:
                case [*_, Text(text=before)], Text(text=text):
                    found[-1] = Text(before + text)
                case _, Text(text=""):
                    pass
                case _:
                    found.append(node)
        return tuple(found)

    def inline(self, group: Sequence[Token], block: Token, depth: int) -> Inline:  # noqa: PLR0911 - one return for each kind
        opening, inner = group[0], group[1:-1]
        match opening.type:
            case "text" | "text_special":
                return Text(opening.content.replace("\n", " "))
            case "softbreak":
                return Text(" ")
            case "hardbreak":
                return Break()
            case "code_inline":
                return Code(opening.content)
            case "strong_open":
                return Strong(self.inline_content(inner, block, depth))
            case "em_open":
                return Emphasis(self.inline_content(inner, block, depth))
            case "link_open":
                content = self.inline_content(inner, block, depth)
                href, title = _attribute(opening, "href"), _attribute(opening, "title")
                return Anchor(href, title, content, self.at(opening, block))
            case "image":
                # What stands between the brackets is only read out: no link in it works, no image in it shows.
                alt = plain(self.inline_content(opening.children or [], block)).strip()
                return Image(_attribute(opening, "src"), _attribute(opening, "title"), alt, self.at(opening, block))
            case "footnote_ref":
                return FootnoteReference(str(opening.meta["label"]), self.at(opening, block))
            case unknown:
                raise UnsupportedTokenError(unknown)

    def at(self, opening: Token, block: Token) -> Place:
        return of_inline(self.lines, block, opening.meta["from"], opening.meta["to"])


def _groups(stream: Sequence[Token]) -> list[Sequence[Token]]:
    """Cut a stream into its outermost tokens: each group is one token, or an opening, what it holds and its closing."""
    groups: list[Sequence[Token]] = []
    start = depth = 0
    for index, token in enumerate(stream):
        depth += token.nesting
        if depth == 0:
            groups.append(stream[start : index + 1])
            start = index + 1
    return groups


def _is_tight(stream: Sequence[Token]) -> bool:
    """Tell whether the paragraphs of a list's own items are hidden (those of lists inside it count for those)."""
    return all(
        not (block[0].type == "paragraph_open" and not block[0].hidden)
        for item in _groups(stream)
        for block in _groups(item[1:-1])
    )


def _alignment(cell: Token) -> str | None:
    return _attribute(cell, "style").removeprefix("text-align:") or None


def _attribute(token: Token, name: str) -> str:
    return str(token.attrs.get(name, ""))
