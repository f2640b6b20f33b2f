"""What a book says, in the order in which it is read, without its running lines: those are marked as artifacts."""

from __future__ import annotations

from pathlib import Path

import pypdf
from pypdf.generic import ContentStream, NameObject

SHOWING = (b"Tj", b"TJ", b"'", b'"')


def book_words(pdf: Path) -> str:
    """Return the text of all pages of a tagged PDF."""
    reader = pypdf.PdfReader(pdf)
    return "\n".join(_body(page, reader) for page in reader.pages)


def _body(page: pypdf.PageObject, reader: pypdf.PdfReader) -> str:
    content = ContentStream(page["/Contents"].get_object(), reader, "bytes")
    kept, artifact = [], []
    for operands, operator in content.operations:
        if operator in (b"BMC", b"BDC"):
            artifact.append(operands[0] == "/Artifact")
        elif operator == b"EMC":
            artifact.pop()
        if not (operator in SHOWING and any(artifact)):
            kept.append((operands, operator))
    content.operations = kept
    page[NameObject("/Contents")] = content
    return page.extract_text()
