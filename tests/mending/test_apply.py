"""Edits change what they span and leave every other byte alone."""

from __future__ import annotations

import pytest

from kring.findings import Edit, Finding, Position, Span
from kring.mending.apply import difference, mendable, mended


def edit(line: int, start: int, end: int, text: str, path: str = "a.yml") -> Edit:
    return Edit(Span(path, Position(line, start), Position(line, end)), text)


def fix(*edits: Edit) -> Finding:
    return Finding("yaml/tab-indentation", edits[0].span, edits=edits)


def after(data: bytes, *findings: Finding) -> bytes:
    return mended({"a.yml": data}, findings).get("a.yml", data)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_byte_order_mark_and_line_ends_stay_as_they_are(mark: str, end: str) -> None:
    before = f"{mark}één: 1{end}\ttwee: 2{end}drie: 3"
    new = before.replace("\t", "  ")
    assert after(before.encode(), fix(edit(2, 1, 2, "  "))) == new.encode()


def test_a_new_line_ends_as_the_line_that_it_is_made_from() -> None:
    assert after(b"a: - b\r\nc: d\n", fix(edit(1, 3, 4, "\n  "))) == b"a:\r\n  - b\r\nc: d\n"
    assert after(b"a: - b", fix(edit(1, 3, 4, "\n  "))) == b"a:\n  - b"
    assert after(b"a: 1\r\nb: - c", fix(edit(2, 3, 4, "\n  "))) == b"a: 1\r\nb:\r\n  - c"


def test_columns_count_characters() -> None:
    assert after("😀é: x".encode(), fix(edit(1, 5, 6, "y"))) == "😀é: y".encode()


def test_fixes_that_stand_apart_are_made_together() -> None:
    found = [fix(edit(1, 1, 2, "AA")), fix(edit(1, 3, 4, "")), fix(edit(2, 1, 1, "x"))]
    assert after(b"abcd\nef\n", *found) == b"AAbd\nxef\n"


def test_of_two_that_touch_the_first_is_made_and_the_other_waits() -> None:
    first, second = fix(edit(1, 1, 3, "X")), fix(edit(1, 2, 4, "Y"))
    assert mendable([second, first]) == (first,)
    assert after(b"abcd", second, first) == b"Xcd"
    put_in, taken = fix(edit(1, 3, 3, "!")), fix(edit(1, 3, 4, ""))
    assert mendable([put_in, taken]) == (put_in,)


def test_a_fix_is_made_whole_or_not_at_all() -> None:
    first = fix(edit(1, 1, 3, "X"))
    both = fix(edit(1, 2, 4, "Y"), edit(2, 1, 2, "Z"))
    assert after(b"abcd\nef", first, both) == b"Xcd\nef"


def test_the_same_edit_of_two_findings_is_made_once() -> None:
    one, other = fix(edit(1, 1, 1, '"'), edit(1, 5, 5, '"')), fix(edit(1, 1, 1, '"'), edit(1, 5, 5, '"'))
    assert mendable([one, other]) == (one, other)
    assert after(b"abcd", one, other) == b'"abcd"'


def test_files_without_a_change_are_left_out() -> None:
    assert mended({"a.yml": b"a", "b.yml": b"b"}, [fix(edit(1, 1, 2, "a")), Finding("yaml/empty", Span("b.yml"))]) == {}
    assert mended({}, [fix(edit(1, 1, 2, "x"))]) == {}


def test_the_difference_shows_what_cannot_be_seen() -> None:
    said = difference("a.yml", b"a:\r\n\t- x\r\nb: 1\r\n", b"a:\r\n  - x\r\nb: 1\r\n")
    assert said == "--- a.yml\n+++ a.yml\n@@ -1,3 +1,3 @@\n a:\n-→- x\n+  - x\n b: 1\n"
    assert difference("a.yml", b"a", b"a") == ""
