"""The very place of a mistake in a questionnaire: checks know the scale or the example in which it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kring.findings import Finding, Span
from kring.mending.context import FixContext
from kring.source.nodes import Mapping, Node, Scalar, Sequence

_LOOKED_FOR = {
    "questionnaire/unknown-reference": "id",
    "questionnaire/unknown-answer": "id",
    "questionnaire/unscored-item-in-scale": "item",
    "questionnaire/example-differs": "scale",
}
"""Rule → the fact that holds the word at which the finding belongs."""
_NAMES = ("id", "title")
"""Fields with a name of the thing itself."""


@dataclass(frozen=True, slots=True)
class _Written:
    """Where a word stands, and the key above or before it; of a word that is a key, what it is the key of."""

    span: Span
    key: str = ""
    value: Span | None = None


def placed(finding: Finding, context: FixContext) -> Finding:
    """Return a finding at the word that it is about, where that stands within its place; else as it is."""
    word = finding.facts.get(_LOOKED_FOR.get(finding.rule, ""))
    here = context.field_at(finding.span) if word else None
    if word is None or here is None:
        return finding
    found = list(_found(here.node, word))
    if finding.rule == "questionnaire/unknown-answer":
        found = [written for written in found if written.key in (finding.facts["item"], "options")]
    differs = finding.rule == "questionnaire/example-differs"
    if differs:
        found = [written for written in found if written.key == "scores"]  # an item may be called like its scale
    if not found:
        return finding
    return replace(finding, span=found[0].value if differs and found[0].value else found[0].span)


def _found(node: Node, word: str, key: str = "") -> Iterator[_Written]:
    match node:
        case Mapping(entries=entries):
            for entry in entries:
                if entry.key == word:
                    yield _Written(entry.key_span, key, entry.value.span)
                if entry.key not in _NAMES:
                    yield from _found(entry.value, word, entry.key)
        case Sequence(items=items):
            for item in items:
                yield from _found(item, word, key)
        case Scalar(value=value) if value == word:
            yield _Written(node.span, key)
