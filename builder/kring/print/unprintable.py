"""Characters that no font of the books has: which they are, and where authors wrote them.

Whether a character can be printed, only the press knows; it is asked about those that are not ordinary.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache, partial
from html import unescape
from itertools import groupby

from kring.checks.written import written
from kring.findings import Finding, Position, Span
from kring.model.catalogue import Catalogue
from kring.prose.plain_text import plain_text
from kring.prose.text import Prose
from kring.source import nodes
from kring.source.documents import Document
from kring.source.kinds import Kind
from kring.source.text import character_code
from kring.theme_files import theme_folder

NEVER_PRINTED = frozenset({Kind.PAGE})
"""Kinds of file that are in no book."""

ORDINARY = "\n\t -~\u00a0-\u017f‘’‚“”„‹›–—…•€−→←↑↓"
"""What every book can print, as the inside of a character class. A test asks the press about each of them."""

JOINER = "\u200d"
_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")
_UNUSUAL = re.compile(f"[^{ORDINARY}]")
_MARK = "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\U0001f3fb-\U0001f3ff]"
_CLUSTER = re.compile(f".(?:{_MARK}|{JOINER}.)*", re.DOTALL)
"""A character with the marks on it, or several that a joiner makes one: fonts have them together, or not."""


def unprintable(catalogue: Catalogue) -> list[Finding]:
    """Return a finding for each run of characters that no font has, where it was written."""
    texts = list(_texts(catalogue))
    refused = _refused(frozenset(cluster for text, _ in texts for cluster in _unusual_clusters(text)))
    found: dict[tuple[Span, str], Finding] = {}
    for text, places in texts if refused else ():
        for run in _runs(text, refused):
            for place in places(run):
                found.setdefault((place, run), Finding("print/no-glyph", place, {"character": _shown(run)}))
    return list(found.values())


def written_in(texts: Mapping[str, str], characters: Iterable[str]) -> Iterator[Finding]:
    """Yield a finding for each line of `texts` (path → text) that holds one of the `characters` that a book lacked."""
    wanted = tuple(characters)
    for path, text in texts.items():
        for number, line in enumerate(text.split("\n"), start=1):
            for character in wanted:
                if (at := line.find(character)) >= 0:
                    start = Position(number, at + 1)
                    span = Span(path, start, Position(number, at + 1 + len(character)))
                    yield Finding("print/no-glyph", span, {"character": _shown(character)})


Written = tuple[str, Callable[[str], Iterator[Span]]]
"""A text as it is read, and where something of it stands."""


def _texts(catalogue: Catalogue) -> Iterator[Written]:
    """Yield the texts that hold anything out of the ordinary, as they are read, whatever way they were written."""
    for entity, leaves in written(catalogue):
        document = catalogue.entities.documents[entity.key]
        if entity.key.kind in NEVER_PRINTED:
            continue
        if not _is_ordinary(document.text):
            for text, span in _values(document):
                if _UNUSUAL.search(text):
                    yield text, partial(_places, document, span)
        # An entity (&#128512;) becomes what it stands for where Markdown is read.
        for leaf in leaves if "&" in document.text else ():
            if isinstance(leaf, Prose) and "&" in leaf.text and _UNUSUAL.search(words := plain_text(leaf)):
                yield words, partial(_places_of_entities, leaf)


@lru_cache(maxsize=4096)
def _is_ordinary(text: str) -> bool:
    """Tell whether no value of a file can hold anything unusual: not as it stands, and not as an escape."""
    return "\\" not in text and not _UNUSUAL.search(text)


def _values(document: Document) -> Iterator[tuple[str, Span]]:
    waiting: list[nodes.Node] = [document.root]
    while waiting:
        match waiting.pop():
            # What a programme overrides of a shared session is read in the file of the programme.
            case nodes.Scalar(value=str() as text, span=span) if span.path == document.path:
                yield text, span
            case nodes.Mapping(entries=entries):
                waiting += [entry.value for entry in entries]
            case nodes.Sequence(items=items):
                waiting += items
            case _:
                pass
    if document.body and document.body_start:
        lines = document.text.split("\n")
        end = Position(len(lines), len(lines[-1]) + 1)
        yield document.body, Span(document.path, document.body_start, end)


def _unusual_clusters(text: str) -> Iterator[str]:
    return (cluster for cluster in _CLUSTER.findall(text) if _UNUSUAL.search(cluster))


@lru_cache(maxsize=64)
def _refused(clusters: frozenset[str]) -> frozenset[str]:
    """Return those of `clusters` that no font has."""
    if not clusters:
        return frozenset()
    from kring.print.typst_engine import PrintError, compile_pdf  # noqa: PLC0415 -- only for unusual characters

    data = {"language": "nl", "colour": "#000000", "words": {}, "clusters": sorted(clusters)}
    try:
        compile_pdf(theme_folder() / "print" / "coverage.typ", data, {})
    except PrintError as error:
        if not error.unprintable:
            raise
        lacking = frozenset(error.unprintable)
        together = [part for part in lacking if len(part) > 1]
        return frozenset(
            cluster
            for cluster in clusters
            if not lacking.isdisjoint(cluster) or any(part in cluster for part in together)
        )
    return frozenset()


def _runs(text: str, refused: frozenset[str]) -> Iterator[str]:
    """Yield each stretch of `text` that cannot be printed, each once."""
    groups = groupby(_CLUSTER.findall(text), key=lambda cluster: cluster in refused)
    return iter(dict.fromkeys("".join(group) for is_refused, group in groups if is_refused))


def _places_of_entities(prose: Prose, run: str) -> Iterator[Span]:
    """Yield where entities of a text stand for something of `run`, unless it also stands there as it is."""
    if run in prose.text:
        return
    for number, line in enumerate(prose.text.split("\n"), start=1):
        for match in _ENTITY.finditer(line):
            if set(unescape(match[0])) & set(run):
                yield prose.place(number, match.start() + 1, len(match[0]))


def _places(document: Document, span: Span, run: str) -> Iterator[Span]:
    """Yield where `run` stands within `span`; the whole of it where it was written in another way."""
    lines = document.text.split("\n")
    found = False
    for number in range(span.start.line, min(span.end.line, len(lines)) + 1):
        line = lines[number - 1]
        first = span.start.column if number == span.start.line else 1
        last = span.end.column if number == span.end.line else len(line) + 1
        for match in re.finditer(re.escape(run), line[first - 1 : last - 1]):
            found = True
            start = Position(number, first + match.start())
            yield Span(document.path, start, Position(number, start.column + len(run)))
    if not found:
        yield span


def _shown(run: str) -> str:
    """Return characters as they can be shown in a sentence: by their numbers, where nothing would be seen."""
    seen = run.replace(JOINER, "")
    return run if seen and seen.isprintable() else " ".join(map(character_code, run))
