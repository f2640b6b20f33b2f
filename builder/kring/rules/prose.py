"""Rules about texts: their blocks and containers, what would get lost, and their links and images."""

from __future__ import annotations

from kring.rules.prose_blocks import BLOCK_RULES
from kring.rules.prose_links import LINK_RULES
from kring.rules.prose_signs import SIGN_RULES
from kring.rules.rule import Rule

RULES: tuple[Rule, ...] = (*BLOCK_RULES, *SIGN_RULES, *LINK_RULES)
