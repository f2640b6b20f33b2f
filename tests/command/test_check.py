"""`kring check`: where its report goes, how much it says, and with which status it ends."""

from __future__ import annotations

import json
from contextlib import chdir
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kring.command.main import cli

ARTICLE = "content/articles/rust.md"
FORMS = ("text", "json", "sarif", "gitlab", "github")


def kring(*arguments: str | Path, cwd: Path, **changes: str) -> Result:
    with chdir(cwd):
        return CliRunner(env={"KRING_LANGUAGE": None, "COLUMNS": "200"} | changes).invoke(
            cli, list(map(str, arguments))
        )


@pytest.fixture
def broken(minimal_root: Path) -> Path:
    """A root with one mistake."""
    (minimal_root / ARTICLE).write_text("Geen front matter.\n", encoding="utf-8")
    return minimal_root


@pytest.mark.parametrize("form", FORMS)
def test_a_report_is_written_to_the_output_or_into_a_file(form: str, broken: Path, tmp_path: Path) -> None:
    told = kring("check", "--format", form, cwd=broken)
    assert (told.exit_code, told.stderr) == (1, "")
    assert "markdown/no-front-matter" in told.stdout
    written = kring("check", "--format", form, "--output", tmp_path / "report", cwd=broken)
    assert (written.exit_code, written.stdout) == (1, "")
    assert written.stderr.splitlines() == ["1 fout in 1 bestand.", f"Geschreven: {tmp_path / 'report'}"]
    assert (tmp_path / "report").read_text(encoding="utf-8") == told.stdout
    quiet = kring("check", "--format", form, "-q", "-o", tmp_path / "report", cwd=broken)
    assert (quiet.exit_code, quiet.stdout, quiet.stderr) == (1, "", "")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["report", "root"]


def test_a_report_that_cannot_be_written_is_wrong_use(broken: Path, tmp_path: Path) -> None:
    nowhere = kring("check", "--output", tmp_path / "weg" / "verslag.txt", cwd=broken)
    assert nowhere.exit_code == 2
    assert "kan niet worden geschreven: het is er niet (meer)." in nowhere.stderr
    folder = kring("check", "--output", tmp_path, cwd=broken)
    assert folder.exit_code == 2
    assert "Traceback" not in folder.stderr


def test_the_status_says_whether_there_are_errors(minimal_root: Path) -> None:
    assert kring("check", cwd=minimal_root).exit_code == 0
    warned = (minimal_root / ARTICLE).read_text(encoding="utf-8").replace("---\ntitle", "---\nreview: x\ntitle")
    (minimal_root / "content/los.txt").write_text("Hoort hier niet.\n", encoding="utf-8")
    told = kring("check", cwd=minimal_root)
    assert told.exit_code == 0
    assert "waarschuwing" in told.stdout
    (minimal_root / ARTICLE).write_text(warned, encoding="utf-8")
    assert kring("check", cwd=minimal_root).exit_code == 1


def test_quiet_says_only_what_is_wrong(minimal_root: Path) -> None:
    told = kring("check", "--quiet", cwd=minimal_root)
    assert (told.exit_code, told.stdout, told.stderr) == (0, "", "")
    (minimal_root / ARTICLE).write_text("Geen front matter.\n", encoding="utf-8")
    assert "[markdown/no-front-matter]" in kring("check", "--quiet", cwd=minimal_root).stdout


def test_verbose_says_why_each_rule_is_there(broken: Path) -> None:
    assert "  Waarom: " in kring("check", "--verbose", cwd=broken).stdout
    assert "  Waarom: " not in kring("check", cwd=broken).stdout


def test_timings_go_beside_the_report(broken: Path) -> None:
    told = kring("check", "--timings", "--format", "json", cwd=broken)
    assert json.loads(told.stdout)["summary"]["errors"] == 1
    assert [line.split()[-1] for line in told.stderr.splitlines()][:2] == ["read", "validate"]


def test_paths_for_code_hosts_are_those_from_where_the_command_is_given(broken: Path) -> None:
    from_above = kring("check", "--root", "root", "--format", "github", cwd=broken.parent)
    assert from_above.stdout.startswith(f"::error file=root/{ARTICLE},line=1,")
    from_within = kring("check", "--format", "github", cwd=broken)
    assert from_within.stdout.startswith(f"::error file={ARTICLE},line=1,")


def test_in_ci_too_text_is_the_default(minimal_root: Path) -> None:
    in_ci = kring("check", cwd=minimal_root, GITHUB_ACTIONS="true", GITLAB_CI="true", CI="1")
    assert (in_ci.stdout, in_ci.stderr) == ("Geen fouten gevonden.\n", "")


def test_a_folder_without_content_gets_a_kind_word(minimal_root: Path) -> None:
    inside = kring("check", cwd=minimal_root / "content" / "articles")
    assert inside.exit_code == 1
    assert inside.stderr.rstrip().endswith("Bedoel je --root ../..?")
    above = kring("build", cwd=minimal_root.parent)
    assert above.exit_code == 1
    assert above.stderr.rstrip().endswith("Bedoel je --root root?")
    (minimal_root.parent / "leeg").mkdir()
    elsewhere = kring("check", "--language", "en", "--root", "leeg", cwd=minimal_root.parent)
    assert "holds no content of Kring" in elsewhere.stderr
    assert elsewhere.stderr.rstrip().endswith("or name it with --root FOLDER.")


def test_part_of_the_content_missing_is_a_finding_and_no_word_about_the_folder(minimal_root: Path) -> None:
    (minimal_root / "site_config.yml").unlink()
    told = kring("check", cwd=minimal_root)
    assert told.exit_code == 1
    assert "site_config.yml:1:1  fout [file/missing]" in told.stdout
    assert "Bedoel je --root" not in told.stderr
