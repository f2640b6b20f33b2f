"""What a page weighs on the way to the reader, at the first visit and at the next, and that nothing in it jumps."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Response
from tests.clone import EDITIONS
from tests.line.browsing import Visit, visiting
from tests.sampling import sample

from kring.pipeline import check

pytestmark = pytest.mark.browser

FIRST, NEXT = 200 * 1024, 30 * 1024
"""Bytes, compressed as a host sends them."""

PHONE, DESK = 360, 1280
MOST_SHIFT = 0.01
"""Of the score that browsers give to what jumps; a tenth of what counts as good."""

WATCH = """
window.shift = 0;
new PerformanceObserver(list => { for (const entry of list.getEntries()) window.shift += entry.value; })
  .observe({type: 'layout-shift', buffered: true});
"""
COMPRESSED = (".html", ".css", ".js", ".json", ".svg", "/")


@pytest.fixture(scope="module")
def sessions(clone: Path) -> dict[str, list[str]]:
    """Edition → the addresses of its session pages."""
    return {
        edition: [
            page.address for page in plan.pages if page.address.count("/sessie/") and "gemist" not in page.address
        ]
        for edition, plan in check(clone).plans.items()
    }


def weight(response: Response) -> int:
    """Return the bytes of an answer as a host would send it."""
    body = response.body()
    return len(gzip.compress(body, 9)) if response.url.endswith(COMPRESSED) else len(body)


def loaded(visit: Visit, address: str) -> dict[str, int]:
    """Open a page; return what came over the line for it, by address."""
    answers: list[Response] = []

    def note(answer: Response) -> None:
        answers.append(answer)

    visit.page.on("response", note)
    visit.open(address)
    visit.page.wait_for_timeout(300)
    visit.page.remove_listener("response", note)
    return {answer.url: weight(answer) for answer in answers}


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("edition", EDITIONS)
def test_a_session_page_is_light(
    edition: str, width: int, sessions: dict[str, list[str]], homes: dict[str, str], chromium: Browser
) -> None:
    home = homes[edition]
    with visiting(chromium, home, width=width) as visit:
        first = loaded(visit, f"{home}/{sessions[edition][0]}")
        # Files that a browser has it does not ask for again; the test server lets it keep nothing.
        following = [loaded(visit, f"{home}/{address}") for address in sessions[edition][1:3]]
    assert len(first) > 5
    assert sum(first.values()) < FIRST, first
    for page in following:
        new = {address: size for address, size in page.items() if address not in first}
        assert new
        assert sum(new.values()) < NEXT, new


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_session_page_is_light_for_who_has_the_rest(
    edition: str, sessions: dict[str, list[str]], built_sites: Path
) -> None:
    sizes = {
        address: len(gzip.compress((built_sites / edition / address / "index.html").read_bytes(), 9))
        for address in sessions[edition]
    }
    assert len(sizes) >= 8
    assert {address: size for address, size in sizes.items() if size >= NEXT} == {}


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("edition", EDITIONS)
def test_nothing_jumps(
    edition: str, width: int, kinds: dict[str, list[str]], homes: dict[str, str], chromium: Browser
) -> None:
    jumped = {}
    for address in sample(kinds[edition], 6):
        # Each page as the first of a visit: with nothing kept, fonts come last.
        with visiting(chromium, homes[edition], width=width) as visit:
            visit.page.context.add_init_script(WATCH)
            visit.open(f"{homes[edition]}/{address}")
            visit.page.wait_for_timeout(200)
            if (shift := visit.page.evaluate("window.shift")) > MOST_SHIFT:
                jumped[address] = shift
    assert jumped == {}


def test_what_jumps_is_seen(homes: dict[str, str], chromium: Browser) -> None:
    with visiting(chromium, homes["participant"]) as visit:
        visit.page.context.add_init_script(WATCH)
        visit.open(f"{homes['participant']}/contact/")
        visit.page.evaluate("document.querySelector('h1').style.marginTop = '300px'")
        visit.page.wait_for_timeout(200)
        assert visit.page.evaluate("window.shift") > MOST_SHIFT
