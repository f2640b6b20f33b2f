"""The pages of the real content are proper HTML, and what no page may have would be seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.clone import pages
from tests.line.html_page import Page, dangers, inline_scripts, read


def test_real_pages_are_proper_html(built_sites: Path) -> None:
    known = inline_scripts(pages(built_sites))
    found = {path.relative_to(built_sites): dangers(read(path), known) for path in pages(built_sites)}
    assert {path: dangers for path, dangers in found.items() if dangers} == {}


SEEDS = {
    "a script": "<script>alert(1)</script>",
    "a script of our own, changed": "<script>var target=1</script>",
    "an event": "<p onclick=alert(1)>x</p>",
    "a style": '<p style="color:red">x</p>',
    "an address that runs": '<a href="javascript:alert(1)">x</a>',
    "an address that runs, disguised": '<a href=" &#106;avascript:alert(1)">x</a>',
    "an address that runs, with a tab": '<a href="java&Tab;script:alert(1)">x</a>',
    "data": '<img src="data:image/svg+xml,<svg/>" alt="x">',
    "another host": '<img src="//evil.example/x" alt="x">',
    "a frame": "<iframe></iframe>",
    "a base": "<base href=x>",
    "a refresh": '<meta http-equiv="refresh" content="0">',
    "an end too many": "</div>",
    "an end too few": "<div>",
    "a comment": "<!-- x -->",
    "an attribute twice": '<p class="a" class="b">x</p>',
    "an id with spaces": '<p id="a b">x</p>',
}


@pytest.mark.parametrize("seed", SEEDS)
def test_what_no_page_may_have_is_seen(seed: str, built_sites: Path) -> None:
    page = built_sites / "participant/contact/index.html"
    known, text = inline_scripts([page]), page.read_text(encoding="utf-8")
    assert dangers(Page(text), known) == []
    assert dangers(Page(text.replace("</h1>", f"</h1>{SEEDS[seed]}", 1)), known)
