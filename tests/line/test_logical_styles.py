"""Right to left: no style sheet of ours takes a side, so that a page may run the other way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

THEME = Path(__file__).parents[2] / "theme"
SHEETS = sorted(path for path in THEME.rglob("*.css") if "vendor" not in path.parts)

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
DECLARATION = re.compile(r"(?<=[;{])\s*([a-z-]+)\s*:\s*([^;{}]+?)\s*(?=[;}])")
ONE_SIDE = re.compile(
    r"(scroll-)?(margin|padding)-(left|right)|border-(left|right)(-\w+)?|border-(top|bottom)-(left|right)-radius"
    r"|left|right"
)
SIDE_AS_VALUE = re.compile(
    r"(text-align|text-align-last|float|clear|caption-side|background-position|transform-origin)"
)
SIDE = re.compile(r"\b(left|right)\b")
FOUR_SIDES = re.compile(r"(scroll-)?(margin|padding)|inset|border-(width|style|color)")
FOUR_CORNERS = "border-radius"
VALUES = re.compile(r"(?:[^\s(]|\([^()]*(?:\([^()]*\)[^()]*)*\))+")

EXCEPTIONS: dict[tuple[str, str], str] = {}
"""(Style sheet, declaration) → why its side is the same whichever way a text runs."""


def physical(style: str) -> Iterator[str]:
    """Yield each declaration that treats the left otherwise than the right."""
    for name, value in DECLARATION.findall(COMMENT.sub("", style)):
        sides = VALUES.findall(value.removesuffix("!important").partition("/")[0])
        if (
            ONE_SIDE.fullmatch(name)
            or (SIDE_AS_VALUE.fullmatch(name) and SIDE.search(value))
            or (FOUR_SIDES.fullmatch(name) and len(sides) == 4 and sides[1] != sides[3])
            or (name == FOUR_CORNERS and len(sides) > 1 and (sides * 2)[:2] != [sides[0]] * 2)
        ):
            yield f"{name}: {value}"


def test_no_style_takes_a_side() -> None:
    found = {
        (path.relative_to(THEME).as_posix(), each) for path in SHEETS for each in physical(path.read_text("utf-8"))
    }
    assert len(SHEETS) > 5
    assert found == EXCEPTIONS.keys()


@pytest.mark.parametrize(
    "declaration",
    [
        "margin-left: 1em",
        "padding-right: var(--k-touch)",
        "left: 0",
        "border-left: 3px solid",
        "border-right-color: red",
        "border-top-left-radius: 3px",
        "border-radius: 0 3px 3px 0",
        "float: right",
        "text-align: left !important",
        "margin: 0 1em 0 2em",
        "padding: 0 calc(1em + var(--a, 2px)) 0 0",
        "inset: 0 auto auto 0",
        "background-position: left center",
        "scroll-margin-left: 2px",
    ],
)
def test_a_style_that_takes_a_side_is_seen(declaration: str) -> None:
    assert list(physical(f"@media print {{ .a {{ color: red; /* left */ {declaration}; }} }}")) == [declaration]
    assert list(physical(f".a{{{declaration}}}")) == [declaration]


def test_a_style_for_both_sides_may_stand() -> None:
    style = (
        ".left { margin: 0 auto 1em; padding: 1px 2px 3px 2px; inset-inline-start: 0; text-align: start; inset: 0;"
        " border-radius: 3px; margin-inline-start: -1em; transition: left 1s; --left: 2px; grid-area: right }"
        "/* margin-left: 2px; */ a:hover { float: inline-end; border-block: 1px solid }"
    )
    assert list(physical(style)) == []
