"""One file by itself: what is said about it, and what its fixes make of it."""

from __future__ import annotations

from dataclasses import dataclass

from kring.checks.consequences import without_consequences
from kring.findings import Finding
from kring.mending.apply import mended
from kring.mending.context import FixContext
from kring.mending.fixers import with_fixes
from kring.schema.validate import validate
from kring.source.documents import Document, Key
from kring.source.paths import kind_of
from kring.source.read import read_text

ROUNDS = 20
"""How often a text is mended at most; `kring check --fix` stops there too."""


@dataclass(frozen=True)
class Seen:
    """A text with the document that it makes, if it can be read, and the findings about it."""

    text: str
    document: Document | None
    findings: tuple[Finding, ...]


def look(path: str, text: str) -> Seen:
    """Read, validate and improve, as the pipeline does for a whole root."""
    kind = kind_of(path)
    assert kind is not None
    document, unread, text = read_text(Key(kind, "voorbeeld"), path, text.encode(errors="replace"))
    wrong = validate(document) if document is not None else ()
    told = without_consequences(unread, wrong)
    return Seen(text, document, with_fixes(told, FixContext({path: text}, {path: document} if document else {})))


def mend(path: str, text: str, findings: tuple[Finding, ...]) -> str:
    """Return the text with the edits of these findings."""
    data = text.encode()
    return mended({path: data}, findings).get(path, data).decode()


def mend_all(path: str, text: str) -> Seen:
    """Return the text as it is when there is nothing left to mend."""
    for _ in range(ROUNDS):
        seen = look(path, text)
        text = mend(path, seen.text, seen.findings)
        if text == seen.text:
            return seen
    raise AssertionError(f"still not done after {ROUNDS} rounds: {text!r}")
