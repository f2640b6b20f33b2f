"""Each rule about shape: its bad example breaks it and nothing else, its good example is clean."""

from __future__ import annotations

import pytest

from kring.checks.consequences import without_consequences
from kring.rules import Rule
from kring.rules.schema import RULES
from kring.schema.validate import validate
from kring.source.documents import Key
from kring.source.kinds import FOLDERS, SINGLE_FILES
from kring.source.read import read_text


def broken_rules(files: dict[str, bytes]) -> list[str]:
    found = []
    for path, data in files.items():
        kind = SINGLE_FILES.get(path) or FOLDERS[path.split("/")[-2]]
        document, unreadable, _ = read_text(Key(kind, "voorbeeld"), path, data)
        assert document is not None
        found += [finding.rule for finding in without_consequences(unreadable, validate(document))]
    return found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_examples_of_a_rule_are_true(rule: Rule) -> None:
    assert broken_rules(rule.bad_files()) == [rule.id]
    assert broken_rules(rule.good_files()) == []
