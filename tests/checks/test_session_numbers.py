"""Two sessions with one number in their names are told of; Kring counts them itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.roots import PROGRAMME, SESSION, Root

from kring.rules.phrasing import hint, message


@pytest.fixture
def root(minimal_root: Path) -> Root:
    return Root(minimal_root)


def found(root: Root, *names: str) -> list[tuple[str, str]]:
    session = (root.folder / SESSION).read_text(encoding="utf-8")
    root.write({f"programs/klein-begin/sessions/{name}.yml": session for name in names})
    lines = "".join(f"  - session: {name}\n" for name in names)
    root.change(PROGRAMME, "  - session: beginnen\n", f"  - session: beginnen\n{lines}")
    told = [finding for finding in root.findings() if finding.rule == "programme/session-number-twice"]
    return [(finding.facts["other"], finding.facts["id"]) for finding in told]


@pytest.mark.parametrize(
    ("names", "twice"),
    [
        (("2-kiezen", "3-volhouden"), []),
        (("2-kiezen", "2-volhouden"), [("2-kiezen", "2-volhouden")]),
        (("sessie-2", "02-volhouden"), [("sessie-2", "02-volhouden")]),
        (("session-2-kiezen", "sessie-2-volhouden"), [("session-2-kiezen", "sessie-2-volhouden")]),
        (("2-kiezen", "2-volhouden", "2-afronden"), [("2-kiezen", "2-volhouden"), ("2-kiezen", "2-afronden")]),
        (("week-2-kiezen", "week-2-volhouden"), []),
        (("2a-kiezen", "2b-volhouden"), []),
        (("kiezen-2", "volhouden-2"), []),
    ],
)
def test_a_number_that_two_sessions_have(root: Root, names: tuple[str, ...], twice: list[tuple[str, str]]) -> None:
    assert found(root, *names) == twice


def test_a_better_name_is_said_where_there_is_one(root: Root) -> None:
    assert found(root, "2-kiezen", "2-volhouden", "sessie-2") == [("2-kiezen", "2-volhouden"), ("2-kiezen", "sessie-2")]
    told = [finding for finding in root.findings() if finding.rule == "programme/session-number-twice"]
    assert message(told[0], "nl").endswith("`2-volhouden` is sessie 3.")
    assert [hint(finding, "nl") for finding in told] == [
        "Noem het bestand `volhouden.yml`, zonder nummer.",
        "Geef het bestand een naam zonder nummer.",
    ]
