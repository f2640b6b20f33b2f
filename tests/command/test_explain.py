"""`kring explain`: every rule, on the screen and as Markdown, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from markdown_it import MarkdownIt

from kring.command.main import cli
from kring.command.reference import WHOLE, examples_of, how_to_allow, in_markdown, reference_in_markdown
from kring.pipeline import check
from kring.rules import RULES, ExampleOf, Rule
from kring.rules.areas import AREAS, area_of, by_area

LANGUAGES = ("nl", "en")
EVERY = list(RULES.values())


def explain(*arguments: str) -> Result:
    return CliRunner(env={"KRING_LANGUAGE": None}).invoke(cli, ["explain", *arguments])


def test_one_rule_is_told_with_why_both_examples_and_how_to_allow_it() -> None:
    told = explain("agenda/minutes").stdout
    for words in (
        "agenda/minutes  De minuten kloppen niet",
        "Een fout: er komt geen site.",
        RULES["agenda/minutes"].why.nl,
        "Fout  programs/klein-begin/sessions/beginnen.yml",
        "  minutes: 45\n",
        "Goed  programs/klein-begin/sessions/beginnen.yml",
        "  minutes: 30\n",
        "# kring: allow agenda/minutes want ",
        "  agenda/minutes:\n      severity: warning\n",
    ):
        assert words in told
    english = explain("agenda/minutes", "--language", "en").stdout
    assert "# kring: allow agenda/minutes because YOUR REASON" in english
    assert RULES["agenda/minutes"].why.en in english


def test_what_always_holds_says_so() -> None:
    assert "Deze regel geldt altijd" in explain("reference/dangling").stdout
    assert "# kring: allow" not in explain("reference/dangling").stdout
    assert how_to_allow(RULES["suppression/unused"], "en")[0][1].startswith(
        'rules:\n  suppression/unused:\n    severity: "off"'
    )


@pytest.mark.parametrize("rule", ["agenda/minutes", "reference/unused"])
def test_what_it_says_to_write_into_the_configuration_is_right(rule: str, minimal_root: Path) -> None:
    *_, (_, setting) = how_to_allow(RULES[rule], "nl")
    with (minimal_root / "site_config.yml").open("a", encoding="utf-8") as file:
        file.write(setting)
    assert check(minimal_root).findings == ()


@pytest.mark.parametrize(
    ("written", "meant"),
    [("[agenda/minutes]", "agenda/minutes"), ("Agenda/Minutes", "agenda/minutes"), ("agenda/", "agenda")],
)
def test_a_name_may_be_copied_as_it_stands_in_a_report(written: str, meant: str) -> None:
    assert explain(written).exit_code == 0
    assert explain(written).stdout == explain(meant).stdout


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("agenda/minuts", "Bedoel je ‘agenda/minutes’?"),
        ("agnda", "Bedoel je ‘agenda’?"),
        ("personal", "Wel: agenda/no-personal-goal."),
        ("qqqq", "`kring explain` noemt ze allemaal."),
    ],
)
def test_a_name_that_is_not_there_gets_one_that_is(written: str, told: str) -> None:
    refused = explain(written)
    assert refused.exit_code == 2
    assert told in refused.stderr
    assert refused.stdout == ""


def test_without_a_name_all_rules_are_listed_by_area_and_with_an_area_those_of_it() -> None:
    listed = explain().stdout
    for rule in EVERY:
        assert f"  {rule.id} " in listed
        assert rule.title.nl in listed
    of_area = explain("agenda").stdout
    assert of_area.startswith(AREAS["agenda"].nl)
    assert "agenda/no-break" in of_area
    assert "homework/" not in of_area


def test_every_rule_has_an_area_with_a_title_and_no_area_is_empty() -> None:
    assert {area_of(rule) for rule in EVERY} == set(by_area(EVERY)) == set(AREAS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", EVERY, ids=lambda rule: rule.id)
def test_the_markdown_of_every_rule_is_whole(rule: Rule, language: str) -> None:
    text = in_markdown(rule, language)
    assert rule.why.in_language(language) in text
    assert not [line for line in text.splitlines() if line.startswith("**") and re.search(r"\{[a-z_]+\}", line)]
    fences = [token.content for token in MarkdownIt().parse(text) if token.type == "fence"]
    examples = examples_of(rule, language)
    shown = [*examples.bad, *examples.good]
    assert [fence.rstrip() for fence in fences[: len(shown)]] == [example.text.rstrip() for example in shown]


@pytest.mark.parametrize(
    "rule", [rule for rule in EVERY if rule.example_of is ExampleOf.FILE], ids=lambda rule: rule.id
)
def test_examples_are_short_and_show_what_differs(rule: Rule) -> None:
    examples = examples_of(rule, "nl")
    assert [example.path for example in examples.bad] == [example.path for example in examples.good]
    assert examples.bad != examples.good or rule.bad_encoding != "utf-8"
    for example in (*examples.bad, *examples.good):
        lines = example.text.splitlines()
        assert len(lines) <= WHOLE or "…" in lines


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reference_has_a_heading_for_every_rule(language: str) -> None:
    page = reference_in_markdown(language)
    tokens = MarkdownIt().parse(page)
    opened = [number for number, token in enumerate(tokens) if token.type == "heading_open"]
    headings = [(tokens[number].tag, tokens[number + 1].content) for number in opened]
    assert [level for level, _ in headings].count("h1") == 1
    assert [text for level, text in headings if level == "h2"] == [
        AREAS[area].in_language(language) for area in by_area(EVERY)
    ]
    assert {text.strip("`") for level, text in headings if level == "h3"} == set(RULES)
    assert page == explain("--all", "--format", "markdown", "--language", language).stdout


def test_all_rules_can_be_read_on_the_screen_but_not_one_and_all() -> None:
    told = explain("--all").stdout
    assert all(rule.why.nl in told for rule in EVERY)
    assert explain("--all", "agenda/minutes").exit_code == 2
