"""What pages say of themselves before anybody reads them: title, description, address, place in the site map."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, Route
from tests.clone import CONTENT, EDITIONS, copy_repository, kring
from tests.line.browsing import NARROW, visiting
from tests.line.every_page import addresses, too_wide
from tests.line.html_page import Page, read

MISSING = "404.html"
LONGEST_DESCRIPTION = 160
"""What search engines and link previews show of one."""

NOT_FOUND = "error: Failed to load resource: the server responded with a status of 404 (Not Found)"
"""What the browser says of a page with this status, and of nothing else that such a page needs."""


def title(page: Page) -> str:
    """Return what stands in the tab of a page."""
    return re.search(r"<title>(.*?)</title>", page.text, re.DOTALL)[1].strip()


def said(page: Page, tag: str, key: str, name: str, value: str) -> list[str]:
    """Return the attribute `value` of every element of the head that is called `name`."""
    given = (dict(element.attributes) for element in page.elements if element.tag == tag)
    return [attributes.get(value, "") for attributes in given if attributes.get(key) == name]


def faults_of_heads(heads: dict[str, Page]) -> list[str]:
    """Return what is wrong with the heads of the pages of a site, by address."""
    titles = Counter(title(page) for page in heads.values())
    found = [f"{number} pages are called {name!r}" for name, number in titles.items() if number > 1 or not name]
    for address, page in heads.items():
        descriptions = said(page, "meta", "name", "description", "content")
        if address != MISSING and (len(descriptions) != 1 or not descriptions[0].strip()):
            found.append(f"{address}: {len(descriptions)} descriptions")
        found += [f"{address}: {len(text)} characters" for text in descriptions if len(text) > LONGEST_DESCRIPTION]
        shapes = Counter(element.tag for element in page.elements)
        found += [f"{address}: {shapes[tag]} × {tag}" for tag in ("h1", "main") if shapes[tag] != 1]
    return found


@pytest.fixture(scope="module", params=EDITIONS)
def edition(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module")
def heads(edition: str, built_sites: Path) -> dict[str, Page]:
    """Address → page, of every page that is no mere way to another."""
    site = built_sites / edition
    found = addresses(site)
    return {address: read(site / address / "index.html" if address != MISSING else site / address) for address in found}


def test_every_page_says_what_it_is(heads: dict[str, Page]) -> None:
    assert len(heads) > 40
    assert faults_of_heads(heads) == []


def test_the_site_map_holds_every_page_and_nothing_else(
    edition: str, heads: dict[str, Page], built_sites: Path, clone: Path
) -> None:
    config = yaml.safe_load((clone / "site_config.yml").read_text(encoding="utf-8"))
    home = config["addresses"][edition].rstrip("/")
    listed = re.findall("<loc>(.*?)</loc>", (built_sites / edition / "sitemap.xml").read_text(encoding="utf-8"))
    assert sorted(listed) == sorted(f"{home}/{address}" for address in heads if address != MISSING)


def test_what_a_head_lacks_is_seen(heads: dict[str, Page]) -> None:
    address = next(address for address in heads if address.count("/") > 1)
    text = heads[address].text
    described = re.search(r'<meta name="description" content="([^"]*)">', text)
    for changed, told in (
        (re.sub("<title>.*?</title>", f"<title>{title(heads[''])}</title>", text, count=1), "2 pages are called"),
        (text.replace(described[0], ""), "0 descriptions"),
        (text.replace(described[1], "x" * 161), "161 characters"),
        (text.replace("<h1", "<h1></h1><h1", 1), "2 × h1"),
        (text.replace("<main", "<div", 1), "0 × main"),
    ):
        assert any(told in fault for fault in faults_of_heads(heads | {address: Page(changed)}))


@pytest.fixture(scope="module", params=["", "groepen/kring/"])
def served(request: pytest.FixtureRequest, clone: Path, built_sites: Path, tmp_path_factory) -> tuple[str, Path]:
    """An address with or without a path, and the participants' site as it is built for it."""
    home = f"https://kring.example.org/{request.param}"
    if not request.param:
        return home, built_sites / "participant"
    root = copy_repository(tmp_path_factory.mktemp("base") / "root", CONTENT)
    config = (root / "site_config.yml").read_text(encoding="utf-8")
    assert "participant: https://kring.example.org\n" in config
    (root / "site_config.yml").write_text(
        config.replace("participant: https://kring.example.org\n", f"participant: {home}\n"), encoding="utf-8"
    )
    out = root.with_name("site")
    done = kring(clone, "build", "--root", root, "--edition", "participant", "--out", out)
    assert done.returncode == 0, done.stderr
    return home, out


@pytest.mark.browser
@pytest.mark.parametrize("lost", ["weg", "sessie/weg/", "een/heel/diep/weg/"])
def test_a_lost_address_leads_home_from_any_depth(lost: str, served: tuple[str, Path], chromium: Browser) -> None:
    home, site = served

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path.removeprefix(urlsplit(home).path)
        file = site / path / "index.html" if not path or path.endswith("/") else site / path
        there = route.request.url.startswith(home) and file.is_file()
        route.fulfill(path=file if there else site / MISSING, status=200 if there else 404)

    with visiting(chromium, home, width=NARROW) as visit:
        visit.page.route("**/*", answer)
        visit.open(f"{home}{lost}")
        assert visit.faults == [NOT_FOUND]
        assert visit.page.locator("h1").is_visible()
        assert visit.page.evaluate("[...document.styleSheets].length") > 5
        assert too_wide(visit) == 0
        visit.page.locator("article a").first.click()
        visit.page.wait_for_url(home)
        assert title(Page(visit.page.content())) == title(read(site / "index.html"))
        assert visit.faults == [NOT_FOUND]
