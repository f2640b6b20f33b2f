"""Prose as HTML for the site: a fixed set of elements and attributes, author text only ever as escaped text.

The body of a page is one HTML block for Python-Markdown, so the output has no empty lines, and a line
break only ever stands before a tag; line breaks and tabs in code are written as character references.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape

from markupsafe import Markup

from kring.prose.footnotes import Numbered, NumberedFootnote, numbered
from kring.prose.headings import headings
from kring.prose.links import Resolve, Target, as_link
from kring.prose.parse import UnsupportedTokenError, tree
from kring.prose.pieces import FACILITATOR, FOR_PARTICIPANTS, Piece, pieces
from kring.prose.text import Form, Prose
from kring.prose.tree import (
    Anchor,
    Block,
    Break,
    Cell,
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
    plain,
)

COLUMN = 800
"""Pixels (of CSS): a column of text is no wider on any screen."""

DENSE_PHONE = "(max-width: 480px) and (min-resolution: 2.5dppx) 60vw"
"""Tells phones of triple density or more to load what double density needs: nobody sees more, and it costs data."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the interface that rendering adds, in the language of the page."""

    note: str
    example: str
    exercise: str
    facilitator: str
    external: str
    """Read out after a link to another website."""
    footnotes: str
    """The name of the list of footnotes."""
    back: str
    """What the arrow behind a footnote does; the number of the footnote follows in brackets."""
    table: str
    """The name of a table that can be scrolled; its column headings follow."""


def render(prose: Prose, resolve: Resolve, words: Words, *, id_prefix: str = "", heading_shift: int = 0) -> Markup:
    """Return the HTML of a text without errors (`check`); of INLINE text without a paragraph around it.

    `id_prefix` stands before the ids of headings and footnotes, where one page holds several texts.
    `heading_shift` is added to the level of headings. Raises where `check` would report an error.
    """
    whole = pieces(prose)
    page = _Page(prose, resolve, words, id_prefix, heading_shift, numbered(whole))
    page.slugs = iter([heading.slug for heading in headings(prose)])
    if prose.form is Form.INLINE:
        return _safe(" ".join(page.piece(piece).only_paragraph() for piece in whole))
    parts = [page.piece(piece).container() for piece in whole]
    if page.footnotes:
        parts.append(page.endnotes())
    return _safe(_joined(parts))


@dataclass(slots=True)
class _Page:
    """What the pieces of one text share while it is rendered."""

    prose: Prose
    resolve: Resolve
    words: Words
    id_prefix: str
    heading_shift: int
    footnotes: Numbered
    slugs: Iterator[str] = field(default_factory=lambda: iter(()))
    referred: dict[int, int] = field(default_factory=dict)

    def piece(self, piece: Piece) -> _Piece:
        return _Piece(self, piece)

    def note_id(self, note: NumberedFootnote) -> str:
        return f"{self.id_prefix}fn-{note.number}"

    def reference_id(self, note: NumberedFootnote, time: int) -> str:
        return f"{self.id_prefix}fnref-{note.number}" + (f"-{time}" if time > 1 else "")

    def endnotes(self) -> str:
        notes = [self._endnote(note) for note in self.footnotes.values()]
        attributes = f'class="kring-footnotes" role="doc-endnotes" aria-label="{escape(self.words.footnotes)}"'
        return f"<section {attributes}>\n<ol>\n{_joined(notes)}\n</ol>\n</section>"

    def _endnote(self, note: NumberedFootnote) -> str:
        back = "".join(f" {self._back(note, time)}" for time in range(1, note.references + 1))
        rendered = _Piece(self, note.piece, in_footnote=True)
        *before, last = note.footnote.blocks or (None,)
        content = [rendered.block(block) for block in before if block is not None]
        if isinstance(last, Paragraph) and not is_images_only(last.content):
            content.append(f"<p>{rendered.inline(last.content)}{back}</p>")
        else:
            content += [rendered.block(last)] if last is not None else []
            content.append(f"<p>{back.strip()}</p>")
        return f'<li id="{escape(self.note_id(note))}">{_joined(content)}</li>'

    def _back(self, note: NumberedFootnote, time: int) -> str:
        number = f"{note.number}" + (f".{time}" if time > 1 else "")
        name = f"{self.words.back} ({number})"
        href = f"#{self.reference_id(note, time)}"
        return f'<a class="kring-footnotes__back" href="{escape(href)}" aria-label="{escape(name)}">↩</a>'


@dataclass(frozen=True, slots=True)
class _Piece:
    """Rendering of one piece: labels of footnotes, and lines, mean something in their own piece only."""

    page: _Page
    source: Piece
    in_footnote: bool = False

    def container(self) -> str:
        name = self.source.container
        content = self.blocks(tree(self.source.text).blocks)
        if name is None:
            return content
        if name not in (*FOR_PARTICIPANTS, FACILITATOR):
            raise UnsupportedTokenError(f"container {name}")
        label = f'<span class="kring-note__kind">{escape(getattr(self.page.words, name))}</span>'
        title = f"{label} {_text(self.source.title)}" if self.source.title else label
        heading = f'<p class="kring-note__title">{title}</p>'
        return f'<div class="kring-note kring-note--{name}">\n{_joined((heading, content))}\n</div>'

    def only_paragraph(self) -> str:
        match tree(self.source.text).blocks:
            case ():
                return ""
            case (Paragraph(content=content),):
                return self.inline(content)
        raise UnsupportedTokenError("block in an inline text")

    def blocks(self, blocks: Iterable[Block]) -> str:
        return _joined(self.block(block) for block in blocks)

    def block(self, block: Block) -> str:  # noqa: PLR0911 - one return for each kind
        match block:
            case Paragraph(content=content) if is_images_only(content):
                images = (self.image(node) for node in content if isinstance(node, Image))
                return _joined(f'<p class="kring-image">{image}</p>' for image in images)
            case Paragraph(content=content, tight=tight):
                return self.inline(content) if tight else f"<p>{self.inline(content)}</p>"
            case Heading():
                return self.heading(block)
            case List(start=start, items=items):
                tag = "ul" if start is None else "ol"
                attribute = "" if start in (None, 1) else f' start="{start}"'
                rows = (f"<li>{self.blocks(item)}</li>" for item in items)
                return f"<{tag}{attribute}>\n{_joined(rows)}\n</{tag}>"
            case Quote(blocks=blocks):
                return _joined(("<blockquote>", self.blocks(blocks), "</blockquote>"))
            case CodeBlock(text=text):
                code = escape(text).replace("\n", "&#10;").replace("\t", "&#9;")
                return f'<pre class="kring-code" tabindex="0"><code>{code}</code></pre>'
            case Rule():
                return "<hr>"
            case Table():
                return self.table(block)

    def heading(self, heading: Heading) -> str:
        level = heading.level + self.page.heading_shift
        if level > 6:
            raise ValueError(f"a heading of level {level} does not exist: {heading.place}")
        slug = escape(self.page.id_prefix + next(self.page.slugs))
        return f'<h{level} id="{slug}">{self.inline(heading.content)}</h{level}>'

    def table(self, table: Table) -> str:
        columns = ", ".join(filter(None, (plain(cell).strip() for cell in table.header)))
        name = f"{self.page.words.table}: {columns}" if columns else self.page.words.table
        head = "".join(self.header_cell(cell, align) for cell, align in zip(table.header, table.align, strict=True))
        rows = (
            "<tr>" + "".join(self.cell(cell, align) for cell, align in zip(row, table.align, strict=True)) + "</tr>"
            for row in table.rows
        )
        body = f"\n<tbody>\n{_joined(rows)}\n</tbody>" if table.rows else ""
        return (
            f'<div class="kring-table" role="group" tabindex="0" aria-label="{_text(name)}">\n<table>\n'
            f"<thead>\n<tr>{head}</tr>\n</thead>{body}\n</table>\n</div>"
        )

    def header_cell(self, cell: Cell, align: str | None) -> str:
        # A header without words tells a screen reader nothing.
        return f'<th scope="col"{_aligned(align)}>{self.inline(cell)}</th>' if cell else "<td></td>"

    def cell(self, cell: Cell, align: str | None) -> str:
        return f"<td{_aligned(align)}>{self.inline(cell)}</td>"

    def inline(self, content: tuple[Inline, ...]) -> str:
        return "".join(self.node(node) for node in content)

    def node(self, node: Inline) -> str:  # noqa: PLR0911 - one return for each kind
        match node:
            case Text(text=text):
                return _text(text)
            case Strong(content=content):
                return f"<strong>{self.inline(content)}</strong>"
            case Emphasis(content=content):
                return f"<em>{self.inline(content)}</em>"
            case Code(text=text):
                return f"<code>{_text(text)}</code>"
            case Break():
                return "<br>"
            case Anchor():
                return self.link(node)
            case FootnoteReference(label=label):
                return self.reference(label)
            case Image():
                raise UnsupportedTokenError("image among text")

    def link(self, node: Anchor) -> str:
        target = self.page.resolve(as_link(node, self.page.prose, self.source.first_line))
        content = self.inline(node.content)
        if target is None:
            return content
        attributes = f'href="{escape(target.href)}"'
        if target.title is not None:
            attributes += f' title="{_text(target.title)}"'
        if not target.external:
            return f"<a {attributes}>{content}</a>"
        hidden = f'<span class="kring-visually-hidden"> ({escape(self.page.words.external)})</span>'
        return f'<a {attributes} class="kring-external" rel="noreferrer">{content}{hidden}</a>'

    def image(self, node: Image) -> str:
        target = self.page.resolve(as_link(node, self.page.prose, self.source.first_line))
        if target is None:
            return _text(node.alt)
        size = "".join(
            f' {name}="{pixels}"' for name, pixels in (("width", target.width), ("height", target.height)) if pixels
        )
        return f'<img src="{escape(target.href)}"{_copies(target)} alt="{_text(node.alt)}"{size}>'

    def reference(self, label: str) -> str:
        note = self.page.footnotes.get((self.source.first_line, label))
        if note is None or self.in_footnote:
            raise UnsupportedTokenError("footnote in a footnote")
        time = self.page.referred[note.number] = self.page.referred.get(note.number, 0) + 1
        id, href = self.page.reference_id(note, time), f"#{self.page.note_id(note)}"
        return (
            f'<sup><a class="kring-footnote" role="doc-noteref" id="{escape(id)}" href="{escape(href)}">'
            f"{note.number}</a></sup>"
        )


def _copies(target: Target) -> str:
    """Return the attributes with which a browser chooses among the copies of an image."""
    if not target.smaller or target.width is None:
        return ""
    choices = (*target.smaller, (target.href, target.width))
    srcset = ", ".join(f"{href} {width}w" for href, width in choices)
    # No wider than the image itself, than the column, or than the screen.
    shown = min(target.width, COLUMN)
    sizes = f"{DENSE_PHONE}, (max-width: {shown}px) 100vw, {shown}px"
    return f' srcset="{escape(srcset)}" sizes="{sizes}"'


def _safe(html: str) -> Markup:
    """Mark what this module made, in which every word of an author went through `escape`."""
    return Markup(html)  # noqa: S704


def _text(text: str) -> str:
    """Return text as it stands between tags or in an attribute, on one line."""
    # Python-Markdown would turn a tab into several spaces.
    return escape(text.replace("\n", " ").replace("\t", " "))


def _aligned(align: str | None) -> str:
    return f' class="kring-align-{align}"' if align else ""


def _joined(parts: Iterable[str]) -> str:
    """Put each part on a line of its own, unless it would be empty or begin with an author's words."""
    joined = ""
    for part in filter(None, parts):
        joined += part if not joined else ("\n" if part.startswith("<") else " ") + part
    return joined
