"""What becomes of an agenda when there is less time: what is left out, what is shorter, and when it ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kring.model.activities import Activity
from kring.model.catalogue import Agenda

DROPPED_IN_ORDER = ("cut_first", "optional")
"""Priorities of what may be left out, in the order in which it goes. What is core stays."""


@dataclass(frozen=True, slots=True)
class Replanned:
    """An agenda in fewer minutes: the activities that stay, each with its minutes, and those that are left out."""

    kept: tuple[tuple[Activity, int], ...]
    dropped: tuple[Activity, ...]

    @property
    def minutes(self) -> int:
        """Minutes of all that stays: more than were asked for where not even the least fits."""
        return sum(minutes for _, minutes in self.kept)

    @property
    def shortened(self) -> tuple[tuple[Activity, int], ...]:
        """The activities that stay and take less time than planned, with the minutes that are left."""
        return tuple((activity, minutes) for activity, minutes in self.kept if minutes < activity.minutes)


def replan(agenda: Agenda, minutes: int) -> Replanned:
    """Return the agenda in at most so many minutes, or in the least that it can.

    What is to be cut first goes first, one by one in the order of the agenda, then what is optional, and only as much
    as is needed. Where that is not enough, what stays gets shorter, each in proportion to what it can give. So with
    more minutes nothing is left out that stays with fewer. A break stays as it is: who is tired counts on it.
    """
    kept = [step.activity for step in agenda.steps]
    for activity in _may_be_dropped(agenda):
        if sum(each.minutes for each in kept) <= minutes:
            break
        kept.remove(activity)
    dropped = tuple(step.activity for step in agenda.steps if step.activity not in kept)
    gains = _shared_out(
        max(0, sum(each.minutes for each in kept) - minutes), [each.minutes - least(each) for each in kept]
    )
    return Replanned(tuple((each, each.minutes - gain) for each, gain in zip(kept, gains, strict=True)), dropped)


def shortest(agenda: Agenda) -> Replanned:
    """Return the agenda in the least minutes that it can."""
    return replan(agenda, 0)


@dataclass(frozen=True, slots=True)
class Sooner:
    """What can be done next when time runs short, and how many minutes the session takes then.

    `how` is a priority of which everything is left out, with the minutes that each saves; or `shorten`, with the
    minutes that each takes then.
    """

    how: str
    activities: tuple[tuple[Activity, int], ...]
    minutes: int


def ways_to_end_sooner(agenda: Agenda) -> tuple[Sooner, ...]:
    """Return what to do when time runs short, one after another: each follows on those before it."""
    ways, minutes = [], agenda.minutes
    for priority in DROPPED_IN_ORDER:
        dropped = tuple((each, each.minutes) for each in _may_be_dropped(agenda) if each.priority == priority)
        minutes -= sum(gain for _, gain in dropped)
        if dropped:
            ways.append(Sooner(priority, dropped, replan(agenda, minutes).minutes))
    if (last := shortest(agenda)).shortened:
        ways.append(Sooner("shorten", last.shortened, last.minutes))
    return tuple(ways)


def least(activity: Activity) -> int:
    """Return the minutes that an activity needs at least."""
    if activity.kind == "break" or activity.minutes_min is None:
        return activity.minutes
    return min(activity.minutes, activity.minutes_min)


def _may_be_dropped(agenda: Agenda) -> Iterator[Activity]:
    activities = [step.activity for step in agenda.steps if step.activity.kind != "break"]
    return (each for priority in DROPPED_IN_ORDER for each in activities if each.priority == priority)


def _shared_out(minutes: int, room: Sequence[int]) -> Sequence[int]:
    """Return how much of `minutes` each gives, in proportion to its room, in whole minutes.

    What rounding leaves comes from those with the largest remainders, the first of equals (Hamilton's method).
    """
    total = sum(room)
    if not total:
        return room
    minutes = min(minutes, total)
    given = [minutes * each // total for each in room]
    by_remainder = sorted(range(len(room)), key=lambda at: -(minutes * room[at] % total))
    for at in by_remainder[: minutes - sum(given)]:
        given[at] += 1
    return given
