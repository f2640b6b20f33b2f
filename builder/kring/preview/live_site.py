"""One edition in a folder, kept equal, byte for byte, to what a clean build would put there.

After an edit all bodies are rendered again, those that somebody looks at first. A page goes through the engine again
only where its body, or the navigation around it, differs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path, PurePath
from typing import Any

import jinja2

from kring.own_files import remove, remove_folder, write_whole
from kring.pages.render import environment, render
from kring.pages.site_index import SiteIndex, site_index
from kring.pages.site_plan import Page, SitePlan
from kring.publish import manifest
from kring.publish.security import MISSING_PAGE, host_files
from kring.site.configuration import Site
from kring.site.engine import Engine
from kring.site.page_file import PageFile
from kring.site.tree import files_beside, page_file, page_path, section_pages, site_of
from kring.theme_files import theme_state

AT_ONCE = 50
"""Pages between two moments at which an update may be given up."""


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """A page that stands in the folder, with all that it was made from: its own, and the navigation around it."""

    page_file: PageFile
    around: object
    address: str
    entries: tuple[Mapping[str, Any], ...]


@dataclass(slots=True)
class LiveSite:
    """The folder of the edition `name`, and what is known of its files. `theme` is the theme's folder."""

    name: str
    folder: Path
    theme: Path
    _theme: object = None
    _templates: jinja2.Environment | None = None
    _shell: tuple[Site, int] | None = None
    _engine: Engine | None = None
    _arranged: object = None
    _made: dict[str, BuiltPage] = field(default_factory=dict)
    _written: dict[str, tuple[str, int]] = field(default_factory=dict)
    """Address → SHA-256 and number of the bytes that stand there."""
    _preview: bool = False
    """Whether the plan shows drafts."""
    _added: frozenset[str] = frozenset()
    """Addresses of what `add` wrote: the books, and the files for a host."""

    @property
    def pages(self) -> int:
        """How many pages stand in the folder."""
        return len(self._made)

    def update(self, plan: SitePlan, *, date: int, first: Collection[str] = ()) -> Iterator[frozenset[str]]:
        """Bring the folder up to date with `plan`; yield the addresses of files that changed, as they do.

        The pages `first` (addresses), which somebody looks at, are written before all others. `date` is
        the time that the site bears, in seconds since 1970 (UTC). Books are not touched: `add` writes them.
        After each yield the folder is in order, so that an update may be given up for the next.
        """
        self._preview = plan.preview
        templates, engine = self._prepared(plan, date)
        index, sections, pages = site_index(plan), section_pages(plan), plan.pages
        if not self._written:
            # A page without its styles is no page: at first they come before everything else.
            yield frozenset(self._all_written(self._shared(plan, templates, engine)))
        looked_at = [page for page in pages if page.address in first]
        if looked_at:
            yield frozenset(self._pages(looked_at, plan, index, sections, templates, engine))
        others = [page for page in pages if page.address not in first]
        for batch in batched(others, AT_ONCE):
            yield frozenset(self._pages(batch, plan, index, sections, templates, engine))
        for address in self._made.keys() - {page.address for page in pages}:
            del self._made[address]
        made = [self._made[page.address] for page in pages]
        beside = {
            **self._shared(plan, templates, engine),
            **dict([engine.index(entry for one in made for entry in one.entries)]),
            **dict(engine.beside()),
        }
        there = {one.address for one in made} | self._added | beside.keys()
        yield frozenset(self._all_written(beside) | self._remove(self._written.keys() - there))

    def add(self, books: Mapping[str, bytes]) -> frozenset[str]:
        """Write the books, the files for a host, and the manifest of everything; return which of them changed."""
        hosts = host_files((self.folder / MISSING_PAGE).read_bytes(), self._written, preview=self._preview)
        added = {**books, **hosts}
        gone = self._remove(self._added - added.keys())
        self._added = frozenset(added)
        changed = self._all_written(added)
        listed = manifest.manifest_of(self.name, self._written, preview=self._preview)
        write_whole(self.folder, manifest.NAME, listed)
        return frozenset(changed | gone)

    def _prepared(self, plan: SitePlan, date: int) -> tuple[jinja2.Environment, Engine]:
        """Return templates and engine, made anew where theme or configuration have changed."""
        theme = theme_state()
        if self._templates is None or theme != self._theme:
            self._templates = environment(self.theme / "pages")
            self._engine, self._made = None, {}
        site = site_of(plan, self.theme, self._templates)
        shell = (replace(site, nav=()), date)
        if self._engine is None or shell != self._shell:
            self._engine = Engine(site, date=date)
            self._made = {address: replace(made, around=None) for address, made in self._made.items()}
            self._arranged = None
        sections = section_pages(plan)
        arranged = (site.nav, [(page_path(page), page.address in sections) for page in plan.pages])
        if arranged != self._arranged:
            self._engine.arrange(site.nav, dict(arranged[1]))
        self._theme, self._shell, self._arranged = theme, shell, arranged
        return self._templates, self._engine

    def _pages(
        self,
        pages: Sequence[Page],
        plan: SitePlan,
        index: SiteIndex,
        sections: frozenset[str],
        templates: jinja2.Environment,
        engine: Engine,
    ) -> Iterator[str]:
        """Build again those of `pages` of which the body differs; yield the addresses of files that changed."""
        for page in pages:
            path, around = page_path(page), engine.around(page_path(page))
            file = page_file(page, render(plan, page, templates, index), section=page.address in sections)
            before = self._made.get(page.address)
            if before is None or (file, around) != (before.page_file, before.around):
                built = engine.page(path, file)
                self._made[page.address] = BuiltPage(file, around, built.address, built.entries)
                yield from self._write(built.address, built.html)

    def _shared(self, plan: SitePlan, templates: jinja2.Environment, engine: Engine) -> dict[str, bytes]:
        """Return styles, scripts, media and redirects; at one address the site's own file is meant, not the theme's."""
        return {**dict(engine.theme_files()), **dict(files_beside(plan, self.theme, templates))}

    def _all_written(self, files: Mapping[str, bytes]) -> set[str]:
        return {changed for address, data in files.items() for changed in self._write(address, data)}

    def _write(self, address: str, data: bytes) -> set[str]:
        """Write a file where its bytes differ; return its address then."""
        seen = (sha256(data).hexdigest(), len(data))
        if self._written.get(address) == seen:
            return set()
        write_whole(self.folder, address, data)
        self._written[address] = seen
        return {address}

    def _remove(self, addresses: AbstractSet[str]) -> AbstractSet[str]:
        for address in addresses:
            remove(self.folder, address)
            del self._written[address]
            for parent in PurePath(address).parents[:-1]:
                if any((self.folder / parent).iterdir()):
                    break
                remove_folder(self.folder, parent)
        return addresses


def batched(pages: Sequence[Page], size: int) -> Iterator[Sequence[Page]]:
    """Yield `pages` in runs of `size`."""
    for start in range(0, len(pages), size):
        yield pages[start : start + size]
