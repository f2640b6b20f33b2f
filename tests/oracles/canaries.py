"""Canaries: a word of its own in every text that only facilitators may see, found by the schemas' audiences.

Their choices and numbers are replaced by others, so that a build of the planted content also shows whether
anything that participants get depends on them (non-interference).
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kring.schema.registry import schema_for
from kring.source.documents import Document
from kring.source.kinds import Kind
from kring.source.nodes import Mapping, Node, Scalar, Sequence, Style
from kring.source.read import read

REMARK = "::: facilitator\n"

CANARY = re.compile(rb"zq[0-9]{4}kanarie", re.IGNORECASE)


@dataclass(slots=True)
class Planting:
    """Tokens by the field in which each stands, and the edits of each file: line → (column, text)."""

    tokens: dict[str, str] = field(default_factory=dict)
    fields: set[str] = field(default_factory=set)

    def token(self, field: str) -> str:
        self.fields.add(field)
        token = f"zq{len(self.tokens):04d}kanarie"
        self.tokens[token] = field
        return token


def plant(root: Path, target: Path) -> Planting:
    """Copy the content of `root` to `target` with all that facilitators see made other, and still valid."""
    for name in ("content", "programs"):
        shutil.copytree(root / name, target / name)
    shutil.copy(root / "site_config.yml", target)
    planting = Planting()
    for document in read(target).documents:
        edits = list(_edits(document, planting))
        lines = document.text.split("\n")
        for line, start, end, text in sorted(edits, reverse=True):
            kept = lines[line - 1]
            lines[line - 1] = kept[: start - 1] + text + kept[end - 1 :]
        text = "\n".join(lines)
        if REMARK in text:
            text = text.replace(REMARK, f"{REMARK}{planting.token('article.facilitator')}\n\n")
        if not document.path.endswith(".md"):
            # Comments shift every line that follows, and must never be published.
            text = f"# {planting.token('comment')}\n# \n{text}"
        (target / document.path).write_text(text, encoding="utf-8")
    return planting


def facilitator_fields(kind: Kind) -> set[str]:
    """Return the paths of all texts of a schema that only facilitators may see and that may hold any word."""
    return {path for path, part in _facilitator_parts(kind).items() if "x-text" in part and _any_word(part)}


def _facilitator_parts(kind: Kind) -> dict[str, dict[str, Any]]:
    return dict(_walk_schema(schema_for(kind), kind.value))


def _any_word(part: dict[str, Any]) -> bool:
    """Leave out what has a form of its own: dates, clock times, addresses."""
    return "format" not in part and re.search(part.get("pattern", ""), "woord zq0000kanarie") is not None


def _walk_schema(schema: dict[str, Any], path: str, inside: bool = False) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the parts below `schema` that stand in a facilitators' field, themselves or one above them."""
    for name, part in schema.get("properties", {}).items():
        mine = inside or part.get("x-audience") == "facilitator"
        if mine:
            yield f"{path}.{name}", part
        yield from _walk_schema(part, f"{path}.{name}", mine)
    items = schema.get("items")
    if isinstance(items, dict):
        if inside:
            yield path, items
        yield from _walk_schema(items, path, inside)
    for branch in [*schema.get("allOf", []), *(schema[word] for word in ("then", "else") if word in schema)]:
        yield from _walk_schema(branch, path, inside)


Edit = tuple[int, int, int, str]
"""Line, first column, column behind the last, and what is written there instead."""

OTHER_VALUES = {
    "start": '"09:15"',
    "reviewed_on": '"2026-02-03"',
    "review_due": '"2098-07-06"',
    "minutes_min": "1",
    "quantity": "7",
    "reliable_change": "1.5",
    "facilitator": "https://elders.example.org/",
}
"""Other valid values of facilitators' fields that are no free text, by the field's name."""


def _edits(document: Document, planting: Planting) -> Iterator[Edit]:
    """Yield a canary for each facilitators' text, and another value for each of their choices and numbers."""
    kind = document.key.kind
    texts, parts = facilitator_fields(kind), _facilitator_parts(kind)
    for path, scalar in _scalars(document.root, kind.value):
        if path in texts and isinstance(scalar.value, str):
            yield _insertion(scalar, planting.token(path))
        elif path in parts and (other := _other(path, scalar, parts[path])) is not None:
            span = scalar.span
            yield span.start.line, span.start.column, span.end.column, other


def _other(path: str, scalar: Scalar, part: dict[str, Any]) -> str | None:
    if path.startswith("questionnaire."):
        return None  # scoring hangs together with its worked examples; other choices would not be valid
    if "enum" in part:
        return next(str(value) for value in part["enum"] if value != scalar.value)
    return OTHER_VALUES.get(path.rpartition(".")[2])


def _scalars(node: Node, path: str) -> Iterator[tuple[str, Scalar]]:
    match node:
        case Scalar():
            yield path, node
        case Sequence(items=items):
            for item in items:
                yield from _scalars(item, path)
        case Mapping(entries=entries):
            for entry in entries:
                yield from _scalars(entry.value, f"{path}.{entry.key}")


def _insertion(scalar: Scalar, token: str) -> Edit:
    """Return where the token goes: behind the first line of a block, or at the end of the text."""
    line, column = scalar.span.end.line, scalar.span.end.column
    if scalar.style in (Style.LITERAL, Style.FOLDED):
        assert scalar.text_start is not None
        line = scalar.text_start.line
        column = scalar.text_start.column + len(str(scalar.value).split("\n")[0])
    elif scalar.style is Style.QUOTED:
        column -= 1
    return line, column, column, f" {token}"
