"""A command loads what it needs: a check of sound content none of what builds, prints, serves and mends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.clone import environment

BUILDING = ("mkdocs", "material", "jinja2", "typst", "kring.print.press", "kring.site", "kring.publish.staging")
LOADED = """
import sys
from kring.command.main import main
sys.argv = ["kring", *sys.argv[1:]]
try:
    main()
except SystemExit as ended:
    assert not ended.code, ended.code
print("\\n".join(sys.modules))
"""


def loaded(clone: Path, *arguments: str | Path) -> set[str]:
    """Return the names of the modules that a command has loaded when it ends."""
    command = [sys.executable, "-c", LOADED, *map(str, arguments)]
    done = subprocess.run(command, env=environment(clone), capture_output=True, text=True, check=False, cwd=clone)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def within(modules: set[str], *packages: str) -> set[str]:
    return {
        name for name in modules if name.startswith(tuple(f"{package}." for package in packages)) or name in packages
    }


def test_a_check_loads_nothing_that_builds_prints_serves_or_mends(clone: Path) -> None:
    modules = loaded(clone, "check", "--quiet", "--root", clone)
    assert "kring.checks.agenda" in modules
    assert within(modules, *BUILDING, "PIL", "watchdog", "kring.preview", "kring.mending") == set()


def test_a_check_loads_what_mends_once_something_is_wrong(clone: Path, minimal_root: Path) -> None:
    help_block = minimal_root / "content/help.yml"
    help_block.write_text(
        help_block.read_text(encoding="utf-8").replace("hours: altijd", "hours: “altijd”"), encoding="utf-8"
    )
    modules = loaded(clone, "check", "--quiet", "--root", minimal_root)
    assert "kring.mending.fixers" in modules
    assert within(modules, *BUILDING) == set()


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["completion", "bash"]])
def test_what_needs_no_content_loads_none_of_what_reads_it(arguments: list[str], clone: Path) -> None:
    modules = loaded(clone, *arguments)
    assert within(modules, *BUILDING, "yaml", "jsonschema", "markdown_it", "kring.model", "kring.checks") == set()
