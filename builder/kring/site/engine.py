"""The site engine: page files in, whole pages out. The only module that knows MkDocs.

MkDocs gives configuration, theme and navigation; its own functions do each of these. Only the order is
ours: a page can be built by itself, so that after an edit the others need not be built again, and several
processes can share them. The body of a page is HTML already and goes in as it is. A test holds the outcome
against plain `mkdocs build` of the same tree, byte for byte.
"""

from __future__ import annotations

import gzip
import logging
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

from kring.site.configuration import NavEntry, Site, configuration, nav_of
from kring.site.markup import as_markup
from kring.site.material import tidied
from kring.site.page_file import PageFile
from kring.site.policy import inline_scripts, policy, with_policy
from kring.site.search_sections import search_sections

# MkDocs reads this when it is imported; it silences an advertisement.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import File, Files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import get_relative_url

SEARCH_PLUGIN = "material/search"
SEARCH_INDEX = "search/search_index.json"
MISSING = "404.html"
"""The page for a lost address: it has all scripts of the shell."""


class EngineError(Exception):
    """The engine failed or warned. That is a bug of ours, never an author's mistake; the text holds its log."""


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """A page with what the search index holds of it. `address` is the path of its file below the site's root."""

    address: str
    html: bytes
    entries: tuple[Mapping[str, Any], ...]


class Engine:
    """MkDocs with its configuration and theme loaded, ready for the pages of one site.

    Call `arrange` before building pages, and again when pages come or go or the navigation changes. One
    thread at a time: MkDocs marks the page that is being built in the navigation that all pages share.
    """

    def __init__(self, site: Site, *, date: int) -> None:
        """Load configuration and theme. `date` is the time that the site bears, in seconds since 1970 (UTC).

        Raises:
            EngineError: MkDocs does not accept the configuration without a warning.

        """
        self._date = datetime.fromtimestamp(date, UTC)
        with _strict():
            self._config = _config(site)
            self._theme = self._config.theme.get_env()
        self._search = cast("Any", self._config.plugins[SEARCH_PLUGIN]).search_index
        self._pages: dict[str, Page] = {}
        self._documents: Sequence[File] = ()
        self._nav = Navigation([], [])
        # The scripts of the empty shell and no others, whatever might get into a page: the policy guards against it.
        self._scripts = inline_scripts(self._beside(MISSING).replace(site.missing, "").encode())
        self.policy = policy(self._scripts)

    def arrange(self, nav: tuple[NavEntry, ...], pages: Mapping[str, bool]) -> None:
        """Take the navigation, and the page files by path with whether each is the page of a section.

        Raises:
            EngineError: the navigation names a page that is not there.

        """
        with _strict():
            self._config.nav = nav_of(nav)
            files = Files([File(path, None, self._config.site_dir, use_directory_urls=True) for path in pages])
            set_exclusions(files, self._config)
            self._nav = get_navigation(files, self._config)
        self._pages = {file.src_uri: _page_of(file) for file in files}
        for path, page in self._pages.items():
            page.update_date = self._date.strftime("%Y-%m-%d")
            page.meta = {"section": True} if pages[path] else {}
        self._documents = files.documentation_pages()

    def page(self, path: str, page_file: PageFile) -> BuiltPage:
        """Build one page. `path` is that of its page file.

        Raises:
            EngineError: the theme altered the body, or a script stands in the page that is not the shell's.

        """
        page = self._pages[path]
        kept = page.meta
        page.meta, page.content, page.toc = page_file.matter(), page_file.block, get_toc([])
        # `title` of a page of the navigation is its label there; the page's own stands in its front matter.
        page.active = True
        try:
            html = self._theme.get_template("main.html").render(self._context(page, get_relative_url(".", page.url)))
        finally:
            page.active = False
            page.meta, page.content = kept, None
        if page_file.block not in html:
            raise EngineError(f"the theme altered the body of {path}")
        return BuiltPage(page.file.dest_uri, self._secured(html.encode(), path), tuple(_entries(page.url, page_file)))

    def around(self, path: str) -> object:
        """Return what a page shows of the navigation around it: where that is equal, the page is the same."""
        ancestors: Iterable[Any] = self._pages[path].ancestors
        lists = (self._nav.items, *(section.children for section in ancestors))
        return tuple(tuple(_line(item) for item in items) for items in lists)

    def index(self, entries: Iterable[Mapping[str, Any]]) -> tuple[str, bytes]:
        """Return path and bytes of the search index, from the entries of all pages in order."""
        self._search.entries = list(entries)
        text: str = self._search.generate_search_index(None)
        self._search.entries = []
        return SEARCH_INDEX, text.encode()

    def beside(self) -> Iterator[tuple[str, bytes]]:
        """Yield path and bytes of what stands beside the pages: the site map, and the page for a lost address."""
        for name in sorted(self._config.theme.static_templates):
            text = self._beside(name)
            if text.strip():
                yield name, self._secured(text.encode(), name) if name.endswith(".html") else text.encode()
            if name == "sitemap.xml":
                yield f"{name}.gz", gzip.compress(text.encode(), mtime=int(self._midnight()))

    def theme_files(self) -> Iterator[tuple[str, bytes]]:
        """Yield path and bytes of the theme's scripts, styles and icons, less what a site does not need."""
        found = Files([])
        found.add_files_from_theme(self._theme, self._config)
        for file in found:
            data = tidied(file.src_uri, Path(str(file.abs_src_path)).read_bytes)
            if data is not None:
                yield file.dest_uri, data

    def _beside(self, name: str) -> str:
        base = get_relative_url(".", name)
        if name == MISSING:
            # A page for lost addresses is served at any depth, so its links start at the site's root.
            base = "/" + self._config.site_url.split("/", 3)[3] if self._config.site_url else "/"
        return self._theme.get_template(name).render(self._context(None, base))

    def _secured(self, page: bytes, path: str) -> bytes:
        """Return a page with the policy in it."""
        if not inline_scripts(page) <= self._scripts:
            raise EngineError(f"a script stands in {path} that is not the shell's")
        return with_policy(page, self.policy)

    def _context(self, page: Page | None, base: str) -> Any:
        context: Any = get_context(self._nav, self._documents, self._config, page, base_url=base)
        context["build_date_utc"] = self._date
        return context

    def _midnight(self) -> float:
        return self._date.replace(hour=0, minute=0, second=0).timestamp()


def _entries(url: str, page_file: PageFile) -> Iterator[Mapping[str, str]]:
    """Yield what the search index says of a page, section by section."""
    if not page_file.search:
        return
    for section in search_sections(page_file.block):
        location = url if section.id is None else f"{url}#{section.id}"
        yield {"location": location, "title": section.title or as_markup(page_file.title), "text": section.text}


def _line(item: Any) -> tuple[object, ...]:
    """Return what a line of the navigation shows: its label, and where it leads."""
    first, depth = item, 0
    while first.children:
        first, depth = first.children[0], depth + 1
    own = bool(item.children and item.children[0].is_page and item.children[0].meta.get("section"))
    return (item.title, first.url, depth, own)


def _page_of(file: File) -> Page:
    assert file.page is not None  # `get_navigation` makes one for each page file
    return file.page


def _config(site: Site) -> MkDocsConfig:
    # Nothing is read from `docs_dir` or written to `site_dir`; both must be told.
    theme = Path(site.custom_dir)
    config = MkDocsConfig()
    config.load_dict(
        {**configuration(site), "docs_dir": str(theme), "site_dir": str(theme.with_name("site-built")), "strict": True}
    )
    errors, warnings = config.validate()
    if told := [f"{name}: {what}" for name, what in (*errors, *warnings)]:
        raise EngineError("MkDocs does not accept its configuration:\n" + "\n".join(told))
    config.plugins.on_startup(command="build", dirty=False)
    config.plugins.on_config(config)
    return config


@contextmanager
def _strict() -> Iterator[None]:
    """Turn what MkDocs logs as a warning, and what it raises, into an `EngineError`."""
    told: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            told.append(record.getMessage())

    listener, logger = Listener(logging.WARNING), logging.getLogger("mkdocs")
    logger.addHandler(listener)
    try:
        yield
    except MkDocsException as error:
        raise EngineError("\n".join([*told, str(error)])) from error
    finally:
        logger.removeHandler(listener)
    if told:
        raise EngineError("\n".join(told))
