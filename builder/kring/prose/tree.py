"""The tree of a text: what a reader sees, as typed values. Checks and renderers walk this, not tokens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kring.prose.places import Place


@dataclass(frozen=True, slots=True)
class Text:
    """Plain characters; a line break within a paragraph is a space. Two texts never stand side by side."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """`**words**`."""

    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """`*words*`."""

    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Words in backticks."""

    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """A new line that the author asked for."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link as it was written: `href` is unescaped but not judged yet."""

    href: str
    title: str
    content: tuple[Inline, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Image:
    """An image as it was written: `src` is unescaped but not judged yet."""

    src: str
    title: str
    alt: str
    place: Place


@dataclass(frozen=True, slots=True)
class FootnoteReference:
    """`[^label]`."""

    label: str
    place: Place


Inline = Text | Strong | Emphasis | Code | Break | Anchor | Image | FootnoteReference


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`tight`: in a list without space between its items, where the paragraph is no element of its own."""

    content: tuple[Inline, ...]
    tight: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` 2 is `##`."""

    level: int
    content: tuple[Inline, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class List:
    """`start` is the first number, or None for bullets."""

    start: int | None
    tight: bool
    items: tuple[tuple[Block, ...], ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Quote:
    """Paragraphs behind `>`."""

    blocks: tuple[Block, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """`text` without the last line break."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal rule."""

    place: Place


Cell = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Each row has as many cells as `align` has entries: "left", "center", "right" or None."""

    align: tuple[str | None, ...]
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    place: Place


Block = Paragraph | Heading | List | Quote | CodeBlock | Rule | Table


@dataclass(frozen=True, slots=True)
class Footnote:
    """The text of a footnote, with the label by which it is referred to."""

    label: str
    blocks: tuple[Block, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Tree:
    """One text: its blocks, and its footnotes in the order in which they were written."""

    blocks: tuple[Block, ...]
    footnotes: tuple[Footnote, ...]

    def everything(self) -> Iterator[Block]:
        """Yield every block, however deep, those of footnotes last."""
        yield from walk(self.blocks)
        for footnote in self.footnotes:
            yield from walk(footnote.blocks)

    def footnote(self, label: str) -> Footnote:
        """Return the footnote of a label; of two with the same label the first, as with link definitions."""
        return next(footnote for footnote in self.footnotes if footnote.label == label)


def plain(content: tuple[Inline, ...]) -> str:
    """Return the words of inline content without markup; images give their alternative text."""
    return "".join(_plain(node) for node in content)


def _plain(node: Inline) -> str:
    match node:
        case Text(text=text) | Code(text=text):
            return text
        case Strong(content=content) | Emphasis(content=content) | Anchor(content=content):
            return plain(content)
        case Image(alt=alt):
            return alt
        case Break():
            return " "
        case FootnoteReference():
            return ""


def walk(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield every block, outer ones before what they hold."""
    for block in blocks:
        yield block
        match block:
            case List(items=items):
                for item in items:
                    yield from walk(item)
            case Quote(blocks=inner):
                yield from walk(inner)
            case _:
                pass


def contents(block: Block) -> Iterator[tuple[Inline, ...]]:
    """Yield the inline content that a block itself holds: one for a paragraph or heading, one for each cell."""
    match block:
        case Paragraph(content=content) | Heading(content=content):
            yield content
        case Table(header=header, rows=rows):
            yield from header
            for row in rows:
                yield from row
        case _:
            pass


def inlines(content: tuple[Inline, ...]) -> Iterator[Inline]:
    """Yield every inline node, outer ones before what they hold."""
    for node in content:
        yield node
        if isinstance(node, Strong | Emphasis | Anchor):
            yield from inlines(node.content)


def is_images_only(content: tuple[Inline, ...]) -> bool:
    """Tell whether a paragraph is one image, or several with only line breaks between them."""
    between = (isinstance(node, Break) or (isinstance(node, Text) and not node.text.strip()) for node in content)
    kinds = [isinstance(node, Image) for node in content]
    return any(kinds) and all(image or space for image, space in zip(kinds, between, strict=True))
