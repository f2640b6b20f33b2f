"""Links and images in a text: where each leads and where it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from kring.findings import Span
from kring.prose.parse import tree
from kring.prose.pieces import cut
from kring.prose.places import span
from kring.prose.targets import LinkTarget, Scheme, parse
from kring.prose.text import Form, Prose
from kring.prose.tree import Anchor, Image, Tree, contents, inlines, plain
from kring.source.kinds import Kind


@dataclass(frozen=True, slots=True)
class Link:
    """A link or image whose address may be used; `target` and `anchor` as in `LinkTarget`.

    `text` is what the link reads, or the alternative text of the image.
    """

    scheme: Kind | Scheme
    target: str
    anchor: str | None
    text: str
    span: Span
    image: bool = False

    @property
    def id(self) -> str:
        """The id that `target` names; of a module step, the module's."""
        return self.target.partition("/")[0]

    @property
    def step(self) -> str | None:
        """The step of a module, or None."""
        return (self.target.partition("/")[2] or None) if self.scheme is Kind.MODULE else None


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link really leads, or where an image really is, in one rendering.

    `href` is relative, `https:`, `mailto:`, `tel:`, or for a place in the same document `#label`.
    `external`: outside the site. `width` and `height` are the pixels of an image, where known; `smaller`
    its copies of fewer pixels, as (address, width), narrowest first.
    """

    href: str
    external: bool = False
    title: str | None = None
    width: int | None = None
    height: int | None = None
    smaller: tuple[tuple[str, int], ...] = ()

    def __post_init__(self) -> None:
        for address in (self.href, *(copy for copy, _ in self.smaller)):
            before, colon, _ = address.partition(":")
            if colon and before not in ("https", "mailto", "tel") and not {"/", "#", "?"} & set(before):
                raise ValueError(f"not an address for a link: {address!r}")


Resolve = Callable[[Link], Target | None]
"""What a renderer asks for every link and image. None: leave the link out and keep its words."""


class UnusableAddressError(ValueError):
    """An address that `check` reports. Rendering a text with an error in it is a bug."""


def links(prose: Prose) -> tuple[Link, ...]:
    """Return the usable links and images of a text in the order in which they are written."""
    if not _may_hold(prose.text):
        return ()
    return tuple(as_link(node, prose, first_line) for node, first_line in _usable(prose.text, prose.form))


@lru_cache(maxsize=16_384)
def _usable(text: str, form: Form) -> tuple[tuple[Anchor | Image, int], ...]:
    """Return the nodes of usable links, each with the line of the text on which its piece begins."""
    return tuple(
        (node, piece.first_line)
        for piece in cut(text, form).pieces
        if _may_hold(piece.text)
        for node in anchors(tree(piece.text))
        if isinstance(parse(address(node)), LinkTarget)
    )


def _may_hold(text: str) -> bool:
    """Tell whether there can be links in a text. Most have none; parsing them to find that out would take long."""
    return "[" in text or "<" in text


def as_link(node: Anchor | Image, prose: Prose, first_line: int) -> Link:
    """Return the link of a node of a piece that begins on `first_line` of the prose."""
    target = parse(address(node))
    if not isinstance(target, LinkTarget):
        raise UnusableAddressError(address(node))
    is_image = isinstance(node, Image)
    text = node.alt if isinstance(node, Image) else plain(node.content).strip()
    return Link(target.scheme, target.target, target.anchor, text, span(prose, first_line, node.place), is_image)


def address(node: Anchor | Image) -> str:
    """Return the address as it was written."""
    return node.src if isinstance(node, Image) else node.href


def anchors(grown: Tree) -> list[Anchor | Image]:
    """Return every link and image of a tree in the order in which they are written."""
    found = (
        node
        for block in grown.everything()
        for content in contents(block)
        for node in inlines(content)
        if isinstance(node, Anchor | Image)
    )
    return sorted(found, key=lambda node: (node.place.line, node.place.column))
