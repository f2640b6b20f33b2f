"""Every rule speaks both languages, and its examples are true: the bad one breaks it, the good one does not."""

from __future__ import annotations

import string
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from kring.findings import Finding
from kring.pipeline import check
from kring.rules import RULES, ExampleOf, Rule, domain
from kring.rules.phrasing import hint, message
from kring.rules.values import FORMS

TODAY = date(2026, 11, 22)
LAID = [rule for rule in RULES.values() if rule.example_of is not ExampleOf.SITUATION]
LAID_IN_DOMAIN = [rule for rule in domain.RULES if rule in LAID]
LANGUAGES = ("nl", "en")


COMPANIONS = {
    "plan/not-shown": ["programme/draft-session"],
    "measurement/session-not-listed": ["reference/session-not-in-programme"],
}
"""Rules whose bad example cannot but break another one too."""


def findings_with(rule: Rule, files: dict[str, bytes], root: Path) -> tuple[Finding, ...]:
    for path, data in files.items():
        # An empty good example says: this file should not be there at all.
        if data or rule.example_of is ExampleOf.PATHS:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(data)
    return check(root, today=TODAY).findings


def rules_of(findings: Iterable[Finding]) -> list[str]:
    return [finding.rule for finding in findings]


@pytest.mark.parametrize("rule", LAID_IN_DOMAIN, ids=lambda rule: rule.id)
def test_the_bad_example_breaks_its_rule_and_no_other(rule: Rule, minimal_root: Path) -> None:
    assert sorted(rules_of(findings_with(rule, rule.bad_files(), minimal_root))) == sorted(
        [rule.id, *COMPANIONS.get(rule.id, [])]
    )


@pytest.mark.parametrize("rule", LAID_IN_DOMAIN, ids=lambda rule: rule.id)
def test_the_good_example_breaks_no_rule(rule: Rule, minimal_root: Path) -> None:
    assert rules_of(findings_with(rule, rule.good_files(), minimal_root)) == []


@pytest.mark.parametrize("rule", LAID, ids=lambda rule: rule.id)
def test_the_words_of_a_finding_have_all_their_facts(rule: Rule, minimal_root: Path) -> None:
    found = [finding for finding in findings_with(rule, rule.bad_files(), minimal_root) if finding.rule == rule.id]
    assert found
    for finding in found:
        for language in LANGUAGES:
            assert message(finding, language)
            assert hint(finding, language)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_every_rule_speaks_both_languages_about_the_same_facts(rule: Rule) -> None:
    for phrase in (rule.title, rule.why, rule.message, rule.hint, *rule.hint_with.values()):
        assert phrase.nl.strip()
        assert phrase.en.strip()
        assert facts_of(phrase.nl) == facts_of(phrase.en)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_a_more_precise_hint_is_chosen_by_a_fact_it_may_use(rule: Rule) -> None:
    assert all(fact.isidentifier() for fact in rule.hint_with)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_every_form_of_a_fact_is_one_that_values_have(rule: Rule) -> None:
    templates = (rule.message, rule.hint, *rule.hint_with.values())
    assert {form for phrase in templates for _, form in facts_of(phrase.nl) if form} <= FORMS.keys()


def test_every_form_of_a_fact_is_used() -> None:
    templates = (phrase for rule in RULES.values() for phrase in (rule.message, rule.hint, *rule.hint_with.values()))
    assert {form for phrase in templates for _, form in facts_of(phrase.nl)} - {""} == FORMS.keys()


def facts_of(template: str) -> set[tuple[str, str]]:
    """Return the names of the facts in a template, each with the form in which it stands there."""
    return {(name, form or "") for _, name, form, _ in string.Formatter().parse(template) if name}
