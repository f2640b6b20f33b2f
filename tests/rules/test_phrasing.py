"""The words of findings come from their rule, with the facts put in as they are."""

from __future__ import annotations

from kring.findings import Finding, Severity, Span
from kring.rules.phrasing import hint, message, severity

PLACE = Span("a.yml")


def test_facts_are_inserted_as_they_are() -> None:
    finding = Finding("yaml/duplicate-key", PLACE, {"key": "{key} {0} %s"})
    assert message(finding, "nl") == "Het veld `{key} {0} %s` staat hier voor de tweede keer."
    assert message(finding, "en") == "The field `{key} {0} %s` appears here for the second time."


def test_the_hint_is_more_precise_where_there_is_a_fact_for_it() -> None:
    assert (
        hint(Finding("file/bad-id", PLACE, {"id": "Mijn Plan", "better": "mijn-plan"}), "nl") == "Noem het `mijn-plan`."
    )
    assert "a-z" in hint(Finding("file/bad-id", PLACE, {"id": "#"}), "nl")


def test_a_severity_that_was_set_weighs_more_than_that_of_the_rule() -> None:
    assert severity(Finding("yaml/empty", PLACE)) is Severity.ERROR
    assert severity(Finding("yaml/empty", PLACE, severity=Severity.WARNING)) is Severity.WARNING
