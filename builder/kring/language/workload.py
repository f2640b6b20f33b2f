"""What a programme asks of its participants from week to week, and which weeks ask too much.

A week begins with a session. Where the next session is further away, or nearer, seven days are looked at: what is asked
in them is shared out evenly over the days until the next session.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from kring.language.periods import DAYS_A_WEEK, Meeting, Period, after, before, between
from kring.model.catalogue import ProgrammePlan
from kring.model.entities import Entities

PEAK = 1.5
"""How many times the median a week may ask before it counts as a peak.

Groups meet every week or so, and many participants have little energy or trouble with planning (ADHD, autism, fatigue).
What they can plan for is a steady week. So a week is compared with the others of its programme, not with a norm for
all: half as much again is what no longer fits in the place that an ordinary week left. A programme that knows its
participants says `week_minutes_max` itself.
"""

PEAK_MINUTES = 20
"""And at least so many minutes above the median: ten minutes beside five is no peak."""

WEEKS_TO_COMPARE = 3
"""Of fewer weeks none stands out."""


@dataclass(frozen=True, slots=True)
class Week:
    """What a session begins, and of that the minutes at home in the seven days from it, by kind."""

    meeting: Meeting
    period: Period
    reading: float
    homework: float
    screen: float
    limit: int | None

    @property
    def home(self) -> int:
        """All minutes at home in the seven days, rounded up."""
        return math.ceil(round(self.reading + self.homework + self.screen, 6))

    @property
    def is_peak(self) -> bool:
        """Whether that is more than the limit."""
        return self.limit is not None and self.home > self.limit

    @property
    def is_a_week(self) -> bool:
        """Whether the next session is a week later."""
        return self.period.days == DAYS_A_WEEK


@dataclass(frozen=True, slots=True)
class Workload:
    """A programme's weeks, and what comes before and after them.

    `usual` is the median of the weeks in minutes at home, and `limit` the number above which a week is a peak; None
    where there is nothing to compare with. `own_limit`: the programme itself set it.
    """

    before: Period
    weeks: tuple[Week, ...]
    after: Period
    usual: int
    limit: int | None
    own_limit: bool

    @property
    def peaks(self) -> tuple[Week, ...]:
        """The weeks that ask more than the limit."""
        return tuple(week for week in self.weeks if week.is_peak)

    @property
    def unknown(self) -> tuple[str, ...]:
        """What takes time of which nobody wrote how much, each once."""
        periods = (self.before, *(week.period for week in self.weeks), self.after)
        return tuple(dict.fromkeys(name for period in periods for name in period.unknown))


def workload(plan: ProgrammePlan, entities: Entities) -> Workload:
    """Return what a programme asks of its participants."""
    found = between(plan, entities)
    weeks = [_week(meeting, [period for _, period in found[at:]]) for at, (meeting, _) in enumerate(found)]
    usual = median(week.home for week in weeks) if weeks else 0
    own = plan.programme.week_minutes_max
    limit = own
    if own is None and len(weeks) >= WEEKS_TO_COMPARE:
        limit = math.ceil(max(PEAK * usual, usual + PEAK_MINUTES))
    judged = tuple(replace(week, limit=limit) for week in weeks)
    return Workload(before(plan, entities), judged, after(plan, entities), round(usual), limit, own is not None)


def _week(meeting: Meeting, periods: Sequence[Period]) -> Week:
    """Return what is asked in the seven days with which the first of `periods` begins."""
    week, left = Week(meeting, periods[0], 0, 0, 0, None), float(DAYS_A_WEEK)
    for period in periods:
        days = DAYS_A_WEEK if period.days is None else period.days
        share = min(1.0, left / days) if days else 1.0
        week = replace(
            week,
            reading=week.reading + share * period.reading,
            homework=week.homework + share * period.homework,
            screen=week.screen + share * period.screen,
        )
        left -= days
        if left <= 0:
            break
    return week
