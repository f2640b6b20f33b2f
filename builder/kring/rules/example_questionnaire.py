"""The questionnaire from which the examples of rules are made: scored, whole and without a mistake."""

from __future__ import annotations

QUESTIONNAIRE_PATH = "content/questionnaires/rust.yml"
QUESTIONNAIRE = """\
title: Hoe gaat het met rust?
introduction: |
  Kijk terug op de afgelopen week.
source: Eigen vragenlijst
answer_scales:
  - id: hoe-vaak
    options:
      - id: nooit
        text: Nooit
        score: 0
      - id: soms
        text: Soms
        score: 1
      - id: vaak
        text: Vaak
        score: 2
items:
  - id: pauze
    text: Ik nam op tijd pauze.
    answer_scale: hoe-vaak
  - id: malen
    text: Ik lag te malen.
    answer_scale: hoe-vaak
    reversed: true
  - id: toelichting
    text: Wat wil je nog kwijt?
    field:
      kind: long_text
critical_items:
  - item: malen
    options: [vaak]
scales:
  - id: rust
    title: Rust
    items: [pauze, malen]
    method: sum
    minimum_answered: 1
    missing: prorate
    direction: higher_is_better
    reliable_change: 2
    bands:
      - from: 0
        title: Weinig rust
      - from: 3
        title: Genoeg rust
    bands_source: Eigen indeling
worked_examples:
  - title: Vaak pauze, soms malen
    answers:
      pauze: vaak
      malen: soms
    scores:
      rust: 3
owner: Voorbeeld Welzijn
permission: Eigen werk
"""


def without(text: str) -> str:
    """Return the questionnaire less one passage."""
    assert text in QUESTIONNAIRE, text
    return QUESTIONNAIRE.replace(text, "", 1)


def having(old: str, new: str) -> str:
    """Return the questionnaire with one passage in the place of another."""
    assert old in QUESTIONNAIRE, old
    return QUESTIONNAIRE.replace(old, new, 1)
