"""Markdown with front matter: the YAML between two lines `---`, and the text below it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kring.findings import Finding, Position
from kring.source.nodes import Mapping
from kring.source.text import FileText
from kring.source.yaml_text import read_yaml

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
