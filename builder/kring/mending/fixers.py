"""The fixers, in order: each knows one slip that authors make, says it precisely, and how it is mended.

A fixer looks at one finding and what stands around it. It answers with a better finding, or None where
it has nothing to say; the first that answers wins. It runs only on files with findings, so that it may take
a second look at the whole file. A fix counts only with its proof: with it, the file no longer has the mistake in that
place, and it can be read if it could be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from kring.findings import MOST_SHOWN, Finding, Position, Span
from kring.mending import (
    colons,
    field_names,
    indentation,
    lists,
    quoting,
    references,
    shapes,
    starts,
    values,
)
from kring.mending.apply import mended
from kring.mending.context import FixContext
from kring.source.nodes import Mapping, Node, Scalar, Sequence
from kring.source.text import FileText

_LOOKED_FOR = {
    "questionnaire/unknown-reference": "id",
    "questionnaire/unknown-answer": "id",
    "questionnaire/unscored-item-in-scale": "item",
    "questionnaire/example-differs": "scale",
}
"""Rule → the fact that holds the word at which the finding belongs."""
_NAMES = ("id", "title")
"""Fields with a name of the thing itself."""


@dataclass(frozen=True, slots=True)
class _Written:
    """Where a word stands, and the key above or before it; of a word that is a key, what it is the key of."""

    span: Span
    key: str = ""
    value: Span | None = None


def placed(finding: Finding, context: FixContext) -> Finding:
    """Return a finding at the word that it is about, where that stands within its place; else as it is."""
    word = finding.facts.get(_LOOKED_FOR.get(finding.rule, ""))
    here = context.field_at(finding.span) if word else None
    if word is None or here is None:
        return finding
    found = list(_found(here.node, word))
    if finding.rule == "questionnaire/unknown-answer":
        found = [written for written in found if written.key in (finding.facts["item"], "options")]
    differs = finding.rule == "questionnaire/example-differs"
    if differs:
        found = [written for written in found if written.key == "scores"]  # an item may be called like its scale
    if not found:
        return finding
    return replace(finding, span=found[0].value if differs and found[0].value else found[0].span)


def _found(node: Node, word: str, key: str = "") -> Iterator[_Written]:
    match node:
        case Mapping(entries=entries):
            for entry in entries:
                if entry.key == word:
                    yield _Written(entry.key_span, key, entry.value.span)
                if entry.key not in _NAMES:
                    yield from _found(entry.value, word, entry.key)
        case Sequence(items=items):
            for item in items:
                yield from _found(item, word, key)
        case Scalar(value=value) if value == word:
            yield _Written(node.span, key)


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


Fixer = Callable[[Finding, FixContext], Finding | None]

FIXERS: tuple[Fixer, ...] = (
    # how far a line is set in
    indentation.tab,
    indentation.no_break_space,
    indentation.indentation,
    # texts of more lines
    starts.mark_forgotten,
    # colons and what stands for them
    colons.colon_and_space,
    colons.fields_written_as_text,
    colons.two_fields_on_one_line,
    colons.colon_in_text,
    colons.colon_forgotten,
    # quotation marks and signs that need them
    starts.star_as_bullet,
    quoting.special_first_character,
    quoting.exclamation_mark,
    quoting.hash_in_text,
    quoting.apostrophe_in_front,
    quoting.quote_closed_by_a_curl,
    quoting.quote_left_open,
    quoting.text_after_quote,
    quoting.curled_quotes,
    quoting.curled_value,
    quoting.bracket_left_open,
    quoting.prose_in_brackets,
    quoting.prose_in_braces,
    # lists, groups and texts
    lists.item_among_fields,
    starts.other_bullet,
    starts.list_behind_its_key,
    starts.text_behind_a_block_mark,
    starts.block_set_in,
    shapes.bullets,
    shapes.text_for_a_list,
    shapes.fields_for_a_list,
    shapes.named_groups_for_a_list,
    shapes.text_for_fields,
    shapes.bounds_for_fields,
    shapes.list_for_fields,
    shapes.list_for_a_text,
    shapes.text_read_as_field,
    # single values
    references.session_by_number,
    values.yes_or_no,
    values.time_of_day,
    values.day,
    values.whole_number,
    values.text_between_quotes,
    values.number_or_fixed_word,
    values.fixed_value,
    values.id_with_other_signs,
    values.repeated_item,
    values.answer_without_quotes,
    # names of fields
    field_names.session_number,
    field_names.session_listed_twice,
    field_names.field_name,
    field_names.field_of_a_larger_group,
    field_names.field_known_elsewhere,
    # texts
    starts.fence,
    # references
    references.media_with_other_capitals,
    references.link_in_dutch,
    references.mail_without_its_scheme,
    references.misspelt_reference,
)


def with_fixes(findings: Iterable[Finding], context: FixContext) -> tuple[Finding, ...]:
    """Return the findings, each as the first fixer that knows its slip would tell it: as many as will be shown."""
    return tuple(_with_fix(finding, context) for finding in findings)


def _with_fix(finding: Finding, context: FixContext) -> Finding:
    path = finding.span.path
    if path not in context.texts or context.count(("fixed", path)) > MOST_SHOWN:
        return finding
    finding = placed(finding, context)
    better = next((better for improve in FIXERS if (better := improve(finding, context)) is not None), finding)
    return better if holds(better, context) else finding
