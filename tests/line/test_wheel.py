"""An installed wheel is all that an organisation needs; a clone needs Python alone."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from tests.clone import CONTENT, EDITIONS, REPOSITORY, copy_repository, files, look_over

from kring.publish.manifest import verify
from kring.starting.installed import build_wheel, pinned

PROGRAMME = "structureren-kun-je-leren"
PROGRAMS = "Scripts" if os.name == "nt" else "bin"


@dataclass(frozen=True)
class Installed:
    """A wheel in an environment of its own, and content in a folder of its own; no repository in sight."""

    wheel: Path
    programs: Path
    root: Path

    def kring(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        return _run(self.programs / "kring", *arguments, cwd=self.root)


def _run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "KRING_"))}
    environment["CI"] = "true"  # so that it prints its books itself, and takes none that the clone has printed
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    source = copy_repository(tmp_path_factory.mktemp("source") / "kring")
    name, content = build_wheel(source)
    wheel = tmp_path_factory.mktemp("wheel") / name
    wheel.write_bytes(content)
    place = tmp_path_factory.mktemp("environment") / "venv"
    venv.create(place, with_pip=True)
    pip = [place / PROGRAMS / "python", "-m", "pip", "--quiet", "install"]
    needed = wheel.with_name("kring.txt")
    needed.write_text(pinned(source, "kring"), encoding="utf-8")
    for arguments in (["-r", needed], ["--no-deps", "--no-index", wheel]):
        done = _run(*pip, *arguments, cwd=source)
        assert done.returncode == 0, done.stderr
    root = copy_repository(tmp_path_factory.mktemp("organisation") / "inhoud", CONTENT)
    return Installed(wheel, place / PROGRAMS, root)


def test_the_wheel_holds_the_theme_and_the_schemas_and_no_content(installed: Installed) -> None:
    names = zipfile.ZipFile(installed.wheel).namelist()
    theme = {
        path.relative_to(REPOSITORY / "theme").as_posix()
        for path in (REPOSITORY / "theme").rglob("*")
        if path.is_file()
    }
    assert {name.removeprefix("kring/_theme/") for name in names if name.startswith("kring/_theme/")} == theme
    assert "kring/schema/programme.yml" in names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"kring"}
    assert not [name for name in names if PROGRAMME in name or "/tests/" in name or name.endswith(".pyc")]


def test_nothing_of_the_repository_is_on_the_path(installed: Installed) -> None:
    seen = _run(
        installed.programs / "python",
        "-c",
        "import sys, kring.theme_files as t; print(t.theme_folder()); print(*sys.path, sep='\\n')",
        cwd=installed.root,
    )
    theme, *path = seen.stdout.splitlines()
    assert Path(theme).parts[-2:] == ("kring", "_theme")
    assert not [place for place in path if place and Path(place).is_relative_to(REPOSITORY)]


def test_it_checks_builds_and_prints_content_elsewhere(installed: Installed, built_sites: Path) -> None:
    checked = installed.kring("check")
    assert checked.returncode == 0, checked.stderr
    built = installed.kring("build", "--timings")
    assert built.returncode == 0, built.stderr
    for edition in EDITIONS:
        assert not verify(installed.root / "site" / edition)
    printed = installed.kring("print", PROGRAMME, "--session", "1")
    assert printed.returncode == 0, printed.stderr
    assert [path for path in files(installed.root / "print") if path.endswith("-1.pdf")]
    assert files(installed.root / "site") == files(built_sites), "a wheel builds what a clone builds"


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone that was started with one command."""
    clone = copy_repository(tmp_path_factory.mktemp("started") / "kring")
    built = _run(sys.executable, "builder", cwd=clone)
    assert built.returncode == 0, built.stdout + built.stderr
    return clone


def test_a_clone_builds_with_one_command(started: Path, built_sites: Path) -> None:
    assert files(started / "site") == files(built_sites)
    again = _run(sys.executable, "builder", "check", cwd=started)
    assert again.returncode == 0
    assert "Install" not in again.stderr


def test_a_colleague_installs_from_what_init_wrote_and_runs_what_ci_runs(started: Path, tmp_path: Path) -> None:
    root = tmp_path / "groepen"
    made = _run(sys.executable, "builder", "init", root, cwd=started)
    assert made.returncode == 0, made.stderr
    look_over(root)
    venv.create(root / ".venv", with_pip=True)
    programs = root / ".venv" / PROGRAMS
    recipe = yaml.safe_load((root / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    install = recipe["default"]["before_script"]
    jobs = [line for job in ("check", "due", "participant", "facilitator") for line in recipe[job]["script"]]
    for line in (*install, *jobs):
        program, *arguments = line.split()
        done = _run(programs / program, *arguments, cwd=root)
        assert done.returncode == 0, (line, done.stdout, done.stderr)
    for folder in ("site-deelnemers", "site-begeleiders"):
        assert not verify(root / folder)
    (wheel,) = (root / "vendor").iterdir()
    wheel.write_bytes(wheel.read_bytes() + b"x")
    changed = _run(programs / "pip", "install", "--force-reinstall", "--no-deps", "-r", "requirements.txt", cwd=root)
    assert changed.returncode != 0, "another wheel than that of the hash is refused"
    assert "HASH" in changed.stderr
