"""Fields to fill in can be reached, and answered."""

from __future__ import annotations

import pytest
from tests.checks.roots import SESSION, Root

from kring.findings import Finding
from kring.rules.phrasing import hint

HANDOUT = "content/handouts/vragen.md"
FORM = """\
---
title: Vragen
summary: Om over na te denken.
fields:
  - id: gelukt
    kind: yes_no
    text: Is het gelukt?
  - id: energie
    kind: scale
    text: Hoeveel energie had je?
    min: 0
    max: 10
    step: 2
    min_label: geen
    max_label: veel
  - id: hulp
    kind: checklist
    text: Wat hielp?
    items:
      - id: rust
        text: Rust
      - id: mensen
        text: Mensen
  - id: waarom
    kind: text
    text: Waarom?
    shown_if:
      field: gelukt
      is: [false]
---

Neem de tijd.
"""

DIARY = """\
title: Mijn week
introduction: Vul dit in.
how_often: weekly
fields:
  - id: energie
    kind: number
    text: Energie
  - id: rust
    kind: text
    text: Rust
drawn: [energie]
"""


@pytest.fixture
def form(root: Root) -> Root:
    root.write({HANDOUT: FORM})
    root.change(SESSION, "    kind: exercise\n", "    kind: exercise\n    handouts: [vragen]\n")
    assert root.seen() == []
    return root


def broken(form: Root, old: str, new: str) -> list[Finding]:
    """Break the form, mend it again, and return what was found in between."""
    form.change(HANDOUT, old, new)
    findings = list(form.findings())
    form.write({HANDOUT: FORM})
    assert form.seen() == []
    return findings


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("min: 0", "min: 12", "11:10 form/min-over-max"),
        ("min: 0", "min: 10", "11:10 form/min-over-max"),
        ("step: 2", "step: 3", "13:11 form/scale-steps"),
        ("    step: 2\n", "", ""),
        ("    max: 10\n    step: 2\n", "    max: 9.5\n", "12:10 form/scale-steps"),
        ("kind: yes_no\n", "kind: yes_no\n    unit: keer\n", "7:11 form/unfitting"),
        ("kind: text\n", "kind: text\n    lines: 4\n", "26:12 form/unfitting"),
        ("field: gelukt", "field: lukte", "28:14 form/unknown-field"),
        ("id: mensen", "id: rust", "22:13 id/duplicate"),
        ("is: [false]", 'is: ["false"]', "29:12 form/impossible-answer"),
        ("is: [false]", "is: [0]", "29:12 form/impossible-answer"),
        ("field: gelukt\n      is: [false]", "field: energie\n      is: [4, 5]", "29:15 form/impossible-answer"),
        ("field: gelukt\n      is: [false]", "field: energie\n      is: [12]", "29:12 form/impossible-answer"),
        ("field: gelukt\n      is: [false]", "field: energie\n      is: [4]", ""),
        ("field: gelukt\n      is: [false]", "field: hulp\n      is: [mensen]", ""),
        ("field: gelukt\n      is: [false]", "field: hulp\n      is: [geld]", "29:12 form/impossible-answer"),
        ("field: gelukt\n      is: [false]", "field: waarom\n      is: [moe]", "28:14 form/cycle"),
    ],
)  # fmt: skip
def test_a_field_that_does_not_work(form: Root, old: str, new: str, expected: str) -> None:
    found = broken(form, old, new)
    assert [f"{f.span.start.line}:{f.span.start.column} {f.rule}" for f in found] == [expected] * bool(expected)


def test_a_circle_is_reported_once_with_all_its_fields(form: Root) -> None:
    shown_if = "    text: Is het gelukt?\n    shown_if:\n      field: waarom\n      is: [moe]\n"
    (finding,) = broken(form, "    text: Is het gelukt?\n", shown_if)
    assert finding.rule == "form/cycle"
    assert finding.facts["circle"] == "gelukt → waarom → gelukt"
    assert [place.start.line for place in finding.related] == [27]


def test_a_field_that_waits_for_a_circle_is_not_in_it(form: Root) -> None:
    also = "    shown_if: {field: gelukt, is: [true]}\n"
    form.change(HANDOUT, "    text: Wat hielp?\n", "    text: Wat hielp?\n" + also)
    form.change(HANDOUT, "    text: Is het gelukt?\n", "    text: Is het gelukt?\n" + also)
    (finding,) = form.findings()
    assert finding.facts["circle"] == "gelukt → gelukt"


def test_quotation_marks_around_true_are_pointed_out(form: Root) -> None:
    (finding,) = broken(form, "is: [false]", 'is: ["false"]')
    assert hint(finding, "nl") == "Haal de aanhalingstekens weg: false."


@pytest.mark.parametrize(
    ("drawn", "rule"), [("rust", "form/drawn-not-a-number"), ("slaap", "form/unknown-field"), ("energie", None)]
)
def test_a_line_is_drawn_of_numbers_alone(root: Root, drawn: str, rule: str | None) -> None:
    root.write({"content/diaries/week.yml": DIARY.replace("[energie]", f"[{drawn}]")})
    root.change(SESSION, "articles: [rust]\n", "articles: [rust]\ndiaries: [week]\n")
    assert root.seen() == ([f"content/diaries/week.yml:11:9 {rule}"] if rule else [])


def test_open_fields_of_questionnaires_are_fields_too(root: Root) -> None:
    path = "programs/klein-begin/questionnaires/terugblik.yml"
    root.change(path, "      kind: text\n", "      kind: number\n      min: 3\n      max: 2\n      lines: 4\n")
    assert root.seen() == [f"{path}:9:12 form/min-over-max", f"{path}:11:14 form/unfitting"]
