"""What a week asks is added up from what authors wrote, and a week that asks far more than the others stands out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.checks.roots import PROGRAMME, Root
from tests.language.weeks import FOLDER, homework, lay_weeks, session

from kring.language.workload import PEAK, PEAK_MINUTES, Workload, workload
from kring.model.catalogue import Catalogue

Read = Callable[[], Catalogue]


def asked(catalogue: Catalogue) -> Workload:
    return workload(catalogue.plans["klein-begin"], catalogue.entities)


def home(catalogue: Catalogue) -> list[int]:
    return [week.home for week in asked(catalogue).weeks]


def test_homework_meeting_and_reading_are_added_up(root: Root, catalogue: Read) -> None:
    lay_weeks(root, 20, 30)
    weeks = asked(catalogue()).weeks
    assert [(week.period.homework, week.period.group, week.period.screen) for week in weeks] == [
        (20, 30, 0),
        (30, 30, 0),
    ]
    # Title and goal are a few words: a minute of reading, rounded up.
    assert [week.period.reading for week in weeks] == [1, 1]
    assert [(week.home, week.period.total) for week in weeks] == [(21, 51), (31, 61)]


def test_reading_is_the_session_and_its_articles_without_what_stands_beside_them(root: Root, catalogue: Read) -> None:
    lay_weeks(root, 20)
    words = "woord " * 360
    root.write(
        {
            f"{FOLDER}/articles/lang.md": "---\ntitle: Lang\nsummary: Een lang stuk.\nplain_language: |\n  "
            f"{words.strip()}.\n---\n\n{words}\n",
            f"{FOLDER}/sessions/sessie-1.yml": session("Sessie 1", "homework: [taak-1]", "articles: [lang]"),
        }
    )
    # 360 words are two minutes; title, summary and goal bring it into the third.
    assert asked(catalogue()).weeks[0].period.reading == 3


def test_screens_are_module_steps_recordings_questionnaires_and_diaries(root: Root, catalogue: Read) -> None:
    lay_weeks(root, 20, 20)
    root.write(
        {
            "content/modules/online.yml": "title: Online\nprovider: Aanbieder\nurl: https://example.org/o\nsteps:\n"
            "  - id: een\n    title: Eerste stap\n    url: https://example.org/o/1\n    minutes: 15\n",
            f"{FOLDER}/homework/taak-1.yml": homework(20, "module_step:", "  module: online", "  step: een"),
            f"{FOLDER}/articles/luister.md": "---\ntitle: Luister\nsummary: Om te horen.\nmedia:\n  - id: geluid\n"
            "    kind: audio\n    title: Geluid\n    url: https://example.org/a\n    minutes: 4\n"
            "    transcript: |\n      Zacht geluid.\n---\n\nLuister rustig.\n",
            f"{FOLDER}/diaries/dagboek.yml": "title: Dagboek\nintroduction: |\n  Elke dag iets.\nhow_often: daily\n"
            "minutes: 2\nfields:\n  - id: dag\n    kind: text\n    text: Hoe was je dag?\n",
            f"{FOLDER}/sessions/sessie-1.yml": session(
                "Sessie 1", "homework: [taak-1]", "articles: [luister]", "diaries: [dagboek]"
            ),
        }
    )
    root.change(f"{FOLDER}/questionnaires/terugblik.yml", "items:", "minutes: 6\nitems:")
    # 15 for the step, 4 for the recording, 6 for the questionnaire after the session, 7 × 2 for the diary.
    assert [week.period.screen for week in asked(catalogue()).weeks] == [15 + 4 + 6 + 14, 14]


def test_a_questionnaire_that_is_filled_in_during_the_session_is_not_asked_again(root: Root, catalogue: Read) -> None:
    lay_weeks(root, 20)
    root.change(f"{FOLDER}/questionnaires/terugblik.yml", "items:", "minutes: 6\nitems:")
    assert asked(catalogue()).weeks[0].period.screen == 6
    root.change(
        f"{FOLDER}/sessions/sessie-1.yml", "    kind: closing\n", "    kind: closing\n    questionnaires: [terugblik]\n"
    )
    assert asked(catalogue()).weeks[0].period.screen == 0


def test_what_has_no_minutes_is_named_and_not_guessed(root: Root, catalogue: Read) -> None:
    lay_weeks(root, 20)
    found = asked(catalogue())
    assert found.unknown == ("Terugblik",)
    assert found.weeks[0].period.screen == 0


def test_before_and_after_stand_apart(root: Root, catalogue: Read) -> None:
    lay_weeks(root, 20)
    root.write({f"{FOLDER}/homework/vooraf.yml": homework(12)})
    root.append(PROGRAMME, "phases:\n  before:\n    text: |\n      Lees dit.\n    homework: [vooraf]\n")
    found = asked(catalogue())
    assert (found.before.homework, found.before.reading, found.before.days) == (12, 1, None)
    assert found.after.total == 0
    assert [week.period.homework for week in found.weeks] == [20]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ((7, 7), [21, 41, 61]),
        # Two weeks for the first: half of it in seven days.
        ((14, 7), [11, 41, 61]),
        # Three and four days make the week of the first two; the second goes on into the third.
        ((3, 4), [62, 68, 61]),
        # On one day, both at once.
        ((0, 7), [62, 41, 61]),
        ((None, None), [21, 41, 61]),
    ],
)
def test_seven_days_are_compared_whenever_the_next_session_is(
    days: tuple[int | None, ...], expected: list[int], root: Root, catalogue: Read
) -> None:
    lay_weeks(root, 20, 40, 60, days=days)
    assert home(catalogue()) == expected


def test_a_week_far_above_the_others_is_a_peak(root: Root, catalogue: Read) -> None:
    lay_weeks(root, 40, 40, 100, 40)
    found = asked(catalogue())
    assert (found.usual, found.limit, found.own_limit) == (41, 62, False)
    assert found.limit == -(-41 * PEAK // 1)
    assert [week.meeting.number for week in found.peaks] == [3]


def test_a_few_minutes_more_are_no_peak(root: Root, catalogue: Read) -> None:
    lay_weeks(root, 5, 5, 20, 5)
    found = asked(catalogue())
    assert found.limit == 6 + PEAK_MINUTES
    assert found.peaks == ()


def test_two_weeks_cannot_be_compared(root: Root, catalogue: Read) -> None:
    lay_weeks(root, 5, 300)
    found = asked(catalogue())
    assert (found.limit, found.peaks) == (None, ())


def test_the_limit_of_the_programme_itself_holds(root: Root, catalogue: Read) -> None:
    lay_weeks(root, 40, 40, 100, 40)
    root.append(PROGRAMME, "week_minutes_max: 30\n")
    found = asked(catalogue())
    assert (found.limit, found.own_limit, len(found.peaks)) == (30, True, 4)
    root.change(PROGRAMME, "week_minutes_max: 30", "week_minutes_max: 101")
    assert asked(catalogue()).peaks == ()
