"""Headings get slugs that are the same every time and unique in their text."""

from __future__ import annotations

import pytest
from tests.prose.samples import blocks_of, inline_of

from kring.prose.headings import headings, slug, unique_slugs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eén doel!", "een-doel"),
        ("Foto's & video’s", "fotos-videos"),
        ("Straße, Ærø, Łódź", "strasse-aero-lodz"),
        ("  3 × 10 minuten — of meer  ", "3-10-minuten-of-meer"),
        ("ﬁjne dag", "fijne-dag"),
        ("???", "kop"),
        ("لغة", "kop"),
    ],
)
def test_a_slug_is_ascii(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_equal_headings_get_numbers_that_were_not_taken() -> None:
    assert unique_slugs(["a", "a-2", "a", "a"]) == ("a", "a-2", "a-3", "a-4")


def test_headings_are_found_where_they_stand() -> None:
    found = headings(blocks_of("## Eén *doel* `x`\n\n::: note\n## niet\n:::\n\n- ## ook niet\n\n### Eén doel x\n"))
    assert [(h.level, h.text, h.slug, h.span.start.line) for h in found] == [
        (2, "Eén doel x", "een-doel-x", 1),
        (3, "Eén doel x", "een-doel-x-2", 9),
    ]


def test_inline_text_has_no_headings() -> None:
    assert headings(inline_of("## a")) == ()
