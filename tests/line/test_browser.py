"""Every kind of page in a real browser: it fits, it is quiet, and everybody can use it."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from tests.clone import EDITIONS
from tests.line.browsing import NARROW, WIDE, Visit, visiting
from tests.line.serving import policy

from kring.pipeline import check

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
AXE = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")

RUN = """
async tags => {
  const found = await axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']});
  return found.violations.flatMap(({id, nodes}) => nodes.map(({target, html, failureSummary}) => {
    const element = document.querySelector(target[0]);
    return {rule: id, html: html.slice(0, 160), why: failureSummary, selector: target[0],
            in_body: Boolean(element.closest('.kring')), of: ELEMENTS.filter(name => element.closest(name))};
  }));
}
"""

PALETTE = {"light": "default", "dark": "slate"}
"""What the theme calls the schemes."""

SHELL_DEFECTS: set[tuple[str, str]] = set()
"""Known defects of the stock shell, (rule, selector of an element that holds them): QUALITY.md, an issue of its own."""


@pytest.fixture(scope="module")
def kinds(clone: Path) -> dict[str, list[str]]:
    """Edition → the address of one page of each kind, and of one that is not there."""
    found: dict[str, list[str]] = {}
    for edition, plan in check(clone).plans.items():
        first = {page.template: page.address for page in reversed(plan.pages)}
        found[edition] = [*first.values(), "404.html"]
    return found


def too_wide(visit: Visit) -> int:
    """Return by how many pixels a page is wider than its window."""
    return int(visit.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def violations(visit: Visit) -> list[dict[str, Any]]:
    """Return what axe-core finds wrong with the page that is open."""
    selectors = sorted({selector for _, selector in SHELL_DEFECTS})
    visit.page.evaluate(AXE)
    return list(visit.page.evaluate(RUN.replace("ELEMENTS", str(selectors)), TAGS))


def known(violation: dict[str, Any]) -> bool:
    return not violation["in_body"] and any((violation["rule"], name) in SHELL_DEFECTS for name in violation["of"])


@pytest.mark.parametrize(
    ("scheme", "width"),
    [
        ("light", WIDE),
        ("dark", NARROW),
        pytest.param("light", NARROW, marks=pytest.mark.heavy),
        pytest.param("dark", WIDE, marks=pytest.mark.heavy),
    ],
)
@pytest.mark.parametrize("edition", EDITIONS)
def test_every_kind_of_page_fits_is_quiet_and_can_be_used(
    edition: str, scheme: str, width: int, kinds: dict[str, list[str]], homes: dict[str, str], chromium: Browser
) -> None:
    home, wrong = homes[edition], {}
    with visiting(chromium, home, scheme=scheme, width=width) as visit:
        for address in kinds[edition]:
            visit.open(f"{home}/{address}")
            found: list[Any] = [*visit.faults, *(v for v in violations(visit) if not known(v))]
            visit.faults.clear()
            assert visit.page.locator("body").get_attribute("data-md-color-scheme") == PALETTE[scheme]
            if excess := too_wide(visit):
                found.append(f"{excess} pixels too wide")
            if found:
                wrong[address] = found
    assert wrong == {}


def test_the_kinds_are_all_that_the_templates_make(kinds: dict[str, list[str]], clone: Path) -> None:
    for edition in EDITIONS:
        templates = [path for path in (clone / "theme/pages" / edition).glob("*.j2") if path.stem != "parts.html"]
        assert len(kinds[edition]) > 0.8 * len(templates)


@pytest.mark.parametrize(("edition", "word"), [("participant", "uitstellen"), ("facilitator", "begeleider")])
def test_search_finds_a_dutch_word(edition: str, word: str, homes: dict[str, str], chromium: Browser) -> None:
    with visiting(chromium, homes[edition]) as visit:
        visit.open(f"{homes[edition]}/")
        visit.page.locator("[data-opens=__find]").click()
        field = visit.page.locator("input[name=query]")
        field.type(word)
        first = visit.page.locator(".md-search-result__link").first
        first.wait_for(state="attached")
        first.click()
        visit.page.wait_for_load_state("load")
        assert word in visit.page.locator("article").inner_text().lower()
        assert visit.faults == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_everything_stands_there_without_scripts(
    edition: str, kinds: dict[str, list[str]], homes: dict[str, str], chromium: Browser
) -> None:
    home = homes[edition]
    with visiting(chromium, home, scripts=False) as without, visiting(chromium, home) as with_scripts:
        for address in kinds[edition][::2]:
            texts = []
            for visit in (without, with_scripts):
                visit.open(f"{home}/{address}")
                assert visit.page.locator("h1").first.is_visible()
                texts.append(visit.page.locator("article").inner_text())
            assert texts[0] == texts[1], address
        assert without.faults == with_scripts.faults == []


def test_the_policy_allows_three_scripts_by_their_hashes(built_sites: Path) -> None:
    for edition in EDITIONS:
        assert policy(built_sites / edition).count("'sha256-") == 3
        assert "unsafe" not in policy(built_sites / edition)


SEEDS = {
    "a script": "const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s)",
    "a style": "document.querySelector('.kring').insertAdjacentHTML('beforeend', '<p style=\"color:red\">x')",
    "another host": "fetch('https://evil.example/x').catch(() => 0)",
    "an image of another host": "new Image().src = 'https://evil.example/x.png'",
    "an error": "setTimeout(() => { throw new Error('x') })",
    "a dialog": "setTimeout(() => alert(1))",
    "a window": "window.open('https://evil.example/')",
    "eval": "setTimeout('window.ran = 1')",
}


@pytest.mark.parametrize("seed", SEEDS)
def test_what_a_page_may_not_do_is_seen(seed: str, homes: dict[str, str], chromium: Browser) -> None:
    with visiting(chromium, homes["participant"]) as visit:
        visit.open(f"{homes['participant']}/contact/")
        assert visit.faults == []
        visit.page.evaluate(SEEDS[seed])
        visit.page.wait_for_timeout(200)
        assert visit.faults
        assert visit.page.evaluate("window.ran") is None


@pytest.mark.parametrize(
    ("html", "rule"),
    [
        ("<img src='../assets/kring.svg'>", "image-alt"),
        ("<input>", "label"),
        ("<a href='../'></a>", "link-name"),
        ("<ul><p>x</p></ul>", "list"),
    ],
)
def test_what_people_could_not_use_is_seen(html: str, rule: str, homes: dict[str, str], chromium: Browser) -> None:
    with visiting(chromium, homes["participant"]) as visit:
        visit.open(f"{homes['participant']}/contact/")
        visit.page.evaluate("html => document.querySelector('.kring').insertAdjacentHTML('beforeend', html)", html)
        assert [violation["rule"] for violation in violations(visit) if not known(violation)] == [rule]


def test_what_does_not_fit_is_seen(homes: dict[str, str], chromium: Browser) -> None:
    with visiting(chromium, homes["participant"], width=NARROW) as visit:
        visit.open(f"{homes['participant']}/contact/")
        assert too_wide(visit) == 0
        visit.page.evaluate("document.querySelector('.kring').style.width = '400px'")
        assert too_wide(visit) > 0
