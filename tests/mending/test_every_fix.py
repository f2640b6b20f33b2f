"""Every fix leads to a text without its finding, whatever the text; and a slip is undone by its own fix."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.mending.examples import ACTIVITY_PATH, ARTICLE_PATH, DIARY_PATH, FILES, HOMEWORK_PATH, SECOND_PATH
from tests.mending.pieces import PIECES
from tests.mending.single_file import Seen, look, mend, mend_all

from kring.findings import Finding, Position, Span
from kring.mending.fixers import places_after
from kring.rules.phrasing import hint, is_error, message
from kring.source.nodes import Mapping, Node, Sequence, plain
from kring.source.text import FileText

PATHS = (ACTIVITY_PATH, HOMEWORK_PATH, DIARY_PATH, SECOND_PATH, ARTICLE_PATH)
YAML_LIKE = st.lists(PIECES, max_size=30).map("".join)


def inside(place: Position, text: str) -> bool:
    lines = text.split("\n")
    return 1 <= place.line <= len(lines) and 1 <= place.column <= len(lines[place.line - 1]) + 1


def lines_of(finding: Finding, seen: Seen) -> set[int]:
    """Return the lines that a fix touches, as they are numbered afterwards, with those of a field that it names."""
    lines: set[int] = set()
    for edit in finding.edits:
        others = [other for other in finding.edits if other.span.start < edit.span.start]
        grown = sum(other.text.count("\n") - (other.span.end.line - other.span.start.line) for other in others)
        first = edit.span.start.line + grown
        lines |= set(range(first, first + edit.text.count("\n") + 1))
    if seen.document is not None and finding.rule == "schema/unknown-field":
        lines |= set(range(finding.span.start.line, end_of(seen.document.root, finding.span) + 1))
    return lines


def end_of(node: Node, key: Span) -> int:
    """Return the last line of the value behind the key at `key`."""
    match node:
        case Mapping(entries=entries):
            here = [entry.value.span.end.line for entry in entries if entry.key_span == key]
            return max([*here, *(end_of(entry.value, key) for entry in entries)], default=0)
        case Sequence(items=items):
            return max((end_of(item, key) for item in items), default=0)
        case _:
            return 0


def check_fixes(path: str, text: str) -> None:
    seen = look(path, text)
    for finding in seen.findings:
        assert all(message(finding, language) and hint(finding, language) for language in ("nl", "en"))
        for edit in finding.edits:
            assert edit.span.path == path
            assert inside(edit.span.start, seen.text), (finding, edit)
            assert inside(edit.span.end, seen.text), (finding, edit)
            assert edit.span.start <= edit.span.end, (finding, edit)
        if finding.edits:
            after = look(path, mend(path, seen.text, (finding,)))
            assert after.text != seen.text, finding
            first, last = places_after(FileText.of(path, seen.text), finding, FileText.of(path, after.text))
            there = [each for each in after.findings if first <= each.span.start <= last]
            taken_away = first == last
            same = [each for each in there if each.rule == finding.rule]
            assert all(taken_away and each.facts != finding.facts for each in same), (finding, after.text)
            if seen.document is not None:
                check_nothing_new(seen, finding, after)
    mend_all(path, text)


def check_nothing_new(seen: Seen, finding: Finding, after: Seen) -> None:
    """Where all of a file was read, a fix brings no error to light but on the lines it touches, where it was hidden."""
    before = {each.rule for each in seen.findings if is_error(each)}
    touched = lines_of(finding, seen)
    for each in after.findings:
        assert not is_error(each) or each.rule in before or each.span.start.line in touched, (finding, each, after.text)


@settings(max_examples=400, deadline=None)
@given(YAML_LIKE, st.sampled_from(PATHS))
@example("title: Let op: dit\n  loopt door\n", ACTIVITY_PATH)
@example("materials:\n  item: Pen\n\n  quantity: 1", ACTIVITY_PATH)
def test_whatever_the_text_a_fix_mends_its_finding(text: str, path: str) -> None:
    check_fixes(path, f"---\n{text}\n---\nTekst" if path.endswith(".md") else text)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_whatever_is_put_into_a_good_file_a_fix_mends_its_finding(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(PATHS))
    text = FILES[path]
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(text)))
        end = min(len(text), place + data.draw(st.integers(0, 4)))
        text = text[:place] + data.draw(PIECES) + text[end:]
    check_fixes(path, text)


def with_tabs(line: str) -> str | None:
    indent = len(line) - len(line.lstrip(" "))
    return "\t" * (indent // 2) + line[indent:] if indent and indent % 2 == 0 else None


def with_no_break_spaces(line: str) -> str | None:
    indent = len(line) - len(line.lstrip(" "))
    return "\u00a0" * indent + line[indent:] if indent else None


def without_space(line: str) -> str | None:
    match = re.match(r"( *(?:- )?[a-z_]+): (\S.*)", line)
    return f"{match[1]}:{match[2]}" if match else None


def with_equals(line: str) -> str | None:
    match = re.match(r"( *(?:- )?[a-z_]+): ([^|].*)", line)
    return f"{match[1]} = {match[2]}" if match else None


def with_curled_quotes(line: str) -> str | None:
    match = re.match(r"( *(?:- )?(?:title|text|item|purpose|why): )(\S[^\"|]*)", line)
    return f"{match[1]}“{match[2]}”" if match else None


def with_a_slip_in_the_name(line: str) -> str | None:
    match = re.match(r"( *(?:- )?)([a-z_]{5,})(:.*)", line)
    return f"{match[1]}{match[2][:-2]}{match[2][-1]}{match[2][-2]}{match[3]}" if match else None


def with_a_capital(line: str) -> str | None:
    match = re.match(r"( *(?:- )?)([a-z])([a-z_]+:.*)", line)
    return f"{match[1]}{match[2].upper()}{match[3]}" if match else None


def too_far(line: str) -> str | None:
    return f" {line}" if re.match(r" +[a-z]+:|[a-z]+:", line) else None


SLIPS: tuple[Callable[[str], str | None], ...] = (
    with_tabs,
    with_no_break_spaces,
    without_space,
    with_equals,
    with_curled_quotes,
    with_a_slip_in_the_name,
    with_a_capital,
    too_far,
)


def lines_with(slip: Callable[[str], str | None]) -> Iterator[tuple[str, int]]:
    for path in PATHS:
        lines = FILES[path].split("\n")
        for number, line in enumerate(lines):
            in_body = path.endswith(".md") and "---" not in lines[number:]
            if not in_body and (line[:1] != "-" or not path.endswith(".md")) and slip(line) is not None:
                yield path, number


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_on_any_line_is_undone(slip: Callable[[str], str | None]) -> None:
    tried = 0
    for path, number in lines_with(slip):
        lines = FILES[path].split("\n")
        lines[number] = str(slip(lines[number]))
        check_undone(path, "\n".join(lines))
        tried += 1
    assert tried > 10


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_slips_on_several_lines_are_undone(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(PATHS))
    lines = FILES[path].split("\n")
    chosen = data.draw(st.lists(st.sampled_from(SLIPS[:5]), min_size=2, max_size=4))
    for slip in chosen:
        numbers = [
            number
            for where, number in lines_with(slip)
            if where == path and lines[number] == FILES[path].split("\n")[number]
        ]
        if numbers:
            number = data.draw(st.sampled_from(numbers))
            lines[number] = str(slip(lines[number]))
    check_undone(path, "\n".join(lines))


def check_undone(path: str, written: str) -> None:
    """Mend a text until there is nothing left to mend: it says what the good file says."""
    good, done = look(path, FILES[path]), mend_all(path, written)
    assert done.document is not None, (written, done.text)
    assert good.document is not None
    assert plain(done.document.root) == plain(good.document.root), (written, done.text)
    assert [finding for finding in done.findings if is_error(finding)] == []
