"""A field without a space after its colon, or with `=`, is told where only a field can stand, all at once."""

from __future__ import annotations

import pytest

from kring.source.text import FileText
from kring.source.yaml_text import read_yaml

NO_SPACE, EQUALS, NO_COLON = "yaml/no-space-after-colon", "yaml/equals-for-colon", "yaml/missing-colon"


def found(text: str) -> list[tuple[int, int, str]]:
    findings = read_yaml(FileText.of("a.yml", text)).findings
    return [(finding.span.start.line, finding.span.start.column, finding.rule) for finding in findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title:Rust\n", [(1, 6, NO_SPACE)]),
        ("title:Rust\nkind: x\n", [(1, 6, NO_SPACE)]),
        ("kind: x\ntitle:Rust\nminutes: 5\n", [(2, 6, NO_SPACE)]),
        ("title:\u00a0Rust\nkind: x\n", [(1, 6, NO_SPACE)]),
        ("title = Rust\nkind: x\n", [(1, 6, EQUALS)]),
        ("kind: x\ntitle=Rust\n", [(2, 6, EQUALS)]),
        ("title = Rust\nkind = x\nminutes=5\n", [(1, 6, EQUALS), (2, 5, EQUALS), (3, 8, EQUALS)]),
        ("agenda:\n  - id:doel\n    title: x\n", [(2, 7, NO_SPACE)]),
        ("agenda:\n  - id: doel\n    title:x\n    kind=y\n", [(3, 10, NO_SPACE), (4, 9, EQUALS)]),
        ("group:\n  min:4\n  max: 8\n", [(2, 6, NO_SPACE)]),
        ("say:|\n  Tekst: zo\nkind: x\n", [(1, 4, NO_SPACE)]),
        ("kind: x\ngoals\n  - Kies\nminutes: 5\n", [(2, 1, NO_COLON)]),
    ],
)
def test_slips_are_told(text: str, expected: list[tuple[int, int, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "line",
    [
        "url: https://example.org/a=b",
        "text: a=b en c:d",
        "text: |\n  title:Rust\n  kind = x",
        "list:\n  - article:rust\n  - a = b\n  - 10:30 uur",
        "text: Eén regel\n  en a:b of c = d",
        "# title:Rust\n# kind = x",
        'text: "title:Rust"',
    ],
)
def test_what_only_looks_like_a_slip_is_left_alone(line: str) -> None:
    assert found(f"first: x\n{line}\nlast: @y\n") == [(2 + line.count("\n") + 1, 7, "yaml/special-first-character")]


def test_the_file_that_is_one_text_is_told_by_its_lines() -> None:
    assert found("title:Rust\nminutes:5\n") == [(1, 6, NO_SPACE), (2, 8, NO_SPACE)]
    assert found("Zomaar een tekst\n") == [(1, 1, "yaml/not-a-mapping")]
