"""A document as it is without its unknown fields, so that what does not depend on them can still be checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from kring.findings import Finding, Span
from kring.schema.registry import validator_for
from kring.source.documents import Document
from kring.source.nodes import Entry, Node, Scalar, Sequence, plain
from kring.source.nodes import Mapping as Fields


def without_unknown_fields(document: Document, findings: Iterable[Finding]) -> Document | None:
    """Return `document` without its unknown fields, if then it follows its schema; None where it does not.

    `findings` are all that validation says about it. A field that was only misspelt is taken for the one
    that was meant: otherwise the checks would miss what stands there.
    """
    meant: dict[Span, str | None] = {}
    for finding in findings:
        if finding.rule != "schema/unknown-field":
            return None
        meant[finding.span] = finding.facts.get("nearby") if "home" not in finding.facts else None
    root = _without(document.root, meant)
    assert isinstance(root, Fields), "a group of fields stays one"
    data: Any = plain(root)
    return replace(document, root=root) if validator_for(document.key.kind).is_valid(data) else None


def _without(node: Node, meant: Mapping[Span, str | None]) -> Node:
    match node:
        case Scalar():
            return node
        case Sequence(items=items):
            return replace(node, items=tuple(_without(item, meant) for item in items))
        case Fields(entries=entries):
            kept: dict[str, Entry] = {}
            for entry in entries:
                name = meant.get(entry.key_span, entry.key)
                if name is not None and name not in kept:
                    kept[name] = Entry(name, entry.key_span, _without(entry.value, meant))
            return replace(node, entries=tuple(kept.values()))
