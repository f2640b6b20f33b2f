"""A built page, read strictly: what it consists of, what it says, and what no page of ours may have."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
BODY = "kring"
"""The class of the element that holds the body of a page: what our templates made, inside the shell of the theme."""
ADDRESSES = ("href", "src", "action", "formaction", "srcset", "poster", "data", "cite", "xlink:href")
FORBIDDEN = frozenset(
    {"iframe", "object", "embed", "base", "style", "applet", "frame", "frameset", "template", "noscript"}
)
FOR_SCRIPTS = (("data-search-exclude", ""),)
"""The attributes of a `<template>` of ours: what a script shows, and the search does not find."""
SAFE_ADDRESS = re.compile(r"https://[a-z0-9]|mailto:[\w.+-]+@|tel:\+?[0-9]|#|(?![^/?#]*:)(?!//)(?!.*\\)[^\s\"'<>`{}]*$")
POLICY = "Content-Security-Policy"
"""The one thing that a page of ours says in the place of a host."""
NAME = re.compile(r"[^\s\"'<>=`{}&]+")


@dataclass(frozen=True)
class Element:
    """One element: its name, its attributes, and whether it stands in the body of the page."""

    tag: str
    attributes: tuple[tuple[str, str], ...]
    in_body: bool

    @property
    def shape(self) -> tuple[str, ...]:
        """The names of the element and its attributes, without any value."""
        return (self.tag, *sorted(name for name, _ in self.attributes))


@dataclass
class Page(HTMLParser):
    """What a strict reader makes of the text of a page. `faults` say where it is no proper HTML."""

    text: str
    elements: list[Element] = field(default_factory=list)
    words: str = ""
    """All text of the page; elements are separated by spaces."""
    scripts: list[tuple[dict[str, str], str]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        HTMLParser.__init__(self, convert_charrefs=True)
        self._open: list[tuple[str, bool]] = []
        self.feed(self.text)
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag, _ in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._element(tag, attrs)
        if tag not in VOID:
            inside = self._in_body or dict(attrs).get("class") == BODY
            self._open.append((tag, inside))
        if tag == "script":
            self.scripts.append(({name: value or "" for name, value in attrs}, ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._element(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self.words += " "
        if not self._open or self._open[-1][0] != tag:
            opened = self._open[-1][0] if self._open else None
            self.faults.append(f"</{tag}> closes <{opened}>")
            while self._open and self._open[-1][0] != tag:
                self._open.pop()
        if self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][0] == "script":
            attributes, before = self.scripts[-1]
            self.scripts[-1] = (attributes, before + data)
        else:
            self.words += data

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"comment: {data}")

    def handle_decl(self, decl: str) -> None:
        if decl.lower() != "doctype html":
            self.faults.append(f"declaration: {decl}")

    def handle_pi(self, data: str) -> None:
        self.faults.append(f"instruction: {data}")

    def unknown_decl(self, data: str) -> None:
        self.faults.append(f"declaration: {data}")

    @property
    def _in_body(self) -> bool:
        return bool(self._open) and self._open[-1][1]

    def _element(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if len({name for name, _ in attrs}) != len(attrs):
            self.faults.append(f"an attribute of <{tag}> stands twice: {attrs}")
        given = tuple((name, value or "") for name, value in attrs)
        self.elements.append(Element(tag, given, self._in_body))
        self.words += " "

    def values(self) -> Iterator[str]:
        """Yield the value of every attribute."""
        return (value for element in self.elements for _, value in element.attributes)

    def shapes(self, *, in_body: bool | None = None) -> list[tuple[str, ...]]:
        """Return the shape of every element in order; with `in_body`, of those inside or outside the body only."""
        return [element.shape for element in self.elements if in_body is None or element.in_body is in_body]


def read(path: Path) -> Page:
    """Read the page in a file."""
    return Page(path.read_text(encoding="utf-8"))


def dangers(page: Page, known_scripts: frozenset[str]) -> list[str]:
    """Return what no page may have, whatever its authors wrote. `known_scripts` are those of the theme's shell."""
    found = list(page.faults)
    for attributes, text in page.scripts:
        if "src" not in attributes and text not in known_scripts:
            found.append(f"a script of somebody else: {text[:80]}")
    for element in page.elements:
        given = dict(element.attributes)
        is_template = element.tag == "template" and element.attributes == FOR_SCRIPTS
        is_ours = is_template or (element.tag == "noscript" and not element.in_body)
        if (element.tag in FORBIDDEN and not is_ours) or (
            element.tag == "meta" and given.get("http-equiv", POLICY) != POLICY
        ):
            found.append(f"<{element.tag}>")
        if element.tag == "script" and element.in_body:
            found.append("a script in the body of a page")
        for name, value in element.attributes:
            if (
                name.startswith("on")
                or name in ("style", "srcdoc")
                or not re.fullmatch(r"[a-z][a-z0-9:-]*", name, re.IGNORECASE)
            ):
                found.append(f"<{element.tag} {name}>")
            if not all(SAFE_ADDRESS.match(address) for address in _addresses(name, html.unescape(value))):
                found.append(f"<{element.tag} {name}={value!r}>")
            if name in ("id", "for", "name") and element.in_body and not NAME.fullmatch(value):
                found.append(f"<{element.tag} {name}={value!r}>")
    return found


def _addresses(name: str, value: str) -> list[str]:
    """Return the addresses that an attribute holds."""
    if name == "srcset":
        return [(choice.split() or [""])[0] for choice in value.split(",")]
    return [value.strip()] if name in ADDRESSES else []


def inline_scripts(pages: list[Path]) -> frozenset[str]:
    """Return the texts of the scripts that stand in these pages."""
    return frozenset(text for path in pages for attributes, text in read(path).scripts if "src" not in attributes)
