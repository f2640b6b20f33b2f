"""Content files written in a test, read as from disk."""

from __future__ import annotations

from kring.findings import Finding
from kring.rules.phrasing import hint, message
from kring.schema.validate import validate
from kring.source.documents import Document, Key
from kring.source.kinds import MARKDOWN_KINDS, Kind
from kring.source.read import read_text


def document(kind: Kind, text: str) -> Document:
    """Return the document that `text` makes; for Markdown kinds it is the front matter."""
    if kind in MARKDOWN_KINDS and not text.startswith("---"):
        text = f"---\n{text}---\nTekst.\n"
    suffix = "md" if kind in MARKDOWN_KINDS else "yml"
    read, _, _ = read_text(Key(kind, "voorbeeld"), f"voorbeeld.{suffix}", text.encode())
    assert read is not None, "this text cannot be read at all"
    return read


def findings(kind: Kind, text: str) -> tuple[Finding, ...]:
    """Return what validation says about `text`."""
    return validate(document(kind, text))


def seen(kind: Kind, text: str) -> list[str]:
    """Return each finding as `line:column rule field`."""
    return [
        f"{finding.span.start.line}:{finding.span.start.column} {finding.rule.removeprefix('schema/')} "
        f"{finding.facts['field']}"
        for finding in findings(kind, text)
    ]


def said(kind: Kind, text: str, language: str = "nl") -> str:
    """Return message and hint of the one finding about `text`."""
    (finding,) = findings(kind, text)
    return f"{message(finding, language)} {hint(finding, language)}"
