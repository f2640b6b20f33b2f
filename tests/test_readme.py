"""The README is true: its example of a first session passes the checks, and its commands exist."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import click
import yaml
from click.testing import CliRunner

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


def test_the_first_session_of_the_readme_passes_the_checks(tmp_path: Path) -> None:
    for name in ("content", "programs"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "site_config.yml", tmp_path)
    session, order = yaml_examples()
    (tmp_path / "programs" / PROGRAMME / "sessions" / "rust-nemen.yml").write_text(session, encoding="utf-8")
    programme = tmp_path / "programs" / PROGRAMME / "programme.yml"
    added = yaml.safe_load(order)["sessions"][-1]["session"]
    text = programme.read_text(encoding="utf-8")
    programme.write_text(text.replace("sessions:\n", f"sessions:\n  - session: {added}\n", 1), encoding="utf-8")
    checked = check(tmp_path)
    assert checked.sound, [(str(finding.span), finding.rule) for finding in checked.findings]
    assert "rust-nemen" in [plan.session.key.id for plan in checked.catalogue.plans[PROGRAMME].sessions]


def test_every_command_that_the_readme_names_exists() -> None:
    named = set(re.findall(r"kring ([a-z]+)\b", README)) - {"turns"}
    assert {"build", "check", "print", "serve"} <= named
    assert named <= set(cli.list_commands(click.Context(cli)))
    for name in sorted(named):
        assert CliRunner().invoke(cli, [name, "--help"]).exit_code == 0


def test_every_picture_of_the_readme_is_there() -> None:
    for path in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README.split("## Your first")[0]):
        assert (ROOT / path).is_file(), path
