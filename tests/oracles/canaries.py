"""Canaries: a word of its own in every text that only facilitators may see, found by the schemas' audiences."""

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
    """Copy the content of `root` to `target` with a canary in every facilitators' text."""
    for name in ("content", "programs"):
        shutil.copytree(root / name, target / name)
    shutil.copy(root / "site_config.yml", target)
    planting = Planting()
    for document in read(target).documents:
        edits = list(_edits(document, planting))
        lines = document.text.split("\n")
        for line, column, text in sorted(edits, reverse=True):
            kept = lines[line - 1]
            lines[line - 1] = kept[: column - 1] + text + kept[column - 1 :]
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
    return {path for path, part in _walk_schema(schema_for(kind), kind.value) if "x-text" in part and _any_word(part)}


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


def _edits(document: Document, planting: Planting) -> Iterator[tuple[int, int, str]]:
    kind = document.key.kind
    marked = facilitator_fields(kind)
    for path, scalar in _scalars(document.root, kind.value):
        if path in marked and isinstance(scalar.value, str):
            yield _insertion(scalar, planting.token(path))


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


def _insertion(scalar: Scalar, token: str) -> tuple[int, int, str]:
    """Return where the token goes: behind the first word of the text."""
    start = scalar.text_start or scalar.span.start
    if scalar.style in (Style.LITERAL, Style.FOLDED):
        first = str(scalar.value).split("\n")[0]
        return start.line, start.column + len(first), f" {token}"
    if scalar.style is Style.QUOTED:
        return scalar.span.end.line, scalar.span.end.column - 1, f" {token}"
    return scalar.span.end.line, scalar.span.end.column, f" {token}"
