"""Completion by shells: commands, options, programmes, sessions and rules."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import chdir
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.clone import environment
from tests.needed import lacking

from kring.command.completion import SHELLS
from kring.command.main import cli

REPOSITORY = Path(__file__).parents[2]


def asked(words: str, *, shell: str = "bash", cwd: Path = REPOSITORY) -> list[str]:
    """Return what Kring answers a shell that asks how `words` may go on; the last word is the unfinished one."""
    count = len(words.split()) - (not words.endswith(" "))
    current = "" if words.endswith(" ") else words.rsplit(maxsplit=1)[-1]
    variables = {
        "_KRING_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": current if shell == "fish" else str(count),
    }
    with chdir(cwd):
        done = CliRunner(env={"KRING_LANGUAGE": None} | variables).invoke(cli, [])
    assert done.exit_code == 0
    assert done.stderr == ""
    return [line for line in done.stdout.splitlines() if line]


def test_commands_and_options_are_completed() -> None:
    assert {"plain,build", "plain,check", "plain,explain"} <= set(asked("kring "))
    assert asked("kring ch") == ["plain,check"]
    assert {"plain,--format", "plain,--fix"} <= set(asked("kring check --f"))
    assert asked("kring check --format s") == ["plain,sarif"]
    assert asked("kring completion f") == ["plain,fish"]


def test_rules_are_completed_with_their_titles_where_the_shell_shows_them() -> None:
    assert set(asked("kring explain agenda/min")) == {"plain,agenda/minutes", "plain,agenda/minutes-min"}
    assert asked("kring explain agenda/minutes", shell="zsh")[:3] == [
        "plain",
        "agenda/minutes",
        "De minuten kloppen niet",
    ]
    assert "plain,agenda/minutes\tDe minuten kloppen niet" in asked("kring explain agenda/mi", shell="fish")


def test_programmes_and_their_sessions_are_completed(minimal_root: Path, tmp_path: Path) -> None:
    shutil.copytree(minimal_root / "programs/klein-begin", minimal_root / "programs/groot-begin")
    (minimal_root / "programs/geen-programma").mkdir()
    assert asked("kring print ", cwd=minimal_root) == ["plain,groot-begin", "plain,klein-begin"]
    assert asked("kring print k", cwd=minimal_root) == ["plain,klein-begin"]
    assert asked(f"kring print --root {minimal_root} k", cwd=tmp_path) == ["plain,klein-begin"]
    assert asked("kring print klein-begin --session ", cwd=minimal_root) == ["plain,1"]
    assert asked("kring print klein-begin --session ", cwd=minimal_root, shell="zsh") == ["plain", "1", "beginnen"]
    assert asked("kring print onbekend --session ", cwd=minimal_root) == []


def test_where_there_is_nothing_nothing_is_offered(tmp_path: Path) -> None:
    assert asked("kring print ", cwd=tmp_path) == []
    (tmp_path / "programs/kapot").mkdir(parents=True)
    (tmp_path / "programs/kapot/programme.yml").write_bytes(b"sessions: [\xff")
    assert asked("kring print kapot --session ", cwd=tmp_path) == []


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("shell", SHELLS)
def test_the_help_has_the_line_of_every_shell(shell: str, language: str) -> None:
    told = " ".join(CliRunner().invoke(cli, ["completion", "--help", "--language", language]).stdout.split())
    assert f"kring completion {shell}" in told


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_gets_a_script_that_asks_kring(shell: str) -> None:
    given = CliRunner().invoke(cli, ["completion", shell])
    assert given.exit_code == 0
    assert "_KRING_COMPLETE" in given.stdout
    assert f"{shell}_complete" in given.stdout
    assert given.stderr == ""


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_works_in_the_shell_itself(shell: str, tmp_path: Path) -> None:
    program = shutil.which(shell)
    if program is None:
        lacking(f"there is no {shell}: apt-get install -y --no-install-recommends {shell}")
    (tmp_path / "kring").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kring "$@"\n', encoding="utf-8")
    (tmp_path / "kring").chmod(0o755)
    script = tmp_path / "completion"
    script.write_text(CliRunner().invoke(cli, ["completion", shell]).stdout, encoding="utf-8")
    lines = {
        "bash": f"source {script}; COMP_WORDS=(kring explain agenda/min); COMP_CWORD=2; _kring_completion kring; "
        'printf "%s\\n" "${COMPREPLY[@]}"',
        "zsh": f"compdef() {{ :; }}; source {script} && whence -w _kring_completion",
        "fish": f"source {script}; complete -C 'kring explain agenda/min'",
    }
    expected = {"bash": "agenda/minutes", "zsh": "_kring_completion: function", "fish": "agenda/minutes"}
    variables = environment(REPOSITORY, {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"})
    done = subprocess.run(
        [program, "-c", lines[shell]], env=variables, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert expected[shell] in done.stdout
