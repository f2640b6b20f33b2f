"""The read step: a root folder to source documents, media and findings. The one way in from disk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kring.cache import Cache
from kring.findings import Finding, Position, Span
from kring.source.decode import decode
from kring.source.documents import Asset, Document, Key, Sources
from kring.source.files import walk
from kring.source.kinds import MARKDOWN_KINDS
from kring.source.nodes import Mapping
from kring.source.read_bytes import MAX_ASSET, MAX_CONTENT, read_bytes
from kring.source.releases import read_release
from kring.source.text import FileText
from kring.source.yaml_text import read_yaml

_OPENS, _BETWEEN, _CLOSES = re.compile(r"<{7}(?: |\Z)"), re.compile(r"={7}\Z"), re.compile(r">{7}(?: |\Z)")


def conflicts(text: FileText) -> Iterator[Finding]:
    """Yield one finding for each place with two versions, at its first mark."""
    if "<<<<<<<" not in text.text:
        return
    opened = between = 0
    for number, line in enumerate(text.lines, start=1):
        if _OPENS.match(line):
            opened, between = number, 0
        elif opened and _BETWEEN.match(line):
            between = number
        elif opened and between and _CLOSES.match(line):
            facts = {"between": str(between), "last": str(number)}
            yield Finding("file/two-versions", text.span(opened, 1, len(text.lines[opened - 1])), facts)
            opened = between = 0


MAX_LINES = 5_000
"""Lines of a file, empty ones too. The longest file of a programme that takes up nothing from the library has 1,000."""

MAX_SIGNS = 4_000
"""How often each sign of `SIGNS` may stand in a file."""

SIGNS = "[]<*_`|\\&"
"""Signs that the Markdown parser may have to match with each other: where none has its other half, with all others."""


def beyond_limits(text: FileText) -> Iterator[Finding]:
    """Yield what there is too much of in a file, at the place where it begins to be."""
    if len(text.lines) > MAX_LINES:
        facts = {"lines": str(len(text.lines)), "limit": str(MAX_LINES)}
        yield Finding("file/too-many-lines", text.span(MAX_LINES + 1, 1), facts)
    for sign in SIGNS:
        if text.text.count(sign) > MAX_SIGNS:
            yield Finding("file/too-many-signs", _after(text, sign), {"sign": sign, "limit": str(MAX_SIGNS)})


def _after(text: FileText, sign: str) -> Span:
    """Return where the first sign beyond the limit stands."""
    left = MAX_SIGNS
    for number, line in enumerate(text.lines, start=1):
        if (times := line.count(sign)) > left:
            column = -1
            for _ in range(left + 1):
                column = line.index(sign, column + 1)
            return text.span(number, column + 1)
        left -= times
    raise AssertionError("there are more than that")


_FENCE = re.compile(r"---[ \t]*\Z")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A Markdown file in its two parts; `root` is None where it cannot be trusted. Positions are those of the file."""

    root: Mapping | None
    body: str
    body_start: Position
    findings: tuple[Finding, ...]


def read_front_matter(text: FileText) -> FrontMatter:
    """Split a Markdown file and read its front matter."""
    first = next((number for number, line in enumerate(text.lines) if line.strip()), 0)
    if not _FENCE.match(text.lines[first]):
        missing = Finding("markdown/no-front-matter", text.span(first + 1, 1, len(text.lines[first])))
        return FrontMatter(None, text.text, Position(), (missing,))
    closing = next((number for number in range(first + 1, len(text.lines)) if _FENCE.match(text.lines[number])), None)
    if closing is None:
        return FrontMatter(
            None, "", Position(), (Finding("markdown/unclosed-front-matter", text.span(first + 1, 1, 3)),)
        )
    # Empty lines in the place of everything above keep the lines of the YAML where they are in the file.
    fields = FileText.of(text.path, "\n" * (first + 1) + "\n".join(text.lines[first + 1 : closing]))
    yaml = read_yaml(fields)
    # A body that does not exist (nothing below the fence) starts at the end of the fence.
    start = (
        text.position(closing + 2, 1)
        if closing + 1 < len(text.lines)
        else text.position(closing + 1, len(text.lines[closing]) + 1)
    )
    return FrontMatter(yaml.root, "\n".join(text.lines[closing + 1 :]), start, yaml.findings)


Read = tuple[Document | None, tuple[Finding, ...], str]
"""A file that was read: the document if it can be trusted, the findings, and the text."""


def read(root: Path, cache: Cache | None = None) -> Sources:
    """Read all content under `root`. A bad file becomes findings; the others go on."""
    cache = cache or Cache()
    found = walk(root)
    findings = list(found.findings)
    unreadable = set(found.unreadable)
    texts: dict[str, str] = {}
    documents: list[Document] = []
    assets: list[Asset] = []
    for file in found.content:
        path = file.entry.path
        content = read_bytes(file.entry.file, path, MAX_CONTENT)
        findings += (content.finding,) if content.finding else ()
        document = None
        if content.data is not None:
            document, wrong, texts[path] = cache(read_text, file.key, path, content.data)
            findings += wrong
        if document is not None and file.usable:
            documents.append(document)
        else:
            unreadable.add(file.key)
    for media in found.media:
        entry = media.entry
        content = read_bytes(entry.file, entry.path, MAX_ASSET)
        findings += (content.finding,) if content.finding else ()
        if content.data is not None:
            assets.append(Asset(entry.path, entry.name, media.programme, content.data))
    releases = []
    for kept in found.releases:
        release, faults = read_release(kept.entry, kept.programme, kept.stored)
        findings += faults
        releases += [release] if release is not None else []
    findings.sort(key=lambda finding: finding.place)
    paths = tuple(file.entry.path for file in found.content)
    return Sources(
        tuple(documents), tuple(assets), tuple(findings), frozenset(unreadable), texts, paths, tuple(releases)
    )


def read_text(key: Key, path: str, data: bytes) -> Read:
    """Read the bytes of one content file: the document if it can be trusted, the findings, and its text."""
    decoded = decode(path, data)
    text = decoded.text
    if decoded.findings:
        return None, decoded.findings, text.text
    if wrong := (*conflicts(text), *beyond_limits(text)):
        return None, wrong, text.text
    if key.kind in MARKDOWN_KINDS:
        return _markdown(key, text)
    yaml = read_yaml(text)
    document = None if yaml.root is None else Document(key, path, text.text, yaml.root)
    return document, yaml.findings, text.text


def _markdown(key: Key, text: FileText) -> Read:
    parts = read_front_matter(text)
    if parts.root is None:
        return None, parts.findings, text.text
    return Document(key, text.path, text.text, parts.root, parts.body, parts.body_start), parts.findings, text.text
