"""A sample is a part of its family that everybody with the same seed gets; a full run tries the whole."""

from __future__ import annotations

import pytest
from tests.sampling import ALL, VARIABLE, sample, seed_of_commit

FAMILY = range(1_000)


def chosen(seed: str, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    monkeypatch.setenv(VARIABLE, seed)
    return sample(FAMILY, 20)


def test_the_same_seed_chooses_the_same_cases_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    one = chosen("7", monkeypatch)
    assert len(one) == 20
    assert one == sorted(one) == chosen("7", monkeypatch)
    assert one != chosen("8", monkeypatch)


def test_commits_together_try_the_whole_family(monkeypatch: pytest.MonkeyPatch) -> None:
    assert {case for seed in range(1_000) for case in chosen(str(seed), monkeypatch)} == set(FAMILY)


def test_a_full_run_tries_every_case(monkeypatch: pytest.MonkeyPatch) -> None:
    assert chosen(ALL, monkeypatch) == list(FAMILY)


def test_a_family_without_cases_is_no_family() -> None:
    with pytest.raises(AssertionError, match="nothing to choose from"):
        sample([], 20)


def test_a_run_has_the_seed_of_its_commit_unless_another_is_given(request: pytest.FixtureRequest) -> None:
    given = [each for each in request.config.invocation_params.args if str(each).startswith("--seed")]
    assert given or request.config.option.seed == seed_of_commit()
