"""The columns at which lists and groups of fields stand: what shows that a line is set in wrongly."""

from __future__ import annotations

from dataclasses import dataclass, field

_Place = tuple[int, bool]
"""A column (from 0), and whether the dashes of a list stand there rather than the names of fields."""

_STEP = 2
"""How far the fields of an item stand behind its dash: a dash still further on belongs to something else."""


@dataclass(frozen=True, slots=True)
class Astray:
    """A line that stands wrong: where its neighbours stand, and whether that is news."""

    neighbours: int
    is_news: bool


@dataclass(slots=True)
class Columns:
    """What is open at a place in the file, from the outside in.

    `firm` are those of the open places at which more than one line stands; `awaits` says that the line
    before left room for something deeper (a field without a value); `told` is the last wrong column
    that was told of, with the place of its neighbours.
    """

    open: list[_Place] = field(default_factory=list)
    firm: set[_Place] = field(default_factory=set)
    awaits: bool = True
    told: tuple[int, _Place] | None = None

    def has_fields_at(self, column: int | None) -> bool:
        """Return whether a group of fields stands at a column."""
        return (column, False) in self.open

    def has_dashes_at(self, column: int) -> bool:
        """Return whether the dashes of a list stand at a column."""
        return (column, True) in self.open

    def has_no_list_for(self, column: int) -> bool:
        """Return whether no list is open of which an item at a column may be, nor can one begin there."""
        return not self._fits((column, True)) and self._nearest(column, is_dash=True) is None

    def meet(self, dashes: list[int], key: int | None, following: int) -> Astray | None:
        """Take in a line by the columns of what it begins with; `following` is how far the next one is set in."""
        begins = [(dash, True) for dash in dashes] + ([(key, False)] if key is not None else [])
        column, is_dash = begins[0]
        nearest = None if self._fits((column, is_dash)) else self._nearest(column, is_dash)
        counts_as = column
        astray = None
        if nearest is not None:
            place = (nearest, is_dash)
            if following == column and place not in self.firm:
                # One line stands there and at least two stand here: then that one is the odd one out.
                self.open[self.open.index(place)] = (column, is_dash)
            else:
                counts_as = nearest
            astray = Astray(nearest, self.told != (column, place))
            self.told = column, place
        elif self.told is not None and self.told[1] == (column, is_dash):
            self.told = None
        self._enter(counts_as, is_dash)
        for other, dashed in begins[1:]:
            self._enter(other if other == following else other + counts_as - column, dashed)
        return astray

    def _enter(self, column: int, is_dash: bool) -> None:
        place = (column, is_dash)
        if place in self.open:
            self.firm.add(place)
        # The dashes of a list may stand straight below the name of its field, but not the other way round.
        outer = [known for known in self.open if known[0] < column or (is_dash and known == (column, False))]
        self.open = [*outer, place]
        self.firm &= set(self.open)

    def _fits(self, place: _Place) -> bool:
        if place in self.open or not self.open:
            return True
        column, is_dash = place
        innermost = self.open[-1][0]
        return self.awaits and (column > innermost or (is_dash and column == innermost))

    def _nearest(self, column: int, is_dash: bool) -> int | None:
        """Return the nearest column where a line of this sort can stand; of two as near the deeper one."""
        known = [other for other, dashed in self.open if dashed == is_dash and not (is_dash and column > other + _STEP)]
        return min(known, key=lambda other: (abs(other - column), -other), default=None)
