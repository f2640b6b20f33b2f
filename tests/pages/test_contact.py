"""The contact page says how to reach the organisation, on both sites."""

from __future__ import annotations

from pathlib import Path

import pytest

from kring.pages.render import environment, render
from kring.pages.site_index import site_index
from kring.pipeline import check
from kring.theme_files import theme_folder


def bodies(root: Path, edition: str) -> dict[str, str]:
    """Return the body of each page about the site by its address."""
    plan = check(root).plans[edition]
    templates, index = environment(theme_folder() / "pages"), site_index(plan)
    return {page.address: render(plan, page, templates, index) for page in plan.pages if page.address.count("/") == 1}


@pytest.mark.parametrize("edition", ["participant", "facilitator"])
def test_the_contact_page_holds_the_contact(minimal_root: Path, edition: str) -> None:
    config = minimal_root / "site_config.yml"
    contact = "contact:\n  telephone: 010 123-45\n  text: Mail of bel *gerust*.\n"
    config.write_text(config.read_text(encoding="utf-8").replace("contact:\n", contact), encoding="utf-8")
    page = bodies(minimal_root, edition)["contact/"]
    assert "Voorbeeldorganisatie" in page
    assert '<a href="mailto:groep@example.org">groep@example.org</a>' in page
    assert '<a href="tel:01012345">010 123-45</a>' in page
    assert "<em>gerust</em>" in page


@pytest.mark.parametrize("edition", ["participant", "facilitator"])
def test_each_page_about_the_site_says_who_offers_it_and_no_other_page_does(minimal_root: Path, edition: str) -> None:
    config = minimal_root / "site_config.yml"
    text = config.read_text(encoding="utf-8").replace("  name: Voorbeeldorganisatie\n", "  name: Wijkzorg\n")
    config.write_text(f"{text}addresses:\n  participant: https://groep.example.org\n", encoding="utf-8")
    found = bodies(minimal_root, edition)
    about = ["colofon/", "contact/", "privacy/", "toegankelijkheid/"]
    assert sorted(address for address, body in found.items() if "mailto:" in body) == about
    for address in about:
        assert "<dd>Wijkzorg</dd>" in found[address]
        assert "<dd>groep.example.org</dd>" in found[address]


def test_a_telephone_that_is_not_configured_has_no_line(minimal_root: Path) -> None:
    page = bodies(minimal_root, "participant")["contact/"]
    assert "tel:" not in page.split('id="part-help"')[0]
