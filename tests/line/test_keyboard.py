"""Both sites by keyboard alone: every stop can be seen, and menu, search, palette and forms can be used."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.clone import EDITIONS
from tests.line.browsing import NARROW, WIDE, visiting
from tests.line.keys import focus_is_in, tab_to, walk
from tests.sampling import sample

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("width", "scheme"), [(NARROW, "dark"), (WIDE, "light")])
@pytest.mark.parametrize("edition", EDITIONS)
def test_every_stop_on_the_first_page_can_be_seen(
    edition: str, width: int, scheme: str, homes: dict[str, str], chromium: Browser
) -> None:
    with visiting(chromium, homes[edition], width=width, scheme=scheme) as visit:
        visit.open(f"{homes[edition]}/")
        walked = walk(visit.page)
    assert "md-skip" in walked.stops[0]
    assert len(walked.stops) > 8
    assert walked.faults == ()


@pytest.mark.parametrize(("width", "scheme"), [(NARROW, "light"), (WIDE, "dark")])
@pytest.mark.parametrize("edition", EDITIONS)
def test_every_stop_on_every_kind_of_page_can_be_seen(
    edition: str, width: int, scheme: str, kinds: dict[str, list[str]], homes: dict[str, str], chromium: Browser
) -> None:
    wrong = {}
    with visiting(chromium, homes[edition], width=width, scheme=scheme) as visit:
        for address in sample(kinds[edition], 4):
            visit.open(f"{homes[edition]}/{address}")
            if faults := walk(visit.page).faults:
                wrong[address] = faults
    assert wrong == {}


SEEDS = {
    "no size": "link.style.cssText = 'display:inline-block;width:0;height:0;overflow:hidden'",
    "out of view": "link.style.cssText = 'position:fixed;left:-900px'",
    "covered by": "link.insertAdjacentHTML('afterend', '<div>'); "
    "link.nextSibling.style.cssText = 'position:fixed;inset:0;z-index:9'",
    "no ring": "link.style.setProperty('outline', '1px solid black', 'important')",
    "pale ring": "link.style.setProperty('outline-color', '#e5e5e5', 'important')",
    "ring cut off": "link.style.display = 'block'; link.parentElement.style.cssText = 'overflow:hidden;padding:0'",
    "out of order": "link.tabIndex = 3",
    "above the one before it": "link.style.cssText = 'position:absolute;top:4rem;left:0'",
    "never reached": "document.addEventListener('keydown', e => e.key === 'Tab' && e.target === link && "
    "e.preventDefault())",
}


@pytest.mark.parametrize("fault", SEEDS)
def test_what_is_wrong_with_a_stop_is_seen(fault: str, homes: dict[str, str], chromium: Browser) -> None:
    with visiting(chromium, homes["participant"]) as visit:
        visit.open(f"{homes['participant']}/contact/")
        visit.page.evaluate(
            f"() => {{ const link = [...document.querySelectorAll('.k-contact dd a')].at(-1); {SEEDS[fault]} }}"
        )
        assert any(found.startswith(fault) for found in walk(visit.page).faults)


def open_by_key(page: Page, name: str) -> None:
    tab_to(page, f"[data-opens={name}]")
    page.keyboard.press("Enter")
    expect(page.locator(f"#{name}")).to_be_visible()
    expect(page.locator(f"[data-opens={name}]")).to_have_attribute("aria-expanded", "true")


@pytest.mark.parametrize(
    ("name", "width"),
    [("__menu", NARROW), ("__find", NARROW), ("__find", WIDE), ("__palette", NARROW), ("__palette", WIDE)],
)
def test_a_dialog_keeps_the_focus_and_gives_it_back(
    name: str, width: int, homes: dict[str, str], chromium: Browser
) -> None:
    with visiting(chromium, homes["participant"], width=width) as visit:
        visit.open(f"{homes['participant']}/")
        page = visit.page
        open_by_key(page, name)
        for key in ("Tab",) * 25 + ("Shift+Tab",) * 3:
            page.keyboard.press(key)
            assert focus_is_in(page, f"#{name}")
        page.keyboard.press("Escape")
        expect(page.locator(f"#{name}")).to_be_hidden()
        expect(page.locator(f"[data-opens={name}]")).to_be_focused()
        expect(page.locator(f"[data-opens={name}]")).to_have_attribute("aria-expanded", "false")
        open_by_key(page, name)
        page.locator(f"#{name} [data-closes]").focus()
        page.keyboard.press("Enter")
        expect(page.locator(f"#{name}")).to_be_hidden()
        assert visit.faults == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_menu_holds_the_whole_navigation_and_leads_to_a_page(
    edition: str, homes: dict[str, str], chromium: Browser
) -> None:
    with visiting(chromium, homes[edition], width=NARROW) as visit:
        visit.open(f"{homes[edition]}/")
        page = visit.page
        assert not page.locator("#__nav").is_visible()
        open_by_key(page, "__menu")
        found = walk(page)
        assert not [fault for fault in found.faults if not fault.startswith("never reached")]
        page.locator("#__nav a", has_text="Contact").focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/contact/")
        assert page.locator("#__nav [aria-current=page]").inner_text() == "Contact" or edition == "facilitator"


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize(("edition", "word"), [("participant", "uitstellen"), ("facilitator", "begeleider")])
def test_search_is_typed_and_a_result_chosen_by_keys(
    edition: str, word: str, width: int, homes: dict[str, str], chromium: Browser
) -> None:
    with visiting(chromium, homes[edition], width=width) as visit:
        visit.open(f"{homes[edition]}/")
        page = visit.page
        open_by_key(page, "__find")
        expect(page.get_by_role("dialog", name="Zoeken")).to_be_visible()
        expect(page.get_by_label("Zoeken op deze site")).to_be_focused()
        page.keyboard.type(word)
        expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d+ pagina.*gevonden$"))
        found = walk(page)
        assert not [fault for fault in found.faults if not fault.startswith("never reached")]
        page.get_by_label("Zoeken op deze site").focus()
        page.keyboard.press("ArrowDown")
        expect(page.locator(".k-find__title > a").first).to_be_focused()
        page.keyboard.press("Tab")
        assert focus_is_in(page, ".k-find__hits")
        page.keyboard.press("ArrowUp")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert word in page.locator("article").inner_text().lower()
        assert visit.faults == []


def test_a_single_letter_is_no_command(homes: dict[str, str], chromium: Browser) -> None:
    with visiting(chromium, homes["participant"]) as visit:
        visit.open(f"{homes['participant']}/")
        for key in ("s", "f", "/"):
            visit.page.keyboard.press(key)
        assert visit.page.evaluate("document.activeElement === document.body")


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_the_palette_is_chosen_by_keys_and_remembered(width: int, homes: dict[str, str], chromium: Browser) -> None:
    with visiting(chromium, homes["participant"], width=width) as visit:
        visit.open(f"{homes['participant']}/")
        page, scheme = visit.page, "data-md-color-scheme"
        open_by_key(page, "__palette")
        expect(page.get_by_role("radio", name="Zoals op je apparaat")).to_be_checked()
        tab_to(page, "input[name=__palette]")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        expect(page.locator("body")).to_have_attribute(scheme, "slate")
        visit.open(f"{homes['participant']}/contact/")
        expect(page.locator("body")).to_have_attribute(scheme, "slate")
        open_by_key(page, "__palette")
        expect(page.get_by_role("radio", name="Donker")).to_be_checked()
        assert visit.faults == []


def test_a_form_is_filled_by_keys(homes: dict[str, str], chromium: Browser) -> None:
    page_with_form = f"{homes['participant']}/structureren-kun-je-leren/vragenlijst/intake-structuur/"
    with visiting(chromium, homes["participant"], width=NARROW) as visit:
        visit.open(page_with_form)
        page = visit.page
        tab_to(page, "article input[type=radio]")
        page.keyboard.press("Space")
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.matches('input[type=radio]:checked')")
        tab_to(page, "article textarea, article input[type=text]")
        page.keyboard.type("Rustig aan")
        assert page.evaluate("document.activeElement.value") == "Rustig aan"
        assert visit.faults == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_menu_opens_without_scripts(edition: str, homes: dict[str, str], chromium: Browser) -> None:
    with visiting(chromium, homes[edition], width=NARROW, scripts=False) as visit:
        visit.open(f"{homes[edition]}/")
        page = visit.page
        assert page.locator(".k-bar button:visible").count() == 0
        assert not page.locator("#__nav").is_visible()
        page.get_by_role("link", name="Menu").press("Enter")
        expect(page.locator("#__nav")).to_be_visible()
        page.keyboard.press("Tab")
        expect(page.locator("#__nav a").first).to_be_focused()


CUT_OFF = """
() => [...document.querySelectorAll('body *')].filter(e => {
  const style = getComputedStyle(e);
  if (style.clipPath !== 'none' || e.clientWidth <= 1 || !e.checkVisibility() || !e.innerText?.trim()) return false;
  const cuts = overflow => ['hidden', 'clip'].includes(overflow);
  return (cuts(style.overflowX) && e.scrollWidth > e.clientWidth + 1)
    || (cuts(style.overflowY) && e.scrollHeight > e.clientHeight + 1);
}).map(e => e.outerHTML.slice(0, 110))
"""
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def enlarge_text(page: Page) -> None:
    """Set the size of letters in the browser's own settings to twice what is usual: 16 pixels."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("Page.enable")
    devtools.send("Page.setFontSizes", {"fontSizes": {"standard": 32}})


PHONE = 360


@pytest.mark.parametrize(("zoom", "width"), [(200, WIDE // 2), (400, WIDE // 4), ("text", WIDE), ("text", PHONE)])
@pytest.mark.parametrize("edition", EDITIONS)
def test_a_page_with_larger_text_is_whole(
    edition: str, zoom: int | str, width: int, kinds: dict[str, list[str]], homes: dict[str, str], chromium: Browser
) -> None:
    wrong = {}
    with visiting(chromium, homes[edition], width=width) as visit:
        if zoom == "text":
            enlarge_text(visit.page)
        for address in sample(kinds[edition], 6):
            visit.open(f"{homes[edition]}/{address}")
            excess = visit.page.evaluate(TOO_WIDE)
            if (found := visit.page.evaluate(CUT_OFF)) or excess > 0:
                wrong[address] = [*found, *([f"{excess} pixels too wide"] if excess > 0 else [])]
    assert wrong == {}


def test_text_that_is_cut_off_is_seen(homes: dict[str, str], chromium: Browser) -> None:
    with visiting(chromium, homes["participant"]) as visit:
        visit.open(f"{homes['participant']}/contact/")
        assert visit.page.evaluate(CUT_OFF) == []
        visit.page.evaluate(
            "Object.assign(document.querySelector('h1').style, "
            "{width: '40px', overflow: 'hidden', whiteSpace: 'nowrap'})"
        )
        assert len(visit.page.evaluate(CUT_OFF)) == 1


def test_text_that_fits_until_it_is_larger_is_seen(homes: dict[str, str], chromium: Browser) -> None:
    with visiting(chromium, homes["participant"], width=PHONE) as visit:
        visit.open(f"{homes['participant']}/contact/")
        visit.page.evaluate("document.querySelector('h1').style.cssText = 'overflow: hidden; block-size: 60px'")
        assert visit.page.evaluate(CUT_OFF) == []
        enlarge_text(visit.page)
        assert visit.page.evaluate("getComputedStyle(document.documentElement).fontSize") == "40px"
        assert len(visit.page.evaluate(CUT_OFF)) == 1
