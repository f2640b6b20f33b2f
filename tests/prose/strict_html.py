"""Reading our own HTML strictly: only known elements, attributes and addresses, all properly closed."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = frozenset({"br", "hr", "img"})

ALLOWED = {
    "p": {"class"},
    "h2": {"id"},
    "h3": {"id"},
    "h4": {"id"},
    "ul": set(),
    "ol": {"start"},
    "li": {"id"},
    "blockquote": set(),
    "pre": {"class", "tabindex"},
    "code": set(),
    "hr": set(),
    "br": set(),
    "table": set(),
    "thead": set(),
    "tbody": set(),
    "tr": set(),
    "th": {"scope", "class"},
    "td": {"class"},
    "div": {"class", "role", "tabindex", "aria-label"},
    "span": {"class"},
    "strong": set(),
    "em": set(),
    "sup": set(),
    "a": {"href", "class", "rel", "id", "role", "aria-label"},
    "img": {"src", "srcset", "sizes", "alt", "width", "height"},
    "section": {"class", "role", "aria-label"},
}

ADDRESSES = ("https://", "mailto:", "tel:", "../", "#", "media/")
ADDED = ("kring-visually-hidden", "kring-note__kind", "kring-footnote", "kring-footnotes__back")
"""Classes of elements whose words are not the author's."""


class StrictHTML(HTMLParser):
    """Collects the author's words (`words`, those of footnotes in `notes`); raises AssertionError for anything else."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, str]] = []
        self.ids: list[str] = []
        self.words = ""
        self.notes = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ALLOWED, tag
        found = dict(attrs)
        assert len(found) == len(attrs), f"an attribute of {tag} stands twice"
        assert set(found) <= ALLOWED[tag], f"{tag} {found}"
        assert all((name := part).startswith("kring-") for part in (found.get("class") or "").split()), found
        for name in ("href", "src"):
            address = found.get(name)
            assert address is None or address.startswith(ADDRESSES), address
            assert address is None or not set(address) & set(" \"'<>\\`{}\n\t"), address
        if "id" in found:
            assert found["id"], tag
            self.ids.append(str(found["id"]))
        if tag == "img":
            assert found["alt"], "an image without alternative text"
            self._say(f" {found['alt']} ")
        if tag not in VOID:
            self.open.append((tag, found.get("class") or ""))
        if tag not in ("strong", "em", "a", "code", "span", "sup"):
            self._say(" ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        raise AssertionError(f"<{tag}/> is no HTML")

    def handle_endtag(self, tag: str) -> None:
        opened = self.open.pop()[0] if self.open else None
        assert tag == opened, f"</{tag}> closes <{opened}>"
        if tag not in ("strong", "em", "a", "code", "span", "sup"):
            self._say(" ")

    def handle_data(self, data: str) -> None:
        if not any(css in ADDED for _, css in self.open):
            self._say(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"comment: {data}")

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(f"declaration: {decl}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"instruction: {data}")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(f"declaration: {data}")

    def _say(self, words: str) -> None:
        if any(css == "kring-footnotes" for _, css in self.open):
            self.notes += words
        else:
            self.words += words


def read(html: str) -> StrictHTML:
    """Return what a strict reading found; raises AssertionError where the HTML is not as it should be."""
    found = StrictHTML()
    found.feed(html)
    found.close()
    assert not found.open, f"never closed: {found.open}"
    assert len(set(found.ids)) == len(found.ids), f"an id stands twice: {found.ids}"
    return found
