"""Whatever stands wherever: validation says something that can be read, and never breaks down."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kring.findings import Finding, Position, Span
from kring.rules.phrasing import hint, message
from kring.schema.validate import validate
from kring.source.documents import Document
from kring.source.nodes import Entry, Mapping, Node, Scalar, Sequence
from kring.source.read import read

DOCUMENTS = read(Path(__file__).parents[1] / "minimal_root").documents
SPAN = Span("voorbeeld.yml", Position(1, 1), Position(1, 3))
WRONG: tuple[Node, ...] = (
    Scalar(None, SPAN),
    Scalar("", SPAN),
    Scalar("Één {vraag} ?\n\nEn meer", SPAN),
    Scalar("x" * 2000, SPAN),
    Scalar(-1, SPAN),
    Scalar(10.5, SPAN),
    Scalar(True, SPAN),
    Sequence((), SPAN),
    Sequence((Scalar(1, SPAN), Scalar(1, SPAN), Mapping((), SPAN)), SPAN),
    Mapping((), SPAN),
    Mapping((Entry("kind", SPAN, Scalar("choice", SPAN)), Entry("xyzzy", SPAN, Scalar(1, SPAN))), SPAN),
)


def variants(node: Node, wrong: Node) -> Iterator[Node]:
    """Yield `node` with `wrong` in each place of it, with each field gone, and with each field misspelt."""
    yield wrong
    match node:
        case Mapping(entries=entries):
            for index, entry in enumerate(entries):
                for variant in variants(entry.value, wrong):
                    changed = replace(entry, value=variant)
                    yield replace(node, entries=(*entries[:index], changed, *entries[index + 1 :]))
                yield replace(node, entries=entries[:index] + entries[index + 1 :])
                misspelt = replace(entry, key=entry.key + "s")
                yield replace(node, entries=(*entries[:index], misspelt, *entries[index + 1 :]))
        case Sequence(items=items):
            for index, item in enumerate(items):
                for variant in variants(item, wrong):
                    yield replace(node, items=(*items[:index], variant, *items[index + 1 :]))


def words(finding: Finding) -> str:
    return " ".join(say(finding, language) for say in (message, hint) for language in ("nl", "en"))


@pytest.mark.parametrize("wrong", WRONG, ids=lambda node: type(node).__name__)
def test_every_wrong_tree_gives_readable_findings(wrong: Node) -> None:
    found = 0
    for document in one_of_each_kind():
        for root in variants(document.root, wrong):
            if not isinstance(root, Mapping):
                continue
            findings = validate(replace(document, root=root))
            found += len(findings)
            for finding in findings:
                assert not re.search(r"is not valid under|None", words(finding)), finding
    assert found > 100


def one_of_each_kind() -> list[Document]:
    return list({document.key.kind: document for document in DOCUMENTS}.values())
