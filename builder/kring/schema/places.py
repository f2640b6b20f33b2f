"""A place in a document: the path to a value, the value there, and the key that it stands behind."""

from __future__ import annotations

from dataclasses import dataclass

from kring.findings import Finding, Span
from kring.schema.wording import as_written
from kring.source.documents import Document
from kring.source.nodes import Entry, Mapping, Node, at

Path = tuple[str | int, ...]
Facts = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is wrong."""

    document: Document
    path: Path

    @property
    def node(self) -> Node:
        """The value."""
        return at(self.document.root, iter(self.path))

    @property
    def entry(self) -> Entry | None:
        """The key with its value; None in a list and at the top of the file."""
        if not self.path or not isinstance(self.path[-1], str):
            return None
        container = at(self.document.root, iter(self.path[:-1]))
        return container.entry(self.path[-1]) if isinstance(container, Mapping) else None

    @property
    def field(self) -> str:
        """The name of the field that holds the value, directly or in a list."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), "")

    @property
    def source(self) -> str | None:
        """The value as its author wrote it, if it is one value on one line."""
        return as_written(self.node, self.document.text)

    @property
    def key_span(self) -> Span:
        """The key; for an item of a list and at the top, the first key in it, or else all of it."""
        if self.entry is not None:
            return self.entry.key_span
        node = self.node
        return node.entries[0].key_span if isinstance(node, Mapping) and node.entries else node.span

    def finding(self, rule: str, facts: Facts | None = None, *, span: Span | None = None) -> Finding:
        """Return a finding about this place, at the value unless `span` says otherwise. Facts of None fall away."""
        known = {name: fact for name, fact in (facts or {}).items() if fact is not None}
        return Finding(rule, span or self.node.span, {"field": self.field} | known)
