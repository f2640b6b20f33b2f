"""What a comment allows: one rule, at its place, with a reason; and whatever is wrong with such a comment."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.checks.roots import CONFIG, HELP, SESSION, Root

from kring.checks.suppressions import suppressions
from kring.mending.apply import mended
from kring.pipeline import check
from kring.rules import RULES
from kring.rules.rule import Rule
from kring.rules.suppressions import RULES as SUPPRESSIONS
from kring.source.documents import Key
from kring.source.kinds import Kind
from kring.source.read import read_text

TOO_LONG = "minutes: 40"
BECAUSE = "want tien minuten zijn voor de koffie"
ARTICLE = "content/articles/rust.md"


@pytest.fixture
def too_long(root: Root) -> Root:
    """A root of which one session does not add up."""
    root.change(SESSION, "minutes: 30", TOO_LONG)
    assert [finding.rule for finding in root.findings()] == ["agenda/minutes"]
    return root


@pytest.mark.parametrize(
    "written",
    [
        f"{TOO_LONG} # kring: allow agenda/minutes {BECAUSE}",
        f"# kring: allow agenda/minutes {BECAUSE}\n{TOO_LONG}",
        f"# kring: allow agenda/minutes {BECAUSE}\n\n# een andere opmerking\n{TOO_LONG}",
        f"{TOO_LONG}   #kring: allow [agenda/minutes] because ten minutes are for coffee",
        f"# Kring: Allow agenda/minutes {BECAUSE.upper()}\n{TOO_LONG}",
    ],
)
def test_a_comment_at_the_line_or_above_it_allows_its_rule(written: str, too_long: Root) -> None:
    too_long.change(SESSION, TOO_LONG, written)
    checked = check(too_long.folder)
    assert checked.findings == ()
    assert checked.sound, "what is allowed stops no build"
    ((finding, suppression),) = checked.allowed
    assert (finding.rule, suppression.rule) == ("agenda/minutes", "agenda/minutes")
    assert "koffie" in suppression.reason.lower() or "coffee" in suppression.reason


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (f"{TOO_LONG}\n# kring: allow agenda/minutes {BECAUSE}", ["agenda/minutes"]),
        (f"{TOO_LONG} # kring: allow agenda/no-break {BECAUSE}", ["agenda/minutes"]),
        (f"{TOO_LONG} # kring: allow agenda/minutes", ["agenda/minutes", "suppression/no-reason"]),
        (f"{TOO_LONG} # kring: allow agenda/minutes want", ["agenda/minutes", "suppression/no-reason"]),
        (f"{TOO_LONG} # kring: allow agenda/minutes koffie", ["agenda/minutes", "suppression/no-reason"]),
        (f"{TOO_LONG} # kring: sta toe agenda/minutes {BECAUSE}", ["agenda/minutes", "suppression/not-understood"]),
        (f"{TOO_LONG} # kring: allow", ["agenda/minutes", "suppression/not-understood"]),
        (f"{TOO_LONG} # kring:", ["agenda/minutes", "suppression/not-understood"]),
        (f"{TOO_LONG} # kring: allow agenda/minuten {BECAUSE}", ["agenda/minutes", "suppression/unknown-rule"]),
        (f"{TOO_LONG} # allow agenda/minutes {BECAUSE}", ["agenda/minutes"]),
        (f"{TOO_LONG} # met kring: allow agenda/minutes {BECAUSE}", ["agenda/minutes"]),
    ],
)
def test_elsewhere_otherwise_or_without_a_reason_it_allows_nothing(
    written: str, expected: list[str], too_long: Root
) -> None:
    too_long.change(SESSION, TOO_LONG, written)
    checked = check(too_long.folder)
    assert [finding.rule for finding in checked.findings] == expected
    assert checked.allowed == ()
    assert not checked.sound


@pytest.mark.parametrize(
    "rule", ["reference/dangling", "yaml/tab-indentation", "suppression/unused", "suppression/no-reason"]
)
def test_what_always_holds_cannot_be_allowed(rule: str, root: Root) -> None:
    root.append(SESSION, f"# kring: allow {rule} want het mag\n")
    (finding,) = root.findings()
    assert (finding.rule, finding.facts["rule"]) == ("suppression/fixed-rule", rule)


def test_every_warning_and_every_eased_error_can_be_allowed_and_nothing_else() -> None:
    def may(rule: Rule) -> bool:
        return (rule.severity == "warning" or rule.may_be_eased) and rule not in SUPPRESSIONS

    for rule in RULES.values():
        text = f"title: A # kring: allow {rule.id} want het mag\n".encode()
        document, _, _ = read_text(Key(Kind.ACTIVITY, "x"), "content/activities/x.yml", text)
        assert document is not None
        found = suppressions([document])
        assert bool(found.allowed) is may(rule), rule.id
        assert [finding.rule for finding in found.findings] == ([] if may(rule) else ["suppression/fixed-rule"])


def test_above_a_field_it_holds_for_all_of_the_text_in_it(root: Root) -> None:
    long_sentence = " ".join(["Dit is een zin die maar door blijft gaan en dan nog even verder gaat"] * 3) + "."
    text = f"recap: |\n  Neem pen en papier mee.\n\n  {long_sentence}\n"
    root.append(SESSION, text)
    assert [finding.rule for finding in root.findings()] == ["language/long-sentence"]
    root.change(SESSION, "recap: |", "# kring: allow language/long-sentence want het is een citaat\nrecap: |")
    assert root.findings() == ()
    root.change(SESSION, "\nminutes: 30", "\n# kring: allow language/long-sentence want het is een citaat\nminutes: 30")
    assert root.seen() == [f"{SESSION}:4:1 suppression/unused"]


def test_in_front_matter_it_holds_for_the_whole_file(root: Root) -> None:
    long_sentence = " ".join(["Dit is een zin die maar door blijft gaan en dan nog even verder gaat"] * 3) + "."
    root.append(ARTICLE, f"\n{long_sentence}\n")
    assert [finding.rule for finding in root.findings()] == ["language/long-sentence"]
    root.change(ARTICLE, "---\ntitle", "---\n# kring: allow language/long-sentence want het is een citaat\ntitle")
    assert root.findings() == ()


def test_at_the_top_it_holds_for_what_is_said_of_the_file_as_a_whole(minimal_root: Path) -> None:
    root = Root(minimal_root)
    root.write({"content/activities/los.yml": "title: Los\nkind: exercise\npriority: core\nminutes: 5\n"})
    assert root.seen() == ["content/activities/los.yml:1:8 reference/unused"]
    text = (root.folder / "content/activities/los.yml").read_text(encoding="utf-8")
    root.write({"content/activities/los.yml": f"# kring: allow reference/unused want die komt nog\n\n{text}"})
    assert root.findings() == ()


def test_a_comment_that_allows_nothing_is_a_warning_that_can_be_taken_away(root: Root) -> None:
    whole = (root.folder / SESSION).read_bytes()
    root.change(SESSION, "minutes: 30", f"minutes: 30 # kring: allow agenda/minutes {BECAUSE}")
    root.change(SESSION, "agenda:\n", f"# kring: allow agenda/no-break {BECAUSE}\nagenda:\n")
    root.append(SESSION, f"# kring: allow agenda/no-closing {BECAUSE}")
    findings = root.findings()
    assert [finding.rule for finding in findings] == ["suppression/unused"] * 3
    assert [finding.facts["rule"] for finding in findings] == ["agenda/minutes", "agenda/no-break", "agenda/no-closing"]
    after = mended({SESSION: (root.folder / SESSION).read_bytes()}, findings)
    assert after == {SESSION: whole}


def test_while_there_are_errors_nothing_is_said_of_comments_that_allow_nothing(root: Root) -> None:
    root.append(SESSION, f"# kring: allow agenda/no-break {BECAUSE}\n")
    root.change(HELP, 'number: "112"', 'number: "113"')
    assert [finding.rule for finding in root.findings()] == ["help/no-emergency-number"]


def test_dates_are_asked_in_check_alone_so_a_comment_about_them_is_idle_only_there(root: Root) -> None:
    text = (root.folder / HELP).read_text(encoding="utf-8")
    due = next(line for line in text.splitlines() if "review_due" in line)
    root.change(HELP, due, f"{due} # kring: allow date/overdue want de afspraak staat")
    assert root.findings() == ()
    overdue = check(root.folder, today=date(2199, 1, 1), due=True)
    assert "content/help.yml" not in {finding.span.path for finding in overdue.findings}
    assert [finding.rule for finding, _ in overdue.allowed] == ["date/overdue"]
    in_time = check(root.folder, today=date(2026, 1, 16))
    assert [finding.rule for finding in in_time.findings] == ["suppression/unused"]


def test_what_the_site_switches_off_need_not_be_allowed_as_well(too_long: Root) -> None:
    too_long.change(SESSION, TOO_LONG, f"{TOO_LONG} # kring: allow agenda/minutes {BECAUSE}")
    too_long.append(CONFIG, "rules:\n  agenda/minutes:\n    severity: 'off'\n    reason: Wij tellen zelf.\n")
    assert [finding.rule for finding in too_long.findings()] == ["suppression/unused"]
    too_long.change(CONFIG, "'off'", "warning")
    assert too_long.findings() == ()


def test_words_like_a_comment_in_a_text_allow_nothing(too_long: Root) -> None:
    too_long.append(SESSION, f"recap: |\n  # kring: allow agenda/minutes {BECAUSE}\n")
    rules = {finding.rule for finding in too_long.findings()}
    assert "agenda/minutes" in rules
    assert not any(rule.startswith("suppression/") for rule in rules)


@pytest.mark.parametrize("rule", SUPPRESSIONS, ids=lambda rule: rule.id)
def test_the_examples_of_the_rules_are_true(rule: Rule, root: Root) -> None:
    root.write(rule.bad_files())
    assert [finding.rule for finding in root.findings() if finding.rule != "agenda/minutes"] == [rule.id]
    root.write(rule.good_files())
    assert root.findings() == ()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=40))
def test_whatever_stands_behind_the_word_is_read_or_reported(words: str) -> None:
    text = f"title: A # kring: {words}\n".encode()
    document, _, _ = read_text(Key(Kind.ACTIVITY, "x"), "content/activities/x.yml", text)
    if document is not None:
        found = suppressions([document])
        assert len(found.allowed) + len(found.findings) == 1
