"""The words of a finding: the templates of its rule, filled with its facts."""

from __future__ import annotations

from kring.findings import Finding, Severity
from kring.rules import RULES


def message(finding: Finding, language: str) -> str:
    """Say what was found and what was expected, in "nl" or "en". Facts are inserted as they are."""
    return RULES[finding.rule].message.in_language(language).format_map(finding.facts)


def hint(finding: Finding, language: str) -> str:
    """Say one way to mend it; the more precise hint where the finding has the fact for it."""
    rule = RULES[finding.rule]
    phrase = next((phrase for fact, phrase in rule.hint_with.items() if fact in finding.facts), rule.hint)
    return phrase.in_language(language).format_map(finding.facts)


def severity(finding: Finding) -> Severity:
    """Return the severity that holds: the one `site_config.yml` sets, or else the rule's own."""
    return finding.severity or RULES[finding.rule].severity


def is_error(finding: Finding) -> bool:
    """Tell whether a finding stops the build."""
    return severity(finding) is Severity.ERROR
