"""Questionnaires: does everything in one fit together, and do its scores come out? One function a rule.

What depends on a scale that cannot be computed is left alone: the reason is a finding of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from kring.findings import Finding, Span
from kring.model.forms import Option
from kring.model.questionnaires import AnswerScale, Item, Questionnaire, Scale, ScoredOption, WorkedExample
from kring.model.scoring import Score, decimal, options_of, score, score_range
from kring.nearest import near_facts
from kring.source.text import shown

Check = Callable[[Questionnaire], Iterator[Finding]]

_ANSWER_SCALE, _ITEM, _ANSWER, _SCALE = "answer_scale", "item", "answer", "scale"


def references_resolve(questionnaire: Questionnaire) -> Iterator[Finding]:
    """Yield what refers to an answer scale, item or scale that this questionnaire does not have."""
    answer_scales = [answer_scale.id for answer_scale in questionnaire.answer_scales]
    items = [item.id for item in questionnaire.items]
    scales = [scale.id for scale in questionnaire.scales]
    for item in questionnaire.items:
        if item.answer_scale is not None:
            yield from _unknown([item.answer_scale], answer_scales, _ANSWER_SCALE, item.span)
    for critical in questionnaire.critical_items:
        yield from _unknown([critical.item], items, _ITEM, critical.span)
    for scale in questionnaire.scales:
        yield from _unknown(scale.items, items, _ITEM, scale.span)
    for example in questionnaire.worked_examples:
        yield from _unknown(example.answers, items, _ITEM, example.span)
        yield from _unknown(example.scores, scales, _SCALE, example.span)


def answers_exist(questionnaire: Questionnaire) -> Iterator[Finding]:
    """Yield critical items and worked examples with an answer that their item does not have."""
    chosen = [
        *((critical.item, critical.options, critical.span) for critical in questionnaire.critical_items),
        *(
            (item, (option,), example.span)
            for example in questionnaire.worked_examples
            for item, option in example.answers.items()
        ),
    ]
    for id, options, span in chosen:
        item = _item(questionnaire, id)
        if item is not None and not _has_unknown_scale(questionnaire, item):
            yield from _unknown(options, sorted(options_of(questionnaire, item)), _ANSWER, span, of=id)


def ids_are_unique(questionnaire: Questionnaire) -> Iterator[Finding]:
    """Yield ids that stand twice among the items, answer scales, scales, or answers of one item."""
    yield from _repeated(questionnaire.items, _ITEM)
    yield from _repeated(questionnaire.answer_scales, _ANSWER_SCALE)
    yield from _repeated(questionnaire.scales, _SCALE)
    for answer_scale in questionnaire.answer_scales:
        yield from _repeated(answer_scale.options, _ANSWER)
    for item in questionnaire.items:
        if item.field is not None:
            yield from _repeated(item.field.options, _ANSWER)


def scored_options_have_a_score(questionnaire: Questionnaire) -> Iterator[Finding]:
    """Yield answers without a score on an answer scale that a counted item uses."""
    for answer_scale in questionnaire.answer_scales:
        users = [item for item in _counted(questionnaire) if item.answer_scale == answer_scale.id]
        for option in answer_scale.options:
            if users and option.score is None:
                facts = {"option": option.id, "answer_scale": answer_scale.id, "item": users[0].id}
                yield Finding("questionnaire/option-without-score", option.span, facts)


def only_scored_items_are_in_scales(questionnaire: Questionnaire) -> Iterator[Finding]:
    """Yield scales with an item that is an open field, or that says of itself that it does not count."""
    for scale in questionnaire.scales:
        for item in (item for id in scale.items if (item := _item(questionnaire, id)) is not None):
            if item.field is not None or not item.scored:
                facts = {"item": item.id, "scale": scale.id} | ({"field": "field"} if item.field is not None else {})
                yield Finding("questionnaire/unscored-item-in-scale", scale.span, facts, (item.span,))


def scored_items_are_in_a_scale(questionnaire: Questionnaire) -> Iterator[Finding]:
    """Yield items that count but are in no scale; a questionnaire without scales counts nothing."""
    in_scales = {id for scale in questionnaire.scales for id in scale.items}
    for item in questionnaire.items if questionnaire.scales else ():
        if item.scored and item.field is None and item.id not in in_scales:
            yield Finding("questionnaire/item-in-no-scale", item.span, {"item": item.id})


def rights_are_known(questionnaire: Questionnaire) -> Iterator[Finding]:
    """Yield an owner or a permission for this use that is not named."""
    if questionnaire.owner is None:
        yield Finding("questionnaire/no-owner", questionnaire.span)
    if questionnaire.permission is None:
        yield Finding("questionnaire/no-permission", questionnaire.span)


def minimum_fits_the_scale(questionnaire: Questionnaire) -> Iterator[Finding]:
    """Yield scales that need more answers than they have items, or do not say how many they need."""
    for scale in questionnaire.scales:
        if scale.minimum_answered is None:
            if scale.missing == "prorate":
                yield Finding("questionnaire/minimum-missing", scale.span, {"scale": scale.id})
        elif scale.minimum_answered > len(scale.items):
            facts = {"scale": scale.id, "minimum": str(scale.minimum_answered), "items": str(len(scale.items))}
            yield Finding("questionnaire/minimum-too-high", scale.span, facts)


def bands_ascend(questionnaire: Questionnaire) -> Iterator[Finding]:
    """Yield bands that do not begin above the band before them."""
    for scale in questionnaire.scales:
        for before, band in zip(scale.bands, scale.bands[1:], strict=False):
            if band.from_ <= before.from_:
                facts = {"scale": scale.id, "from": number(band.from_), "before": number(before.from_)}
                yield Finding("questionnaire/bands-out-of-order", band.span, facts, (before.span,))


def bands_cover_the_range(questionnaire: Questionnaire) -> Iterator[Finding]:
    """Yield scales of which the lowest score lies below all bands."""
    for scale, low, high in _ranges(questionnaire):
        lowest = min(scale.bands, key=lambda band: band.from_, default=None)
        if lowest is not None and low < lowest.from_ <= high:
            facts = {"scale": scale.id, "from": number(lowest.from_), "low": number(low)}
            yield Finding("questionnaire/bands-do-not-cover", lowest.span, facts)


def bands_lie_in_the_range(questionnaire: Questionnaire) -> Iterator[Finding]:
    """Yield bands into which no score can fall: they begin above the highest, or end at or below the lowest one."""
    for scale, low, high in _ranges(questionnaire):
        for band in scale.bands:
            later = [other.from_ for other in scale.bands if other.from_ > band.from_]
            if band.from_ > high or (later and min(later) <= low):
                facts = {"scale": scale.id, "from": number(band.from_), "low": number(low), "high": number(high)}
                yield Finding("questionnaire/band-out-of-range", band.span, facts)


def reliable_change_lies_in_the_range(questionnaire: Questionnaire) -> Iterator[Finding]:
    """Yield scales on which nobody can change as much as their smallest reliable change."""
    for scale, low, high in _ranges(questionnaire):
        if scale.reliable_change is not None and scale.reliable_change > high - low:
            facts = {"scale": scale.id, "change": number(scale.reliable_change), "most": number(high - low)}
            yield Finding("questionnaire/reliable-change-too-large", scale.span, facts)


def scales_have_a_worked_example(questionnaire: Questionnaire) -> Iterator[Finding]:
    """Yield scales whose score no worked example gives."""
    shown_in_examples = {scale for example in questionnaire.worked_examples for scale in example.scores}
    for scale in questionnaire.scales:
        if scale.id not in shown_in_examples:
            yield Finding("questionnaire/scale-without-example", scale.span, {"scale": scale.id})


def worked_examples_come_out(questionnaire: Questionnaire) -> Iterator[Finding]:
    """Yield worked examples that give another score than the scorer computes."""
    for example in questionnaire.worked_examples:
        try:
            computed = score(questionnaire, example.answers)
        except ValueError:
            continue
        for scale, expected in example.scores.items():
            if scale in computed and not comes_out(expected, computed[scale]):
                finding = _differs(example, scale, expected, computed[scale])
                yield _with_the_item_to_turn(finding, questionnaire, scale)


CHECKS: tuple[Check, ...] = (
    references_resolve,
    answers_exist,
    ids_are_unique,
    scored_options_have_a_score,
    only_scored_items_are_in_scales,
    scored_items_are_in_a_scale,
    rights_are_known,
    minimum_fits_the_scale,
    bands_ascend,
    bands_cover_the_range,
    bands_lie_in_the_range,
    reliable_change_lies_in_the_range,
    scales_have_a_worked_example,
    worked_examples_come_out,
)
"""Every check of one questionnaire, in the order in which an author would mend what they find."""

FROM_ALL_FIELDS = frozenset(
    {
        "questionnaire/no-owner",
        "questionnaire/no-permission",
        "questionnaire/option-without-score",
        "questionnaire/item-in-no-scale",
        "questionnaire/minimum-missing",
        "questionnaire/bands-do-not-cover",
        "questionnaire/band-out-of-range",
        "questionnaire/reliable-change-too-large",
        "questionnaire/scale-without-example",
        "questionnaire/example-differs",
    }
)
"""Rules about what is worked out from all fields, or lacks among them: where one is unknown, it may be the cause."""


def comes_out(expected: float | None, computed: Score) -> bool:
    """Tell whether a score is the one that an author expects.

    It must be exactly that number. Only a score without an end (1.333…) may be cut off, after two decimals or more.
    """
    if expected is None or computed.exact is None:
        return expected is None and computed.exact is None
    if decimal(expected) == computed.exact or expected == computed.value:
        return True
    if _has_an_end(computed.exact.denominator):
        return False
    decimals = len(str(expected).partition(".")[2])
    return decimals >= 2 and abs(decimal(expected) - computed.exact) <= decimal(1) / (2 * 10**decimals)


def number(value: float) -> str:
    """Return a number as a reader writes it: 4 rather than 4.0, and no more decimals than it takes to tell."""
    return f"{value:.10g}"


def _has_an_end(denominator: int) -> bool:
    """Tell whether a fraction has finitely many decimals: nothing but twos and fives divide its denominator."""
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    return denominator == 1


def _differs(example: WorkedExample, scale: str, expected: float | None, computed: Score) -> Finding:
    facts = {
        "example": shown(example.title),
        "scale": scale,
        "expected": "" if expected is None else number(expected),
        "computed": "" if computed.value is None else number(computed.value),
        "answered": str(computed.answered),
        "items": str(computed.of),
    }
    return Finding("questionnaire/example-differs", example.span, facts)


def _with_the_item_to_turn(finding: Finding, questionnaire: Questionnaire, scale: str) -> Finding:
    """Add to an example that differs the one item that, reversed or no longer so, makes all examples come out."""
    counted = next(each.items for each in questionnaire.scales if each.id == scale)
    items = [item for item in questionnaire.items if item.id in counted]
    found = [item for item in items if _all_come_out(_with_turned(questionnaire, item), scale)]
    if len(found) != 1:
        return finding
    fact = "not_reversed" if found[0].reversed else "reversed"
    return replace(finding, facts={**finding.facts, fact: found[0].id}, related=(found[0].span,))


def _with_turned(questionnaire: Questionnaire, turned: Item) -> Questionnaire:
    items = (replace(item, reversed=not item.reversed) if item is turned else item for item in questionnaire.items)
    return replace(questionnaire, items=tuple(items))


def _all_come_out(questionnaire: Questionnaire, scale: str) -> bool:
    """Tell whether every example comes out that gives a score for a scale."""
    try:
        return all(
            comes_out(example.scores[scale], score(questionnaire, example.answers)[scale])
            for example in questionnaire.worked_examples
            if scale in example.scores
        )
    except ValueError:
        return False


def _unknown(ids: Iterable[str], known: list[str], what: str, span: Span, of: str | None = None) -> Iterator[Finding]:
    """Yield a finding for each of `ids` that is not `known`; `of` is the item whose answers are meant."""
    for id in ids:
        if id in known:
            continue
        facts = {"id": shown(id), "what": what, "known": ", ".join(known) or "-"}
        facts |= near_facts(id, known)
        if of is None:
            yield Finding("questionnaire/unknown-reference", span, facts)
        else:
            yield Finding("questionnaire/unknown-answer", span, facts | {"item": of})


def _repeated(things: Iterable[Item | AnswerScale | Scale | ScoredOption | Option], what: str) -> Iterator[Finding]:
    first: dict[str, Span] = {}
    for thing in things:
        if thing.id in first:
            facts = {"id": thing.id, "what": what}
            yield Finding("questionnaire/duplicate-id", thing.span, facts, (first[thing.id],))
        first.setdefault(thing.id, thing.span)


def _ranges(questionnaire: Questionnaire) -> Iterator[tuple[Scale, float, float]]:
    """Yield the scales that can be computed, with the lowest and highest score of each."""
    for scale in questionnaire.scales:
        try:
            yield scale, *score_range(scale, questionnaire)
        except ValueError:
            continue


def _counted(questionnaire: Questionnaire) -> list[Item]:
    """Return the items that count: those in a scale, and those that say so where there are scales."""
    in_scales = {id for scale in questionnaire.scales for id in scale.items}
    return [item for item in questionnaire.items if item.id in in_scales or (item.scored and questionnaire.scales)]


def _item(questionnaire: Questionnaire, id: str) -> Item | None:
    return next((item for item in questionnaire.items if item.id == id), None)


def _has_unknown_scale(questionnaire: Questionnaire, item: Item) -> bool:
    known = {answer_scale.id for answer_scale in questionnaire.answer_scales}
    return item.answer_scale is not None and item.answer_scale not in known
