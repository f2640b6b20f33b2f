"""Restricted YAML: what is typed, where everything stands, and what is not reported."""

from __future__ import annotations

import pytest

from kring.findings import Position
from kring.rules.phrasing import hint, message
from kring.source.nodes import Mapping, Scalar, Sequence, Style, plain
from kring.source.text import FileText
from kring.source.yaml_text import read_yaml


def mapping(text: str) -> Mapping:
    result = read_yaml(FileText.of("a.yml", text))
    assert result.findings == ()
    assert result.root is not None
    return result.root


def found(text: str) -> list[tuple[str, int, int]]:
    findings = read_yaml(FileText.of("a.yml", text)).findings
    return [(finding.rule, finding.span.start.line, finding.span.start.column) for finding in findings]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True), ("False", False), ("null", None), ("~", None), ("", None),
        ("10", 10), ("-3", -3), ("0", 0), ("1.5", 1.5), ("9007199254740992", 2**53),
        ("2026-09-01", "2026-09-01"), ("2026-09-01 10:30", "2026-09-01 10:30"), ("1.2.3", "1.2.3"),
        ("06-12345678", "06-12345678"),
        ('"10:30"', "10:30"), ("'no'", "no"), ("Ja", "Ja"), ("1,5", "1,5"), ("nooit", "nooit"),
    ],
)  # fmt: skip
def test_only_truth_null_and_decimal_numbers_are_typed(written: str, value: object) -> None:
    result = plain(mapping(f"a: {written}\n"))
    assert result == {"a": value}
    assert isinstance(result, dict)
    assert type(result["a"]) is type(value)


def test_every_piece_has_its_place() -> None:
    root = mapping(
        "title: Doel\nagenda:\n  - id: een\n    tekst: |\n\n      Eén regel.\n        Ingesprongen.\n\n"
        "laatste: [a, b]\n"
    )
    agenda, last = root.get("agenda"), root.entry("laatste")
    assert isinstance(agenda, Sequence)
    assert last is not None
    assert (agenda.span.start, agenda.span.end) == (Position(3, 3), Position(7, 22))
    item = agenda.items[0]
    assert isinstance(item, Mapping)
    text = item.get("tekst")
    assert isinstance(text, Scalar)
    assert (text.style, text.value) == (Style.LITERAL, "\nEén regel.\n  Ingesprongen.\n")
    assert (text.span.start, text.text_start) == (Position(4, 12), Position(5, 7))
    assert last.key_span.start == Position(9, 1)
    assert last.value.span.end == Position(9, 16)


def test_a_duplicate_key_names_both_places_and_keeps_the_first() -> None:
    result = read_yaml(FileText.of("a.yml", "a: 1\nb: 2\na: 3\n"))
    (finding,) = result.findings
    assert (finding.span.start.line, finding.related[0].start.line) == (3, 1)
    assert result.root is not None
    assert plain(result.root) == {"a": 1, "b": 2}


def test_where_a_dash_was_forgotten_the_items_are_told_apart() -> None:
    text = "agenda:\n  - id: een\n    minutes: 5\n    id: twee\n    minutes: 6\n  - id: drie\n"
    result = read_yaml(FileText.of("a.yml", text))
    assert [(finding.rule, finding.span.start.line) for finding in result.findings] == [("yaml/duplicate-key", 4)]
    assert result.root is not None
    agenda = result.root.get("agenda")
    assert isinstance(agenda, Sequence)
    assert plain(agenda) == [{"id": "een", "minutes": 5}, {"id": "twee", "minutes": 6}, {"id": "drie"}]
    assert [(item.span.start, item.span.end.line) for item in agenda.items] == [
        (Position(2, 5), 3),
        (Position(4, 5), 5),
        (Position(6, 5), 6),
    ]


def test_one_doubtful_value_does_not_hide_the_rest_of_the_file() -> None:
    result = read_yaml(FileText.of("a.yml", "start: 10:30\nminutes: 5\n"))
    assert [finding.rule for finding in result.findings] == ["yaml/ambiguous-value"]
    assert result.root is not None
    assert plain(result.root) == {"start": "10:30", "minutes": 5}


@pytest.mark.parametrize(
    "text",
    [
        "a: |\n  Let op: dit is 's avonds, [zo, dus] #2\n  @ % * & ! `\n\n  \tmet tab\nb: 1\n",
        "a: >-\n  Let op: dit\n  # geen opmerking\nb: 1\n",
        "a: 'Let op: dit'\nb: \"'s Avonds #2\"\nc: 'het is ''goed'''\n",
        "a: 'een\n  twee: drie'\nb: \"een\n\n  twee\"\n",
        "a: Zaal 2 # een opmerking\nb: # nog niets\nc: a#b\n",
        'a: [een, 2, "Wat viel je op?"]\nb: [\n  een,\n  twee,\n]\nc: {id: een, text: Heel vaak}\n',
        "a: http://example.org/x?y=1#z\nb: een:twee\nc: wat?\nd: -1\ne: a - b\nf: 10 % meer\n",
        "a: Eerste regel\n  tweede regel\nb:\n- een\n- twee\n",
        "a: ’s Avonds\nb: “Ja” of “nee”\n",
        "---\na: 1\n...\n",
        "# alleen boven\n\na: 1\n\n# en onder\n",
        '"a b": 1\n',
        "rules:\n  een sleutel met spaties: {a: 1}\n",
    ],
)  # fmt: skip
def test_good_yaml_is_accepted_in_silence(text: str) -> None:
    mapping(text)


@pytest.mark.parametrize(
    "between",
    [
        "a: |\n  Let op: dit, 's avonds [zo, dus] #2\n  - \"x\" y\n\n  @ % * & ! `\n",
        "a: 'een\n  twee: drie'\n",
        'a: "een \\" twee\n  # drie: vier"\n',
        "a: [een,\n  twee]  # opmerking: hier\n",
        "# a: b: c, 's avonds\n",
        "a: Eerste regel\n  tweede regel\n",
        "a:\n  - b:\n      - c\n    d: e\n",
        "a: >-  # opmerking\n  Let op: dit\n\nz:\n",
        "a:\n- 'een': twee\n",
        "een veld: |\n  Let op: dit\n",
    ],
)  # fmt: skip
def test_the_scan_of_a_broken_file_reports_nothing_about_good_lines(between: str) -> None:
    text = f"first: @x\n{between}last: @y\n"
    last = text.count("\n")
    assert found(text) == [("yaml/special-first-character", 1, 8), ("yaml/special-first-character", last, 7)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 'x\nb: 1\nc: 'y'\n", ("yaml/unclosed-quote", 1, 4)),
        ("a: 's Avonds\nb: iets'\n", ("yaml/unclosed-quote", 1, 4)),
        ("a: [b\nc: d\n", ("yaml/unclosed-bracket", 1, 4)),
        ("a:\n  b: [1, 2\n  c: 3\n", ("yaml/unclosed-bracket", 2, 6)),
        ("a: {b: c\n", ("yaml/unclosed-bracket", 1, 4)),
        ("a: b\n   c: d\n", ("yaml/wrong-indentation", 2, 1)),
        ("a: #1f5c5a\n", ("yaml/hash-cuts-text", 1, 4)),
        ("a: *b c\n", ("yaml/alias", 1, 4)),
        ('a: "C:\\map"\n', ("yaml/bad-escape", 1, 7)),
        ("a: b\n\u00a0\u00a0c: d\n", ("yaml/nbsp-indentation", 2, 1)),
        ("a:\n  b: 1\n c: 2\n", ("yaml/wrong-indentation", 3, 1)),
    ],
)
def test_a_mistake_is_reported_once_at_its_cause(text: str, expected: tuple[str, int, int]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize("text", ["[" * 100_000, "- " * 100_000, "a: " + "{b: " * 100_000, "a:\n" + "? " * 100_000])
def test_endless_nesting_is_one_finding(text: str) -> None:
    assert [rule for rule, _, _ in found(text)] == ["yaml/too-deep"]


SET_IN = """\
steps:
  - id: een
    title: Rust
    minutes: 10
    kind: "exercise"
    script:
      - say: |
          Ga zitten.
      - do: |
          Wacht.
  - id: twee
    title: Slaap
    minutes: 20
last: yes please
"""


@pytest.mark.parametrize("number", [3, 4, 5, 6, 8, 12, 13])
@pytest.mark.parametrize("shift", [-1, 1])
def test_one_line_set_in_wrongly_is_one_mistake(number: int, shift: int) -> None:
    lines = SET_IN.split("\n")
    line = lines[number - 1]
    lines[number - 1] = f" {line}" if shift > 0 else line[1:]
    assert found("\n".join(lines)) in ([], [("yaml/wrong-indentation", number, 1)])


def test_a_wrong_indentation_is_told_beside_that_of_its_neighbours() -> None:
    (finding,) = read_yaml(FileText.of("a.yml", SET_IN.replace("    minutes: 10", "   minutes: 10"))).findings
    assert message(finding, "nl") == "Deze regel staat 3 spaties ingesprongen, zijn buren 4."


def test_a_list_whose_first_line_stands_wrong_gives_no_mistakes_on_every_line() -> None:
    assert [rule for rule, _, _ in found(SET_IN.replace("  - id: een", " - id: een"))] == ["yaml/wrong-indentation"] * 2


@pytest.mark.parametrize(
    ("written", "places"),
    [
        ("a:\n  - een\nb:\n  c: d\n  - twee\n  - drie\n", [(5, 3)]),
        ("a:\n  - een\nb: c\n- twee\n", [(4, 1)]),
        ("a:\n  - een\nb:\n  c: d\n- twee\n", [(5, 1)]),
        ("b:\n  c: d\n    - id: twee\n      e: f\ng: h\n", [(3, 5)]),
        ('a:\n  - b: een\n    c: "d"\n      - e: f\n    g: h\n', [(4, 7)]),
        ("b: c\n- een\nd: e\n- twee\n", [(2, 1), (4, 1)]),
    ],
)
def test_an_item_among_fields_is_told_once_for_each_list(written: str, places: list[tuple[int, int]]) -> None:
    assert found(written) == [("yaml/item-among-fields", *place) for place in places]


def test_an_item_beside_the_dashes_of_a_list_stands_wrong_and_not_among_fields() -> None:
    assert found("a:\n  - b: een\n    c: d\n    - b: twee\n      c: e\n") == [("yaml/wrong-indentation", 4, 1)]


def test_an_apostrophe_at_the_beginning_is_told_how_to_be_written() -> None:
    (finding,) = read_yaml(FileText.of("a.yml", "title: 's Avonds rust\nkind: exercise\n")).findings
    assert message(finding, "nl") == "De tekst begint met een aanhalingsteken (') dat nergens sluit."
    assert hint(finding, "nl") == 'Schrijf: `title: "\'s Avonds rust"`'
    (longer,) = read_yaml(FileText.of("a.yml", f"title: 's Avonds {'rust ' * 20}\n")).findings
    assert hint(longer, "nl").startswith("Zet dubbele aanhalingstekens om de hele tekst")


def test_a_mistake_in_one_list_says_nothing_about_fields_with_dashes_in_their_names() -> None:
    answers = "answers:\n  vaste-plek: soms\n  malen: soms\n  op-tijd-pauze: vaak\n"
    assert found(f"items:\n  - malen\n  -vaste-plek\n{answers}") == [("yaml/other-bullet", 3, 3)]
    assert found(f"items:\n  - malen\n  vaste plek\n{answers}") == [("yaml/missing-colon", 3, 3)]


def test_a_dash_from_a_word_processor_before_a_field_is_a_bullet_also_where_no_other_stands() -> None:
    assert found("agenda:\n  – id: doel\n    title: Doel\n") == [("yaml/other-bullet", 2, 3)]
    assert found("agenda:\n  – id: doel\n    title: Doel\n  – id: eind\n    title: Eind\n") == [
        ("yaml/other-bullet", 2, 3),
        ("yaml/other-bullet", 4, 3),
    ]
