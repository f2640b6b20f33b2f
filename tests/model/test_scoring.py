"""Scores: sums and means, reversed items, missing answers, bands, critical items; nothing is guessed."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.model.questionnaire_parts import SPAN, answer_scale, band, item, questionnaire, scale

from kring.model.forms import OpenField, Option
from kring.model.questionnaires import CriticalItem, Questionnaire
from kring.model.scoring import Refusal, Score, critical, decimal, item_scores, score, score_range

FOUR = ("een", "twee", "drie", "vier")


def four_items(reversed: tuple[str, ...] = (), **of_scale: Any) -> Questionnaire:
    """Four items with the answers a, b, c, d that count for 0, 1, 2, 3."""
    return questionnaire(
        [item(id, reversed=id in reversed) for id in FOUR],
        [scale(FOUR, **of_scale)],
        [answer_scale("vaak", 0, 1, 2, 3)],
    )


def answers(options: str) -> dict[str, str]:
    """Return the answers to the four items, one letter each; a dash is a skipped item."""
    return {id: option for id, option in zip(FOUR, options, strict=True) if option != "-"}


def rust(of: Questionnaire, options: str) -> Score:
    return score(of, answers(options))["rust"]


def test_a_sum_adds_the_scores_of_the_options() -> None:
    assert rust(four_items(), "abcd").value == 6


def test_a_mean_divides_by_the_number_of_items() -> None:
    assert rust(four_items(method="mean"), "abcd").value == 1.5


def test_the_multiplier_comes_last() -> None:
    assert rust(four_items(method="mean", multiplier=25), "abcd").value == 37.5
    assert rust(four_items(multiplier=2), "abcd").value == 12


def test_the_code_of_an_option_says_nothing_about_its_score() -> None:
    odd = questionnaire([item("een")], [scale(["een"])], [answer_scale("vaak", 7, -2)])
    assert score(odd, {"een": "b"})["rust"].value == -2


def test_a_reversed_item_is_mirrored_in_its_own_answer_scale() -> None:
    assert rust(four_items(reversed=("een",)), "aaaa").value == 3
    from_one = questionnaire([item("een", reversed=True)], [scale(["een"])], [answer_scale("vaak", 1, 2, 5)])
    assert [score(from_one, {"een": option})["rust"].value for option in "abc"] == [5, 4, 1]


def test_items_that_are_not_in_the_scale_do_not_count() -> None:
    two = questionnaire([item("een"), item("twee")], [scale(["een"])], [answer_scale("vaak", 0, 1)])
    assert score(two, {"een": "b", "twee": "b"})["rust"].value == 1


def test_with_refuse_one_missing_answer_means_no_score() -> None:
    refused = rust(four_items(), "abc-")
    assert refused == Score(None, 3, 4, refused=Refusal.INCOMPLETE)


def test_with_prorate_the_mean_of_the_answered_items_stands_in_for_the_missing_ones() -> None:
    assert rust(four_items(missing="prorate", minimum_answered=3), "bcd-").value == 8
    assert rust(four_items(missing="prorate", minimum_answered=3, method="mean"), "bcd-").value == 2


def test_below_the_minimum_there_is_no_score() -> None:
    prorated = four_items(missing="prorate", minimum_answered=3)
    assert rust(prorated, "bc--") == Score(None, 2, 4, refused=Refusal.TOO_FEW_ANSWERS)
    assert rust(prorated, "----") == Score(None, 0, 4, refused=Refusal.TOO_FEW_ANSWERS)


def test_a_score_is_never_rounded() -> None:
    third = rust(four_items(missing="prorate", minimum_answered=3, method="mean"), "aab-")
    assert third.exact == Fraction(1, 3)
    assert third.value == 1 / 3
    tenths = questionnaire([item(id) for id in FOUR], [scale(FOUR)], [answer_scale("vaak", 0.1, 0.2)])
    assert rust(tenths, "aaab").exact == Fraction(1, 2), "0.1 is one tenth"


def test_the_band_is_the_last_that_begins_at_or_below_the_score() -> None:
    banded = four_items(bands=(band(0, "laag"), band(6, "midden"), band(9.5, "hoog")))
    bands = {options: rust(banded, options).band for options in ("aaaa", "bbbc", "bbcc", "cccd", "dddb", "dddd")}
    assert {options: found.title if found else None for options, found in bands.items()} == {
        "aaaa": "laag",
        "bbbc": "laag",
        "bbcc": "midden",
        "cccd": "midden",
        "dddb": "hoog",
        "dddd": "hoog",
    }
    assert rust(four_items(), "aaaa").band is None


def test_a_prorated_score_between_two_whole_numbers_falls_in_a_band() -> None:
    banded = four_items(missing="prorate", minimum_answered=2, bands=(band(0, "laag"), band(6, "hoog")))
    between = rust(banded, "bbc-")
    assert between.exact == Fraction(16, 3)
    assert between.band is not None
    assert between.band.title == "laag"


@pytest.mark.parametrize("wrong", [{"vijf": "a"}, {"een": "z"}, {"een": ""}])
def test_an_unknown_item_or_option_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="item"):
        score(four_items(), wrong)
    with pytest.raises(ValueError, match="item"):
        critical(four_items(), wrong)


def test_an_option_without_a_score_is_refused_even_when_it_is_not_chosen() -> None:
    with pytest.raises(ValueError, match="no score"):
        score(questionnaire([item("een")], [scale(["een"])], [answer_scale("vaak", 0, None)]), {"een": "a"})


def test_prorating_without_a_minimum_is_refused() -> None:
    with pytest.raises(ValueError, match="how many answers"):
        rust(four_items(missing="prorate"), "abc-")


def test_an_open_field_has_no_score() -> None:
    open_item = item("een", None, field=OpenField("long_text", SPAN))
    with pytest.raises(ValueError, match="no answer scale"):
        score(questionnaire([open_item], [scale(["een"])], []), {})
    with pytest.raises(ValueError, match="not an answer"):
        score(questionnaire([open_item], [], []), {"een": "a"})


def test_a_choice_in_an_open_field_is_an_answer_that_does_not_count() -> None:
    choice = item("een", None, field=OpenField("choice", SPAN, options=(Option("ja", "Ja", SPAN),)))
    both = questionnaire([choice, item("twee")], [scale(["twee"])], [answer_scale("vaak", 0, 1)])
    assert score(both, {"een": "ja", "twee": "b"})["rust"].value == 1


def test_critical_items_are_those_with_an_answer_that_leads_to_the_help_block() -> None:
    first, second = CriticalItem("een", ("c", "d"), SPAN), CriticalItem("twee", ("d",), SPAN)
    watched = questionnaire(
        [item(id) for id in FOUR], [], [answer_scale("vaak", 0, 1, 2, 3)], critical_items=(first, second)
    )
    assert critical(watched, answers("aaaa")) == ()
    assert critical(watched, answers("caaa")) == (first,)
    assert critical(watched, answers("ddaa")) == (first, second)
    assert critical(watched, answers("-caa")) == ()


def test_the_range_runs_from_all_lowest_to_all_highest() -> None:
    assert score_range(four_items().scales[0], four_items()) == (0, 12)
    reversed_too = four_items(reversed=("een", "twee"), method="mean", multiplier=10)
    assert score_range(reversed_too.scales[0], reversed_too) == (0, 30)


def test_the_range_holds_prorated_scores_of_items_with_different_answers() -> None:
    mixed = questionnaire(
        [item("een", "kort"), item("twee", "lang")],
        [scale(["een", "twee"], missing="prorate", minimum_answered=1)],
        [answer_scale("kort", 1, 2), answer_scale("lang", 0, 5)],
    )
    assert score_range(mixed.scales[0], mixed) == (0, 10)
    assert score(mixed, {"twee": "b"})["rust"].value == 10


option_scores = st.lists(
    st.integers(-20, 20) | st.decimals(-20, 20, places=2, allow_nan=False).map(float), min_size=2, max_size=6
)


@given(option_scores)
def test_reversing_twice_changes_nothing(scores: list[float]) -> None:
    plain = questionnaire([item("een")], [], [answer_scale("vaak", *scores)])
    turned = questionnaire([item("een", reversed=True)], [], [answer_scale("vaak", *scores)])
    once = item_scores(turned, "een")
    again = questionnaire(
        [item("een", reversed=True)], [], [answer_scale("vaak", *(float(value) for value in once.values()))]
    )
    assert item_scores(again, "een") == item_scores(plain, "een")
    assert sorted((min(once.values()), max(once.values()))) == [decimal(min(scores)), decimal(max(scores))]


@st.composite
def scored_questionnaires(draw: st.DrawFn) -> Questionnaire:
    scores = draw(option_scores)
    ids = FOUR[: draw(st.integers(1, 4))]
    return questionnaire(
        [item(id, reversed=draw(st.booleans())) for id in ids],
        [
            scale(
                ids,
                method=draw(st.sampled_from(["sum", "mean"])),
                multiplier=draw(st.sampled_from([1, 2, 0.1, 25])),
                missing="prorate",
                minimum_answered=draw(st.integers(1, len(ids))),
            )
        ],
        [answer_scale("vaak", *scores)],
    )


def some_answers(data: st.DataObject, of: Questionnaire, *, complete: bool = False) -> dict[str, str]:
    options = [option.id for option in of.answer_scales[0].options]
    every = {asked.id: data.draw(st.sampled_from(options)) for asked in of.items}
    return every if complete else {id: option for id, option in every.items() if data.draw(st.booleans())}


@given(scored_questionnaires(), st.data())
def test_with_all_answers_given_prorating_changes_nothing(prorated: Questionnaire, data: st.DataObject) -> None:
    strict = questionnaire(
        prorated.items,
        [scale(prorated.scales[0].items, method=prorated.scales[0].method, multiplier=prorated.scales[0].multiplier)],
        prorated.answer_scales,
    )
    given_answers = some_answers(data, prorated, complete=True)
    assert score(prorated, given_answers)["rust"] == score(strict, given_answers)["rust"]


@given(scored_questionnaires(), st.data())
def test_a_higher_item_score_never_lowers_the_scale(of: Questionnaire, data: st.DataObject) -> None:
    before = some_answers(data, of)
    assume(before)
    changed = data.draw(st.sampled_from(sorted(before)))
    counts = item_scores(of, changed)
    better = data.draw(st.sampled_from([option for option in counts if counts[option] >= counts[before[changed]]]))
    old, new = score(of, before)["rust"], score(of, before | {changed: better})["rust"]
    assert old.refused == new.refused
    if old.exact is not None and new.exact is not None:
        assert new.exact >= old.exact


@given(scored_questionnaires(), st.data())
def test_every_score_lies_in_the_range_and_in_a_band_that_begins_with_it(
    of: Questionnaire, data: st.DataObject
) -> None:
    low, high = score_range(of.scales[0], of)
    banded = replace(of, scales=(replace(of.scales[0], bands=(band(low), band(high, "hoogste"))),))
    found = score(banded, some_answers(data, of))["rust"]
    assert (found.value is None) == (found.refused is not None) == (found.band is None)
    if found.value is not None:
        assert low <= found.value <= high
