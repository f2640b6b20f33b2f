"""The documentation: every command in it runs, every YAML in it is right, and the reference is whole."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shlex
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest
from tests.clone import environment, look_over

from kring.rules import RULES
from kring.schema.registry import schema_for
from kring.schema.validate import validate
from kring.source.documents import Key
from kring.source.kinds import Kind
from kring.source.read import read_text

DOCS = Path(__file__).parents[2] / "docs"
PAGES = sorted((DOCS / "pages").rglob("*.md"))
FENCE = re.compile(
    r'(?:^<!-- finds (?P<finds>.*) -->\n)?^```(\w*)(?: title="([^"]+)")?\n(.*?)^```$', re.MULTILINE | re.DOTALL
)
SHOWN_ONLY = ("git", "pip", "cd", "python3", "python", "source", "ffmpeg")
"""Commands of others, and those that install or test Kring itself: tests/line/test_wheel.py runs these."""

FROM_A_CLONE = "python3 kring/builder "
"""How a command is given before Kring is installed."""


@dataclass(frozen=True)
class Fence:
    """A block of code: its language, the file that it is, and its text.

    `finds` are the rules of all findings of each `kring check` in it (`a, b; c` of two), from a comment in front of it.
    """

    finds: str
    language: str
    path: str | None
    text: str


def fences(page: Path) -> list[Fence]:
    return [Fence(*found) for found in FENCE.findall(page.read_text(encoding="utf-8"))]


def name(page: Path) -> str:
    return page.relative_to(DOCS / "pages").as_posix()


@pytest.mark.parametrize("page", [page for page in PAGES if "```sh" in page.read_text(encoding="utf-8")], ids=name)
def test_every_command_and_file_on_a_page_works_in_the_order_in_which_they_stand(
    page: Path, clone: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "werk"
    folder.mkdir()
    if "begin_with: init" in page.read_text(encoding="utf-8"):
        run(clone, folder, "kring init . --name Proef", "")
        look_over(folder)
    for fence in fences(page):
        if fence.path:
            (folder / fence.path).parent.mkdir(parents=True, exist_ok=True)
            (folder / fence.path).write_text(fence.text, encoding="utf-8")
        elif fence.language == "sh":
            claims = iter((fence.finds or "").split(";"))
            for line in fence.text.splitlines():
                if line.startswith("cd "):
                    folder /= line.removeprefix("cd ")
                elif line != "git clone <adres van Kring> kring":
                    run(clone, folder, line.replace(FROM_A_CLONE, "kring "), next(claims, "") if is_check(line) else "")


def run(clone: Path, folder: Path, line: str, finds: str) -> None:
    """Run a command as it stands; `# status 1` behind it says how it ends, and a check `finds` these rules."""
    command, _, expected = line.partition("  # status ")
    program, *arguments = shlex.split(command)
    assert program == "kring"
    given = environment(clone, {"BROWSER": "true"})
    if is_check(line):
        assert found_by(folder, arguments, given) == set(filter(None, finds.strip().split(", "))), line
    if arguments[0] == "serve":
        serve(folder, [*arguments, "--no-open", "--port", "19000"], given)
        return
    done = subprocess.run(
        [sys.executable, "-m", "kring", *arguments], cwd=folder, env=given, capture_output=True, text=True, check=False
    )
    assert done.returncode == int(expected or 0), f"{line}\n{done.stdout}{done.stderr}"


def is_check(line: str) -> bool:
    return line.startswith("kring check") and not {"--format", "--fix"} & set(line.split())


def found_by(folder: Path, arguments: list[str], given: dict[str, str]) -> set[str]:
    """Return the rules of all findings of a check."""
    command = [sys.executable, "-m", "kring", *arguments, "--format", "json"]
    done = subprocess.run(command, cwd=folder, env=given, capture_output=True, text=True, check=False)
    return {finding["rule"] for finding in json.loads(done.stdout)["findings"]}


def serve(folder: Path, arguments: list[str], given: dict[str, str]) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "kring", *arguments], cwd=folder, env=given, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert any("Ctrl-C" in line for line in process.stdout)
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=30) == 0
    process.stdout.close()


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_what_is_only_shown_is_not_ours(page: Path) -> None:
    for fence in fences(page):
        assert fence.language in ("sh", "console", "yaml", "text"), fence
        if fence.language == "console":
            assert {line.split()[0] for line in fence.text.splitlines()} <= set(SHOWN_ONLY)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_piece_of_yaml_is_right_as_a_part_of_some_file(page: Path) -> None:
    for fence in fences(page):
        if fence.language == "yaml" and not fence.path:
            assert any(wrong_in(fence.text, kind) <= {"schema/missing-field"} for kind in Kind), fence


def wrong_in(text: str, kind: Kind) -> set[str]:
    document, findings, _ = read_text(Key(kind, "stuk"), "stuk.yml", text.encode())
    return {finding.rule for finding in (*findings, *(validate(document) if document else ()))}


@pytest.fixture(scope="module")
def docs() -> ModuleType:
    spec = importlib.util.spec_from_file_location("kring_docs_build", DOCS / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_reference_holds_every_rule_field_and_command(docs: ModuleType) -> None:
    reference = dict(docs.reference())
    assert [rule for rule in RULES if f"`{rule}`" not in reference["naslag/regels.md"]] == []
    for kind in Kind:
        text = reference[f"naslag/velden/{kind.value}.md"]
        assert [field for field in schema_for(kind)["properties"] if f"## `{field}`" not in text] == []
    for command in ("init", "new", "build", "check", "serve", "print", "explain", "schema", "verify"):
        assert f"## `kring {command}`" in reference["naslag/opdrachten.md"]


def test_the_documentation_builds_without_a_warning_and_asks_nobody_else(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, DOCS / "build.py", tmp_path / "site"],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    pages = list((tmp_path / "site").rglob("*.html"))
    assert len(pages) > len(PAGES)
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert not re.findall(r'<(?:script|link|img)\b[^>]*\b(?:src|href)="https?://', text), page


def test_every_promise_about_safety_names_tests_that_are_there() -> None:
    rows = re.findall(
        r"^\| .+ \| (`.+`) \|$", (DOCS / "pages/uitleg/veiligheid.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    named = [name for row in rows for name in re.findall(r"`([\w/]+\.py)`", row)]
    assert len(named) > len(rows) > 15
    assert [name for name in named if not (DOCS.parent / "tests" / name).is_file()] == []
