"""Whole sites, from their plans to the files of their folders: page by page, shared by several processes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import jinja2

from kring.own_files import make_folder
from kring.pages.render import environment, render
from kring.pages.site_index import SiteIndex, site_index
from kring.pages.site_plan import Page, SitePlan
from kring.parallel import in_background
from kring.site.engine import Engine
from kring.site.tree import files_beside, fill, page_file, page_path, section_pages, site_of
from kring.timings import Stopwatch


@dataclass(frozen=True, slots=True)
class _Written:
    """What is to be known of a page that was written: its entries in the search index, and the seconds of each step."""

    entries: tuple[Mapping[str, Any], ...] = ()
    seconds: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Site:
    """A site that is being built, with all that its pages are made with."""

    plan: SitePlan
    folder: Path
    theme: Path
    templates: jinja2.Environment
    index: SiteIndex
    sections: frozenset[str]
    engine: Engine


Finish = Callable[[Callable[[int, int], None]], Mapping[str, float]]
"""Ends when all is there. Tells how many pages are done, and of how many; returns the seconds of each step, of all
processes together."""


@contextmanager
def building(plans: Mapping[Path, SitePlan], theme: Path, *, date: int) -> Iterator[Finish]:
    """Begin to write the site of each plan into its folder; yield a function that finishes it.

    `date` is the time that the sites bear, in seconds since 1970 (UTC). Pages differ in weight as sites do: so all
    pages of all sites are shared.

    Raises:
        EngineError: a bug of ours.
        OSError: a site could not be written.

    """
    templates = environment(theme / "pages")
    for folder in plans:
        make_folder(folder)  # before any job: which process writes there first is chance
    sites = [_site(plan, folder, theme, templates, date) for folder, plan in plans.items()]
    files = [partial(_write_files, site) for site in sites]
    pages = [partial(_write_page, site, page) for site in sites for page in site.plan.pages]
    with in_background([*files, *pages]) as finish:
        yield lambda count: _write_last(sites, finish(lambda done: count(max(done - len(files), 0), len(pages))))


def _site(plan: SitePlan, folder: Path, theme: Path, templates: jinja2.Environment, date: int) -> _Site:
    site, sections = site_of(plan, theme, templates), section_pages(plan)
    engine = Engine(site, date=date)
    engine.arrange(site.nav, {page_path(page): page.address in sections for page in plan.pages})
    return _Site(plan, folder, theme, templates, site_index(plan), sections, engine)


def _write_files(site: _Site) -> _Written:
    """Write what stands beside the pages; a file of ours takes the place of the theme's at the same address."""
    clock = Stopwatch()
    with clock("files"):
        fill(site.folder, site.engine.theme_files())
        fill(site.folder, files_beside(site.plan, site.theme, site.templates))
    return _Written(seconds=clock.seconds)


def _write_page(site: _Site, page: Page) -> _Written:
    clock = Stopwatch()
    with clock("render"):
        body = render(site.plan, page, site.templates, site.index)
        file = page_file(page, body, section=page.address in site.sections)
    with clock("site engine"):
        built = site.engine.page(page_path(page), file)
        fill(site.folder, [(built.address, built.html)])
    return _Written(built.entries, clock.seconds)


def _write_last(sites: Sequence[_Site], written: Sequence[_Written]) -> Mapping[str, float]:
    """Write what is made of all pages together, and return the seconds of each step.

    `written` are the files of all sites, then the pages of all sites, in order.
    """
    pages, seconds = iter(written[len(sites) :]), Counter[str]()
    for site, files in zip(sites, written, strict=False):
        own = list(islice(pages, len(site.plan.pages)))
        fill(site.folder, [site.engine.index(entry for page in own for entry in page.entries), *site.engine.beside()])
        for one in (files, *own):
            seconds.update({f"{site.plan.name}: {step}": spent for step, spent in one.seconds.items()})
    return seconds
