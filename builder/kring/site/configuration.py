"""The engine's configuration: a plain `mkdocs.yml`, without hooks and without plugins beyond search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from kring.site.markup import as_markup

SHELL_WORDS = frozenset(
    {
        *("close", "display", "help", "menu", "missing_title", "path", "preview"),
        *("palette", "palette_dark", "palette_light", "palette_system"),
        *("search_failed", "search_hint", "search_loading", "search_many", "search_more", "search_none", "search_one"),
        *("text", "text_larger", "text_largest", "text_normal"),
        *("words", "words_note", "words_plain", "words_usual", "read_aloud", "stop_reading"),
    }
)
"""The words of the theme's own that `configuration` needs; Material's stand in `theme/site/partials/languages`."""

SEPARATOR = r"[\s\-–—,:;!?=\[\]()/.…“”„‘«»\"]+"
"""Where words end for the search of another engine's shell. The apostrophe stays inside its word (foto's)."""


@dataclass(frozen=True, slots=True)
class NavEntry:
    """A line of the navigation: a page, a section, or a section with a page of its own.

    `title` is plain text. `path` is the page's file under `docs/`, always `…/index.md`: Zensical changes
    relative links in other files. The page of a section says so in its front matter.
    """

    title: str
    path: str | None = None
    children: tuple[NavEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """What one site (one edition in one language) is called and consists of. Texts are plain."""

    name: str
    nav: tuple[NavEntry, ...]
    words: Mapping[str, str]
    """A text for each of `SHELL_WORDS`."""
    custom_dir: str
    """The folder with the theme's overrides (`theme/site`)."""
    language: str = "nl"
    address: str | None = None
    """Where the site is hosted, or None: then there are no canonical links and the site map is empty."""
    stylesheets: tuple[str, ...] = ()
    """Paths below the site's root, in the order in which they are loaded."""
    modules: tuple[str, ...] = ()
    """ES modules: paths below the site's root."""
    fonts: tuple[str, ...] = ()
    """Fonts that a browser fetches before it has read the styles: paths below the site's root."""
    icon: str = "assets/kring.svg"
    """The mark in the tab of a browser: a path below the site's root."""
    own_icon: bool = False
    """Whether `icon` is the organisation's own, which then stands before the name of the site too."""
    public: bool = False
    """Whether anybody may read the site: then a page says what others may show with a link to it."""
    preview: bool = False
    """Whether each page says that it is a preview, and asks search engines to leave it out."""
    missing: str = ""
    """The body of the page for an address that is not there: finished HTML, whose links begin at the site's root."""


def configuration(site: Site) -> dict[str, Any]:
    """Return the contents of `mkdocs.yml`.

    Raises:
        ValueError: the navigation or the words are not complete.

    """
    if missing := SHELL_WORDS - site.words.keys():
        raise ValueError(f"no words for {', '.join(sorted(missing))}")
    words = {name: as_markup(site.words[name]) for name in sorted(SHELL_WORDS)}
    plain: dict[str, Any] = {
        "site_name": as_markup(site.name),
        "docs_dir": "docs",
        "use_directory_urls": True,
        "nav": nav_of(site.nav),
        "theme": {
            "name": "material",
            "custom_dir": site.custom_dir,
            "language": site.language,
            "font": False,
            "favicon": site.icon,
            "logo": site.icon,
            # Pruned, for whole navigation on every page is quadratic. No `search.highlight`: it puts the
            # words that were searched for into the address, and so into the history of a shared computer.
            "features": ["navigation.prune", "navigation.path", "toc.follow"],
            "palette": _palette(words),
        },
        # The index of the plugin is what our own search reads. Another engine's shell may search it as it stands:
        # no stemmer and no stop words, for the Dutch stemmer loses hits, and English stop words are Dutch words.
        "plugins": [{"search": {"lang": ["en"], "separator": SEPARATOR, "pipeline": []}}],
        "markdown_extensions": [{"toc": {"permalink": False}}],
        # A scope without `base_url` makes the script the same on every page, so that one hash allows it.
        "extra": {
            "scope": "/",
            "generator": False,
            "words": words,
            "missing": site.missing,
            "own_icon": site.own_icon,
            "fonts": list(site.fonts),
            "public": site.public,
            "preview": site.preview,
        },
        # Bodies are HTML, whose links are checked before rendering; whatever else turns up is a mistake of ours.
        "validation": {
            "nav": {"omitted_files": "ignore", "not_found": "warn", "absolute_links": "warn"},
            "links": {"not_found": "warn", "anchors": "warn", "absolute_links": "warn", "unrecognized_links": "warn"},
        },
    }
    if site.address:
        if as_markup(site.address) != site.address:
            # The theme prints it as it stands.
            raise ValueError(f"not an address for a site: {site.address!r}")
        plain["site_url"] = site.address.rstrip("/") + "/"
    if site.stylesheets:
        plain["extra_css"] = list(site.stylesheets)
    if site.modules:
        plain["extra_javascript"] = [{"path": path, "type": "module"} for path in site.modules]
    return plain


def nav_of(entries: tuple[NavEntry, ...]) -> list[dict[str, Any]]:
    """Return the `nav` of `mkdocs.yml`.

    Raises:
        ValueError: an entry has no title, leads nowhere, or its file has another name than `index.md`.

    """
    return [_nav(entry) for entry in entries]


def configuration_text(site: Site) -> str:
    """Return the text of `mkdocs.yml`."""
    return yaml.safe_dump(configuration(site), allow_unicode=True, sort_keys=False, width=float("inf"))


def _nav(entry: NavEntry) -> dict[str, Any]:
    title = as_markup(entry.title)
    if not title:
        raise ValueError(f"a navigation entry has no title: {entry}")
    if not entry.children:
        if entry.path is None:
            raise ValueError(f"the navigation entry {entry.title!r} leads nowhere")
        _check_name(entry.path)
        return {title: entry.path}
    children: list[Any] = [_nav(child) for child in entry.children]
    if entry.path is None:
        return {title: children}
    _check_name(entry.path)
    return {title: [entry.path, *children]}


def _check_name(path: str) -> None:
    if path != "index.md" and not path.endswith("/index.md"):
        raise ValueError(f"{path} must be called index.md, or links in it would differ from engine to engine")


def _palette(words: Mapping[str, str]) -> Sequence[Mapping[str, Any]]:
    """Follow the device, or light, or dark; each choice bears its own name."""

    def choice(media: str, scheme: str, icon: str, name: str) -> Mapping[str, Any]:
        return {
            "media": media,
            "scheme": scheme,
            "primary": "custom",
            "accent": "custom",
            "toggle": {"icon": f"material/{icon}", "name": name},
        }

    return [
        choice("(prefers-color-scheme)", "default", "brightness-auto", words["palette_system"]),
        choice("(prefers-color-scheme: light)", "default", "brightness-7", words["palette_light"]),
        choice("(prefers-color-scheme: dark)", "slate", "brightness-4", words["palette_dark"]),
    ]
