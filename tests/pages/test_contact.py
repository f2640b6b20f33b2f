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
    return {
        page.address: render(plan, page, templates, index).body for page in plan.pages if page.address.count("/") == 1
    }


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


def test_the_contact_stands_on_the_contact_page_alone(minimal_root: Path) -> None:
    found = bodies(minimal_root, "participant")
    assert [address for address, body in found.items() if "mailto:" in body] == ["contact/"]
    assert "tel:" not in found["contact/"].split('id="part-help"')[0], "no telephone is configured"
