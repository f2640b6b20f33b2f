"""One whole site, from its plan to the files of its folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from kring.pages.site_plan import SitePlan
from kring.site.engine import Engine
from kring.site.tree import Tree, fill, site_tree
from kring.timings import Stopwatch


def build_site(plan: SitePlan, theme: Path, folder: Path, *, date: int) -> Stopwatch:
    """Render `plan` and write its site into `folder`; return how long each step took.

    `date` is the time that the site bears, in seconds since 1970 (UTC).

    Raises:
        EngineError: a bug of ours.
        OSError: the site could not be written.

    """
    clock = Stopwatch()
    with clock("render"):
        tree = site_tree(plan, theme)
    with clock("site engine"):
        fill(folder, site_files(tree, date=date))
    return clock


def site_files(tree: Tree, *, date: int) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of every file of the site; a file of ours comes after the theme's of the same path."""
    engine = Engine(tree.site, date=date)
    engine.arrange(tree.site.nav, {path: page.section for path, page in tree.pages.items()})
    yield from engine.theme_files()
    yield from tree.files.items()
    entries: list[Mapping[str, Any]] = []
    for path, page in tree.pages.items():
        built = engine.page(path, page)
        entries += built.entries
        yield built.address, built.html
    yield engine.index(entries)
    yield from engine.beside()
