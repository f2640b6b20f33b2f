"""The ways out: consoles with few letters, pipes, colours that are forced or refused."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from tests.clone import command, environment

REPOSITORY = Path(__file__).parents[2]
ESCAPE = b"\x1b"


def kring(*arguments: str | Path, cwd: Path | None = None, **changes: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        command(*arguments),
        env=environment(REPOSITORY, changes),
        cwd=cwd or REPOSITORY,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )


@pytest.fixture
def hard_to_write(minimal_root: Path) -> Path:
    """A root of which the findings hold signs that few consoles have."""
    article = minimal_root / "content/articles/rust.md"
    article.write_text(article.read_text(encoding="utf-8") + "\nZie [日本 🌱 ‘Łódź’](article:weg).\n", encoding="utf-8")
    (minimal_root / "content/activities").mkdir()
    (minimal_root / "content/activities/tab.yml").write_text("steps:\n\t- Kies\u00a0\n", encoding="utf-8")
    return minimal_root


@pytest.mark.parametrize(
    ("encoding", "arguments"),
    [
        ("cp1252", ("check", "--verbose")),
        ("cp1252", ("build", "--language", "en")),
        ("cp1252", ("check", "--fix")),
        ("cp437", ("check",)),
        ("ascii", ("check",)),
    ],
)
def test_no_console_is_too_poor_for_a_report(arguments: tuple[str, ...], encoding: str, hard_to_write: Path) -> None:
    told = kring(*arguments, "--root", hard_to_write, PYTHONIOENCODING=encoding)
    assert told.returncode == 1
    text = (told.stdout + told.stderr).decode(encoding)
    assert "Traceback" not in text
    assert ("content/activities/tab.yml" if "--fix" in arguments else "<U+65E5>") in text


@pytest.mark.parametrize("arguments", [("--help",), ("explain",), ("explain", "agenda/minutes"), ("chek",)])
def test_help_and_explanations_are_legible_everywhere(arguments: tuple[str, ...]) -> None:
    told = kring(*arguments, PYTHONIOENCODING="cp437")
    assert told.returncode == (2 if arguments == ("chek",) else 0)
    assert b"Traceback" not in told.stderr
    assert (told.stdout or told.stderr).decode("cp437").strip()


@pytest.mark.parametrize("form", ["json", "sarif", "gitlab", "github"])
def test_what_programs_read_is_utf_8_whatever_the_console_has(form: str, hard_to_write: Path) -> None:
    told = kring("check", "--root", hard_to_write, "--format", form, PYTHONIOENCODING="cp1252")
    assert "日本 🌱 ‘Łódź’" in told.stdout.decode("utf-8") or form != "json"
    assert b"\r" not in told.stdout
    assert told.stderr == b""


def test_colours_in_a_pipe_only_when_forced_and_never_when_refused(hard_to_write: Path) -> None:
    assert ESCAPE not in kring("check", "--root", hard_to_write).stdout
    forced = kring("check", "--root", hard_to_write, FORCE_COLOR="1", TERM="xterm-256color").stdout
    assert b"\x1b[1;31m" in forced
    refused = kring("check", "--root", hard_to_write, FORCE_COLOR="1", NO_COLOR="1", TERM="xterm-256color").stdout
    assert b"\x1b[1;31m" not in refused
    assert b"31m" not in refused


def test_a_reader_that_goes_away_is_no_error_to_tell_of() -> None:
    process = subprocess.Popen(
        command("explain", "--all"),
        env=environment(REPOSITORY),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    process.stdout.read(10)
    process.stdout.close()
    assert b"Traceback" not in process.stderr.read()
    process.stderr.close()
    process.wait(30)
