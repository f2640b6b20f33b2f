"""Which findings only follow from another, and that none of them was the last word about a file.

Only errors have consequences: where a value could not be read, later steps stumble over it, and say nothing new.
A warning suppresses nothing, and a file that is left out has an error of its own, or gets one here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from kring.findings import Finding, Span
from kring.rules.phrasing import is_error
from kring.source.documents import Document


def without_consequences(first: Iterable[Finding], later: Iterable[Finding]) -> list[Finding]:
    """Return the findings of an earlier and of a later step, less those that only follow from an error of the other.

    Where the first has reported an error, the later one has nothing to add at that place. Where the later one found an
    error, what the first warned of is the same slip, weighed too lightly.
    """
    first, later = list(first), list(later)
    causes = {_place(finding) for finding in first if is_error(finding)}
    own = [finding for finding in later if _place(finding) not in causes]
    errors = {_place(finding) for finding in own if is_error(finding)}
    return [*(finding for finding in first if is_error(finding) or _place(finding) not in errors), *own]


def hides_files(causes: Iterable[Finding]) -> bool:
    """Tell whether a folder could not be read: then nobody knows what is there, nor what is missing."""
    return any(cause.rule == "file/unreadable" and "folder" in cause.facts for cause in causes)


def lost_files(paths: Iterable[str], taken_up: Iterable[Document], findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield an error for each file that is there (`paths`), was not taken up, and of which no error says why.

    An error says why where it stands in the file or at a folder above it. This guards what every step promises, so
    that no suppression, setting or slip of ours can make a file vanish: it is asked of what these have left.
    """
    used = {document.path for document in taken_up}
    explained = {finding.span.path for finding in findings if is_error(finding)}
    for path in paths:
        above = (path, *map(str, PurePosixPath(path).parents))
        if path not in used and explained.isdisjoint(above):
            yield Finding("file/not-taken-up", Span(path), {"name": path})


def _place(finding: Finding) -> tuple[str, object]:
    return (finding.span.path, finding.span.start)
