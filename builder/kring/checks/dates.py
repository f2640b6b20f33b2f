"""Dates that have passed. The only check that asks what day it is; no build does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kring.findings import Finding, Severity
from kring.model.catalogue import Catalogue
from kring.model.programmes import Programme
from kring.model.reading import Article, Help, SignOff
from kring.source.documents import Key

OVERDUE = "date/overdue"
"""The rule that is asked in `kring check` alone."""


def overdue(catalogue: Catalogue, today: date, *, due: bool) -> Iterator[Finding]:
    """Yield reviews that should have been done before `today`; with `due` they are errors."""
    for key, review in _reviews(catalogue):
        if review.review_due < today.isoformat():
            place = catalogue.entities.place(key, "review_due", within=review.span)
            facts = {"date": review.review_due, "reviewed_on": review.reviewed_on, "reviewed_by": review.reviewed_by}
            yield Finding(OVERDUE, place, facts, severity=Severity.ERROR if due else None)


def _reviews(catalogue: Catalogue) -> Iterator[tuple[Key, SignOff]]:
    """Yield every review that somebody has to repeat; archived programmes need none."""
    for key, entity in catalogue.entities.by_key.items():
        match entity:
            case Programme(sign_off=SignOff() as review, status=status) if status != "archived":
                yield key, review
            case Article(review=SignOff() as review) | Help(check=review):
                yield key, review
            case _:
                pass
