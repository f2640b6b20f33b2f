"""Rules about programmes, sessions and everything that hangs together."""

from __future__ import annotations

from kring.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
