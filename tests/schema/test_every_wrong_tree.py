"""Whatever stands wherever: validation says something that can be read, and never breaks down."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.every_field.written import written

from kring.findings import Finding, Position, Span
from kring.rules.phrasing import hint, message
from kring.schema.validate import validate
from kring.source.documents import Document
from kring.source.nodes import Entry, Mapping, Node, Scalar, Sequence
from kring.source.read import read

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


def variants(node: Node, wrong: Node, path: str, seen: set[str]) -> Iterator[Node]:
    """Yield `node` with `wrong` in the first place of each field, with each field gone, and with each misspelt."""
    yield wrong
    match node:
        case Mapping(entries=entries):
            for index, entry in enumerate(entries):
                below, here = f"{path}.{entry.key}", entries[:index]
                is_new = below not in seen
                seen.add(below)
                for variant in variants(entry.value, wrong, below, seen):
                    if is_new or variant is not wrong:
                        yield replace(node, entries=(*here, replace(entry, value=variant), *entries[index + 1 :]))
                if is_new:
                    yield replace(node, entries=here + entries[index + 1 :])
                    misspelt = replace(entry, key=entry.key + "s")
                    yield replace(node, entries=(*here, misspelt, *entries[index + 1 :]))
        case Sequence(items=items):
            for index, item in enumerate(items):
                for variant in variants(item, wrong, path, seen):
                    if index == 0 or variant is not wrong:
                        yield replace(node, items=(*items[:index], variant, *items[index + 1 :]))


def words(finding: Finding) -> str:
    return " ".join(say(finding, language) for say in (message, hint) for language in ("nl", "en"))


@pytest.mark.parametrize("wrong", WRONG, ids=lambda node: type(node).__name__)
def test_every_wrong_tree_gives_readable_findings(wrong: Node, documents: list[Document]) -> None:
    found = 0
    seen: set[str] = set()
    for document in documents:
        for root in variants(document.root, wrong, document.key.kind, seen):
            if not isinstance(root, Mapping):
                continue
            findings = validate(replace(document, root=root))
            found += len(findings)
            for finding in findings:
                assert not re.search(r"is not valid under|None", words(finding)), finding
    assert found > 500
    assert len(seen) > 400


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Document]:
    """Documents in which every field of every schema stands."""
    return list(read(written().copy().write(tmp_path_factory.mktemp("root"))).documents)
