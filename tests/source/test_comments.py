"""Comments are found where YAML has them, and nowhere inside a name or a text."""

from __future__ import annotations

import pytest

from kring.source.comments import Comment, comments
from kring.source.documents import Document, Key
from kring.source.kinds import Kind
from kring.source.read import read_text

YAML = """\
# kring: top
a: |  # kring: at the mark
  text # kring: inside
  # kring: inside too

# kring: after block
b:
  - c: |
      text

    # kring: deeper than the list
    d: "x # kring: quoted" # kring: behind quotes
  # kring: between
  - >-
     folded # kring: folded
   # kring: less than the block, more than the list
  - plain
    goes on # kring: end of plain
e: [x, # kring: in a list
    z]
f: 'more
  # kring: in quotes
  lines'
g: no#kring:part of the text
"h # kring: name": 1 # kring: last
"""

EXPECTED = [
    (1, 1, True, "top"),
    (2, 7, False, "at the mark"),
    (6, 1, True, "after block"),
    (11, 5, True, "deeper than the list"),
    (12, 28, False, "behind quotes"),
    (13, 3, True, "between"),
    (16, 4, True, "less than the block, more than the list"),
    (18, 13, False, "end of plain"),
    (19, 8, False, "in a list"),
    (25, 22, False, "last"),
]


def read(kind: Kind, path: str, text: str) -> Document:
    document, findings, _ = read_text(Key(kind, "x"), path, text.encode())
    assert document is not None, findings
    return document


def seen(found: Comment) -> tuple[int, int, bool, str]:
    return found.span.start.line, found.span.start.column, found.alone, found.words.removeprefix("kring: ")


def test_comments_of_yaml_are_told_from_hashes_in_texts() -> None:
    document = read(Kind.ACTIVITY, "content/activities/x.yml", YAML)
    assert [seen(comment) for comment in comments(document, "kring:")] == EXPECTED
    lines = YAML.split("\n")
    for comment in comments(document, "kring:"):
        start, end = comment.span.start, comment.span.end
        assert lines[start.line - 1][start.column - 1 : end.column - 1] == f"# {comment.words}"
        assert end.column == len(lines[end.line - 1]) + 1


@pytest.mark.parametrize("body", ["", "# kring: a heading\n\nText # kring: text\n"])
def test_in_markdown_only_front_matter_has_comments(body: str) -> None:
    text = f"---\ntitle: A # kring: one\n# kring: two\n---\n{body}"
    document = read(Kind.ARTICLE, "content/articles/x.md", text)
    assert [comment.words for comment in comments(document, "kring:")] == ["kring: one", "kring: two"]


def test_a_file_without_the_word_is_not_looked_at() -> None:
    assert list(comments(read(Kind.ACTIVITY, "content/activities/x.yml", "a: 1 # other\n"), "kring:")) == []


def test_windows_line_ends_and_marks_change_nothing() -> None:
    plain = read(Kind.ACTIVITY, "content/activities/x.yml", YAML)
    windows, _, _ = read_text(
        Key(Kind.ACTIVITY, "x"), "content/activities/x.yml", b"\xef\xbb\xbf" + YAML.replace("\n", "\r\n").encode()
    )
    assert windows is not None
    assert list(comments(windows, "kring:")) == list(comments(plain, "kring:"))
