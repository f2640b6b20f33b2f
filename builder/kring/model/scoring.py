"""Scoring: from the answers to a questionnaire to its scores. Refuses rather than guesses.

For one scale with n items, of which m are answered, and x the score of an answered item:

    x     = score of the chosen option; reversed item: lowest + highest option score of its answer scale - score
    mean  = multiplier · Σx / m
    sum   = multiplier · n · Σx / m

With every item answered (m = n) the sum is multiplier · Σx. With answers missing there is no score
(`missing: refuse`), or, from `minimum_answered` answers on, the mean of the answered items stands in for the
missing ones (`missing: prorate`). That is simple mean imputation within the person, in practice often allowed
from half of the items on: Fayers and Machin, Quality of Life: The Assessment, Analysis and Reporting of
Patient-Reported Outcomes, on missing data.

Scores have the unit of the option scores times the multiplier, and are never rounded: the arithmetic is done
with fractions, taking each number of the questionnaire as the decimal that its author wrote.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType

from kring.model.questionnaires import Band, CriticalItem, Item, Questionnaire, Scale

Answers = Mapping[str, str]
"""Item id → id of the chosen option. An item that was skipped is not in it."""


class Refusal(StrEnum):
    """Why there is no score."""

    INCOMPLETE = "incomplete"
    """An answer is missing, and this scale allows none to be missing."""
    TOO_FEW_ANSWERS = "too_few_answers"
    """Fewer items are answered than the scale needs."""


@dataclass(frozen=True, slots=True)
class Score:
    """The score of one scale, or why there is none.

    `exact` is the score as a fraction, None where it was `refused`. `answered` of `of` items have an answer.
    `band` is None where there is no score, and where the scale has no band for it.
    """

    exact: Fraction | None
    answered: int
    of: int
    band: Band | None = None
    refused: Refusal | None = None

    @property
    def value(self) -> float | None:
        """The score as the nearest float, not rounded any further."""
        return None if self.exact is None else float(self.exact)


def score(questionnaire: Questionnaire, answers: Answers) -> Mapping[str, Score]:
    """Return the score of every scale: scale id → score.

    Raises ValueError for an answer to an item or with an option that the questionnaire does not have, and
    for a scale that cannot be computed (an option without a score, say; `kring check` reports those).
    """
    _check(questionnaire, answers)
    return MappingProxyType({scale.id: _score(questionnaire, scale, answers) for scale in questionnaire.scales})


def critical(questionnaire: Questionnaire, answers: Answers) -> tuple[CriticalItem, ...]:
    """Return the critical items to which one of the answers is given that must lead to the help block.

    Raises ValueError for an answer that the questionnaire does not have.
    """
    _check(questionnaire, answers)
    return tuple(
        critical for critical in questionnaire.critical_items if answers.get(critical.item) in critical.options
    )


def score_range(scale: Scale, questionnaire: Questionnaire) -> tuple[float, float]:
    """Return the lowest and the highest score that `scale` can give, prorated scores among them.

    Where items differ in their answers, a prorated score can lie outside the range of complete ones: it is
    lowest when just the items with the lowest scores are answered, as few of them as the scale allows.
    Raises ValueError for a scale that cannot be computed.
    """
    scores = [item_scores(questionnaire, id).values() for id in scale.items]
    fewest = len(scores)
    if scale.missing == "prorate":
        fewest = min(fewest, max(_minimum(scale), 1))
    low = _combined(scale, sorted(min(each) for each in scores)[:fewest])
    high = _combined(scale, sorted(max(each) for each in scores)[-fewest:])
    return float(low), float(high)


def item_scores(questionnaire: Questionnaire, item: str) -> Mapping[str, Fraction]:
    """Return what each answer to `item` counts for, reversed where the item is: option id → score.

    Raises ValueError where the item is unknown or has an answer without a score.
    """
    asked = _item(questionnaire, item)
    scale = next((scale for scale in questionnaire.answer_scales if scale.id == asked.answer_scale), None)
    if scale is None:
        raise ValueError(f"item {item!r} has no answer scale, so it has no score")
    scores: dict[str, Fraction] = {}
    for option in scale.options:
        if option.score is None:
            raise ValueError(f"option {option.id!r} of answer scale {scale.id!r} has no score")
        scores[option.id] = decimal(option.score)
    if not asked.reversed:
        return scores
    ends = min(scores.values()) + max(scores.values())
    return {option: ends - score for option, score in scores.items()}


def options_of(questionnaire: Questionnaire, item: Item) -> frozenset[str]:
    """Return the ids of the answers that can be given to `item`; none for an item that is not a choice."""
    return frozenset(option.id for option in questionnaire.options_of(item))


@lru_cache(maxsize=1024)
def decimal(number: float) -> Fraction:
    """Return exactly the decimal number that was written: 0.1 is one tenth, not the float nearest to it."""
    return Fraction(str(number))


def _check(questionnaire: Questionnaire, answers: Answers) -> None:
    for id, option in answers.items():
        if option not in options_of(questionnaire, _item(questionnaire, id)):
            raise ValueError(f"{option!r} is not an answer to item {id!r} of questionnaire {questionnaire.key.id!r}")


def _item(questionnaire: Questionnaire, id: str) -> Item:
    for item in questionnaire.items:
        if item.id == id:
            return item
    raise ValueError(f"questionnaire {questionnaire.key.id!r} has no item {id!r}")


def _score(questionnaire: Questionnaire, scale: Scale, answers: Answers) -> Score:
    scores = [(id, item_scores(questionnaire, id)) for id in scale.items]
    given = [counts[answers[id]] for id, counts in scores if id in answers]
    answered, of = len(given), len(scale.items)
    refused = _refusal(scale, answered, of)
    if refused is not None:
        return Score(None, answered, of, refused=refused)
    exact = _combined(scale, given)
    return Score(exact, answered, of, _band(scale, exact))


def _refusal(scale: Scale, answered: int, of: int) -> Refusal | None:
    if answered == of:
        return None
    if scale.missing == "refuse":
        return Refusal.INCOMPLETE
    # Without any answer there is no mean to stand in for the others.
    return Refusal.TOO_FEW_ANSWERS if answered < max(_minimum(scale), 1) else None


def _minimum(scale: Scale) -> int:
    if scale.minimum_answered is None:
        raise ValueError(f"scale {scale.id!r} does not say how many answers it needs")
    return scale.minimum_answered


def _combined(scale: Scale, given: list[Fraction]) -> Fraction:
    """Return the score of the whole scale from the items that are answered."""
    mean = sum(given, Fraction(0)) / len(given)
    items = len(scale.items) if scale.method == "sum" else 1
    return decimal(scale.multiplier) * items * mean


def _band(scale: Scale, score: Fraction) -> Band | None:
    """Return the last band that begins at or below `score`."""
    return next((band for band in reversed(scale.bands) if decimal(band.from_) <= score), None)
