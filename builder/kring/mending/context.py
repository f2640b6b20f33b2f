"""What stands around a finding: its file, its line, its field and what the schema asks for there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from kring.findings import Edit, Finding, Position, Span
from kring.schema.fields import Schema, fields_in_any_case, fields_of
from kring.schema.registry import schema_for, validator_for
from kring.schema.validate import validate
from kring.source.documents import Document, Key
from kring.source.kinds import Kind
from kring.source.nodes import Entry, Node, Sequence, plain
from kring.source.nodes import Mapping as Fields
from kring.source.paths import kind_of
from kring.source.read import read_text
from kring.source.text import FileText

Path = tuple[str | int, ...]
Way = tuple[Path, Node, Entry | None]
"""The way to a value, the value, and the key that it stands behind."""

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class FieldContext:
    """A value in a document: the way to it, what it is, the key it stands behind, and what the schema asks for.

    `entry` is None in a list and at the top of the file; `schema` is None where no such field is known.
    """

    document: Document
    path: Path
    node: Node
    entry: Entry | None
    schema: Schema | None

    @property
    def field(self) -> str:
        """The name of the field that holds the value, directly or in a list."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), "")

    def asks_for(self, *types: str) -> bool:
        """Tell whether the schema asks for one of these JSON types here, and for no other than perhaps null."""
        asked = (self.schema or {}).get("type")
        one, *others = asked if isinstance(asked, list) else [asked]
        return one in types and others in ([], ["null"])


@dataclass(frozen=True, slots=True)
class Tried:
    """What would be said of a text: the document where it can be read, and what is wrong with it."""

    document: Document | None
    findings: tuple[Finding, ...]

    @property
    def readable(self) -> bool:
        """Whether it can be read."""
        return self.document is not None


@dataclass(slots=True)
class FixContext:
    """The files of a check: their texts, and the documents of those that could be read, by path."""

    texts: Mapping[str, str]
    documents: Mapping[str, Document]
    _made: dict[tuple[str, str], Any] = field(default_factory=dict)

    def text(self, path: str) -> FileText:
        """Return the text of a file, cut into lines."""
        return self.once(("text", path), lambda: FileText.of(path, self.texts[path]))

    def line(self, finding: Finding) -> str:
        """Return the line on which a finding begins."""
        return self.text(finding.span.path).lines[finding.span.start.line - 1]

    def written(self, span: Span) -> str:
        """Return what stands in a stretch of a file."""
        lines = self.text(span.path).lines
        if span.start.line == span.end.line:
            return lines[span.start.line - 1][span.start.column - 1 : span.end.column - 1]
        between = lines[span.start.line : span.end.line - 1]
        first, last = lines[span.start.line - 1][span.start.column - 1 :], lines[span.end.line - 1]
        return "\n".join([first, *between, last[: span.end.column - 1]])

    def edit(self, path: str, line: int, start: int, end: int, text: str) -> Edit:
        """Return the change of one stretch of a line; the line counts from 1, the columns from 0."""
        return Edit(Span(path, Position(line, start + 1), Position(line, end + 1)), text)

    def field_at(self, span: Span) -> FieldContext | None:
        """Return the value that stands at `span`, or behind the key at `span`; None in files that cannot be read."""
        document = self.documents.get(span.path)
        if document is None:
            return None
        ways = self.once(("ways", span.path), lambda: _ways(document.root))
        if span not in ways:
            return None
        path, node, entry = ways[span]
        data = self.once(("data", span.path), lambda: plain(document.root))
        return FieldContext(document, path, node, entry, schema_there(document.key.kind, data, path))

    def own(self, path: str) -> tuple[Finding, ...]:
        """Return what is wrong with a file on its own."""
        return self.once(("own", path), lambda: self.tried(path, self.texts[path]).findings)

    def tried(self, path: str, text: str) -> Tried:
        """Return what would be said of a file on its own if it read `text`."""
        kind = kind_of(path)
        if kind is None:
            return Tried(None, ())
        document, findings, _ = read_text(Key(kind, "tried"), path, text.encode("utf-8", errors="replace"))
        return Tried(document, (*findings, *(validate(document) if document is not None else ())))

    def count(self, key: tuple[str, str]) -> int:
        """Return how often this has been asked of `key`, this time included."""
        self._made[key] = self._made.get(key, 0) + 1
        times: int = self._made[key]
        return times

    def once(self, key: tuple[str, str], work: Callable[[], Made]) -> Made:
        """Return what `work` makes, made once for all findings of this check."""
        if key not in self._made:
            self._made[key] = work()
        made: Made = self._made[key]
        return made


def schema_there(kind: Kind, data: Any, path: Path) -> Schema | None:
    """Return the schema of the value at `path` in the `data` of a file; None where it knows no such field."""
    validator = validator_for(kind)
    schema: Any = schema_for(kind)
    for step in path:
        if isinstance(step, int):
            schema = schema.get("items")
        else:
            here = data

            def holds(condition: Schema, here: Any = here) -> bool:
                return validator.evolve(schema=condition).is_valid(here)

            others = schema.get("additionalProperties")
            known = fields_in_any_case(schema) | fields_of(schema, holds)
            schema = known.get(step, others)
        if not isinstance(schema, dict):
            return None
        data = data[step]
    found: Schema = schema
    return found


def ref_there(kind: Kind, data: Any, path: Path) -> str | None:
    """Return what the value at `path` refers to by its id, as the schema names it; None where it is no reference."""
    # Of a list of references the schema of the list says it.
    ways = (path, path[:-1]) if path and isinstance(path[-1], int) else (path,)
    schemas = (schema_there(kind, data, way) or {} for way in ways)
    return next((schema["x-ref"] for schema in schemas if "x-ref" in schema), None)


def _ways(root: Node) -> dict[Span, Way]:
    """Return, for every span of a value or a key below `root`, the way to that value, the value, and its key."""
    ways: dict[Span, Way] = {}
    at_hand: list[Way] = [((), root, None)]
    while at_hand:
        path, node, entry = way = at_hand.pop()
        ways.setdefault(node.span, way)
        if entry is not None:
            ways.setdefault(entry.key_span, way)
        match node:
            case Fields(entries=entries):
                at_hand += [((*path, each.key), each.value, each) for each in entries]
            case Sequence(items=items):
                at_hand += [((*path, index), item, None) for index, item in enumerate(items)]
            case _:
                pass
    return ways
