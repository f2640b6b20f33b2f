"""Rules about questionnaires: what belongs together in one, and scores that come out."""

from __future__ import annotations

from kring.rules.questionnaire_bands import BAND_RULES
from kring.rules.questionnaire_parts import PART_RULES
from kring.rules.questionnaire_scoring import EXAMPLE_RULES, SCORING_RULES
from kring.rules.rule import Rule

RULES: tuple[Rule, ...] = (*PART_RULES, *SCORING_RULES, *BAND_RULES, *EXAMPLE_RULES)
