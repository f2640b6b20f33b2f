"""Texts fall apart into what belongs together, and every word is found back where it was written."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.language import units as module
from kring.language.passages import passages
from kring.language.units import stretch, units
from kring.prose.dialect import source_lines
from kring.prose.text import Form
from kring.source.read import read

ROOT = Path(__file__).resolve().parents[2]

TEXT = """\
Eén alinea, die
over twee regels loopt.

- Een [eerste](article:rust) punt
- Een **tweede** punt.

## Een kop

| Kop | Nog een |
|---|---|
| Cel | Cel met woorden. |

::: example Voorbeeld van Sam
Sam staat op.
:::

::: facilitator
Dit lezen deelnemers niet.
:::

![Een tekening](media:kamer.svg)
"""


def test_each_kind_of_block_is_a_unit_and_facilitators_remarks_are_none() -> None:
    assert [(" ".join(unit.text.split()), unit.running) for unit in units(TEXT, Form.MARKDOWN)] == [
        ("Eén alinea, die over twee regels loopt.", True),
        ("Een eerste punt", True),
        ("Een tweede punt.", True),
        ("Een kop", False),
        *[("Kop", False), ("Nog een", False), ("Cel", False), ("Cel met woorden.", False)],
        ("Voorbeeld van Sam", False),
        ("Sam staat op.", True),
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("alinea, die over", ((1, 5), (2, 5))),
        ("eerste punt", ((4, 8), (4, 34))),
        ("tweede", ((5, 9), (5, 15))),
        ("Een kop", ((7, 4), (7, 11))),
        ("met woorden.", ((11, 13), (11, 25))),
        ("Voorbeeld van", ((13, 13), (13, 26))),
        ("Sam staat op.", ((14, 1), (14, 14))),
    ],
)
def test_words_are_found_back_where_they_were_written(
    words: str, expected: tuple[tuple[int, int], tuple[int, int]]
) -> None:
    unit = next(unit for unit in units(TEXT, Form.MARKDOWN) if words in unit.text)
    start = unit.text.index(words)
    first, last = stretch(TEXT, unit, start, start + len(words))
    assert ((first.line, first.column), (last.line, last.column)) == expected


def test_addresses_and_sources_between_brackets_are_not_read() -> None:
    (unit,) = units("Zie https://example.org of mail a@b.nl (Ozbay en anderen, 2007) vandaag.", Form.INLINE)
    assert unit.text.split() == ["Zie", "of", "mail", "vandaag."]


def test_a_plain_line_is_read_as_it_stands() -> None:
    (unit,) = units("Wat is *dit*?", None)
    assert unit.text == "Wat is *dit*?"
    assert not unit.running


PIECES = st.sampled_from(
    [
        "Eén",
        "twee.",
        "Drie!",
        "*vier*",
        "**vijf**",
        "\n",
        "\n\n",
        "\n- ",
        "\n1. ",
        "\n  - ",
        "zes, zeven",
        "‘acht’",
        " ",
    ]
)


def read_words(text: str) -> list[str]:
    """Return the words of all units; an asterisk that stresses nothing is written, but not read."""
    return " ".join(unit.text for unit in units(text, Form.MARKDOWN)).replace("*", "").split()


@given(st.lists(PIECES, max_size=24).map("".join))
def test_paragraphs_and_lists_are_read_alike_with_and_without_parsing(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        quick = read_words(text)
        patch.setattr(module, "is_harmless", lambda *_: False)
        assert quick == read_words(text)


def test_our_own_texts_fall_apart_alike_with_and_without_parsing(monkeypatch: pytest.MonkeyPatch) -> None:
    found = {passage for document in read(ROOT).documents for passage in passages(document) if passage.form}
    quick = {passage: [unit.text.split() for unit in units(passage.text, passage.form)] for passage in found}
    assert len(quick) > 300
    monkeypatch.setattr(module, "is_harmless", lambda *_: False)
    for passage, words in quick.items():
        assert [unit.text.split() for unit in units(passage.text, passage.form)] == words


@given(st.text(alphabet="aB é*_[]()|\\`:#>-1.!\n", max_size=80))
def test_any_stretch_of_any_text_lies_inside_it(text: str) -> None:
    lines = source_lines(text)
    for unit in units(text, Form.MARKDOWN):
        first, last = stretch(text, unit, 0, len(unit.text))
        assert (1, 1) <= (first.line, first.column) <= (last.line, last.column)
        assert last.line <= len(lines)
        assert last.column <= len(lines[last.line - 1]) + 1
