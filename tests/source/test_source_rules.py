"""The examples in the rules about reading are true: the bad one breaks its rule, the good one does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from kring.rules import ExampleOf, Rule
from kring.rules.source import RULES as SOURCE_RULES
from kring.source.read import read

LAID = [rule for rule in SOURCE_RULES if rule.example_of is not ExampleOf.SITUATION]
BUILT_ELSEWHERE = {
    "file/changed-since-check",
    "file/changed-while-reading",
    "file/missing",
    "file/not-regular",
    "file/not-taken-up",
    "file/old-cache",
    "file/symlink",
    "file/too-large",
    "file/too-many-findings",
    "file/too-many-lines",
    "file/too-many-signs",
    "file/unreadable",
    "file/unwritable",
}
"""Rules about the state of a disk, of Kring, and about too much. Those states are made in test_files.py,
test_limits.py, test_old_cache.py, test_bad_input.py, mending/test_files.py and checks/test_consequences.py."""


def rules_broken(files: dict[str, bytes], root: Path) -> set[str]:
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    return {finding.rule for finding in read(root).findings}


@pytest.mark.parametrize("rule", LAID, ids=lambda rule: rule.id)
def test_the_bad_example_breaks_its_rule(rule: Rule, minimal_root: Path) -> None:
    assert rule.id in rules_broken(rule.bad_files(), minimal_root)


@pytest.mark.parametrize("rule", LAID, ids=lambda rule: rule.id)
def test_the_good_example_does_not(rule: Rule, minimal_root: Path) -> None:
    assert rule.id not in rules_broken(rule.good_files(), minimal_root)


def test_rules_without_files_as_example_are_tested_by_name() -> None:
    assert {rule.id for rule in SOURCE_RULES} - {rule.id for rule in LAID} == BUILT_ELSEWHERE
