"""The fixers, in order: each knows one slip that authors make, says it precisely, and how it is mended.

An fixer looks at one finding and what stands around it. It answers with a better finding, or None where
it has nothing to say; the first that answers wins. It runs only on files with findings, so that it may take
a second look at the whole file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kring.findings import MOST_SHOWN, Finding
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
from kring.mending.context import FixContext
from kring.mending.places import placed
from kring.mending.proof import holds

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
