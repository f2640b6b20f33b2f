"""Links and images that may not be used, lead nowhere, or tell a screen reader nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kring.nearest import nearest
from kring.prose.faults.fault import Fault, shown
from kring.prose.links import address, anchors
from kring.prose.targets import SCHEMES, AddressFault, LinkTarget, Scheme, form_of, parse, written_scheme
from kring.prose.tree import (
    Anchor,
    FootnoteReference,
    Heading,
    Image,
    Inline,
    Paragraph,
    Tree,
    contents,
    inlines,
    is_images_only,
    plain,
    walk,
)

_FILE = re.compile(r"(?:[\w.-]+/)*([a-z0-9-]+)\.md")
FOR_LINKS = tuple(scheme for scheme in SCHEMES if scheme != Scheme.MEDIA)


def links(grown: Tree) -> Iterator[Fault]:
    """Yield what is wrong with the links and images themselves."""
    for node in anchors(grown):
        yield from _image(node) if isinstance(node, Image) else _link(node)
        if node.title:
            yield Fault("prose/link-title", node.place, {"title": shown(node.title)})


def images_among_text(grown: Tree) -> Iterator[Fault]:
    """Yield images that do not stand in a paragraph of their own."""
    for block in grown.everything():
        if isinstance(block, Paragraph) and is_images_only(block.content):
            continue
        for content in contents(block):
            for node in inlines(content):
                if isinstance(node, Image):
                    yield Fault("prose/image-not-alone", node.place)


def misplaced_footnotes(grown: Tree) -> Iterator[Fault]:
    """Yield references to footnotes in headings and in other footnotes."""
    for block in walk(grown.blocks):
        if isinstance(block, Heading):
            yield from _references(block.content)
    for footnote in grown.footnotes:
        for block in walk(footnote.blocks):
            for content in contents(block):
                yield from _references(content)


def _link(node: Anchor) -> Iterator[Fault]:
    if not plain(node.content).strip():
        yield Fault("prose/empty-link", node.place, {"address": shown(node.href)})
    target = parse(node.href)
    if isinstance(target, AddressFault):
        yield _address(node, target)
    elif target.scheme is Scheme.MEDIA:
        yield Fault("prose/media-as-link", node.place, {"address": shown(node.href)})


def _image(node: Image) -> Iterator[Fault]:
    target = parse(node.src)
    if target is AddressFault.UNSAFE or (target is AddressFault.MALFORMED and written_scheme(node.src) == Scheme.MEDIA):
        yield _address(node, target)
    elif not isinstance(target, LinkTarget) or target.scheme is not Scheme.MEDIA:
        yield Fault("prose/image-not-media", node.place, {"address": shown(node.src)})
    if not node.alt:
        yield Fault("prose/no-alternative-text", node.place, {"address": shown(node.src)})


def _address(node: Anchor | Image, fault: AddressFault) -> Fault:
    facts = {"address": shown(address(node))}
    match fault:
        case AddressFault.UNSAFE:
            return Fault("prose/unsafe-link", node.place, facts)
        case AddressFault.NOT_SECURE:
            secure = "https://" + address(node).strip().partition("//")[2]
            return Fault("prose/unsafe-link", node.place, facts | {"secure": shown(secure)})
        case AddressFault.RELATIVE:
            return Fault("prose/unsafe-link", node.place, facts | _meant(address(node).strip()))
        case AddressFault.MALFORMED:
            facts["form"] = form_of(written_scheme(address(node)))
            return Fault("prose/malformed-link", node.place, facts)
        case AddressFault.UNKNOWN_SCHEME:
            scheme = written_scheme(address(node))
            near = nearest(scheme, FOR_LINKS)
            facts |= {"scheme": scheme, "schemes": ", ".join(FOR_LINKS)}
            return Fault("prose/unknown-scheme", node.place, facts | ({"near": near} if near else {}))


def _meant(relative: str) -> dict[str, str]:
    """Return what an address without a scheme probably stands for: a website, e-mail, or a text by its file's name."""
    if relative.startswith("www."):
        return {"secure": shown(f"https://{relative}")}
    if isinstance(parse(f"mailto:{relative}"), LinkTarget):
        return {"mail": f"mailto:{relative}"}
    file = _FILE.fullmatch(relative)
    return {"file": file[1]} if file else {"relative": ""}


def _references(content: tuple[Inline, ...]) -> Iterator[Fault]:
    for node in inlines(content):
        if isinstance(node, FootnoteReference):
            yield Fault("prose/footnote-place", node.place, {"label": shown(f"[^{node.label}]")})
