"""What is derived from programmes: clock times, agendas, materials, library activities taken up."""

from __future__ import annotations

from pathlib import Path

import pytest

from kring.model.catalogue import ProgrammePlan, SessionPlan, Supply, clock_after, resolve
from kring.model.entities import gather
from kring.source.read import read

SESSION = "programs/klein-begin/sessions/beginnen.yml"
LIBRARY = """\
title: Pauze
formerly: [rustmoment]
kind: break
minutes: 15
priority: optional
participant_text: |
  Even niets.
materials:
  - item: Thee
    quantity: 2
"""


@pytest.fixture
def root(minimal_root: Path) -> Path:
    return minimal_root


def plan(root: Path) -> ProgrammePlan:
    sources = read(root)
    return resolve(gather(sources, sources.documents)).plans["klein-begin"]


def session(root: Path, text: str) -> SessionPlan:
    (root / SESSION).write_text("title: Beginnen\ngoals: [Iets]\n" + text, encoding="utf-8")
    (root / "content" / "activities").mkdir()
    (root / "content" / "activities" / "pauze.yml").write_text(LIBRARY, encoding="utf-8")
    return plan(root).sessions[0]


@pytest.mark.parametrize(
    ("start", "minutes", "expected"),
    [("13:30", 0, "13:30"), ("13:30", 45, "14:15"), ("23:50", 20, "00:10"), (None, 5, None)],
)
def test_clock_times_follow_from_the_start(start: str | None, minutes: int, expected: str | None) -> None:
    assert clock_after(start, minutes) == expected


def test_steps_follow_one_another(root: Path) -> None:
    steps = plan(root).sessions[0].steps
    assert [(step.activity.id, step.offset) for step in steps] == [("doel", 0), ("stap", 10), ("afsluiten", 25)]


def test_a_library_activity_is_taken_up_with_whole_fields_replaced(root: Path) -> None:
    taken = (
        session(
            root,
            "minutes: 10\nagenda:\n  - id: even-rust\n    use: pauze\n    minutes: 10\n    priority: core\n"
            "    override:\n      materials:\n        - item: Water\n",
        )
        .steps[0]
        .activity
    )
    assert (taken.id, taken.minutes, taken.priority, taken.kind) == ("even-rust", 10, "core", "break")
    assert [material.item for material in taken.materials] == ["Water"]
    assert taken.participant_text is not None
    assert taken.participant_text.text == "Even niets.\n"
    assert taken.formerly == ()
    assert taken.use is not None
    assert taken.use.id == "pauze"


def test_what_a_step_does_not_say_comes_from_the_library(root: Path) -> None:
    taken = session(root, "minutes: 15\nagenda:\n  - id: even-rust\n    use: pauze\n").steps[0].activity
    assert (taken.minutes, taken.priority) == (15, "optional")


def test_a_delivery_of_its_own_gives_an_agenda_of_its_own(root: Path) -> None:
    programme = root / "programs/klein-begin/programme.yml"
    text = programme.read_text(encoding="utf-8").replace("[in_person]", "[in_person, online, hybrid]")
    programme.write_text(text, encoding="utf-8")
    step = "  - {id: %s, title: T, kind: exercise, priority: core, minutes: %d, deliveries: [%s]}\n"
    agendas = session(
        root, "minutes: 9\nagenda:\n" + step % ("zaal", 9, "in_person, hybrid") + step % ("scherm", 8, "online")
    ).agendas
    assert [(agenda.deliveries, agenda.minutes) for agenda in agendas] == [
        (("in_person", "hybrid"), 9),
        (("online",), 8),
    ]


def test_the_same_material_is_listed_once_in_its_largest_quantity(root: Path) -> None:
    supplies = session(
        root,
        "minutes: 30\nmaterials:\n  - item: Pen\nagenda:\n"
        "  - id: een\n    title: Een\n    kind: exercise\n    priority: core\n    minutes: 15\n"
        "    materials:\n      - {item: Pen, quantity: 3}\n      - {item: Vel, per: pair}\n"
        "  - id: twee\n    use: pauze\n",
    ).supplies
    assert supplies == (
        Supply("Pen", 3, "group", ("Een",)),
        Supply("Vel", 1, "pair", ("Een",)),
        Supply("Thee", 2, "group", ("Pauze",)),
    )


@pytest.mark.parametrize(("per", "expected"), [("participant", 14), ("pair", 8), ("group", 2)])
def test_a_quantity_is_reckoned_for_a_group(per: str, expected: int) -> None:
    assert Supply("Pen", 2, per, ()).for_group(7) == expected
