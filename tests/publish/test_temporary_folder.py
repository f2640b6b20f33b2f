"""A folder of a command is gone when the command is, at the latest when the next one starts."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from tests.publish.outputs import IMPORTABLE

from kring.publish.temporary_folder import temporary_folder

WAIT = """
import time
from kring.publish.temporary_folder import temporary_folder

with temporary_folder("kring-proef") as folder:
    (folder / "a").mkdir()
    print(folder, flush=True)
    time.sleep(600)
"""


@pytest.fixture
def among(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of temporary files."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_it_is_empty_at_first_and_gone_at_last(among: Path) -> None:
    with temporary_folder("kring-proef") as folder:
        assert folder.parent == among
        assert list(folder.iterdir()) == []
        (folder / "a").mkdir()
    assert list(among.iterdir()) == []


def test_what_a_killed_command_left_is_cleared_by_the_next_and_what_another_uses_is_not(among: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", WAIT], stdout=subprocess.PIPE, text=True, env=IMPORTABLE | {"TMPDIR": str(among)}
    )
    assert process.stdout is not None
    left = Path(process.stdout.readline().strip())
    with temporary_folder("kring-proef"):
        assert (left / "a").is_dir()
    process.kill()
    process.communicate()
    assert (left / "a").is_dir()
    with temporary_folder("kring-ander"):
        assert (left / "a").is_dir()
    with temporary_folder("kring-proef") as folder:
        assert [path.name for path in among.iterdir() if path.is_dir()] == [folder.name]
    assert list(among.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="links and owners are of POSIX")
def test_a_lock_that_is_a_link_is_a_trap(among: Path) -> None:
    (among / "kring-proef-x").mkdir()
    (among / ".kring-proef-x.kring-lock").symlink_to(among / "elders")
    with temporary_folder("kring-proef"):
        assert not (among / "elders").exists()
        assert (among / "kring-proef-x").is_dir()
