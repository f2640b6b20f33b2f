"""The rule catalogue: every rule that a finding can name, by id."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kring.rules import domain, output, prose, questionnaires, releases, schema, source, suppressions, verification
from kring.rules.rule import ExampleOf, Phrase, Rule

__all__ = ["RULES", "ExampleOf", "Phrase", "Rule"]


def _assemble(*areas: tuple[Rule, ...]) -> Mapping[str, Rule]:
    rules: dict[str, Rule] = {}
    for rule in (rule for area in areas for rule in area):
        if rule.id in rules:
            raise ValueError(f"rule {rule.id} stands in the catalogue twice")
        rules[rule.id] = rule
    return MappingProxyType(rules)


RULES: Mapping[str, Rule] = _assemble(
    source.RULES,
    schema.RULES,
    prose.RULES,
    domain.RULES,
    questionnaires.RULES,
    releases.RULES,
    suppressions.RULES,
    output.RULES,
    verification.RULES,
)
"""Every rule by its id, in the order in which the documentation shows them."""
