"""First start from a clone: `python3 builder` makes .venv, installs Kring and builds both sites.

    python3 builder            build (the same as `kring build`)
    python3 builder serve …    any other command of kring
    python3 builder test       install what the tests need, and run all checks

Needs Python 3.11 with venv and pip, nothing else. Installs only into .venv of this folder, and only packages whose
hashes stand in constraints.txt.
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
CONSTRAINTS = ROOT / "constraints.txt"


def main(arguments: list[str]) -> int:
    """Install what is missing, then run the command; return its exit status."""
    if sys.version_info < (3, 11):  # noqa: UP036 -- whoever starts this may have an older one
        print("Kring needs Python 3.11 or newer; this is", sys.version.split()[0], file=sys.stderr)
        return 2
    testing = arguments[:1] == ["test"]
    install("kring", *(["tests"] if testing else []), "backend")
    if testing:
        return subprocess.call([PROGRAMS / "python", ROOT / "tests" / "run.py", *arguments[1:]], cwd=ROOT)
    return subprocess.call([PROGRAMS / "kring", *(arguments or ["build", "--root", str(ROOT)])])


def pinned(name: str) -> str:
    """Return one part of constraints.txt: `kring` (what it imports), `tests` or `backend` (what builds it)."""
    _, _, part = CONSTRAINTS.read_text(encoding="utf-8").partition(f"# == {name}\n")
    return part.partition("# == ")[0]


def install(*lists: str) -> None:
    """Install what these lists name into .venv, and Kring from this folder, unless that has been done already."""
    pins = [pinned(name) for name in lists]
    state = "".join([*pins, (ROOT / "pyproject.toml").read_text(encoding="utf-8")])
    done = VENV / f".{'-'.join(('kring', *lists))}"
    if done.is_file() and done.read_text(encoding="utf-8") == state:
        return
    if not (PROGRAMS / ("python.exe" if os.name == "nt" else "python")).exists():
        print("Making .venv …", file=sys.stderr)
        venv.create(VENV, with_pip=True)
    print("Installing, once; this takes a minute …", file=sys.stderr)
    pip = [PROGRAMS / "python", "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
    for name, text in zip(lists, pins, strict=True):
        requirements = VENV / f"{name}.txt"
        requirements.write_text(text, encoding="utf-8")
        subprocess.check_call([*pip, "--require-hashes", "--only-binary", ":all:", "-r", requirements])
    # Ours comes last, so that pip has nothing left to choose: all that it needs, the build backend too, is there.
    subprocess.check_call([*pip, "--no-deps", "--no-build-isolation", "--no-index", "--editable", ROOT])
    done.write_text(state, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
