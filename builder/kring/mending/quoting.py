"""Quotation marks: texts that need them, marks that are not closed, and marks that a word processor curled."""

from __future__ import annotations

import re
from dataclasses import replace

from kring.findings import Edit, Finding
from kring.mending.context import FixContext
from kring.mending.lines import BLANKS, goes_on, plain_stretch, quoted, written
from kring.source.text import shown
from kring.source.yaml_scalars import interpret
from kring.source.yaml_trap import COMMENT, indent_of

_NUMBER_OR_COLOUR = re.compile(r"#(?:[0-9]+|[0-9a-fA-F]{3}|[0-9a-fA-F]{6})\b")
_CURLED = "“”„‟‘’‚‛«»"
_CLOSED_BY_A_CURL = re.compile(f"[\"'][^\"'{_CURLED}]*[{_CURLED}]")
_ONE_IN_BRACKETS = re.compile(r"\[([^,\[\]{}\"'#:]*)\][ \t]*$")
_IDS = re.compile(r" *[\w-]+(?: *, *[\w-]+)*")
_VALUE_IN_BRACES = re.compile(r"\{(?:[^{}\[\]\"']*,)? *[\w-]+: +([^:{}\[\]\"'#]+)\Z")
_APOSTROPHE_WORD = re.compile(r"'[A-Za-z]{1,2} +\S")


def between_quotes(finding: Finding, context: FixContext, end: int | None = None) -> Finding | None:
    """Return a finding with the whole text of its line between quotes; None where it takes more than that line.

    `end` is the column (from 0) at which the text ends, where that is not where its line or a remark says so.
    """
    number, line = finding.span.start.line, context.line(finding)
    parts = written(line)
    end = parts.end if end is None else end
    words = quoted(line[parts.start : end])
    alone = parts.start == indent_of(line)  # it may go on with a text that began on a line above
    if words is None or alone or goes_on(context.text(finding.span.path), number, parts.parent):
        return None
    edit = context.edit(finding.span.path, number, parts.start, end, words)
    better = f"{line[: parts.start].lstrip()}{words}"
    facts = {"better": better} if shown(better) == better else {}
    return replace(finding, facts={**finding.facts, **facts}, edits=(edit,))


def around_lines(finding: Finding, context: FixContext) -> Finding | None:
    """Return a finding with quotes around a text of several lines; None where something else is among them."""
    path = finding.span.path
    stretch = plain_stretch(context.text(path), finding.span.start.line)
    if stretch is None:
        return None
    opening = context.edit(path, stretch.first, stretch.start, stretch.start, '"')
    closing = context.edit(path, stretch.last, stretch.end, stretch.end, '"')
    return replace(finding, edits=(opening, closing))


def special_first_character(finding: Finding, context: FixContext) -> Finding | None:
    """`@thuis`, `%alles` and `**Rust** helpt` are put between quotes."""
    if finding.rule not in ("yaml/special-first-character", "yaml/starts-with-markup"):
        return None
    if written(context.line(finding)).start != finding.span.start.column - 1:
        return None
    return between_quotes(finding, context)


def exclamation_mark(finding: Finding, context: FixContext) -> Finding | None:
    """`!Let op` is a text with an exclamation mark in front; `!!str` is meant as a tag."""
    if finding.rule != "yaml/tag" or not re.match(r"![A-Za-z]", context.written(finding.span)):
        return None
    line, column = context.line(finding), finding.span.end.column - 1
    if written(line).start != finding.span.start.column - 1 or line[column:].strip()[:1] in "[{|>&*\"'#":
        return None
    return between_quotes(finding, context)


def hash_in_text(finding: Finding, context: FixContext) -> Finding | None:
    """`Zaal #2` and `#1f5c5a` are put between quotes; `#todo` may be a remark that is nobody's business."""
    if finding.rule != "yaml/hash-cuts-text":
        return None
    line, column = context.line(finding), finding.span.start.column - 1
    if not _NUMBER_OR_COLOUR.match(line, column):
        return None
    remark = COMMENT.search(line, column + 1)
    if remark and line[remark.end() : remark.end() + 1].strip():
        return None  # a second # that may be meant either way
    end = len(line[: remark.start()].rstrip(BLANKS)) if remark else len(line.rstrip(BLANKS))
    return between_quotes(finding, context, end)


def apostrophe_in_front(finding: Finding, context: FixContext) -> Finding | None:
    """`'s Avonds` begins with an apostrophe, not with a quotation mark."""
    column = finding.span.start.column - 1
    if finding.rule != "yaml/unclosed-quote" or not _APOSTROPHE_WORD.match(context.line(finding), column):
        return None
    return between_quotes(finding, context)


def quote_closed_by_a_curl(finding: Finding, context: FixContext) -> Finding | None:
    """`"Rust”` opens with a straight mark and closes with one that a word processor curled."""
    line, column = context.line(finding), finding.span.start.column - 1
    closed = _CLOSED_BY_A_CURL.match(line, column)
    if finding.rule != "yaml/unclosed-quote" or closed is None or line[closed.end() :].strip(BLANKS):
        return None
    place = closed.end() - 1
    edit = context.edit(finding.span.path, finding.span.start.line, place, place + 1, line[column])
    return replace(finding, facts={**finding.facts, "curled": line[place]}, edits=(edit,))


def quote_left_open(finding: Finding, context: FixContext) -> Finding | None:
    """`"Rust` is closed at the end of its line, where the text clearly ends there."""
    if finding.rule != "yaml/unclosed-quote":
        return None
    line, number, column = context.line(finding), finding.span.start.line, finding.span.start.column - 1
    mark, words = line[column], line[column + 1 :].rstrip(BLANKS)
    parts = written(line)
    unclear = mark in words or "#" in words or "\\" in words or not words or parts.start != column
    if unclear or goes_on(context.text(finding.span.path), number, parts.parent):
        return None
    edit = context.edit(finding.span.path, number, column + 1 + len(words), column + 1 + len(words), mark)
    better = f"{line[:column].lstrip()}{mark}{words}{mark}"
    facts = {"better": better} if shown(better) == better else {}
    return replace(finding, facts={**finding.facts, **facts}, edits=(edit,))


def text_after_quote(finding: Finding, context: FixContext) -> Finding | None:
    """`"Wat?" vraag je dan` is put between other quotes as a whole."""
    if finding.rule != "yaml/text-after-quote" or "#" in context.line(finding)[finding.span.end.column :]:
        return None
    if written(context.line(finding)).start != finding.span.start.column - 1:
        return None
    return between_quotes(finding, context)


def curled_quotes(finding: Finding, context: FixContext) -> Finding | None:
    """`“Rust”` becomes `"Rust"`: a word processor curled the quotation marks."""
    if finding.rule != "yaml/typographic-quotes":
        return None
    line, column = context.line(finding), finding.span.start.column - 1
    match = re.compile(f"[{_CURLED}]([^{_CURLED}]*)[{_CURLED}]").match(line, column)
    words = quoted(match[1]) if match else None
    if match is None or words is None or not match[1].strip():
        return None
    edit = context.edit(finding.span.path, finding.span.start.line, column, match.end(), words)
    return replace(finding, facts={**finding.facts, "better": shown(words)}, edits=(edit,))


def curled_value(finding: Finding, context: FixContext) -> Finding | None:
    """`“5”` becomes `5`, and `“13:30”` becomes `"13:30"`: what the schema asks for is no text with marks around it."""
    if finding.rule != "schema/curly-quotes":
        return None
    here = context.field_at(finding.span)
    value = finding.facts["value"]
    if here is None or shown(value) != value:
        return None
    words = quoted(value) if here.asks_for("string") and not isinstance(interpret(value), str) else value
    if words is None:
        return None
    return replace(finding, facts={**finding.facts, "value": words}, edits=(Edit(here.node.span, words),))


def prose_in_brackets(finding: Finding, context: FixContext) -> Finding | None:
    """`[Wat viel je op?]` with one text between its brackets becomes a list with a dash."""
    if finding.rule not in ("yaml/prose-in-brackets", "yaml/question-mark-in-brackets"):
        return None
    line, number = context.line(finding), finding.span.start.line
    parts = written(line)
    whole = _ONE_IN_BRACKETS.match(line, parts.start)
    if whole is None or parts.key is None or goes_on(context.text(finding.span.path), number, parts.parent):
        return None
    start = len(line[: parts.start].rstrip(BLANKS))
    item = f"\n{' ' * (parts.parent + 2)}- {whole[1].strip(BLANKS)}"
    return replace(finding, edits=(context.edit(finding.span.path, number, start, whole.end(), item),))


def prose_in_braces(finding: Finding, context: FixContext) -> Finding | None:
    """In `{text: Soms, vaak}` and `{wat: Wie?}` the text is put between quotes."""
    if finding.rule not in ("yaml/prose-in-brackets", "yaml/question-mark-in-brackets"):
        return None
    line, end = context.line(finding), finding.span.end.column - 1
    value = _VALUE_IN_BRACES.search(line[:end])
    if value is None or line[end : end + 1] not in (",", "}", ""):
        return None
    start = value.start(1)
    edit = context.edit(finding.span.path, finding.span.start.line, start, end, f'"{line[start:end]}"')
    return replace(finding, facts={**finding.facts, "words": shown(edit.text)}, edits=(edit,))


def bracket_left_open(finding: Finding, context: FixContext) -> Finding | None:
    """`[dag, week` is closed at the end of its line, where the list clearly ends there."""
    if finding.rule != "yaml/unclosed-bracket":
        return None
    line, column = context.line(finding), finding.span.start.column - 1
    parts = written(line)
    words = line[column + 1 :].rstrip(BLANKS)
    clear = _IDS.fullmatch(words) and parts.start == column and line[column] == "["
    if not clear or goes_on(context.text(finding.span.path), finding.span.start.line, parts.parent):
        return None
    end = column + 1 + len(words)
    edit = context.edit(finding.span.path, finding.span.start.line, end, end, "]")
    better = f"{line[:end].lstrip()}]"
    facts = {"better": better} if shown(better) == better else {}
    return replace(finding, facts={**finding.facts, **facts}, edits=(edit,))
