"""What an organisation installs to get this very Kring: from an index, from Git, or a wheel in its own repository."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import distribution
from importlib.util import find_spec
from pathlib import Path

from kring import __version__

VENDOR = "vendor"
"""The folder of a new repository that holds the wheel."""


@dataclass(frozen=True, slots=True)
class Package:
    """What stands in `requirements.txt`, and the files (path → content) that have to lie beside it for that."""

    requirement: str
    files: Mapping[str, bytes] = field(default_factory=dict)


def package() -> Package | None:
    """Return what others install to get this Kring; None where nobody else can get it from where it came."""
    clone = Path(__file__).parents[3]
    if (clone / "pyproject.toml").is_file():
        return vendored(clone) if find_spec("hatchling") is not None else None
    requirement = requirement_from(distribution("kring").read_text("direct_url.json"))
    return Package(requirement) if requirement is not None else None


def vendored(clone: Path) -> Package:
    """Return the wheel of a clone, with its hash and those of all that it needs, so that pip takes nothing else."""
    name, wheel = build_wheel(clone)
    ours = f"./{VENDOR}/{name} \\\n    --hash=sha256:{hashlib.sha256(wheel).hexdigest()}"
    return Package(f"--only-binary :all:\n\n{ours}\n{pinned(clone, 'kring')}", {f"{VENDOR}/{name}": wheel})


def pinned(clone: Path, part: str) -> str:
    """Return one part of the constraints.txt of a clone, as pip reads it: `kring`, `tests` or `backend`."""
    _, _, found = (clone / "constraints.txt").read_text(encoding="utf-8").partition(f"# == {part}\n")
    return found.partition("# == ")[0].strip()


def build_wheel(clone: Path) -> tuple[str, bytes]:
    """Return the name of the wheel of a clone, and the wheel."""
    with tempfile.TemporaryDirectory(prefix="kring-wheel-") as folder:
        build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder]
        subprocess.run(build, cwd=clone, check=True, capture_output=True)
        (wheel,) = Path(folder).iterdir()
        return wheel.name, wheel.read_bytes()


def requirement_from(origin: str | None) -> str | None:
    """Return the requirement for what `direct_url.json` (PEP 610) says: that commit, or this version of an index.

    None for a file or a folder of this machine, which nobody else has.
    """
    if origin is None:
        return f"kring=={__version__}"
    told = json.loads(origin)
    vcs = told.get("vcs_info", {})
    return f"kring @ git+{told['url']}@{vcs['commit_id']}" if vcs.get("vcs") == "git" else None
