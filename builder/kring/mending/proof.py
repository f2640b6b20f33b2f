"""The proof of a fix: with it, the file no longer has the mistake in that place, and it can be read if it could be."""

from __future__ import annotations

from kring.findings import Finding, Position
from kring.mending.apply import mended
from kring.mending.context import FixContext
from kring.source.text import FileText

MOST_PROVED = 40
"""Fixes of one file that are proved, each by reading it anew; the others get their turn once these are made."""
MOST_READ = 2_000_000
"""Characters of one file that are read anew for such proofs: of a long one, fewer fixes are proved."""
CHARACTERS_A_FINDING = 1_000
"""Explaining a finding takes as long as reading so many characters."""


def holds(finding: Finding, context: FixContext) -> bool:
    """Tell whether the edits of a finding really mend it: the scan of a broken file, say, may have misread it."""
    path = finding.span.path
    if not finding.edits:
        return True
    proved = context.count(("proved", path))
    if proved > MOST_PROVED:
        return False
    if proved * (len(context.texts[path]) + CHARACTERS_A_FINDING * len(context.own(path))) > MOST_READ:
        return False
    data = context.texts[path].encode("utf-8", errors="replace")
    text = mended({path: data}, [finding]).get(path, data).decode("utf-8")
    first, last = places_after(context.text(path), finding, FileText.of(path, text))
    tried = context.tried(path, text)
    if text == context.texts[path] or (path in context.documents and not tried.readable):
        return False
    there = (other for other in tried.findings if other.rule == finding.rule and first <= other.span.start <= last)
    if first < last:
        return not any(there)
    # Where something was taken away, what stood behind it comes to stand there: it may have a mistake of its own.
    return not any(other.facts.items() <= finding.facts.items() for other in there)


def places_after(before: FileText, finding: Finding, after: FileText) -> tuple[Position, Position]:
    """Return where a finding would stand once its edits are made; anywhere in an edit that takes its place."""
    start = _offset(before, finding.span.start)
    moved, length = start, 0
    for edit in sorted(finding.edits, key=lambda edit: edit.span):
        first, last = _offset(before, edit.span.start), _offset(before, edit.span.end)
        if last <= start and not first == last == start:
            moved += len(edit.text) - (last - first)
        elif first <= start:
            moved, length = moved - (start - first), len(edit.text)
    return _place(after, moved), _place(after, moved + length)


def _place(text: FileText, offset: int) -> Position:
    return text.span_at(min(offset, len(text.text))).start


def _offset(text: FileText, place: Position) -> int:
    """Return how many characters stand before a place."""
    return sum(len(line) + 1 for line in text.lines[: place.line - 1]) + place.column - 1
