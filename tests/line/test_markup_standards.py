"""Every page of both editions is proper HTML, by the judgement of html-validate and of the Nu Html Checker (vnu)."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.clone import EDITIONS, pages
from tests.needed import lacking
from tests.sampling import sample

MODULES = Path(__file__).parents[1] / "editor/node_modules"
HTML_VALIDATE = MODULES / "html-validate/bin/html-validate.mjs"
VNU = MODULES / "vnu-jar/build/dist/vnu.jar"
INSTALL = "apt-get install -y default-jre-headless nodejs npm; npm ci --prefix tests/editor"
CONFIGURATION = Path(__file__).with_name("html_validate.config.mjs")

Judge = Callable[[Path], list[str]]


def run(program: str, tool: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a checker of the lock file with `program`. Without either the test fails in CI, and is skipped elsewhere."""
    found = shutil.which(program)
    if found is None or not tool.is_file():
        lacking(f"there is no {program}, or no {tool.name}: {INSTALL}")
    before = ["-jar"] if program == "java" else []
    return subprocess.run(
        [found, *before, tool, *arguments], cwd=MODULES.parent, capture_output=True, text=True, check=False
    )


def html_validate(site: Path) -> list[str]:
    """Return what html-validate finds in the pages below a folder."""
    # It ends before all of a long answer has gone through a pipe, so the answer goes into a file.
    with tempfile.TemporaryDirectory(prefix="kring-html-validate-") as folder:
        answer = Path(folder) / "answer.json"
        done = run(
            *("node", HTML_VALIDATE, "--config", CONFIGURATION, "--formatter", f"json={answer}", f"{site}/**/*.html")
        )
        assert done.returncode in (0, 1), done.stderr
        found = json.loads(answer.read_text(encoding="utf-8"))
    return [
        f"{Path(page['filePath']).relative_to(site)}:{fault['line']} {fault['ruleId']}: {fault['message']}"
        for page in found
        for fault in page["messages"]
    ]


def vnu(site: Path) -> list[str]:
    """Return the errors that the Nu Html Checker finds in the pages below a folder, all in one run of Java."""
    done = run("java", VNU, "--errors-only", "--exit-zero-always", "--format", "gnu", "--skip-non-html", site)
    assert done.returncode == 0, done.stderr
    return done.stderr.replace(f'"file:{site}/', "").splitlines()


@pytest.mark.parametrize("judge", [html_validate, vnu])
@pytest.mark.parametrize("edition", EDITIONS)
def test_every_page_is_proper_html(edition: str, judge: Judge, built_sites: Path, tmp_path: Path) -> None:
    site = built_sites / edition
    for page in sample(pages(site), 20):
        copy = tmp_path / page.relative_to(site)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(page, copy)
    assert judge(tmp_path) == []


SEEDS = {
    html_validate: {
        "id-twice": ('<p id="a">x</p><p id="a">y</p>', "no-dup-id"),
        "list-without-items": ("<ul><p>x</p></ul>", "element-permitted-content"),
        "attribute-of-old": ('<p align="left">x</p>', "no-deprecated-attr"),
        "never-closed": ("<div><section><h2>x</h2></div>", "close-order"),
        "button-without-name": ('<button type="button"></button>', "text-content"),
        "style-in-place": ('<p style="color:red">x</p>', "no-inline-style"),
    },
    vnu: {
        "id-twice": ('<p id="a">x</p><p id="a">y</p>', "Duplicate ID"),
        "list-without-items": ("<ul><p>x</p></ul>", "not allowed as child"),
        "never-closed": ("<div><section><h2>x</h2></div>", "Unclosed element"),
        "label-of-nothing": ('<label for="weg">x</label>', "must be the ID of a"),
        "no-completion": ('<input type="checkbox" aria-label="x" autocomplete="off">', "autocomplete"),
    },
}
PAGE = '<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>x</title></head><body>{}</body></html>'


@pytest.mark.parametrize("judge", SEEDS)
def test_what_is_no_proper_html_is_seen(judge: Judge, tmp_path: Path) -> None:
    (tmp_path / "proper.html").write_text(PAGE.format("<p>x</p>"), encoding="utf-8")
    for name, (html, _) in SEEDS[judge].items():
        (tmp_path / f"{name}.html").write_text(PAGE.format(html), encoding="utf-8")
    found = judge(tmp_path)
    assert all(
        any(line.startswith(name) and told in line for line in found) for name, (_, told) in SEEDS[judge].items()
    )
    assert not any(line.startswith("proper") for line in found)
