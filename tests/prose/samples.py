"""Texts for tests: prose at a known place, words, a resolver, and cases read from files."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from kring.findings import Finding, Position, Span
from kring.prose.html import Words
from kring.prose.links import Link, Target
from kring.prose.targets import Scheme
from kring.prose.text import Form, Prose

WORDS = Words(
    note="Let op",
    example="Voorbeeld",
    exercise="Oefening",
    facilitator="Voor de begeleider",
    external="andere website",
    footnotes="Voetnoten",
    back="Terug naar de tekst",
    table="Tabel",
)


class Case(NamedTuple):
    """One case of a file: a title, what an author writes, and what comes of it."""

    title: str
    written: str
    expected: str


def cases(name: str) -> list[Case]:
    """Return the cases of tests/prose/texts/<name>.

    A case is a line `=== title`, the text, a line `---->`, and what is expected.
    """
    whole = (Path(__file__).parent / "texts" / name).read_text(encoding="utf-8")
    found = []
    for part in whole.split("=== ")[1:]:
        title, _, rest = part.partition("\n")
        written, _, expected = rest.partition("\n---->\n")
        found.append(Case(title, written, expected.rstrip("\n")))
    return found


def blocks_of(text: str) -> Prose:
    """Return a text of blocks that begins its file."""
    return Prose(text, Form.MARKDOWN, Span("a.md", Position(1, 1), Position(9999, 1)), Position(1, 1))


def inline_of(text: str) -> Prose:
    """Return a text of one paragraph that begins its file."""
    return Prose(text, Form.INLINE, Span("a.md", Position(1, 1), Position(9999, 1)), Position(1, 1))


def resolve(link: Link) -> Target:
    """Lead every link somewhere that shows what was asked for."""
    if link.scheme in (Scheme.HTTPS, Scheme.MAILTO, Scheme.TEL):
        return Target(link.target, external=link.scheme is Scheme.HTTPS)
    if link.image:
        return Target(f"media/{link.target}", width=640, height=480)
    return Target(f"../{link.scheme}/{link.target}/" + (f"#{link.anchor}" if link.anchor else ""))


def resolve_on_paper(link: Link) -> Target:
    """Lead every link of our own to a label, as a book does."""
    target = resolve(link)
    return Target(f"#{link.scheme}-{link.id}") if target.href.startswith("..") else target


def shown(finding: Finding) -> str:
    """Return where a finding stands and its rule."""
    start, end = finding.span.start, finding.span.end
    return f"{start.line}:{start.column}-{end.column} {finding.rule.removeprefix('prose/')}"
