"""The example of each kind of file: what a new file begins with, and what hovers show.

A line that begins with `# ` shows what may stand there too: without the sign it counts. A line with `##` explains.
Before each text that somebody has to write stands a mark, which is an error when it is published.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources

from kring.checks.placeholders import without_marks
from kring.source.documents import Document, Key
from kring.source.kinds import MARKDOWN_KINDS, Kind
from kring.source.nodes import Entry, Mapping, Node, Sequence
from kring.source.read import read_text

LONGEST = 14
"""Lines of an example in a hover; the rest is cut off."""

_EXAMPLE = re.compile(r"( *)# (?!yaml-language-server:)")


@cache
def template(kind: Kind, *, marked: bool = False) -> str:
    """Return the text of the example of `kind`, with its examples as comments, and with its marks."""
    name = f"{kind.value}.md" if kind in MARKDOWN_KINDS else f"{kind.value}.yml"
    text = resources.files("kring.editor").joinpath("templates", name).read_text(encoding="utf-8")
    return text if marked else without_marks(text)


def uncommented(text: str) -> str:
    """Return `text` with all that it shows as an example counting. Lines stay where they are."""
    return "\n".join(_EXAMPLE.sub(r"\1", line, count=1) if is_example(line) else line for line in text.split("\n"))


def is_example(line: str) -> bool:
    """Return whether a line shows what may stand there too."""
    return _EXAMPLE.match(line) is not None


@cache
def example_document(kind: Kind, *, marked: bool = False) -> Document:
    """Return the example of `kind` with everything in it counting."""
    text = uncommented(template(kind, marked=marked))
    document, findings, _ = read_text(Key(kind, "voorbeeld"), "voorbeeld", text.encode())
    assert document is not None, findings
    assert not findings, findings
    return document


def example(kind: Kind, path: tuple[str, ...]) -> str | None:
    """Return a field as it may be written, with its name: the first in the example of `kind` at these names.

    Forms are alike in all kinds: what the example of one kind does not show, that of another may.
    """
    for other in (kind, *Kind):
        document = example_document(other)
        depth = len(path) if other is kind else _from_fields(path)
        # `fields` holds the same wherever it stands; anything else is looked for in its own kind.
        found = next(_entries(document.root, path[-depth:]), None) if depth else None
        if found is not None:
            return _lines(document, found)
    return None


def _from_fields(path: tuple[str, ...]) -> int:
    return len(path) - path.index("fields") if "fields" in path[:-1] else 0


def _entries(node: Node, path: tuple[str, ...]) -> Iterator[Entry]:
    """Yield what stands at the names of `path`, in any item of the lists on the way."""
    match node:
        case Sequence(items=items):
            for item in items:
                yield from _entries(item, path)
        case Mapping() if (entry := node.entry(path[0])) is not None:
            if len(path) == 1:
                yield entry
            else:
                yield from _entries(entry.value, path[1:])
        case _:
            pass


def _lines(document: Document, entry: Entry) -> str:
    """Return the lines of a field, as if it stood at the margin."""
    lines = document.text.split("\n")
    first, margin = entry.key_span.start.line - 1, entry.key_span.start.column - 1
    block = [lines[first][margin:]]
    for line in lines[first + 1 :]:
        if line.strip() and len(line) - len(line.lstrip()) <= margin:
            break
        if not line.lstrip().startswith("##"):
            block.append(line[margin:])
    if len(block) > LONGEST:
        block = [*block[: LONGEST - 1], "# …"]
    while not block[-1].strip():
        block.pop()
    return "\n".join(block)
