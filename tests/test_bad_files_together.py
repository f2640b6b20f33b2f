"""One bad file never hides what is wrong with another, and what only follows from a mistake is not reported."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.checks.roots import CONFIG, PROGRAMME, SESSION, Root

MINIMAL = Path(__file__).parent / "minimal_root"
FILES = sorted(path.relative_to(MINIMAL).as_posix() for ending in ("*.yml", "*.md") for path in MINIMAL.rglob(ending))

BAD = {
    "content/activities/bytes.yml": "title: Caf\udce9\n".encode(errors="surrogateescape"),
    "content/activities/tab.yml": b"title: Tab\nkind: exercise\nscript:\n\t- do: Wacht.\n",
    "content/activities/trap.yml": b"title: Let op: dit\nkind: exercise\n",
    "content/activities/leeg.yml": b"",
    "content/activities/Hoofdletters.yml": b"title: A\nkind: exercise\nminutes: 5\npriority: core\n",
    "content/articles/kop.md": b"---\ntitle: Kop\nsummary: Kort.\n---\n\n#### Te diep\n\nTekst.\n",
    "content/articles/link.md": b"---\ntitle: Link\nsummary: Kort.\n---\n\n[weg](article:bestaat-niet)\n",
    "content/diaries/dagboek.yml": b"title: Week\nintroduction: Kijk.\nhow_often: weekly\nfields:\n"
    b"  - {id: a, kind: text, text: A, shown_if: {field: zzzz, is: [x]}}\n",
    "content/homework/veld.yml": b"title: Veld\nwhy: Zo.\nminutes: 5\nxyzzy: 1\nsteps: [Doe]\n",
    "content/homework/waarde.yml": b"title: Waarde\nwhy: Zo.\nminutes: veel\nsteps: [Doe]\n",
    "content/media/plaatje.svg": b"<svg><script>alert(1)</script></svg>",
    "content/pages/los.md": b"Geen gegevens.\n",
}
"""A file that is wrong in its own way at each step from bytes to cross-checks."""


@pytest.fixture
def root(minimal_root: Path) -> Root:
    return Root(minimal_root)


def seen(root: Root, path: str) -> list[str]:
    """Return what is wrong with a file; whether anything uses it can only be told where every file can be read."""
    found = (finding for finding in root.findings() if finding.span.path == path)
    return [f"{finding.span} {finding.rule}" for finding in found if finding.rule != "reference/unused"]


@pytest.mark.parametrize("path", BAD)
def test_a_bad_file_is_told_alone_as_in_the_company_of_others(path: str, root: Root) -> None:
    root.write({path: BAD[path]})
    alone = seen(root, path)
    assert alone, "the file is not bad"
    root.write(BAD)
    assert seen(root, path) == alone


def test_every_bad_file_is_told_of_at_once(root: Root) -> None:
    root.write(BAD)
    assert {finding.span.path for finding in root.findings()} == set(BAD)


def broken_yaml(text: str) -> str:
    return text.replace("title: ", "title: Let op: ", 1) if "title: " in text else f"x: y: z\n{text}"


def unknown_field(text: str) -> str:
    return text.replace("---\n", "---\nxyzzy: 1\n", 1) if text.startswith("---\n") else f"xyzzy: 1\n{text}"


def wrong_value(text: str) -> str:
    place = next(place for place in ("title: ", "  - ", ": ") if place in text)
    return text.replace(place, f"{place}[1] # ", 1)


def empty(text: str) -> str:
    return ""


BREAKS: tuple[Callable[[str], str], ...] = (broken_yaml, unknown_field, wrong_value, empty)


@pytest.mark.parametrize("broken", BREAKS)
@pytest.mark.parametrize("path", FILES)
def test_a_bad_file_gives_no_findings_about_others(path: str, broken: Callable[[str], str], root: Root) -> None:
    text = (root.folder / path).read_text(encoding="utf-8")
    root.write({path: broken(text)})
    assert {finding.span.path for finding in root.findings()} == {path}


def test_references_to_bad_files_do_not_dangle(root: Root) -> None:
    root.write(BAD)
    root.change(SESSION, "articles: [rust]", "articles: [rust, kop, link]\nhomework: [veld, waarde]")
    root.change(SESSION, "    title: Mijn eerste stap\n    kind: exercise\n", "    use: tab\n")
    found = [finding for finding in root.findings() if finding.span.path == SESSION]
    assert "reference/dangling" not in {finding.rule for finding in found}


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        (SESSION, "title: Beginnen", "titel: Beginnen", "1:1 schema/unknown-field"),
        (SESSION, "    kind: closing", "    kind: slot", "36:11 schema/unknown-value"),
        (SESSION, "minutes: 30", "minutes: ja", "4:10 yaml/ambiguous-value"),
        (SESSION, "  - id: stap\n", "  - id: Stap\n", "20:9 schema/not-an-id"),
        (PROGRAMME, "  min: 4\n", "\tmin: 4\n", "16:1 yaml/tab-indentation"),
        (PROGRAMME, "sessions:\n  - session: beginnen", "sessions: beginnen", "31:11 schema/wrong-type"),
        (CONFIG, "languages: [nl]", "languages: nl", "6:12 schema/wrong-type"),
        (CONFIG, "format: 1", "format:1", "1:7 yaml/no-space-after-colon"),
    ],
)  # fmt: skip
def test_one_mistake_is_one_finding(root: Root, path: str, old: str, new: str, expected: str) -> None:
    root.change(path, old, new)
    assert root.seen() == [f"{path}:{expected}"]


def test_of_findings_about_one_place_only_the_cause_is_told(root: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    root.change(PROGRAMME, "    date: 2026-01-15", "    date: no")
    assert root.seen() == [f"{PROGRAMME}:28:11 yaml/ambiguous-value"]
    monkeypatch.setattr("kring.pipeline.without_consequences", lambda read, found: [*read, *found])
    assert len(root.seen()) > 1, "this is what would be told otherwise"
