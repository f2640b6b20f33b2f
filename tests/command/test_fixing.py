"""`kring check --fix`: the difference first, then the question, then the files, then a new look."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.checks.roots import HELP, SESSION, Root
from tests.clone import files

from kring.command import fixing
from kring.command.main import cli


@pytest.fixture
def broken(minimal_root: Path) -> Root:
    """A root with two mistakes that Kring can mend, and one that only its author can."""
    root = Root(minimal_root)
    root.change(SESSION, "minutes: 30\n", "minutes:30\n")
    root.change(HELP, "reviewed_by: Sam de Wit", "reviewd_by: Sam de Wit")
    root.change(HELP, 'number: "112"', 'number: "113"')
    return root


@pytest.fixture
def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fixing, "on_a_terminal", lambda: True)


def fix(root: Root, *arguments: str, answer: str = "") -> Result:
    runner = CliRunner(env={"KRING_LANGUAGE": None, "COLUMNS": "200"})
    return runner.invoke(cli, ["check", "--root", str(root.folder), "--fix", *arguments], input=answer)


def test_in_a_pipe_the_difference_is_shown_and_nothing_changes(broken: Root) -> None:
    before = files(broken.folder)
    told = fix(broken)
    assert told.exit_code == 1
    assert f"--- {SESSION}\n" in told.stdout
    assert "-minutes:30\n+minutes: 30\n" in told.stdout
    assert "Er is niets veranderd. Met --yes erbij wordt het opgeschreven." in told.stdout
    assert files(broken.folder) == before


def test_with_yes_it_is_mended_and_what_is_left_is_reported(broken: Root) -> None:
    told = fix(broken, "--yes")
    assert told.exit_code == 1, "one mistake is for its author"
    assert "-minutes:30\n+minutes: 30\n" in told.stdout
    assert "minutes: 30\n" in (broken.folder / SESSION).read_text(encoding="utf-8")
    assert [finding.rule for finding in broken.findings()] == ["help/no-emergency-number"]
    report = told.stdout.partition("hersteld.\n")[2]
    assert "[help/no-emergency-number]" in report
    assert report.rstrip().endswith("1 fout in 1 bestand.")
    broken.change(HELP, 'number: "113"', 'number: "112"')
    again = fix(broken, "--yes")
    assert again.exit_code == 0
    assert "Er is niets dat Kring zelf kan herstellen." in again.stdout


@pytest.mark.parametrize(
    ("answer", "mended"), [("j\n", True), ("Ja\n", True), ("yes\n", True), ("n\n", False), ("", False), ("\n", False)]
)
@pytest.mark.usefixtures("at_a_terminal")
def test_at_a_terminal_it_asks_and_only_yes_is_yes(answer: str, mended: bool, broken: Root) -> None:
    before = files(broken.folder)
    told = fix(broken, answer=answer * 5)
    assert "Zal ik dit zo opschrijven? [j/N]" in told.stderr
    assert (files(broken.folder) != before) is mended
    assert ("Er is niets veranderd." in told.stdout) is not mended
    assert "[help/no-emergency-number]" in told.stdout or not mended


def test_what_programs_read_stays_clean(broken: Root) -> None:
    told = fix(broken, "--yes", "--format", "json")
    assert [finding["rule"] for finding in json.loads(told.stdout)["findings"]] == ["help/no-emergency-number"]
    assert "-minutes:30" in told.stderr


def test_line_ends_and_marks_of_windows_stay(broken: Root) -> None:
    file = broken.folder / SESSION
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    fix(broken, "--yes")
    data = file.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"minutes: 30\r\n" in data
    assert data.count(b"\n") == data.count(b"\r\n")


def test_a_file_that_changes_between_question_and_answer_is_left_alone(
    broken: Root, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile(language: str) -> bool:
        broken.append(SESSION, "# nog iets\n")
        return True

    monkeypatch.setattr(fixing, "on_a_terminal", lambda: True)
    monkeypatch.setattr(fixing, "_agreed", meanwhile)
    told = fix(broken)
    assert told.exit_code == 1
    assert "[file/changed-since-check]" in told.stdout
    assert "minutes:30" in (broken.folder / SESSION).read_text(encoding="utf-8")
