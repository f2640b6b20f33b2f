"""The rendered tree of one site: page files, media, styles and `mkdocs.yml`, ready for the site engine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kring.editions.facilitator import FacilitatorEdition
from kring.model.media import is_image, picture
from kring.pages.addresses import media_address
from kring.pages.contents import contents
from kring.pages.redirects import redirects
from kring.pages.render import environment, render, render_redirect
from kring.pages.site_plan import Page, Place, SitePlan
from kring.site.configuration import NavEntry, Site, configuration_text
from kring.site.page_file import page_text

STYLESHEETS = ("brand", "kring", "parts", "forms", "guide", "print")
"""In the order in which they are loaded. The first is written from `site_config.yml`."""

FACILITATORS = {"guide"}
"""Stylesheets that lie in theme/facilitator: even their names say what participants do not see."""


def write_tree(plan: SitePlan, theme: Path, folder: Path) -> None:
    """Write the tree of `plan` into the empty `folder`. Only files that the site engine needs."""
    for path, data in files(plan, theme):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def files(plan: SitePlan, theme: Path) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of every file of the tree."""
    templates = environment(theme / "pages")
    pages = plan.by_key()
    sections = {place.page.address for place in _places(plan.places) if place.page and place.children}
    for page in plan.pages:
        body = render(plan, page, templates, pages)
        text = page_text(
            page.title, body, description=page.description, toc=contents(body), section=page.address in sections
        )
        yield f"docs/{_file(page)}", text.encode()
    for former, page in redirects(plan).items():
        yield f"docs/{former}index.html", render_redirect(plan, former, page, templates).encode()
    for asset in plan.assets.values():
        data = picture(asset.name, asset.data).data if is_image(asset.name) else asset.data
        yield f"docs/{media_address(asset.programme, asset.name)}", data
    for font in sorted((theme / "fonts").glob("*.woff2")):
        yield f"docs/assets/fonts/{font.name}", font.read_bytes()
    yield "docs/assets/stylesheets/brand.css", _brand(plan).encode()
    for name in FACILITATORS & set(_stylesheets(plan)):
        yield f"docs/assets/stylesheets/{name}.css", (theme / "facilitator" / f"{name}.css").read_bytes()
    yield "mkdocs.yml", configuration_text(_site(plan, theme)).encode()


def _site(plan: SitePlan, theme: Path) -> Site:
    return Site(
        name=plan.title,
        nav=tuple(_entry(place) for place in plan.places),
        words=plan.words.below("shell"),
        custom_dir=str(theme / "site"),
        language=plan.words.language,
        address=plan.address,
        stylesheets=tuple(f"assets/stylesheets/{name}.css" for name in _stylesheets(plan)),
    )


def _entry(place: Place) -> NavEntry:
    path = _file(place.page) if place.page else None
    return NavEntry(place.title, path, tuple(_entry(child) for child in place.children))


def _places(places: tuple[Place, ...]) -> Iterator[Place]:
    for place in places:
        yield place
        yield from _places(place.children)


def _file(page: Page) -> str:
    """Return the file of a page below docs/."""
    return f"{page.address}index.md"


def _stylesheets(plan: SitePlan) -> tuple[str, ...]:
    facilitators = isinstance(plan.edition, FacilitatorEdition)
    return tuple(name for name in STYLESHEETS if facilitators or name not in FACILITATORS)


def _brand(plan: SitePlan) -> str:
    return f":root {{ --kring-brand: {plan.participant.organisation.colour}; }}\n"
