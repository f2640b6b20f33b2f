"""A tree that was packed is the same tree when it is unpacked, and a document the same document elsewhere."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from tests.every_field.written import written

from kring.source.documents import Key
from kring.source.kinds import Kind
from kring.source.nodes import Mapping, Scalar, Sequence
from kring.source.packing import packed, unpacked
from kring.source.read import read, read_text

EVERYTHING = """\
plain: één
quoted: "a: b"
literal: |

  twee
    regels
folded: >
  drie
  vier
values: [true, no-text, 1, -2.5, ~, ""]
nothing:
groups:
  - {a: 1, b: []}
  - []
"""


def test_a_tree_is_the_same_afterwards() -> None:
    document, findings, _ = read_text(Key(Kind.SESSION, "a"), "a.yml", EVERYTHING.encode())
    assert document is not None
    assert not findings
    assert unpacked(packed(document.root)) == document.root


@pytest.mark.parametrize("value", ["\ud800", 2**70, float("-inf"), None, False, ""])
def test_whatever_stands_in_it(value: str | float | bool | None) -> None:
    at = ("a.yml", 1, 1, 1, 2)
    tree = Mapping((), at), Sequence((Scalar(value, at),), at)
    assert tuple(unpacked(packed(node)) for node in tree) == tree


def test_documents_are_the_same_in_another_process(tmp_path: Path) -> None:
    root = written().copy().write(tmp_path)
    documents = read(root).documents
    assert len({document.key.kind for document in documents}) == len(Kind)
    assert pickle.loads(pickle.dumps(documents)) == documents
