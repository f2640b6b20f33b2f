"""Rules about reading: first the files themselves, then the YAML in them."""

from __future__ import annotations

from kring.rules.rule import Rule
from kring.rules.source_characters import CHARACTER_RULES
from kring.rules.source_disk import DISK_RULES
from kring.rules.source_limits import LIMIT_RULES
from kring.rules.source_names import NAME_RULES
from kring.rules.source_yaml import YAML_RULES
from kring.rules.source_yaml_lines import YAML_LINE_RULES
from kring.rules.source_yaml_text import YAML_TEXT_RULES

RULES: tuple[Rule, ...] = (
    *NAME_RULES,
    *DISK_RULES,
    *LIMIT_RULES,
    *CHARACTER_RULES,
    *YAML_RULES,
    *YAML_LINE_RULES,
    *YAML_TEXT_RULES,
)
