r"""Prose as a tree of plain data for print: the contract between the dialect and `theme/print`.

`blocks(prose, resolve)` gives a list of blocks, `inline_blocks(prose, resolve)` a list of inlines.
Everything is JSON: dicts with a `type`, lists, text, whole numbers, true, false and null. Every key
named below is always there. Author text occurs only as the values of `text`, `alt`, `title` and
`href`; print must treat those as strings and never as code.

Blocks
    {"type": "paragraph", "content": [inline…]}
    {"type": "heading", "level": 2…6, "slug": "mijn-kop", "content": [inline…]}
                                  `level` has `heading_shift` added, `slug` has `id_prefix` in front
    {"type": "bullet_list", "tight": true, "items": [[block…], …]}
    {"type": "ordered_list", "start": 1, "tight": true, "items": [[block…], …]}
                                  tight: no space between the items; an item may be an empty list
    {"type": "table", "align": ["left" | "center" | "right" | null, …],
     "header": [[inline…], …], "rows": [[[inline…], …], …]}
                                  `align`, `header` and every row have one entry for each column;
                                  there is always a header; a cell may be an empty list
    {"type": "quote", "blocks": [block…]}
    {"type": "code", "text": "with\nline breaks, none at the end"}
    {"type": "rule"}
    {"type": "container", "name": "note" | "example" | "exercise" | "facilitator",
     "title": "Plain text" | null, "blocks": [block…]}
                                  never inside another block; its label ("Voorbeeld") is print's
    {"type": "image", "path": "…", "alt": "…", "width": 640 | null, "height": 480 | null}
                                  `path` is the `href` of the resolved target; pixels

Inlines
    {"type": "text", "text": "…"}                no line breaks; two texts never stand side by side
    {"type": "strong", "content": [inline…]}
    {"type": "emphasis", "content": [inline…]}
    {"type": "code", "text": "…"}
    {"type": "link", "href": "https://…" | null, "label": "kring-kiezen" | null, "external": true,
     "content": [inline…]}
                                  exactly one of `href` (an address) and `label` (a place in this
                                  document: the target's `href` was "#kring-kiezen") is not null;
                                  never inside another link
    {"type": "break"}                            a new line within the paragraph
    {"type": "footnote", "label": "fn-1", "blocks": [block…]}
    {"type": "footnote_again", "label": "fn-1"}  a further reference to a footnote that came before
                                  footnotes occur in paragraphs and table cells of `blocks`, never in
                                  headings, in other footnotes or in `inline_blocks`

Images stand only as blocks. Headings stand only at the top level of `blocks`. A link whose resolver
answers None is left out and its words stay.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from kring.prose.footnotes import Numbered, numbered
from kring.prose.headings import headings
from kring.prose.links import Resolve, as_link
from kring.prose.parse import UnsupportedTokenError, tree
from kring.prose.pieces import FACILITATOR, FOR_PARTICIPANTS, Piece, pieces
from kring.prose.text import Form, Prose
from kring.prose.tree import (
    Anchor,
    Block,
    Break,
    Code,
    CodeBlock,
    Emphasis,
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
    is_images_only,
)

Data = dict[str, Any]


def blocks(prose: Prose, resolve: Resolve, *, id_prefix: str = "", heading_shift: int = 0) -> list[Data]:
    """Return a text without errors (`check`) as blocks; INLINE text as one paragraph.

    Raises where `check` would report an error.
    """
    whole = pieces(prose)
    if prose.form is Form.INLINE:
        content = inline_blocks(prose, resolve)
        return [{"type": "paragraph", "content": content}] if content else []
    slugs = [heading.slug for heading in headings(prose)]
    book = _Book(prose, resolve, id_prefix, heading_shift, numbered(whole), slugs)
    return [block for piece in whole for block in _Piece(book, piece).container()]


def inline_blocks(prose: Prose, resolve: Resolve) -> list[Data]:
    """Return an INLINE text without errors as inlines."""
    book = _Book(prose, resolve, "", 0, {}, [])
    return [node for piece in pieces(prose) for node in _Piece(book, piece).only_paragraph()]


@dataclass(slots=True)
class _Book:
    """What the pieces of one text share while it is turned into data."""

    prose: Prose
    resolve: Resolve
    id_prefix: str
    heading_shift: int
    footnotes: Numbered
    slugs: list[str]
    referred: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Piece:
    book: _Book
    source: Piece
    in_footnote: bool = False

    def container(self) -> list[Data]:
        name = self.source.container
        content = self.blocks(tree(self.source.text).blocks)
        if name is None:
            return content
        if name not in (*FOR_PARTICIPANTS, FACILITATOR):
            raise UnsupportedTokenError(f"container {name}")
        return [{"type": "container", "name": name, "title": self.source.title, "blocks": content}]

    def only_paragraph(self) -> list[Data]:
        match tree(self.source.text).blocks:
            case ():
                return []
            case (Paragraph(content=content),):
                return self.inlines(content)
        raise UnsupportedTokenError("block in an inline text")

    def blocks(self, blocks: Iterable[Block]) -> list[Data]:
        return [data for block in blocks for data in self.block(block)]

    def block(self, block: Block) -> list[Data]:  # noqa: PLR0911 - one return for each kind
        match block:
            case Paragraph(content=content) if is_images_only(content):
                return [self.image(node) for node in content if isinstance(node, Image)]
            case Paragraph(content=content):
                return [{"type": "paragraph", "content": self.inlines(content)}]
            case Heading(level=level, content=content):
                slug = self.book.id_prefix + self.book.slugs.pop(0)
                level += self.book.heading_shift
                return [{"type": "heading", "level": level, "slug": slug, "content": self.inlines(content)}]
            case List(start=None, tight=tight, items=items):
                return [{"type": "bullet_list", "tight": tight, "items": [self.blocks(item) for item in items]}]
            case List(start=start, tight=tight, items=items):
                rows = [self.blocks(item) for item in items]
                return [{"type": "ordered_list", "start": start, "tight": tight, "items": rows}]
            case Quote(blocks=inner):
                return [{"type": "quote", "blocks": self.blocks(inner)}]
            case CodeBlock(text=text):
                return [{"type": "code", "text": text}]
            case Rule():
                return [{"type": "rule"}]
            case Table(align=align, header=header, rows=table_rows):
                cells = [[self.inlines(cell) for cell in row] for row in (header, *table_rows)]
                return [{"type": "table", "align": list(align), "header": cells[0], "rows": cells[1:]}]

    def image(self, node: Image) -> Data:
        target = self.book.resolve(as_link(node, self.book.prose, self.source.first_line))
        if target is None:
            return {"type": "paragraph", "content": [{"type": "text", "text": node.alt}]}
        size = {"width": target.width, "height": target.height}
        return {"type": "image", "path": target.href, "alt": node.alt, **size}

    def inlines(self, content: tuple[Inline, ...]) -> list[Data]:
        found: list[Data] = []
        for data in (data for node in content for data in self.inline(node)):
            if found and data["type"] == "text" and found[-1]["type"] == "text":
                # The words of a link that was left out join those around it.
                found[-1] = {"type": "text", "text": found[-1]["text"] + data["text"]}
            else:
                found.append(data)
        return found

    def inline(self, node: Inline) -> list[Data]:  # noqa: PLR0911 - one return for each kind
        match node:
            case Text(text=text):
                return [{"type": "text", "text": text}]
            case Strong(content=content):
                return [{"type": "strong", "content": self.inlines(content)}]
            case Emphasis(content=content):
                return [{"type": "emphasis", "content": self.inlines(content)}]
            case Code(text=text):
                return [{"type": "code", "text": text}]
            case Break():
                return [{"type": "break"}]
            case Anchor():
                return self.link(node)
            case FootnoteReference(label=label):
                return [self.footnote(label)]
            case Image():
                raise UnsupportedTokenError("image among text")

    def link(self, node: Anchor) -> list[Data]:
        target = self.book.resolve(as_link(node, self.book.prose, self.source.first_line))
        content = self.inlines(node.content)
        if target is None:
            return content
        label = target.href.removeprefix("#") if target.href.startswith("#") else None
        href = None if label is not None else target.href
        return [{"type": "link", "href": href, "label": label, "external": target.external, "content": content}]

    def footnote(self, label: str) -> Data:
        note = self.book.footnotes.get((self.source.first_line, label))
        if note is None or self.in_footnote:
            raise UnsupportedTokenError("footnote in a footnote")
        name = f"{self.book.id_prefix}fn-{note.number}"
        if note.number in self.book.referred:
            return {"type": "footnote_again", "label": name}
        self.book.referred.add(note.number)
        inside = _Piece(self.book, self.source, in_footnote=True)
        return {"type": "footnote", "label": name, "blocks": inside.blocks(note.footnote.blocks)}
