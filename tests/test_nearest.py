"""A suggestion may be a guess; what is changed without asking may not."""

from __future__ import annotations

import pytest

from kring.nearest import meant, near_facts, nearest


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("ruts", "rust"),  # two letters swapped
        ("rst", None),  # too short to be sure
        ("begeleidr", "begeleider"),  # one too few
        ("begelleider", "begeleider"),  # one too many
        ("begelijder", "begeleider"),  # two wrong, in a long name
        ("Mijn_Week", "mijn-week"),  # capitals and signs do not count
        ("rusten", None),  # another word
        ("sessie-4", None),  # another number
        ("rust", "rust"),
    ],
)
def test_a_slip_of_the_fingers_is_certain(written: str, name: str | None) -> None:
    assert meant(written, ["rust", "begeleider", "mijn-week", "sessie-3"]) == name


def test_between_two_names_nothing_is_certain() -> None:
    assert meant("week-dag", ["week-dagg", "week-dak"]) is None
    assert nearest("week-dag", ["week-dagg", "week-dak"]) == "week-dagg"


@pytest.mark.parametrize(
    ("written", "facts"),
    [
        ("ruts", {"nearby": "rust", "meant": "rust"}),
        ("rusten", {"nearby": "rust"}),
        ("xyzzy", {}),
    ],
)
def test_the_facts_of_a_finding_tell_guess_from_certainty(written: str, facts: dict[str, str]) -> None:
    assert near_facts(written, ["rust", "plannen"]) == facts
