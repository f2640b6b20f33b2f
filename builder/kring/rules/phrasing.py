"""The words of a finding: the templates of its rule, filled with its facts."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping

from kring.findings import Finding, Severity
from kring.rules import RULES
from kring.rules.rule import Phrase
from kring.rules.values import phrased


def message(finding: Finding, language: str) -> str:
    """Say what was found and what was expected, in "nl" or "en". Facts are inserted as they are."""
    return _filled(RULES[finding.rule].message, finding.facts, language)


def hint(finding: Finding, language: str) -> str:
    """Say one way to mend it; the more precise hint where the finding has the fact for it."""
    rule = RULES[finding.rule]
    phrase = next((phrase for fact, phrase in rule.hint_with.items() if fact in finding.facts), rule.hint)
    return _filled(phrase, finding.facts, language)


def severity(finding: Finding) -> Severity:
    """Return the severity that holds: the one `site_config.yml` sets, or else the rule's own."""
    return finding.severity or RULES[finding.rule].severity


def is_error(finding: Finding) -> bool:
    """Tell whether a finding stops the build."""
    return severity(finding) is Severity.ERROR


def _filled(template: Phrase, facts: Mapping[str, str], language: str) -> str:
    return "".join(_parts(template.in_language(language), facts, language))


def _parts(template: str, facts: Mapping[str, str], language: str) -> Iterator[str]:
    for text, name, form, _ in string.Formatter().parse(template):
        yield text
        if name is not None:
            yield phrased(form, facts[name]).in_language(language) if form else facts[name]
