"""Values of which a site has tens of thousands: dataclasses that are made in a third of the time.

A frozen dataclass sets each of its fields by a call. These are frozen for whoever checks the types, and for nobody
else: where there are few, `dataclass` itself serves better.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as numerous
else:
    from dataclasses import dataclass

    def numerous(*, frozen: bool, slots: bool) -> object:
        """Return what makes a dataclass that is equal and hashed by its values, as a frozen one is."""
        return dataclass(slots=slots, unsafe_hash=frozen)


__all__ = ["numerous"]
