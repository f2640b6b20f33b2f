"""The plot of the weeks: parts end to end, the widest as wide as can be, and a limit where it lies."""

from __future__ import annotations

from kring.language.periods import Meeting, Period
from kring.language.workload import Week, Workload
from kring.pages.week_plot import LONGEST_LABEL, week_plot
from kring.source.documents import Key
from kring.source.kinds import Kind


def week(*minutes: float, limit: int | None = None, label: str | None = None) -> Week:
    nothing = Period(0, 0, 0, 0, 7, ())
    return Week(Meeting(Key(Kind.SESSION, "a", "p"), 1, label, "Sessie"), nothing, *minutes, limit)


def workload(*weeks: Week, limit: int | None = None) -> Workload:
    nothing = Period(0, 0, 0, 0, None, ())
    return Workload(nothing, weeks, nothing, 0, limit, own_limit=False)


def test_parts_lie_end_to_end_on_one_scale() -> None:
    plot = week_plot(workload(week(10, 20, 20), week(5, 0, 20)))
    assert [[(part.kind, part.start, part.width) for part in bar.parts] for bar in plot.bars] == [
        [("reading", "0.00%", "20.00%"), ("homework", "20.00%", "40.00%"), ("screen", "60.00%", "40.00%")],
        [("reading", "0.00%", "10.00%"), ("screen", "10.00%", "40.00%")],
    ]
    assert plot.limit is None


def test_a_limit_above_all_weeks_is_the_edge_and_one_below_lies_across_them() -> None:
    above, below = week_plot(workload(week(10, 20, 0), limit=60)), week_plot(workload(week(10, 50, 20), limit=20))
    assert (above.limit, above.limit_is_right, above.bars[0].parts[-1].width) == ("100.00%", True, "33.33%")
    assert (below.limit, below.limit_is_right) == ("25.00%", False)


def test_weeks_that_ask_nothing_have_no_parts() -> None:
    assert week_plot(workload(week(0, 0, 0))).bars[0].parts == ()
    assert week_plot(workload()).bars == ()


def test_a_long_label_is_cut_to_what_fits_on_a_telephone() -> None:
    plot = week_plot(workload(week(1, 1, 1, label="Een extra bijeenkomst over de tijd"), week(1, 1, 1)))
    assert plot.bars[0].label == "Een extra bijeenkomst…"
    assert len(plot.bars[0].label) <= LONGEST_LABEL
    assert plot.bars[1].label is None
