"""All checks of the repository, one after another: format, lint, types, tests. Stops at the first that fails."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = [sys.executable, "-m"]

# By two processes, file by file as they come: few long files must not be left for the end.
SHARED = ("-n", "2", "--dist", "loadfile", "--no-loadscope-reorder")
CHECKS = (
    ("format", [*PYTHON, "ruff", "format", "--check", "builder", "docs", "tests"]),
    ("lint", [*PYTHON, "ruff", "check", "builder", "docs", "tests"]),
    ("types", [*PYTHON, "mypy"]),
    ("tests", [*PYTHON, "pytest", *SHARED, "--durations", "25"]),
)


def main(arguments: list[str]) -> int:
    """Run every check; further arguments go to pytest."""
    for name, command in CHECKS:
        print(f"== {name}", flush=True)
        if status := subprocess.call([*command, *(arguments if name == "tests" else [])], cwd=ROOT):
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
