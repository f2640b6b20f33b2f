"""The site as a whole, the plan of its pages, dates, and the rules that a site sets otherwise."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from tests.checks.roots import CONFIG, HELP, PROGRAMME, SESSION, Change, Root

from kring.checks import with_severity
from kring.findings import Finding, Position, Severity, Span
from kring.pipeline import check
from kring.rules import RULES
from kring.rules.phrasing import is_error, severity

PAGE = "---\ntitle: Extra\nsummary: Nog iets.\nrole: {}\n---\n\nNog iets.\n"


@pytest.mark.parametrize("page", ["privacy", "toegankelijkheid", "contact", "colofon"])
def test_a_required_page_that_is_missing(root: Root, page: str) -> None:
    (root.folder / f"content/pages/{page}.md").unlink()
    (finding,) = root.findings()
    assert (finding.rule, str(finding.span)) == ("site/required-page", "content/pages:1:1")


def test_a_required_page_that_is_there_twice(root: Root) -> None:
    root.write({"content/pages/extra.md": PAGE.format("contact")})
    (finding,) = root.findings()
    assert str(finding.span) == "content/pages/extra.md:4:7"
    assert [str(place) for place in finding.related] == ["content/pages/contact.md:4:7"]
    root.write({"content/pages/extra.md": PAGE.format("other")})
    assert root.seen() == []


def test_a_page_that_cannot_be_read_may_be_the_required_one(root: Root) -> None:
    root.change("content/pages/contact.md", "role: contact", "rol: contact")
    assert {finding.span.path for finding in root.findings()} == {"content/pages/contact.md"}


def test_a_help_block_with_the_emergency_number(root: Root) -> None:
    root.change(HELP, 'number: "112"', 'number: "113"')
    assert root.seen() == [f"{HELP}:5:3 help/no-emergency-number"]
    (root.folder / HELP).unlink()
    assert root.seen() == [f"{HELP}:1:1 site/no-help"]


def test_a_programme_that_is_published_but_not_listed(root: Root) -> None:
    for path in ("programme.yml", "sessions/beginnen.yml", "questionnaires/terugblik.yml"):
        text = (root.folder / "programs/klein-begin" / path).read_bytes()
        root.write({f"programs/groot-begin/{path}": text})
    path = PROGRAMME.replace("klein", "groot")
    assert root.seen() == [f"{path}:6:9 site/unlisted-programme"]
    root.change(path, "status: published", "status: archived")
    assert root.seen() == []


def test_a_site_without_a_published_programme_exists_in_preview_only(root: Root) -> None:
    root.change(PROGRAMME, "status: published", "status: draft")
    assert root.seen() == [f"{CONFIG}:7:14 site/nothing-published"]
    assert root.findings(preview=True) == ()


def test_two_pages_with_one_address(root: Root) -> None:
    root.write({"content/pages/klein-begin.md": PAGE.format("other")})
    (finding,) = root.findings()
    assert (finding.rule, finding.facts["address"]) == ("plan/same-address", "/klein-begin/")
    (root.folder / "content/pages/klein-begin.md").rename(root.folder / "content/pages/over.md")
    assert root.seen() == []


def test_a_link_to_a_draft_is_reported_once_and_not_in_preview(root: Root) -> None:
    root.write(
        {"programs/klein-begin/sessions/later.yml": "status: draft\ntitle: Later\ngoals:\n  - Rust.\nminutes: 20\n"}
    )
    root.change(PROGRAMME, "  - session: beginnen\n", "  - session: beginnen\n  - session: later\n")
    root.change(SESSION, "eerste stap is.", "[stap](session:later) is.")
    assert root.seen() == [
        f"{PROGRAMME}:33:14 programme/draft-session",
        f"{SESSION}:7:21 plan/not-shown",
    ]
    assert [finding.rule for finding in root.findings(preview=True)] == ["programme/draft-session"]


def test_a_link_beside_a_part_for_facilitators_is_reported_once(root: Root) -> None:
    root.write(
        {
            "programs/klein-begin/sessions/later.yml": "status: draft\ntitle: Later\ngoals:\n  - Rust.\nminutes: 20\n",
            "programs/klein-begin/articles/adem.md": "---\ntitle: Adem\nsummary: Kort.\n---\n\n"
            "::: facilitator\nVoor jou.\n:::\n\nZie [later](session:later).\n",
        }
    )
    root.change(PROGRAMME, "  - session: beginnen\n", "  - session: beginnen\n  - session: later\n")
    root.change(SESSION, "[rust]", "[rust, adem]")
    assert root.seen() == [
        "programs/klein-begin/articles/adem.md:10:5 plan/not-shown",
        f"{PROGRAMME}:33:14 programme/draft-session",
    ]


OVERDUE = [
    Change(HELP, "review_due: 2099-01-15", "review_due: 2026-01-20", "12:15 date/overdue"),
    Change(PROGRAMME, "review_due: 2099-01-15", "review_due: 2026-01-20", "54:15 date/overdue"),
    Change("content/articles/rust.md", "summary:", "review:\n  reviewed_by: Sam\n  reviewed_on: 2025-01-15\n  review_due: 2026-01-20\nsummary:", "6:15 date/overdue"),
]  # fmt: skip


@pytest.mark.parametrize("change", OVERDUE, ids=lambda change: change.path)
def test_a_date_that_has_passed(root: Root, change: Change) -> None:
    root.change(change.path, change.old, change.new)
    assert check(root.folder).findings == (), "a build does not know what day it is"
    assert check(root.folder, today=date(2026, 1, 20)).findings == (), "on the day itself there is still time"
    (warning,) = check(root.folder, today=date(2026, 1, 21)).findings
    assert f"{warning.span.start.line}:{warning.span.start.column} {warning.rule}" == change.expected
    assert severity(warning) is Severity.WARNING
    (error,) = check(root.folder, today=date(2026, 1, 21), due=True).findings
    assert is_error(error)


def test_an_archived_programme_is_never_overdue(root: Root) -> None:
    root.change(PROGRAMME, "review_due: 2099-01-15", "review_due: 2026-01-20")
    root.change(PROGRAMME, "status: published", "status: archived")
    rules = [finding.rule for finding in check(root.folder, preview=True, today=date(2026, 2, 1)).findings]
    assert "date/overdue" not in rules


def test_a_site_may_ease_a_rule_of_good_practice(root: Root) -> None:
    root.change(SESSION, "minutes: 30\n", "minutes: 45\n")
    assert [is_error(finding) for finding in root.findings()] == [True]
    root.append(CONFIG, "rules:\n  agenda/minutes: {severity: warning, reason: We oefenen nog.}\n")
    assert [(finding.rule, is_error(finding)) for finding in root.findings()] == [("agenda/minutes", False)]
    root.change(CONFIG, "warning", '"off"')
    assert root.seen() == []


def test_a_site_may_make_a_warning_an_error(root: Root) -> None:
    root.change(SESSION, "kind: closing", "kind: exchange")
    root.append(CONFIG, "rules:\n  agenda/no-closing: {severity: error, reason: Wij sluiten altijd af.}\n")
    assert [(finding.rule, is_error(finding)) for finding in root.findings()] == [("agenda/no-closing", True)]


def test_a_rule_on_which_the_build_relies_cannot_be_eased(root: Root) -> None:
    root.change(SESSION, "[rust]", "[rust, stil]")
    root.append(CONFIG, "rules:\n  reference/dangling: {severity: warning, reason: Komt nog.}\n")
    assert [(finding.rule, is_error(finding)) for finding in root.findings()] == [
        ("reference/dangling", True),
        ("site/fixed-rule", True),
    ]


def test_a_rule_that_does_not_exist(root: Root, fix_then_clean: Callable[[Change], Finding]) -> None:
    rule = "rules:\n  agenda/minute: {severity: error, reason: Streng.}\nlanguages:"
    finding = fix_then_clean(Change(CONFIG, "languages:", rule, "7:3 site/unknown-rule"))
    assert finding.facts["nearby"] == "agenda/minutes"


def test_only_rules_of_good_practice_may_be_eased() -> None:
    eased = {rule.id for rule in RULES.values() if rule.may_be_eased}
    assert {id.partition("/")[0] for id in eased} == {"agenda", "file", "homework", "programme"}


def test_findings_are_told_once_in_the_order_of_their_places() -> None:
    def at(path: str, line: int, rule: str = "agenda/no-break") -> Finding:
        return Finding(rule, Span(path, Position(line), Position(line)), {"minutes": "95"})

    found = [at("b.yml", 1), at("a.yml", 12), at("a.yml", 2), at("a.yml", 12), at("a.yml", 2, "agenda/minutes")]
    assert [f"{finding.span} {finding.rule}" for finding in with_severity(found, None)] == [
        "a.yml:2:1 agenda/minutes",
        "a.yml:2:1 agenda/no-break",
        "a.yml:12:1 agenda/no-break",
        "b.yml:1:1 agenda/no-break",
    ]
