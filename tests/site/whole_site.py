"""The whole site of a tree, one page after the other: trees of tests come from no plan."""

from __future__ import annotations

from collections.abc import Iterator

from kring.site.engine import Engine
from kring.site.tree import Tree


def site_files(tree: Tree, *, date: int) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of every file of the site; a file of ours comes after the theme's of the same path."""
    engine = Engine(tree.site, date=date)
    engine.arrange(tree.site.nav, {path: page.section for path, page in tree.pages.items()})
    yield from engine.theme_files()
    yield from tree.files.items()
    built = [engine.page(path, page) for path, page in tree.pages.items()]
    yield from ((page.address, page.html) for page in built)
    yield engine.index(entry for page in built for entry in page.entries)
    yield from engine.beside()
