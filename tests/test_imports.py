"""What our code imports is declared: a package that merely lies about here is not on the machine of somebody else."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
USED = PROJECT["project"]["dependencies"]
FOR_OURSELVES = [*USED, *PROJECT["dependency-groups"]["dev"]]
OURS = {"kring", "tests", "docs"}


def imported(folder: str) -> dict[str, Path]:
    """Return the first part of each absolute import below a folder, with a file that has it."""
    found: dict[str, Path] = {}
    for path in sorted((ROOT / folder).rglob("*.py")):
        if "node_modules" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Import):
                names = [each.name for each in node.names]
            elif isinstance(node, ast.ImportFrom) and not node.level:
                names = [node.module or ""]
            else:
                continue
            found |= {name.partition(".")[0]: path.relative_to(ROOT) for name in names}
    return found


@pytest.mark.parametrize(
    ("folder", "declared"),
    [("builder", USED), ("docs", FOR_OURSELVES), ("tests", FOR_OURSELVES)],
)
def test_every_import_is_of_python_ours_or_declared(folder: str, declared: list[str]) -> None:
    named = {plain(re.split(r"[<>=~! ]", each)[0]) for each in declared}
    distributions = packages_distributions()
    undeclared = {
        name: str(path)
        for name, path in imported(folder).items()
        if name not in sys.stdlib_module_names | OURS
        and not {plain(each) for each in distributions.get(name, ())} & named
    }
    assert not undeclared


def plain(distribution: str) -> str:
    """Return the name of a distribution as indexes compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", distribution).lower()
