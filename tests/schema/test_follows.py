"""The quick answer of validation is the answer of JSON Schema."""

from __future__ import annotations

import pytest
from tests.every_field.written import written
from tests.schema.test_every_wrong_tree import WRONG, variants

from kring.schema.follows import follows, holds
from kring.schema.registry import validator_for
from kring.source.documents import Document
from kring.source.kinds import Kind
from kring.source.nodes import Node, plain
from kring.source.read import read


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> tuple[Document, ...]:
    """Documents in which every field of every schema stands."""
    return read(written().copy().write(tmp_path_factory.mktemp("root"))).documents


@pytest.mark.parametrize("wrong", WRONG, ids=lambda node: type(node).__name__)
def test_the_quick_answer_is_that_of_json_schema(wrong: Node, documents: tuple[Document, ...]) -> None:
    seen: set[str] = set()
    right = 0
    for document in documents:
        quick, slow = follows(document.key.kind), validator_for(document.key.kind)
        for root in variants(document.root, wrong, document.key.kind, seen):
            assert quick(root) == slow.is_valid(plain(root)), root
            right += quick(root)
    assert right
    assert len(seen) > 400


@pytest.mark.parametrize("kind", Kind)
def test_every_schema_has_a_quick_answer(kind: Kind) -> None:
    assert follows(kind)


def test_a_keyword_that_is_not_known_is_no_answer() -> None:
    with pytest.raises(AssertionError, match="no quick answer"):
        holds({"contains": {}})
