"""The JavaScript of the theme holds to the types that its comments state."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from tests.needed import lacking

ROOT = Path(__file__).parents[1]
COMPILER = ROOT / "tests/editor/node_modules/typescript/bin/tsc"
SCRIPTS = sorted(path for path in (ROOT / "theme").rglob("*.js") if "vendor" not in path.parts)
STRICT = ("--noEmit", "--allowJs", "--checkJs", "--strict", "--target", "es2022", "--lib", "es2023,dom,dom.iterable")
MODULES = ("--moduleDetection", "force")
"""Pages load every script as a module, or as the only one that is none: what one declares, no other sees."""


def compile_all(scripts: list[Path]) -> subprocess.CompletedProcess[str]:
    """Check the scripts. Without Node and the compiler that is a failure in CI, and skipped elsewhere."""
    node = shutil.which("node")
    if node is None or not COMPILER.is_file():
        lacking("there is no TypeScript: npm ci --prefix tests/editor")
    command = [node, str(COMPILER), *STRICT, *MODULES, *map(str, scripts)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_every_script_has_the_types_that_it_states() -> None:
    done = compile_all(SCRIPTS)
    assert SCRIPTS
    assert done.returncode == 0, done.stdout


def test_a_wrong_type_would_be_seen(tmp_path: Path) -> None:
    script = tmp_path / "wrong.js"
    script.write_text("/** @param {string} word */\nfunction say(word) { return word.length; }\nsay(1);\n")
    assert "TS2345" in compile_all([script]).stdout
