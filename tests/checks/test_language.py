"""Plain words are checked where participants read them, at the sentence itself, and nowhere else."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.checks.roots import CONFIG, PROGRAMME, SESSION, Change, Root
from tests.language.weeks import lay_weeks

from kring.findings import Finding, Position, Span
from kring.language.measure import measure
from kring.language.norms import norms
from kring.language.passages import Passage
from kring.language.remarks import first_line, remarks
from kring.model.wording import Wording
from kring.prose.text import Form
from kring.rules.phrasing import hint, message
from kring.source.nodes import Scalar, Style

ARTICLE = "content/articles/rust.md"
QUESTIONS = "programs/klein-begin/questionnaires/terugblik.yml"
LONG = "Je leest hier een zin die met opzet zo lang is dat je aan het eind het begin kwijt bent, en dat is niet fijn."
"""Twenty-five words."""
LINES = LONG.replace("dat je aan", "dat je\n{indent}aan")

CHANGES = [
    Change(PROGRAMME, "  Voor wie iets wil beginnen.", f"  Even. {LINES.format(indent='  ')} Klaar.", "14:9 language/long-sentence"),
    Change(PROGRAMME, "  - Je weet na afloop wat je eerste stap is.", f"  - {LONG}", "12:5 language/long-sentence"),
    Change(PROGRAMME, "  - Je weet na afloop wat je eerste stap is.", f'  - "Goed zo. {LONG}"', "12:15 language/long-sentence"),
    Change(PROGRAMME, "  - Wat je hier hoort, blijft hier.", "  - Wat hier gezegd wordt, blijft hier.", "21:5 language/passive"),
    Change(SESSION, "      Zeg in één zin wat je meeneemt.", "      Zeg middels één woord wat je meeneemt.", "41:11 language/jargon"),
    Change(ARTICLE, "Daarna kies je beter.", f"- Kort.\n- **Goed.** [Kies](article:rust) eerst. {LONG}", "7:41 language/long-sentence"),
    Change(ARTICLE, "Daarna kies je beter.", "\n\n::: example\nEr wordt gestopt.\n:::", "9:1 language/passive"),
    Change("content/glossary.yml", "Wie de groep leidt.", "Wie de groep derhalve leidt.", "4:24 language/jargon"),
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.expected)
def test_a_remark_stands_at_its_sentence(fix_then_clean: Callable[[Change], Finding], change: Change) -> None:
    fix_then_clean(change)


def test_a_finding_spans_its_sentence_over_lines(root: Root) -> None:
    root.change(PROGRAMME, "  Voor wie iets wil beginnen.", f"  Even. {LINES.format(indent='  ')} Klaar.")
    (finding,) = root.findings()
    assert finding.span == Span(PROGRAMME, Position(14, 9), Position(15, 58))


def test_every_word_to_avoid_is_found_in_a_table_and_says_what_is_plainer(root: Root) -> None:
    root.change(ARTICLE, "Daarna kies je beter.", "\n\n| Wat | Hoe |\n|---|---|\n| Rust | Reeds **thans**. |")
    found = root.findings()
    assert [str(finding.span) for finding in found] == [f"{ARTICLE}:10:10", f"{ARTICLE}:10:18"]
    assert "al" in message(found[0], "nl")
    assert "nu" in message(found[1], "en")


FACILITATORS = [
    (PROGRAMME, "  Bel 112 als er nu gevaar is.", f"  {LONG} Er wordt middels een interventie gebeld."),
    (SESSION, "          Geef iedereen pen en papier.", f"          {LONG}"),
    (ARTICLE, "Daarna kies je beter.", f"Daarna kies je beter.\n\n::: facilitator\n{LONG}\n:::"),
    (ARTICLE, "summary:", f"keywords:\n  - interventie\nsources:\n  - {LONG}\nsummary:"),
    (QUESTIONS, "text: Wat is er gelukt?", f"text: {LONG}"),
    (ARTICLE, "Daarna kies je beter.", "Lees over de [interventie](term:begeleider)."),
]


@pytest.mark.parametrize(("path", "old", "new"), FACILITATORS)
def test_what_participants_do_not_read_or_nobody_can_reword_is_left_alone(
    path: str, old: str, new: str, root: Root
) -> None:
    text = (root.folder / path).read_text(encoding="utf-8")
    assert old in text
    (root.folder / path).write_text(text.replace(old, new, 1), encoding="utf-8")
    assert [seen for seen in root.seen() if " language/" in seen] == []


def test_plainer_words_have_a_stricter_limit(root: Root) -> None:
    sentence = "Dit is een zin van zestien woorden die voor de meeste lezers nog goed te doen is."
    root.change(ARTICLE, "summary:", f"plain_language: |\n  {sentence}\nsummary:")
    assert root.seen() == [f"{ARTICLE}:4:3 language/long-sentence"]
    root.change(ARTICLE, "Daarna kies je beter.", sentence)
    assert root.seen() == [f"{ARTICLE}:4:3 language/long-sentence"]


def test_a_programme_and_an_organisation_set_limits_and_words(root: Root) -> None:
    root.change(ARTICLE, "Daarna kies je beter.", LONG)
    root.append(PROGRAMME, "reading:\n  sentence_words_max: 25\n  avoid:\n    - word: opzet\n      say: plan\n")
    assert root.seen() == [f"{ARTICLE}:6:51 language/jargon"]
    root.append(CONFIG, "reading:\n  sentence_words_max: 12\n")
    assert root.seen() == [f"{ARTICLE}:6:51 language/jargon"]


HARD = "Ontspanningsoefeningen verminderen vermoeidheidsklachten aanzienlijk. " * 25


def test_a_hard_text_is_found_once_and_only_where_it_is_long_enough(root: Root) -> None:
    root.append(ARTICLE, f"\n{HARD.strip()}\n")
    (finding,) = root.findings()
    assert (str(finding.span), finding.rule) == (f"{ARTICLE}:6:1", "language/hard-text")
    assert "zeer moeilijk" in message(finding, "nl")
    assert "very hard" in message(finding, "en")
    root.change(ARTICLE, HARD.strip(), HARD[: len(HARD) // 25 * 20].strip())
    assert root.seen() == []


def test_a_full_week_is_found_at_its_session(root: Root) -> None:
    lay_weeks(root, 40, 40, 100, 40)
    (finding,) = root.findings()
    line = (root.folder / PROGRAMME).read_text(encoding="utf-8").split("\n")[finding.span.start.line - 1]
    assert (finding.rule, line) == ("language/heavy-week", "  - session: sessie-3")
    assert "anderhalf" in hint(finding, "nl")
    root.append(PROGRAMME, "week_minutes_max: 100\n")
    (finding,) = root.findings()
    assert "anderhalf" not in hint(finding, "nl")
    root.change(PROGRAMME, "week_minutes_max: 100", "week_minutes_max: 101")
    assert root.seen() == []


def test_a_rule_about_language_can_be_switched_off(root: Root) -> None:
    root.change(ARTICLE, "Daarna kies je beter.", LONG)
    root.append(CONFIG, "rules:\n  language/long-sentence:\n    severity: 'off'\n    reason: Dit is een proef.\n")
    assert root.seen() == []


WORDS = st.sampled_from(
    ["wordt", "gemaakt", "reeds", "[op](term:a)", "*basis*", "van", "é", "\n", "\n\n- ", "|", "# ", ":::", "`", ". "]
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, max_size=60).map(" ".join), st.sampled_from([None, *Form]))
def test_every_remark_about_any_text_lies_inside_it(text: str, form: Form | None) -> None:
    passage = Passage(text, form, ("body",), Scalar(text, Span("a.md"), Style.LITERAL, Position(5, 3)))
    lines = text.split("\n")
    found = [remark.span for remark in remarks(passage, norms(Wording(sentence_words_max=10)))]
    for span in [*found, first_line(passage)]:
        assert span.start <= span.end
        for place in (span.start, span.end):
            assert 0 <= place.line - 5 < len(lines)
            assert 0 <= place.column - 3 <= len(lines[place.line - 5])


def test_a_sentence_takes_next_to_no_time() -> None:
    passages = [f"Dit is zin {number}. {LONG} Er wordt gewacht." for number in range(300)]
    began = time.process_time()
    for text in passages:
        measure(text, Form.MARKDOWN)
    assert (time.process_time() - began) / 900 < 0.0003


def test_our_own_content_gives_few_remarks() -> None:
    root = Root(Path(__file__).resolve().parents[2])
    assert [seen for seen in root.seen() if " language/" in seen] == []
