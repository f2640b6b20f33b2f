"""The tree of one site: page files, media, styles and configuration, ready for any engine that reads `mkdocs.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import jinja2

from kring.model.colour import accents
from kring.own_files import write
from kring.pages.addresses import media_address
from kring.pages.contents import contents
from kring.pages.media_files import media_files
from kring.pages.redirects import redirects
from kring.pages.render import environment, render, render_missing, render_redirect
from kring.pages.site_index import site_index
from kring.pages.site_plan import Page, Place, SitePlan
from kring.site.configuration import NavEntry, Site, configuration_text
from kring.site.material import base_styles
from kring.site.page_file import PageFile
from kring.site.policy import policy, with_policy

STYLESHEETS = ("brand", "kring", "parts", "forms")
"""Of both editions, in the order in which they are loaded after Material's. The first is made of `site_config.yml`."""

FONTS = ("AtkinsonHyperlegibleNext_400Regular.woff2", "AtkinsonHyperlegibleNext_700Bold.woff2")
"""The fonts in theme/fonts of which every page has letters."""

OWN_ICON = "assets/icon.svg"

BESIDE = re.compile(r"</(?:dd|dt|td|th)>(?=<)")
"""The end of a cell: the search plugin joins the words of two cells that nothing stands between."""

LAST = "print"
"""The stylesheet of both editions that has the last word, after those of the edition."""


@dataclass(frozen=True, slots=True)
class Tree:
    """One site before the engine. `pages` are by the path of their file, `files` by their address."""

    site: Site
    pages: Mapping[str, PageFile]
    files: Mapping[str, bytes]


def site_tree(plan: SitePlan, theme: Path) -> Tree:
    """Render all pages of `plan`."""
    templates, index = environment(theme / "pages"), site_index(plan)
    sections = section_pages(plan)
    pages = {
        page_path(page): page_file(page, render(plan, page, templates, index), section=page.address in sections)
        for page in plan.pages
    }
    return Tree(site_of(plan, theme, templates), pages, dict(files_beside(plan, theme, templates)))


def page_file(page: Page, body: str, *, section: bool) -> PageFile:
    """Return the page file of a rendered page."""
    spaced = BESIDE.sub(r"\g<0> ", body)
    return PageFile(page.title, spaced, page.description, contents(body), section=section)


def section_pages(plan: SitePlan) -> frozenset[str]:
    """Return the addresses of the pages that have others below them in the navigation."""
    return frozenset(place.page.address for place in _places(plan.places) if place.page and place.children)


def files_beside(plan: SitePlan, theme: Path, templates: jinja2.Environment) -> Iterator[tuple[str, bytes]]:
    """Yield address and bytes of what a site has beside its pages: redirects, media, fonts and styles."""
    for former, page in redirects(plan).items():
        yield f"{former}index.html", with_policy(render_redirect(plan, former, page, templates).encode(), policy())
    for asset in plan.assets.values():
        yield from media_files(asset)
    for font in sorted((theme / "fonts").glob("*.woff2")):
        yield f"assets/fonts/{font.name}", font.read_bytes()
    yield base_styles()
    yield "assets/stylesheets/brand.css", _brand(plan).encode()
    if plan.participant.organisation.icon is None:
        yield OWN_ICON, _own_icon(plan, theme)
    for kind in ("css", "js"):
        for name in _own(plan, theme, kind):
            yield own_address(plan.name, name), (theme / plan.name / name).read_bytes()


def write_tree(tree: Tree, folder: Path) -> None:
    """Write `mkdocs.yml` and `docs/` into the empty `folder`, for another engine to read."""
    texts = {f"docs/{path}": page.text().encode() for path, page in tree.pages.items()}
    beside = {f"docs/{address}": data for address, data in tree.files.items()}
    fill(folder, {**texts, **beside, "mkdocs.yml": configuration_text(tree.site).encode()}.items())


def fill(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write files (path below `folder`, bytes) into a folder that nobody reads yet."""
    for path, data in files:
        write(folder, path, data)


def site_of(plan: SitePlan, theme: Path, templates: jinja2.Environment) -> Site:
    """Return what the engine is told of a site."""
    return Site(
        name=plan.title,
        nav=tuple(_entry(place) for place in plan.places),
        words=plan.words.below("shell"),
        custom_dir=str(theme / "site"),
        language=plan.words.language,
        address=plan.address,
        stylesheets=(
            base_styles()[0],
            *(f"assets/stylesheets/{name}.css" for name in STYLESHEETS),
            *(own_address(plan.name, name) for name in _own(plan, theme, "css")),
            f"assets/stylesheets/{LAST}.css",
        ),
        modules=tuple(own_address(plan.name, name) for name in _own(plan, theme, "js")),
        missing=render_missing(plan, templates),
        fonts=tuple(f"assets/fonts/{name}" for name in FONTS),
        icon=_icon(plan),
        own_icon=plan.participant.organisation.icon is not None,
        public=plan.edition is plan.participant,
        preview=plan.preview,
    )


def page_path(page: Page) -> str:
    """Return the path of the file of a page."""
    return f"{page.address}index.md"


def _entry(place: Place) -> NavEntry:
    path = page_path(place.page) if place.page else None
    return NavEntry(place.title, path, tuple(_entry(child) for child in place.children))


def _places(places: tuple[Place, ...]) -> Iterator[Place]:
    for place in places:
        yield place
        yield from _places(place.children)


def own_address(edition: str, name: str) -> str:
    """Return the address of a style or script of one edition: even its name says what the other does not have."""
    return f"assets/{edition}/{name}"


def _own(plan: SitePlan, theme: Path, kind: str) -> list[str]:
    """Return the names of the styles (`css`) or modules (`js`) of the theme that are of this edition alone."""
    return sorted(path.name for path in (theme / plan.name).glob(f"*.{kind}"))


def _brand(plan: SitePlan) -> str:
    kinds = ((accent, kind) for accent in accents(_colour(plan)) for kind in ("colour", "tint"))
    lines = (f"  --kring-{accent.scheme}-{kind}: {getattr(accent, kind)};\n" for accent, kind in kinds)
    return f":root {{\n{''.join(lines)}}}\n"


def _colour(plan: SitePlan) -> str:
    return plan.participant.organisation.colour


def _icon(plan: SitePlan) -> str:
    """Return the address of the mark in the tab of the browser: the organisation's, or ours in its colour."""
    name = plan.participant.organisation.icon
    return OWN_ICON if name is None else media_address(None, name)


def _own_icon(plan: SitePlan, theme: Path) -> bytes:
    mark = (theme / "site/assets/kring.svg").read_text(encoding="utf-8")
    return mark.replace("<svg ", f'<svg fill="{_colour(plan)}" ', 1).encode()
