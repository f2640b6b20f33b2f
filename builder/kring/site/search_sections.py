"""What the search index holds of a page: its text in sections, one for each heading with an id.

The rules are those of the engine's search plugin: the plainest tags stay, what stands in an element with
`data-search-exclude` is passed over, and a section ends with the element in which its heading stands; or with the
`<details>` of whose summary that is the heading, which the plugin takes for a section without words. The plugin reads
any HTML there is, with a parser that takes a third of the time of a whole build. Bodies are markup of our own, of which
one regular expression finds the tags. A test holds the outcome against the plugin's.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-z][a-z0-9-]*)(?P<attributes>[^<>]*)>")
_CODE = re.compile(r"(<(?:script|style)\b[^<>]*>).*?(?=</(?:script|style)>)", re.DOTALL)
"""What stands in these is no markup, and nothing that anybody reads."""
_ID = re.compile(r'\sid="([^"]*)"')
_EXCLUDED = re.compile(r"\sdata-search-exclude(?![\w-])")

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_KEPT = frozenset(("p", "code", "pre", "li", "ol", "ul", "sub", "sup"))
_NEVER_READ = frozenset(("object", "script", "style"))
_WITHOUT_END = frozenset(
    (
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track"),
        "wbr",
    )
)


@dataclass(frozen=True, slots=True)
class SearchSection:
    """A section of a page. `id` is that of its heading, None for the beginning of the page; title and text are HTML."""

    id: str | None
    title: str
    text: str


def search_sections(body: str) -> Iterator[SearchSection]:
    """Yield the sections of a body (one `<div>`) that can be found, in order. Without a heading, the title is empty.

    Raises:
        ValueError: there is markup in `body` that is not of our making.

    """
    reader, at = _Reader(), 0
    body = _CODE.sub(r"\1", body)
    for tag in _TAG.finditer(body):
        if tag.start() > at:
            reader.text(body[at : tag.start()])
        at = tag.end()
        end, name, attributes = tag.groups()
        if end:
            reader.end(name)
        elif name not in _WITHOUT_END:
            reader.begin(name, attributes)
            if attributes.endswith("/"):
                reader.end(name)
    if at < len(body):
        reader.text(body[at:])
    for section in reader.sections:
        if not section.excluded:
            yield SearchSection(section.id, "".join(section.title).strip(), "".join(section.words).strip())


@dataclass(slots=True)
class _Section:
    """A section that is being read. `depth` is the number of elements that are open at its heading, with this one."""

    heading: str = ""
    depth: float = 0
    id: str | None = None
    excluded: bool = False
    title: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Reader:
    """Where the reading of a body has come: the elements that are open, and the sections up to there."""

    open: list[str] = field(default_factory=list)
    passed_over: set[str] = field(default_factory=lambda: set(_NEVER_READ))
    """Names of elements; the text of all that are open is passed over, as the plugin does."""
    sections: list[_Section] = field(default_factory=lambda: [_Section()])
    section: _Section = field(init=False)

    def __post_init__(self) -> None:
        self.section = self.sections[0]

    def begin(self, name: str, attributes: str) -> None:
        self.open.append(name)
        excluded = _EXCLUDED.search(attributes) is not None
        if name in _HEADINGS and (id := _ID.search(attributes)):
            # The heading of a part that folds stands in its summary: the section ends with the part.
            depth = len(self.open) - (self.open[-2:-1] == ["summary"])
            self.section = _Section(name, depth, html.unescape(id[1]), excluded)
            self.sections.append(self.section)
        if excluded:
            self.passed_over.add(name)
        elif name in _KEPT and self.passed_over.isdisjoint(self.open):
            self._pieces().append(f"<{name}>")

    def end(self, name: str) -> None:
        if not self.open or self.open[-1] != name:
            raise ValueError(f"</{name}> ends nothing")
        if self.section.depth > len(self.open):
            # The element ends in which the heading of the section stands: the section around it goes on.
            self.section.depth = float("inf")
            self.section = next(one for one in reversed(self.sections) if one.depth <= len(self.open))
        self.open.pop()
        if name in self.passed_over:
            if name not in _NEVER_READ:
                self.passed_over.remove(name)
        elif name in _KEPT and self.passed_over.isdisjoint(self.open):
            _close(name, self._pieces())

    def text(self, written: str) -> None:
        if "<" in written:
            raise ValueError(f"not markup of ours: {written!r}")
        if not self.passed_over.isdisjoint(self.open):
            return
        words = html.unescape(written) if "&" in written else written
        if "pre" not in self.open:
            words = " " if words.isspace() else words.replace("\n", " ")
        if not words.isspace():
            self._pieces().append(html.escape(words, quote=False))
        elif self._in_title():
            self.section.title.append(words)
        elif "pre" in self.open or not self.section.words or not self.section.words[-1].isspace():
            self.section.words.append(words)

    def _pieces(self) -> list[str]:
        return self.section.title if self._in_title() else self.section.words

    def _in_title(self) -> bool:
        return self.section.heading in self.open


def _close(name: str, pieces: list[str]) -> None:
    """End a kept element; one without words leaves nothing behind."""
    begin = pieces.index(f"<{name}>")
    if all(piece.isspace() for piece in islice(pieces, begin + 1, None)):
        del pieces[begin:]
    else:
        pieces.append(f"</{name}>")
