"""The plan of one site: every page with its address and place, before anything is rendered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from kring.editions.facilitator import FacilitatorEdition
from kring.editions.participant import ParticipantEdition
from kring.pages.addresses import relative
from kring.pages.words import Words
from kring.source.documents import Asset, Key


@dataclass(frozen=True, slots=True)
class Origin:
    """The entity of whose file a page is made, with the ids that it had before."""

    key: Key
    formerly: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `address` is its URL from the root ('' for the front page); `template` lies in theme/pages.

    `subject` is what it is about; `key` the entity whose address this is, where it is one; `programme`
    the programme to which it belongs. Its texts refer to other things from `scope`, the programme that
    wrote them (None: the library). `origin` is None where Kring itself made the page up: its address is
    taken by no file of an author. A page with a `base`, where the site begins on its host, is served at any
    address, so that its links begin there.
    """

    address: str
    template: str
    title: str
    description: str
    subject: Any
    key: Key | None = None
    programme: Key | None = None
    scope: str | None = None
    origin: Origin | None = None
    base: str | None = None


def link_from(page: Page, address: str) -> str:
    """Return the link from a page to an address of its site (from the root)."""
    return relative(address, page.address) if page.base is None else page.base + address


@dataclass(frozen=True, slots=True)
class Place:
    """A page at its place in the navigation. `page` is None for a heading without a page of its own."""

    title: str
    page: Page | None = None
    children: tuple[Place, ...] = ()

    def pages(self) -> Iterator[Page]:
        """Yield the pages from here down, in reading order."""
        if self.page is not None:
            yield self.page
        for child in self.children:
            yield from child.pages()


PrintName = Literal["workbook", "plain_workbook", "extra_sheets", "manual", "guide", "pack"]


@dataclass(frozen=True, slots=True)
class Print:
    """A book that an edition has, the id of its programme, and the number of its session, where it is of one."""

    programme: str
    book: PrintName
    session: int | None = None


@dataclass(frozen=True, slots=True)
class SitePlan:
    """All of one site. `prints` maps the address of each PDF to what it is."""

    name: str
    title: str
    edition: ParticipantEdition | FacilitatorEdition
    participant: ParticipantEdition
    address: str | None
    places: tuple[Place, ...]
    prints: Mapping[str, Print]
    assets: Mapping[tuple[str | None, str], Asset]
    words: Words
    preview: bool

    pages: tuple[Page, ...] = field(init=False)
    """All pages, in the order of the navigation."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "pages", tuple(page for place in self.places for page in place.pages()))

    def by_key(self) -> dict[Key, Page]:
        """Return the page of each entity that has one."""
        return {page.key: page for page in self.pages if page.key is not None}
