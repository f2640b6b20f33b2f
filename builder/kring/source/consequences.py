"""Which findings only follow from another: where a value could not be read well, later steps stumble over it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kring.findings import Finding


def without_consequences(findings: Iterable[Finding], causes: Iterable[Finding]) -> Iterator[Finding]:
    """Yield those of `findings` that stand nowhere where the read step (`causes`) has already reported something."""
    places = {(cause.span.path, cause.span.start) for cause in causes}
    return (finding for finding in findings if (finding.span.path, finding.span.start) not in places)


def hides_files(causes: Iterable[Finding]) -> bool:
    """Tell whether a folder could not be read: then nobody knows what is there, nor what is missing."""
    return any(cause.rule == "file/unreadable" and "folder" in cause.facts for cause in causes)
