"""First start from a clone: `python3 builder` makes .venv, installs Kring and builds both sites.

    python3 builder            build (the same as `kring build`)
    python3 builder serve …    any other command of kring
    python3 builder test       install what the tests need, and run all checks

Needs Python 3.11 with venv and pip, nothing else. Installs only into .venv of this folder.
"""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PROGRAMS = VENV / ("Scripts" if os.name == "nt" else "bin")
PINS = ROOT / "constraints.txt"


def main(arguments: list[str]) -> int:
    """Install what is missing, then run the command; return its exit status."""
    if sys.version_info < (3, 11):  # noqa: UP036 -- whoever starts this may have an older one
        print("Kring needs Python 3.11 or newer; this is", sys.version.split()[0], file=sys.stderr)
        return 2
    testing = arguments[:1] == ["test"]
    install("dev" if testing else "build")
    if testing:
        return subprocess.call([PROGRAMS / "python", ROOT / "tests" / "run.py", *arguments[1:]], cwd=ROOT)
    return subprocess.call([PROGRAMS / "kring", *(arguments or ["build", "--root", str(ROOT)])])


def install(what: str) -> None:
    """Install Kring into .venv with the pinned versions, unless that has been done from these very pins."""
    done = VENV / f".kring-{what}"
    state = PINS.read_text(encoding="utf-8") + (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    if done.is_file() and done.read_text(encoding="utf-8") == state:
        return
    if not (PROGRAMS / ("python.exe" if os.name == "nt" else "python")).exists():
        print("Making .venv …", file=sys.stderr)
        venv.create(VENV, with_pip=True)
    print("Installing, once; this takes a minute …", file=sys.stderr)
    pip = [PROGRAMS / "python", "-m", "pip", "--disable-pip-version-check", "--quiet"]
    subprocess.check_call([*pip, "install", "--upgrade", "pip", "-c", PINS])
    groups = ["--group", f"{ROOT / 'pyproject.toml'}:dev"] if what == "dev" else []
    subprocess.check_call([*pip, "install", "-c", PINS, "--editable", ROOT, *groups])
    done.write_text(state, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
