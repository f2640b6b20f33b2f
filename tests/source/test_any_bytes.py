"""Whatever bytes a content file holds: reading never fails, and every position lies inside the file."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kring.findings import Position, Span
from kring.rules.phrasing import hint, message
from kring.source.documents import Key
from kring.source.excerpt import excerpt
from kring.source.kinds import Kind
from kring.source.nodes import Mapping, Node, Scalar, Sequence
from kring.source.read import read_text

YAML, MARKDOWN = Key(Kind.ACTIVITY, "a"), Key(Kind.ARTICLE, "a")

PIECES = st.sampled_from(
    (
        *"\n\n\n  \t-:?[]{}\"'#&*!|>@%`,\\aé😀\u00a0\u2028\ufeff“",
        *(": ", "- ", " #", "---\n", "...\n", "key: ", "title: |\n", "  - ", "'s ", '"x" ', "**", "&a ", "*a", "<<: "),
        *("!!str ", "10:30", ".nan", "\r\n", "[Wat, en hoe]", "\\ud800", "? ", "|2-\n", "9" * 20, "\n    "),
    )
)
YAML_LIKE = st.lists(PIECES, max_size=40).map("".join)


def spans(node: Node) -> Iterator[Span]:
    yield node.span
    match node:
        case Mapping(entries=entries):
            for entry in entries:
                yield entry.key_span
                yield from spans(entry.value)
        case Sequence(items=items):
            for item in items:
                yield from spans(item)


def inside(position: Position, text: str) -> bool:
    lines = text.split("\n")
    return 1 <= position.line <= len(lines) and 1 <= position.column <= len(lines[position.line - 1]) + 1


def check(key: Key, data: bytes) -> None:
    document, findings, text = read_text(key, "content/a", data)
    assert document is not None or findings
    found = [finding.span for finding in findings] + [span for finding in findings for span in finding.related]
    found += [edit.span for finding in findings for edit in finding.edits]
    found += [] if document is None else spans(document.root)
    for span in found:
        assert inside(span.start, text), span
        assert inside(span.end, text), span
        assert span.start <= span.end, span
    for finding in findings:
        excerpt(text.split("\n"), finding.span)
        assert all(message(finding, language) and hint(finding, language) for language in ("nl", "en"))
    if document is not None and document.body_start is not None:
        assert inside(document.body_start, text)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    check(YAML, data)
    check(MARKDOWN, b"---\n" + data)


@settings(max_examples=800, deadline=None)
@given(YAML_LIKE)
@example("a: |\n \n")
@example("a: >2\n\n   x")
@example("{a: b\n")
@example("&a \n!Let ")
@example("!Let \n|")
def test_any_text_that_looks_like_yaml(text: str) -> None:
    check(YAML, text.encode())
    check(MARKDOWN, f"---\n{text}\n---\nTekst".encode())


@settings(max_examples=400, deadline=None)
@given(st.lists(st.text("ab :\"'[]{}|-\u00a0é", max_size=12), min_size=1, max_size=8))
def test_the_text_of_a_literal_block_stands_where_its_node_says(lines: list[str]) -> None:
    text = "a: |\n" + "".join(f"    {line}\n" for line in lines)
    document, _, _ = read_text(YAML, "a.yml", text.encode())
    if document is None:
        return
    node = document.root.get("a")
    assert isinstance(node, Scalar)
    if node.text_start is None:
        assert not any(line.strip() for line in lines)
        return
    for number, line in enumerate(str(node.value).rstrip("\n").split("\n")):
        source = text.split("\n")[node.text_start.line + number - 1]
        assert source[node.text_start.column - 1 :] == line
