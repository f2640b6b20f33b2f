"""What is renamed stays reachable at its former address."""

from __future__ import annotations

from pathlib import Path

import pytest

from kring.pages.redirects import redirects
from kring.pages.render import environment
from kring.pipeline import check
from kring.site.tree import files_beside
from kring.theme_files import theme_folder

PROGRAMME = "programs/klein-begin/programme.yml"
SESSION = "programs/klein-begin/sessions/beginnen.yml"


@pytest.fixture
def root(minimal_root: Path) -> Path:
    return minimal_root


def rename(root: Path, path: str, former: str) -> None:
    """Note that the entity at `path` was once called `former`."""
    file = root / path
    text = file.read_text(encoding="utf-8")
    start = "---\n" if path.endswith(".md") else ""
    file.write_text(f"{start}formerly: [{former}]\n{text.removeprefix(start)}", encoding="utf-8")


def former(root: Path, edition: str) -> dict[str, str]:
    checked = check(root)
    assert checked.sound, [(str(finding.span), finding.rule) for finding in checked.findings]
    return {old: page.address for old, page in redirects(checked.plans[edition]).items()}


@pytest.mark.parametrize("edition", ["participant", "facilitator"])
def test_a_renamed_session_and_article_lead_on(root: Path, edition: str) -> None:
    assert former(root, edition) == {}
    rename(root, SESSION, "van-start")
    rename(root, "content/articles/rust.md", "kalmte")
    missed = {"klein-begin/sessie/van-start/gemist/": "klein-begin/sessie/beginnen/gemist/"}
    assert former(root, edition) == {
        "klein-begin/sessie/van-start/": "klein-begin/sessie/beginnen/",
        "artikel/kalmte/": "artikel/rust/",
        **(missed if edition == "participant" else {}),
    }


def test_a_renamed_programme_takes_its_pages_along(root: Path) -> None:
    rename(root, PROGRAMME, "oud-begin")
    rename(root, SESSION, "van-start")
    found = former(root, "participant")
    assert found["oud-begin/"] == "klein-begin/"
    assert found["oud-begin/sessie/beginnen/"] == "klein-begin/sessie/beginnen/"
    assert found["oud-begin/sessie/van-start/"] == "klein-begin/sessie/beginnen/"
    assert found["oud-begin/sessie/beginnen/gemist/"] == "klein-begin/sessie/beginnen/gemist/"


def test_a_redirect_works_without_scripts_and_without_others(root: Path) -> None:
    rename(root, SESSION, "van-start")
    plan = check(root).plans["participant"]
    tree = dict(files_beside(plan, theme_folder(), environment(theme_folder() / "pages")))
    page = tree["klein-begin/sessie/van-start/index.html"].decode()
    assert 'content="0; url=../beginnen/"' in page
    assert '<link rel="canonical" href="../beginnen/">' in page
    assert 'src="../../../assets/javascripts/redirect.js"' in page
    assert "//" not in page.replace("<!doctype html>", "")
