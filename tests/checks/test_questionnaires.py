"""Checks of one questionnaire: break it, see the finding, mend it, see none."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from tests.checks.roots import PROGRAMME, Root

from kring.checks.questionnaires import CHECKS, FROM_ALL_FIELDS, comes_out
from kring.findings import Finding
from kring.model.questionnaires import Questionnaire
from kring.model.scoring import Score
from kring.model.structure import structure
from kring.rules import Rule
from kring.rules.phrasing import hint, message
from kring.rules.questionnaires import RULES
from kring.schema.validate import validate
from kring.source.documents import Key
from kring.source.kinds import Kind
from kring.source.read import read_text

GOOD = """\
title: Hoe gaat het met rust?
introduction: |
  Kijk terug op de afgelopen week.
source: Eigen vragenlijst
answer_scales:
  - id: hoe-vaak
    options:
      - id: nooit
        text: Nooit
        score: 0
      - id: soms
        text: Soms
        score: 1
      - id: vaak
        text: Vaak
        score: 2
  - id: last
    options:
      - id: geen
        text: Geen
      - id: veel
        text: Veel
items:
  - id: pauze
    text: Ik nam op tijd pauze.
    answer_scale: hoe-vaak
  - id: malen
    text: Ik lag te malen.
    answer_scale: hoe-vaak
    reversed: true
  - id: hinder
    text: Hoeveel last had je?
    answer_scale: last
    scored: false
  - id: waarvan
    text: Waarvan had je last?
    field:
      kind: choice
      options:
        - id: geluid
          text: Geluid
        - id: licht
          text: Licht
  - id: toelichting
    text: Wat wil je nog kwijt?
    field:
      kind: long_text
critical_items:
  - item: hinder
    options: [veel]
  - item: waarvan
    options: [geluid]
scales:
  - id: rust
    title: Rust
    items: [pauze, malen]
    method: sum
    minimum_answered: 1
    missing: prorate
    direction: higher_is_better
    reliable_change: 2
    bands:
      - from: 0
        title: Weinig rust
      - from: 3
        title: Genoeg rust
    bands_source: Eigen indeling
worked_examples:
  - title: Vaak pauze, soms malen
    answers:
      pauze: vaak
      malen: soms
      hinder: veel
      waarvan: licht
    scores:
      rust: 3
  - title: Niets ingevuld
    answers: {}
    scores:
      rust: null
owner: Voorbeeld Welzijn
permission: Eigen werk
"""


def findings(text: str) -> list[Finding]:
    path = "content/questionnaires/rust.yml"
    document, unreadable, _ = read_text(Key(Kind.QUESTIONNAIRE, "rust"), path, text.encode())
    assert document is not None
    assert unreadable == ()
    assert validate(document) == (), "the questionnaire must follow its schema"
    questionnaire = structure(Questionnaire, document.root, key=document.key)
    return [finding for check in CHECKS for finding in check(questionnaire)]


def broken(old: str, new: str) -> list[Finding]:
    assert GOOD.count(old) == 1, f"{old!r} must stand in the questionnaire once"
    return findings(GOOD.replace(old, new))


def seen(found: list[Finding]) -> list[str]:
    return [f"{finding.span.start.line} {finding.rule.removeprefix('questionnaire/')}" for finding in found]


def said(found: list[Finding], language: str = "nl") -> str:
    (finding,) = found
    return f"{message(finding, language)} {hint(finding, language)}"


def line_of(text: str) -> int:
    return GOOD[: GOOD.index(text)].count("\n") + 1


def test_what_is_right_gives_no_finding() -> None:
    assert findings(GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "at", "says"),
    [
        ("answer_scale: last", "answer_scale: lastt", "id: hinder", "geen antwoordschaal `lastt`. Bedoel je `last`?"),
        ("item: hinder", "item: hindr", "item: hinder", "geen vraag `hindr`. Bedoel je `hinder`?"),
        ("[pauze, malen]", "[pauze, mallen]", "id: rust", "geen vraag `mallen`. Bedoel je `malen`?"),
        ("      malen: soms", "      malen2: soms", "title: Vaak", "geen vraag `malen2`. Bedoel je `malen`?"),
        ("      rust: 3", "      onrust: 3", "title: Vaak", "geen schaal `onrust`. Bedoel je `rust`?"),
    ],
)
def test_a_reference_to_what_is_not_there(old: str, new: str, at: str, says: str) -> None:
    found = [finding for finding in broken(old, new) if finding.rule == "questionnaire/unknown-reference"]
    assert seen(found) == [f"{line_of(at)} unknown-reference"]
    assert says in said(found)


def test_a_broken_reference_brings_no_other_errors_with_it() -> None:
    for old, new in (("answer_scale: last", "answer_scale: niets"), ("item: hinder", "item: niets")):
        assert len(broken(old, new)) == 1
    assert seen(broken("[pauze, malen]", "[pauze, niets]")) == [
        f"{line_of('id: rust')} unknown-reference",
        f"{line_of('id: malen')} item-in-no-scale",
    ]


@pytest.mark.parametrize(
    ("old", "new", "at", "says"),
    [
        ("options: [veel]", "options: [vele]", "item: hinder", "Bij de vraag `hinder` is geen antwoord `vele`."),
        ("options: [geluid]", "options: [lawaai]", "item: waarvan", "Wel zijn er: geluid, licht."),
        ("pauze: vaak", "pauze: vaker", "title: Vaak", "Bedoel je `vaak`?"),
        ("      waarvan: licht", "      toelichting: licht", "title: Vaak", "Bij de vraag `toelichting` is geen"),
    ],
)
def test_an_answer_that_the_item_does_not_have(old: str, new: str, at: str, says: str) -> None:
    found = broken(old, new)
    assert seen(found) == [f"{line_of(at)} unknown-answer"]
    assert says in said(found)


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("- id: toelichting", "- id: waarvan", "vraag"),
        ("- id: nooit", "- id: soms", "antwoord"),
        ("- id: licht", "- id: geluid", "antwoord"),
    ],
)
def test_the_same_id_twice_names_both_places(old: str, new: str, what: str) -> None:
    found = [finding for finding in broken(old, new) if finding.rule == "questionnaire/duplicate-id"]
    (finding,) = found
    assert f"Er is al een {what} met de id" in said(found)
    (first,) = finding.related
    assert first.start < finding.span.start


def test_answer_scales_and_scales_with_the_same_id() -> None:
    twice = GOOD.replace("  - id: last\n", "  - id: hoe-vaak\n")
    assert f"{line_of('id: last')} duplicate-id" in seen(findings(twice))
    second = (
        "  - id: rust\n    title: Weer\n    items: [pauze]\n    method: mean\n    missing: refuse\n"
        "    direction: higher_is_better\n"
    )
    assert "duplicate-id" in str(seen(broken("worked_examples:\n", second + "worked_examples:\n")))


def test_an_answer_of_a_counted_item_needs_a_score() -> None:
    found = broken("        score: 1\n", "")
    assert seen(found) == [f"{line_of('id: soms')} option-without-score"]
    assert "`soms` heeft geen score, maar de vraag `pauze` telt mee" in said(found)


def test_an_item_that_counts_needs_scores_even_before_it_is_in_a_scale() -> None:
    found = broken("    scored: false\n", "")
    assert sorted(finding.rule for finding in found) == [
        "questionnaire/item-in-no-scale",
        "questionnaire/option-without-score",
        "questionnaire/option-without-score",
    ]


def test_an_item_that_counts_but_is_in_no_scale_is_a_warning() -> None:
    extra = "  - id: hoofd\n    text: Mijn hoofd was leeg.\n    answer_scale: hoe-vaak\n"
    found = broken("  - id: toelichting\n", extra + "  - id: toelichting\n")
    assert seen(found) == [f"{line_of('id: toelichting')} item-in-no-scale"]
    assert broken("  - id: toelichting\n", extra + "    scored: false\n  - id: toelichting\n") == []


def test_a_questionnaire_without_scales_counts_nothing() -> None:
    scales, owner = GOOD.index("scales:\n  - id: rust"), GOOD.index("owner:")
    assert findings(GOOD[:scales] + GOOD[owner:]) == []


def test_a_scale_holds_only_items_that_count() -> None:
    with_field = broken("[pauze, malen]", "[pauze, malen, toelichting]")
    assert seen(with_field) == [f"{line_of('id: rust')} unscored-item-in-scale"]
    assert "`answer_scale` in plaats van `field`" in said(with_field)
    not_scored = broken("    reversed: true\n", "    reversed: true\n    scored: false\n")
    assert [finding.rule for finding in not_scored] == ["questionnaire/unscored-item-in-scale"]
    assert "haal `scored: false` weg" in said(not_scored)


@pytest.mark.parametrize(
    ("line", "rule"), [("owner: Voorbeeld Welzijn\n", "no-owner"), ("permission: Eigen werk\n", "no-permission")]
)
def test_owner_and_permission_are_named(line: str, rule: str) -> None:
    assert seen(broken(line, "")) == [f"1 {rule}"]


def test_prorating_needs_a_minimum_of_answers() -> None:
    assert seen(broken("    minimum_answered: 1\n", "")) == [f"{line_of('id: rust')} minimum-missing"]
    assert broken("    minimum_answered: 1\n    missing: prorate", "    missing: refuse") == []


def test_the_minimum_is_at_most_the_number_of_items() -> None:
    found = broken("minimum_answered: 1", "minimum_answered: 3")
    assert seen(found) == [f"{line_of('id: rust')} minimum-too-high"]
    assert "heeft 3 antwoorden nodig, maar telt 2 vragen" in said(found)
    assert broken("minimum_answered: 1", "minimum_answered: 2") == []


@pytest.mark.parametrize("start", ["0", "-1"])
def test_bands_ascend(start: str) -> None:
    found = [finding for finding in broken("- from: 3", f"- from: {start}") if "order" in finding.rule]
    assert seen(found) == [f"{line_of('- from: 3')} bands-out-of-order"]


@pytest.mark.parametrize("start", ["0.5", "1", "2.9"])
def test_bands_begin_at_the_lowest_score_or_below(start: str) -> None:
    found = broken("- from: 0", f"- from: {start}")
    assert seen(found) == [f"{line_of('- from: 0')} bands-do-not-cover"]
    assert said(found).endswith("Laat de laagste scoregroep bij 0 beginnen.")
    assert broken("- from: 0", "- from: -3") == []


def test_a_band_can_be_reached() -> None:
    above = broken("- from: 3", "- from: 4.5")
    assert seen(above) == [f"{line_of('- from: 3')} band-out-of-range"]
    assert "van 0 tot en met 4" in said(above)
    assert broken("- from: 3", "- from: 4") == []
    below = broken("- from: 0", "- from: -3\n        title: Onder alles\n      - from: 0")
    assert seen(below) == [f"{line_of('- from: 0')} band-out-of-range"]


def test_the_range_follows_from_method_and_multiplier() -> None:
    scored_in_tens = GOOD.replace("method: sum", "method: sum\n    multiplier: 10").replace("rust: 3", "rust: 30")
    assert findings(scored_in_tens) == []
    assert findings(scored_in_tens.replace("from: 3", "from: 40")) == []
    assert "band-out-of-range" in str(seen(findings(scored_in_tens.replace("from: 3", "from: 41"))))


def test_the_reliable_change_fits_in_the_range() -> None:
    assert seen(broken("reliable_change: 2", "reliable_change: 5")) == [
        f"{line_of('id: rust')} reliable-change-too-large"
    ]
    assert broken("reliable_change: 2", "reliable_change: 4") == []


def test_a_scale_without_an_example_is_a_warning() -> None:
    without = GOOD[: GOOD.index("worked_examples:")] + GOOD[GOOD.index("owner:") :]
    assert seen(findings(without)) == [f"{line_of('id: rust')} scale-without-example"]


def test_an_example_that_does_not_come_out_says_what_does() -> None:
    found = broken("rust: 3\n", "rust: 4\n")
    assert seen(found) == [f"{line_of('title: Vaak')} example-differs"]
    assert "hoort `rust` 4 te zijn, maar de uitkomst is 3." in said(found)
    assert "should be 4, but what comes out is 3." in said(found, "en")
    refused = broken("rust: null", "rust: 0")
    assert "hoort `rust` 0 te zijn, maar de uitkomst is geen score." in said(refused)


def test_a_reversed_item_that_is_forgotten_shows_in_the_example() -> None:
    telling = GOOD.replace("malen: soms", "malen: nooit").replace("rust: 3", "rust: 4")
    assert findings(telling) == []
    assert seen(findings(telling.replace("    reversed: true\n", ""))) == [
        f"{line_of('title: Vaak') - 1} example-differs"
    ]


def test_the_one_item_that_would_make_all_examples_come_out_is_named() -> None:
    telling = GOOD.replace("malen: soms", "malen: nooit").replace("rust: 3", "rust: 4")
    (forgotten,) = findings(telling.replace("    reversed: true\n", ""))
    assert hint(forgotten, "nl").startswith(
        "Kloppen de antwoorden van het voorbeeld? Schrijf dan bij `scores`: `rust: 2`."
    )
    assert "Of is de vraag `malen` omgedraaid?" in hint(forgotten, "nl")
    assert [span.start.line for span in forgotten.related] == [line_of("- id: malen")]
    (surplus,) = findings(telling.replace("pauze: vaak", "pauze: soms").replace("rust: 4", "rust: 1"))
    assert "Of is de vraag `malen` toch niet omgedraaid?" in hint(surplus, "nl")


def test_no_item_is_named_where_several_or_none_would_make_the_examples_come_out() -> None:
    both_extreme = GOOD.replace("malen: soms", "malen: vaak")
    (several,) = findings(both_extreme.replace("    reversed: true\n", "").replace("rust: 3", "rust: 2"))
    (none,) = findings(both_extreme.replace("rust: 3", "rust: 1"))
    for found in (several, none):
        assert hint(found, "nl").startswith("Reken het na (2 van de 2 vragen beantwoord)")
        assert found.related == ()


def test_what_is_worked_out_from_all_fields_waits_until_all_are_known(minimal_root: Path) -> None:
    root = Root(minimal_root)
    telling = GOOD.replace("malen: soms", "malen: nooit").replace("rust: 3", "rust: 4")
    path = "content/questionnaires/rust.yml"
    root.write({path: telling.replace("    reversed: true\n", "").replace("owner: ", "xyzzy: ")})
    root.change(PROGRAMME, "[terugblik]", "[terugblik, rust]")
    assert [finding.rule for finding in root.findings()] == ["schema/unknown-field"]
    root.change(path, "xyzzy: ", "owner: ")
    assert [finding.rule for finding in root.findings()] == ["questionnaire/example-differs"]


def test_an_example_that_differs_is_shown_at_its_score_though_an_item_has_the_same_name(minimal_root: Path) -> None:
    root = Root(minimal_root)
    path = "content/questionnaires/rust.yml"
    called_alike = GOOD.replace("malen", "rust").replace("rust: 3\n", "rust: 4\n").replace("Ik lag te rust", "Ik lag")
    root.write({path: called_alike})
    root.change(PROGRAMME, "[terugblik]", "[terugblik, rust]")
    (finding,) = root.findings()
    line = called_alike.splitlines()[finding.span.start.line - 1]
    assert line[finding.span.start.column - 1 :] == "4"


def test_every_rule_that_waits_for_all_fields_is_there() -> None:
    assert {rule.id for rule in RULES} >= FROM_ALL_FIELDS


@pytest.mark.parametrize(
    ("expected", "exact", "right"),
    [
        (2.125, "17/8", True),
        (2.13, "17/8", False),
        (2.12, "17/8", False),
        (2.12500001, "17/8", False),
        (1.33, "4/3", True),
        (1.3333, "4/3", True),
        (1.333333333333333, "4/3", True),
        (1.3, "4/3", False),
        (1, "4/3", False),
        (1.34, "4/3", False),
        (0.67, "2/3", True),
        (0.66, "2/3", False),
        (54.166666666666664, "325/6", True),
        (3, "3", True),
        (3.0, "3", True),
        (-0.5, "-1/2", True),
    ],
)
def test_an_example_must_be_exact_unless_its_decimals_never_end(expected: float, exact: str, *, right: bool) -> None:
    assert comes_out(expected, Score(Fraction(exact), 1, 1)) is right


def test_no_score_comes_out_only_where_none_is_expected() -> None:
    assert comes_out(None, Score(None, 0, 1))
    assert not comes_out(0, Score(None, 0, 1))
    assert not comes_out(None, Score(Fraction(0), 1, 1))


def test_a_questionnaire_that_cannot_be_scored_always_has_a_finding_that_says_why() -> None:
    """`worked_examples_come_out` leaves such a questionnaire alone; another check must not."""
    unscorable = [
        ("answer_scale: last", "answer_scale: niets"),
        ("[pauze, malen]", "[pauze, niets]"),
        ("[pauze, malen]", "[pauze, toelichting]"),
        ("        score: 1\n", ""),
        ("    minimum_answered: 1\n", ""),
        ("pauze: vaak", "pauze: vaker"),
        ("      malen: soms", "      niets: soms"),
    ]
    for old, new in unscorable:
        assert any(finding.rule != "questionnaire/item-in-no-scale" for finding in broken(old, new)), (old, new)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_examples_of_a_rule_are_true(rule: Rule) -> None:
    (bad,) = rule.bad_files().values()
    (good,) = rule.good_files().values()
    assert [finding.rule for finding in findings(bad.decode())] == [rule.id]
    assert findings(good.decode()) == []


def test_every_check_can_fail() -> None:
    rules = {
        finding.rule for rule in RULES for text in rule.bad_files().values() for finding in findings(text.decode())
    }
    assert len(rules) == len(RULES) >= len(CHECKS)
