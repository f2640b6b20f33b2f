"""A character that no font of the books has is told of before anything is made, where it was written."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kring.build import build
from kring.pipeline import check
from kring.print.typst_engine import PrintError, compile_pdf
from kring.print.unprintable import ORDINARY, _refused, written_in
from kring.rules.phrasing import message
from kring.theme_files import theme_folder

SESSION = "programs/klein-begin/sessions/beginnen.yml"
ARTICLE = "content/articles/rust.md"


def change(root: Path, path: str, old: str, new: str) -> str:
    """Change a passage that is there once; return the text from before."""
    text = (root / path).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (root / path).write_text(text.replace(old, new), encoding="utf-8")
    return text


PLACES = [
    (SESSION, "title: Beginnen\n", "title: Beginnen 🎉\n", "1:17", "🎉"),
    (SESSION, "title: Beginnen\n", 'title: "Beginnen \\U0001F600"\n', "1:8", "😀"),
    (SESSION, "title: Beginnen\n", 'title: "Beginnen \\u6F22"\n', "1:8", "漢"),
    (SESSION, "  Schrijf op wat je eerste stap is.\n", "  Schrijf\n  het op: 漢字.\n", "8:11", "漢字"),
    (SESSION, "  Schrijf op wat je eerste stap is.\n", "  Schrijf op. &#x1F600; Ja.\n", "7:15", "😀"),
    (
        SESSION,
        "          Wat neem je mee?",
        "          Wat neem je mee? 👨\u200d👩\u200d👧",
        "44:28",
        "👨\u200d👩\u200d👧",
    ),
    (SESSION, "  - Je kiest één eerste stap.\n", "  - >\n    Je kiest één\n    eerste 🎉 stap.\n", "5:12", "🎉"),
    (ARTICLE, "Even stoppen helpt.", "Even 🎉 stoppen helpt.", "6:6", "🎉"),
    (ARTICLE, "Even stoppen helpt.", "Even stoppen helpt: `漢`.", "6:22", "漢"),
    (ARTICLE, "Even stoppen helpt.", "Even stoppen &#128512; helpt.", "6:14", "😀"),
    ("content/help.yml", "altijd", "altijd 🎉", "8:19", "🎉"),
    ("site_config.yml", "Voorbeeldorganisatie", "Voorbeeld\U000f0000", "3:18", "U+F0000"),
]


@pytest.mark.parametrize(("path", "old", "new", "place", "shown"), PLACES)
def test_it_is_reported_where_it_was_written_and_mended(
    minimal_root: Path, path: str, old: str, new: str, place: str, shown: str
) -> None:
    good = change(minimal_root, path, old, new)
    (finding,) = check(minimal_root).findings
    assert (f"{finding.span.path}:{finding.span.start.line}:{finding.span.start.column}", finding.rule) == (
        f"{path}:{place}",
        "print/no-glyph",
    )
    assert message(finding, "nl") == f"Het teken {shown} staat in geen letter van de boeken."
    (minimal_root / path).write_text(good, encoding="utf-8")
    assert check(minimal_root).findings == ()


def test_the_output_stays_as_it_was(minimal_root: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    change(minimal_root, SESSION, "title: Beginnen\n", 'title: "Beginnen \\U0001F600"\n')
    refused = build(minimal_root, out)
    assert [finding.rule for finding in refused.findings] == ["print/no-glyph"]
    assert not refused.sound
    assert not out.exists()


@pytest.mark.parametrize(
    ("path", "new"),
    [
        (ARTICLE, "Even stoppen helpt: → 1½ × 2 ≥ 3, café, e\u0301e\u0301n, ﬁjn, \u00adzacht, Ω, Жизнь."),
        (ARTICLE, "Even stoppen helpt: `&#x1F600;` staat hier als code."),
        ("content/pages/contact.md", "Mail ons 🎉"),
    ],
)
def test_what_can_be_printed_or_never_is_may_be_written(minimal_root: Path, path: str, new: str) -> None:
    text = (minimal_root / path).read_text(encoding="utf-8")
    (minimal_root / path).write_text(text.rstrip() + f"\n\n{new}\n", encoding="utf-8")
    assert check(minimal_root).findings == ()


def test_every_place_has_a_finding_of_its_own(minimal_root: Path) -> None:
    change(minimal_root, ARTICLE, "Even stoppen helpt.", "Even 🎉 stoppen 😀😀 helpt 🎉.")
    assert [str(finding.span) for finding in check(minimal_root).findings] == [
        f"{ARTICLE}:6:6",
        f"{ARTICLE}:6:16",
        f"{ARTICLE}:6:25",
    ]


def test_what_is_ordinary_can_be_printed() -> None:
    ordinary = re.compile(f"[{ORDINARY}]")
    characters = frozenset(chr(code) for code in range(0x20, 0x10000) if ordinary.match(chr(code)))
    assert len(characters) > 300
    assert _refused(characters) == frozenset()
    assert _refused(characters | {"漢"}) == {"漢"}


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=60))
@settings(max_examples=60, deadline=None)
def test_what_is_let_through_can_be_printed_as_one_text(text: str) -> None:
    """The press is asked about each character with its marks; in a text they stand side by side."""
    from kring.print.unprintable import _CLUSTER

    kept = "".join(cluster for cluster in _CLUSTER.findall(text) if cluster not in _refused(frozenset({cluster})))
    data = {"language": "nl", "colour": "#000000", "words": {}, "clusters": [kept]}
    compile_pdf(theme_folder() / "print" / "coverage.typ", data, {})


def test_many_strange_characters_take_no_time() -> None:
    characters = frozenset(map(chr, range(0x3400, 0x4D00)))
    start = time.perf_counter()
    assert _refused(characters) == characters
    assert time.perf_counter() - start < 5


def test_a_character_that_slipped_through_is_still_found_in_the_files() -> None:
    error = PrintError(
        'error: the text `"\\u{200d}"` could not be displayed\nerror: the text `"😀"` could not be displayed'
    )
    assert error.unprintable == ("\u200d", "😀")
    found = list(written_in({"a.yml": "een\ntwee 😀 \u200d"}, error.unprintable))
    assert [(str(finding.span), finding.facts["character"]) for finding in found] == [
        ("a.yml:2:8", "U+200D"),
        ("a.yml:2:6", "😀"),
    ]
