"""The read step: a root folder to source documents, media and findings. The one way in from disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kring.ahead import ask_ahead
from kring.findings import Finding
from kring.memory import Memory
from kring.source.conflicts import conflicts
from kring.source.decode import decode
from kring.source.documents import Asset, Document, Key, Sources
from kring.source.files import ContentFile, MediaFile, walk
from kring.source.front_matter import read_front_matter
from kring.source.kinds import MARKDOWN_KINDS
from kring.source.read_bytes import MAX_ASSET, MAX_CONTENT, read_bytes
from kring.source.text import FileText
from kring.source.yaml_text import read_yaml

Read = tuple[Document | None, tuple[Finding, ...], str]
"""A file that was read: the document if it can be trusted, the findings, and the text."""

Ask = Callable[[Document], object]


def nothing(_: Document) -> None:
    """Ask nothing of a document."""


def read(root: Path, memory: Memory | None = None, ask: Ask = nothing) -> Sources:
    """Read all content under `root`. A bad file becomes findings; the others go on.

    What `ask` says of each document is remembered: where two processes read, both can find it out right away.
    """
    memory = memory or Memory()
    found = walk(root)
    findings = list(found.findings)
    unreadable = set(found.unreadable)
    texts: dict[str, str] = {}
    documents: list[Document] = []
    contents = [_content(file, memory) for file in found.content]
    assets: list[Asset] = []
    with ask_ahead(memory, (((_read_and_asked, ask, *each),) for each, _ in contents if each is not None)) as read_on:
        for media in found.media:
            asset, missing = _asset(media, memory)
            assets += asset
            findings += missing
        read_on()
    for file, (content, unread) in zip(found.content, contents, strict=True):
        document, wrong, text = None, unread, None
        if content is not None:
            (document, wrong, text), answer = memory(_read_and_asked, ask, *content)
            if document is not None:
                memory.learn(answer, ask, document)
        findings += wrong
        if text is not None:
            texts[file.entry.path] = text
        if document is not None and file.usable:
            documents.append(document)
        else:
            unreadable.add(file.key)
    findings.sort(key=lambda finding: finding.place)
    paths = tuple(file.entry.path for file in found.content)
    return Sources(tuple(documents), tuple(assets), tuple(findings), frozenset(unreadable), texts, paths)


def read_text(key: Key, path: str, data: bytes) -> Read:
    """Read the bytes of one content file: the document if it can be trusted, the findings, and its text."""
    decoded = decode(path, data)
    text = decoded.text
    if decoded.findings:
        return None, decoded.findings, text.text
    if undecided := tuple(conflicts(text)):
        return None, undecided, text.text
    if key.kind in MARKDOWN_KINDS:
        return _markdown(key, text)
    yaml = read_yaml(text)
    document = None if yaml.root is None else Document(key, path, text.text, yaml.root)
    return document, yaml.findings, text.text


def _read_and_asked(ask: Ask, key: Key, path: str, data: bytes) -> tuple[Read, object]:
    read = read_text(key, path, data)
    return read, None if read[0] is None else ask(read[0])


def _markdown(key: Key, text: FileText) -> Read:
    parts = read_front_matter(text)
    if parts.root is None:
        return None, parts.findings, text.text
    return Document(key, text.path, text.text, parts.root, parts.body, parts.body_start), parts.findings, text.text


def _content(file: ContentFile, memory: Memory) -> tuple[tuple[Key, str, bytes] | None, tuple[Finding, ...]]:
    """Return what `read_text` is given of a file; None where its bytes cannot be read, and why."""
    path = file.entry.path
    read = read_bytes(file.entry.file, path, MAX_CONTENT)
    if read.data is None:
        return None, (read.finding,) if read.finding else ()
    return memory.same((read_text, path), (file.key, path, read.data)), ()


def _asset(media: MediaFile, memory: Memory) -> tuple[list[Asset], list[Finding]]:
    entry = media.entry
    read = read_bytes(entry.file, entry.path, MAX_ASSET)
    if read.data is None:
        return [], [read.finding] if read.finding else []
    return [memory.same((Asset, entry.path), Asset(entry.path, entry.name, media.programme, read.data))], []
