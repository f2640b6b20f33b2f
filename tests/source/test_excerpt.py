"""An excerpt shows the line, a caret below the place, and nothing invisible."""

from __future__ import annotations

from kring.findings import Position, Span
from kring.source.excerpt import WIDTH, excerpt


def at(line: int, column: int, end: int) -> Span:
    return Span("a.yml", Position(line, column), Position(line, end))


def test_the_carets_stand_under_the_span() -> None:
    assert excerpt(["een", "title: Doel"], at(2, 8, 12)) == "2 | title: Doel\n  |        ^^^^"


def test_wide_and_combined_characters_keep_the_caret_in_place() -> None:
    assert excerpt(["😀e\u0301x"], at(1, 4, 5)) == "1 | 😀e\u0301x\n  |    ^"


def test_what_is_invisible_is_shown() -> None:
    assert excerpt(["\ta\u00a0\0\u202e"], at(1, 5, 6)) == "1 | →a⍽␀<U+202E>\n  |     ^^^^^^^^"


def test_a_long_line_is_cut_around_the_caret() -> None:
    shown, below = excerpt(["a" * 500 + "X" + "b" * 500], at(1, 501, 502)).split("\n")
    assert shown[below.index("^")] == "X"
    assert shown.startswith("1 | …a")
    assert shown.endswith("b…")
    assert len(shown) <= len("1 | ") + WIDTH + 2


def test_a_span_over_more_lines_is_marked_to_the_end_of_its_first() -> None:
    span = Span("a.yml", Position(1, 3), Position(2, 2))
    assert excerpt(["abcd", "ef"], span) == "1 | abcd\n  |   ^^"


def test_a_span_of_no_length_still_has_a_caret() -> None:
    assert excerpt(["ab"], at(1, 3, 3)) == "1 | ab\n  |   ^"


def test_a_finding_about_a_whole_file_shows_no_line() -> None:
    assert excerpt(["ab"], Span("a.yml")) == ""
