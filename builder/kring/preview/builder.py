"""The builder: sources in, two live sites with their books out, again after each save."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kring.build import build_date, refused_by_print
from kring.cache import Cache
from kring.pipeline import EDITIONS, Checked, check
from kring.preview.live_site import LiveSite
from kring.print.books import book_of
from kring.print.press import Press
from kring.print.typst_engine import PrintError
from kring.theme_files import theme_folder, theme_state
from kring.timings import Stopwatch

MOMENT = 0.02
"""Seconds between two looks at the press."""


@dataclass(frozen=True, slots=True)
class Update:
    """What a step of an update brought.

    `checked` is set where the content was checked (or a book could not be printed): its findings are then
    all that there are. `changed` are addresses by edition. `whole` says that now both sites are up to date: only
    books may still come.
    """

    checked: Checked | None = None
    changed: Mapping[str, Collection[str]] = field(default_factory=dict)
    whole: bool = False


@dataclass(slots=True)
class PreviewBuilder:
    """Both editions of one root in `folder`, each in a folder of its own. `press` must be open."""

    root: Path
    folder: Path
    press: Press
    preview: bool = False
    _cache: Cache = field(default_factory=Cache)
    _sites: dict[str, LiveSite] = field(default_factory=dict)
    _books: dict[tuple[str, str], tuple[object, Future[bytes]]] = field(default_factory=dict)
    """(edition, address) → what the book was made from, and its PDF."""

    def update(self, looked_at: Mapping[str, Collection[str]], clock: Stopwatch | None = None) -> Iterator[Update]:
        """Check the content and bring both editions up to date, the pages that somebody looks at first.

        `looked_at` are addresses of pages by edition. Where the content holds errors, the last good sites
        stay as they are. Everything may be given up between two pieces of news: the next update goes on
        from there.
        """
        clock = clock or Stopwatch()
        checked = check(self.root, preview=self.preview, today=date.today(), clock=clock, cache=self._cache)
        yield Update(checked)
        if not checked.sound:
            return
        with clock("sites"):
            yield from self._build(checked, looked_at, clock)
        yield Update(whole=True)
        with clock("print"):
            yield from self._print(checked, clock)

    def _build(self, checked: Checked, looked_at: Mapping[str, Collection[str]], clock: Stopwatch) -> Iterator[Update]:
        """Bring the pages of both editions up to date: at first those that somebody looks at."""
        theme, day = theme_folder(), build_date(checked)
        sites = {name: self._sites.setdefault(name, LiveSite(name, self.folder / name, theme)) for name in EDITIONS}
        updates = {
            name: site.update(checked.plans[name], date=day, first=looked_at.get(name, ()))
            for name, site in sites.items()
        }
        for name, update in updates.items():
            yield Update(changed={name: next(update)})
        pages = sum(len(plan.pages) for plan in checked.plans.values())
        for name, update in updates.items():
            for changed in update:
                yield Update(changed={name: changed})
                clock.count(sum(site.pages for site in sites.values()), pages)

    def _print(self, checked: Checked, clock: Stopwatch) -> Iterator[Update]:
        """Print the books of programmes whose sources have changed, and write them with the manifests."""
        sources = self._sources(checked)
        pdfs: dict[str, dict[str, Future[bytes]]] = {name: {} for name in EDITIONS}
        for name, plan in checked.plans.items():
            for address, print in plan.prints.items():
                before = self._books.get((name, address))
                if before is None or before[0] != sources[print.programme]:
                    yield Update()  # a moment to give up, since a manuscript takes a while
                    before = (sources[print.programme], self.press.print(book_of(plan, print)))
                    self._books[name, address] = before
                pdfs[name][address] = before[1]
        all_pdfs = [pdf for books in pdfs.values() for pdf in books.values()]
        for name, books in pdfs.items():
            while not all(pdf.done() for pdf in books.values()):
                clock.count(sum(pdf.done() for pdf in all_pdfs), len(all_pdfs))
                time.sleep(MOMENT)
                yield Update()
            try:
                printed = {address: pdf.result() for address, pdf in books.items()}
            except PrintError as error:
                self._books.clear()
                yield Update(refused_by_print(error, checked))
                return
            yield Update(changed={name: self._sites[name].add(printed)})
        # The books that stand in the folders are known here; the press need not hold those of every save.
        self._books = {(name, address): self._books[name, address] for name, books in pdfs.items() for address in books}
        self.press.tidy()

    def _sources(self, checked: Checked) -> Mapping[str, object]:
        """Return what the books of each programme are made from: its own files, the library's, and the theme."""
        assert checked.catalogue is not None
        library: dict[str, int] = {}
        own: dict[str, dict[str, int]] = {id: {} for id in checked.catalogue.plans}
        for path, text in checked.texts.items():
            top, _, rest = path.partition("/")
            place = own.setdefault(rest.partition("/")[0], {}) if top == "programs" else library
            place[path] = hash(text)
        for asset in checked.catalogue.entities.assets.values():
            place = library if asset.programme is None else own.setdefault(asset.programme, {})
            place[asset.path] = hash(asset.data)
        shared = (library, theme_state(), self.preview)
        return {id: (files, shared) for id, files in own.items()}
