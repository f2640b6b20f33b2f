"""At an address that is not there, a visitor finds the way back, and help."""

from __future__ import annotations

from pathlib import Path

import pytest

from kring.build import build
from kring.pages.render import environment, render_missing
from kring.pipeline import check
from kring.theme_files import theme_folder

EDITIONS = ("participant", "facilitator")


@pytest.fixture
def root(minimal_root: Path) -> Path:
    help_file = minimal_root / "content" / "help.yml"
    text = help_file.read_text(encoding="utf-8")
    assert "  Bel 112" in text
    linked = "  Lees [hoe](page:contact) of vraag je [begeleider](term:begeleider). Bel 112"
    help_file.write_text(text.replace("  Bel 112", linked), encoding="utf-8")
    return minimal_root


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_page_of_a_site_holds_the_help_block(root: Path, tmp_path: Path, edition: str) -> None:
    assert build(root, tmp_path / "site").sound
    pages = sorted((tmp_path / "site" / edition).rglob("*.html"))
    assert "404.html" in [page.name for page in pages]
    without = [
        page.name for page in pages if '<a class="k-call" href="tel:112">' not in page.read_text(encoding="utf-8")
    ]
    assert without == []


@pytest.mark.parametrize(
    ("address", "base"),
    [
        (None, "/"),
        ("https://groep.example.org", "/"),
        ("https://example.org/kring/", "/kring/"),
        ("https://example.org/a/b", "/a/b/"),
    ],
)
def test_its_links_lead_home_from_whatever_depth_it_is_served(root: Path, address: str | None, base: str) -> None:
    if address:
        config = root / "site_config.yml"
        text = config.read_text(encoding="utf-8")
        config.write_text(f"{text}addresses:\n  participant: {address}\n", encoding="utf-8")
    plan = check(root).plans["participant"]
    page = render_missing(plan, environment(theme_folder() / "pages"))
    for link in (f'href="{base}"', f'href="{base}contact/"', f'href="{base}begrippen/#begeleider"'):
        assert link in page
    assert 'href="../' not in page
    assert 'href="contact' not in page
