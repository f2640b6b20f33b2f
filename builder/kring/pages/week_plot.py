"""The plot of what each week asks at home: bars of parts, in percent of the width."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import shorten

from kring.language.workload import Week, Workload

KINDS = ("reading", "homework", "screen")
"""The parts of a bar, from the beginning of the line."""

LONGEST_LABEL = 24
"""Letters of a session's own label that fit above a bar on a telephone."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar. `start` and `width` are percentages."""

    kind: str
    start: str
    width: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One week; `label` is None where the session goes by its number."""

    week: Week
    label: str | None
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Plot:
    """All weeks on one scale. `limit` is where the limit lies, as a percentage; None where there is none."""

    bars: tuple[Bar, ...]
    limit: str | None
    limit_is_right: bool
    """Whether the limit lies in the right half, so that its name fits before it."""


def week_plot(workload: Workload) -> Plot:
    """Return the plot of a programme's weeks; the fullest week, or the limit, is as wide as it can be."""
    widest = max([1.0, *(_home(week) for week in workload.weeks), float(workload.limit or 0)])
    bars = tuple(Bar(week, _label(week), _parts(week, widest)) for week in workload.weeks)
    at = None if workload.limit is None else workload.limit / widest
    return Plot(bars, None if at is None else _percent(at), limit_is_right=at is not None and at > 0.5)


def _parts(week: Week, widest: float) -> tuple[Part, ...]:
    parts, start = [], 0.0
    for kind, minutes in zip(KINDS, (week.reading, week.homework, week.screen), strict=True):
        if minutes:
            parts.append(Part(kind, _percent(start / widest), _percent(minutes / widest)))
        start += minutes
    return tuple(parts)


def _home(week: Week) -> float:
    return week.reading + week.homework + week.screen


def _label(week: Week) -> str | None:
    label = week.meeting.label
    return None if label is None else shorten(label, LONGEST_LABEL, placeholder="…")


def _percent(share: float) -> str:
    return f"{100 * share:.2f}%"
