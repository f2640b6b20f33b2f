"""The README is true: its example of a first session passes the checks, and its commands exist."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
import yaml
from click.testing import CliRunner
from tests.clone import CONTENT, copy_repository, look_over

from kring.command.main import cli
from kring.pipeline import check

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROGRAMME = "structureren-kun-je-leren"


def yaml_examples() -> list[str]:
    return [
        "\n".join(line.removeprefix("   ") for line in block.split("\n"))
        for block in re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    ]


@pytest.fixture
def new_repository(tmp_path: Path) -> Path:
    root = tmp_path / "groepen"
    made = CliRunner().invoke(cli, ["init", str(root), "--kring", "kring==1.2"])
    assert made.exit_code == 0, made.output
    look_over(root)
    return root


@pytest.mark.parametrize("programme", [PROGRAMME, "voorbeeld"])
def test_the_first_session_of_the_readme_passes_the_checks(
    programme: str, tmp_path: Path, new_repository: Path
) -> None:
    root = new_repository if programme == "voorbeeld" else copy_repository(tmp_path / "kring", CONTENT)
    session, order = yaml_examples()
    (root / "programs" / programme / "sessions" / "rust-nemen.yml").write_text(session, encoding="utf-8")
    file = root / "programs" / programme / "programme.yml"
    added = yaml.safe_load(order)["sessions"][-1]["session"]
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("sessions:\n", f"sessions:\n  - session: {added}\n", 1), encoding="utf-8")
    checked = check(root)
    assert checked.sound, [(str(finding.span), finding.rule) for finding in checked.findings]
    assert "rust-nemen" in [plan.session.key.id for plan in checked.catalogue.plans[programme].sessions]


def test_every_command_that_the_readme_names_exists() -> None:
    named = set(re.findall(r"kring ([a-z]+)\b", README)) - {"turns"}
    assert {"build", "check", "print", "serve"} <= named
    assert named <= set(cli.list_commands(click.Context(cli)))
    for name in sorted(named):
        assert CliRunner().invoke(cli, [name, "--help"]).exit_code == 0


def test_every_picture_of_the_readme_is_there() -> None:
    for path in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README.split("## Your first")[0]):
        assert (ROOT / path).is_file(), path
