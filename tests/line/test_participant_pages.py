"""The participants' site for people who are tired: one way in, the way through, and nothing kept that nobody chose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.clone import EDITIONS
from tests.line.browsing import NARROW, WIDE, visiting
from tests.line.keys import focus_is_in, tab_to
from tests.sampling import sample

pytestmark = pytest.mark.browser

PROGRAMME = "structureren-kun-je-leren/"
THIRD = "session:tijd-schatten"
KEPT = """
async () => {
  const names = (await indexedDB.databases()).map(({name}) => name);
  if (!names.includes('kring')) return null;
  const database = await new Promise(done => {
    const asked = indexedDB.open('kring');
    asked.onsuccess = () => done(asked.result);
  });
  const records = await new Promise(done => {
    const asked = database.transaction('kept').objectStore('kept').getAll();
    asked.onsuccess = () => done(asked.result);
  });
  database.close();
  return records;
}
"""
NOTHING_IN_TAB = "sessionStorage.length === 0"
NO_MESSAGES = "window.BroadcastChannel = class extends EventTarget { postMessage() {} }"


@pytest.fixture
def home(homes: dict[str, str]) -> str:
    return homes["participant"]


@pytest.fixture
def device(chromium: Browser) -> Iterator[BrowserContext]:
    """Give a browser that knows nothing yet, at the width of a phone."""
    context = chromium.new_context(viewport={"width": NARROW, "height": 800}, reduced_motion="reduce")
    yield context
    context.close()


def opened(device: BrowserContext, address: str) -> Page:
    """Open a tab, and wait until the panel is there where the page has one."""
    page = device.new_page()
    page.goto(address, wait_until="load")
    if page.locator(".k-place").count():
        page.locator(".k-place-box").wait_for()
    return page


def choose(page: Page, stage: str, keep: str) -> None:
    page.get_by_label("Ik ben bij").select_option(stage)
    page.locator(f"[data-keep={keep}]").click()


def kept(page: Page) -> Any:
    return page.evaluate(KEPT)


def said(page: Page) -> str:
    return page.get_by_role("status").inner_text().strip()


# ---- The front page


def test_the_front_page_says_what_there_is_and_has_one_way_in(home: str, chromium: Browser) -> None:
    with visiting(chromium, home, width=NARROW, scripts=False) as visit:
        visit.open(f"{home}/")
        text = visit.page.locator(".k-entrance").inner_text()
        assert "8 sessies van 2 uur in 8 weken" in text
        assert re.search(r"thuis \d+ tot \d+ minuten per sessie", text)
        entrance = visit.page.locator(".k-entrance .k-button-large:visible")
        assert entrance.count() == 1
        entrance.click()
        expect(visit.page).to_have_url(f"{home}/{PROGRAMME}")


def test_the_front_page_leads_on_where_somebody_said_they_are(home: str, device: BrowserContext) -> None:
    page = opened(device, f"{home}/")
    assert page.locator(".k-go-on a").count() == 0
    other = opened(device, f"{home}/{PROGRAMME}")
    choose(other, THIRD, "device")
    link = page.locator(".k-go-on").get_by_role("link", name="Verder bij sessie 3: Hoe lang duurt dat eigenlijk?")
    expect(link).to_be_visible()
    page.reload()
    link.click()
    expect(page).to_have_url(f"{home}/{PROGRAMME}sessie/tijd-schatten/")


# ---- The way through a programme


def test_the_whole_way_stands_there_without_scripts(home: str, chromium: Browser) -> None:
    with visiting(chromium, home, width=NARROW, scripts=False) as visit:
        visit.open(f"{home}/{PROGRAMME}")
        path = visit.page.locator(".k-path")
        assert path.locator("> li").count() == 10
        assert path.locator(".k-between").count() == 7
        text = path.inner_text()
        assert "Thuis, ongeveer 25 minuten" in text
        assert "Tijd meten" in text
        assert visit.page.locator(".k-place").inner_text() == ""
        assert visit.page.locator("article").locator("button:visible, select:visible").count() == 0


def test_looking_keeps_nothing_about_anybody(home: str, device: BrowserContext) -> None:
    page = opened(device, f"{home}/")
    for address in (PROGRAMME, f"{PROGRAMME}sessie/tijd-schatten/", f"{PROGRAMME}huiswerk/tijd-meten/"):
        page.goto(f"{home}/{address}")
    page.goto(f"{home}/{PROGRAMME}")
    page.get_by_label("Ik ben bij").select_option(THIRD)
    assert kept(page) is None
    assert page.evaluate(NOTHING_IN_TAB)
    assert page.evaluate("Object.keys(localStorage)") == ["/.__palette"]
    assert device.cookies() == []


def test_the_device_remembers_once_somebody_chose_so(home: str, device: BrowserContext) -> None:
    page = opened(device, f"{home}/{PROGRAMME}")
    choose(page, THIRD, "device")
    expect(page.get_by_role("status")).to_contain_text("Onthouden op dit apparaat.", use_inner_text=True)
    [record] = kept(page)
    assert record["key"] == ["/", "structureren-kun-je-leren", "place"]
    assert (record["value"], record["schema"], record["revision"]) == (THIRD, 1, 1)
    assert record["time"] > 1_700_000_000_000
    assert page.evaluate(NOTHING_IN_TAB)
    assert page.url == f"{home}/{PROGRAMME}"
    page.reload()
    now = page.locator(".k-place-now")
    expect(now.locator("[data-fill=now]")).to_contain_text("Tijd meten")
    expect(now.locator("[data-fill=now]")).to_contain_text("25 minuten")
    expect(now.locator("[data-fill=next]")).to_contain_text("Beginnen zonder eerst zin te hebben")


def test_the_path_says_in_words_what_is_behind_now_and_next(home: str, device: BrowserContext) -> None:
    page = opened(device, f"{home}/{PROGRAMME}")
    assert page.locator(".k-path .k-mark").count() == 0
    choose(page, THIRD, "tab")
    current = page.locator(".k-path > [aria-current=step]")
    expect(current).to_have_count(1)
    expect(current).to_contain_text("Sessie 3")
    marks = [mark.strip() for mark in page.locator(".k-path .k-mark").all_inner_texts()]
    assert marks == ["Geweest", "Geweest", "Geweest", "Nu ben je hier", "Hierna"]
    page.get_by_role("button", name="Ik ben ergens anders").click()
    choose(page, "after", "tab")
    expect(current).to_contain_text("Na de laatste sessie")
    assert not page.locator("[data-follows]").is_visible()


def test_on_a_shared_device_it_goes_with_the_tab(home: str, device: BrowserContext) -> None:
    page = opened(device, f"{home}/{PROGRAMME}")
    choose(page, THIRD, "tab")
    expect(page.get_by_role("status")).to_contain_text("Niet onthouden.", use_inner_text=True)
    assert kept(page) is None
    page.goto(f"{home}/")
    expect(page.locator(".k-go-on a")).to_have_count(1)
    assert opened(device, f"{home}/{PROGRAMME}").locator(".k-place-now").count() == 0


@pytest.mark.parametrize("keep", ["device", "tab"])
def test_forgetting_leaves_nothing(keep: str, home: str, device: BrowserContext) -> None:
    page = opened(device, f"{home}/{PROGRAMME}")
    choose(page, THIRD, keep)
    page.get_by_role("button", name="Vergeet dit").click()
    expect(page.get_by_role("status")).to_contain_text("Vergeten.", use_inner_text=True)
    assert not kept(page)
    assert page.evaluate(NOTHING_IN_TAB)
    assert page.locator(".k-path .k-mark").count() == 0
    page.goto(f"{home}/")
    assert page.locator(".k-go-on a").count() == 0


def test_changing_ones_mind_about_the_device_takes_it_off(home: str, device: BrowserContext) -> None:
    page = opened(device, f"{home}/{PROGRAMME}")
    choose(page, THIRD, "device")
    page.get_by_role("button", name="Ik ben ergens anders").click()
    expect(page.get_by_label("Ik ben bij")).to_have_value(THIRD)
    choose(page, "before", "tab")
    expect(page.get_by_role("status")).to_contain_text("Niet onthouden.", use_inner_text=True)
    assert kept(page) == []


def test_nothing_is_chosen_for_who_did_not_choose(home: str, device: BrowserContext) -> None:
    page = opened(device, f"{home}/{PROGRAMME}")
    page.locator("[data-keep=device]").click()
    assert said(page) == "Kies eerst een sessie."
    assert kept(page) is None


def test_two_tabs_say_the_same(home: str, device: BrowserContext) -> None:
    first, second = (opened(device, f"{home}/{PROGRAMME}") for _ in range(2))
    choose(first, THIRD, "device")
    expect(second.locator("[data-fill=now]")).to_contain_text("Sessie 3")
    second.get_by_role("button", name="Vergeet dit").click()
    expect(first.get_by_label("Ik ben bij")).to_be_visible()


def test_an_old_tab_does_not_overwrite_what_is_newer(home: str, device: BrowserContext) -> None:
    device.add_init_script(NO_MESSAGES)
    first, old = (opened(device, f"{home}/{PROGRAMME}") for _ in range(2))
    choose(first, THIRD, "device")
    expect(first.get_by_role("status")).to_contain_text("Onthouden", use_inner_text=True)
    choose(old, "session:aankomen", "device")
    expect(old.get_by_role("status")).to_contain_text("In een ander tabblad", use_inner_text=True)
    expect(old.locator("[data-fill=now]")).to_contain_text("Sessie 3")
    assert [record["value"] for record in kept(old)] == [THIRD]


FAILURES = {
    "a private window": "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError') }",
    "a full disk": "const put = IDBObjectStore.prototype.put; IDBObjectStore.prototype.put = function (...a) "
    "{ put.apply(this, a); this.transaction.abort() }",
}


@pytest.mark.parametrize("failure", FAILURES)
def test_what_could_not_be_kept_is_said_and_holds_in_the_tab(failure: str, home: str, device: BrowserContext) -> None:
    device.add_init_script(FAILURES[failure])
    page = opened(device, f"{home}/{PROGRAMME}")
    choose(page, THIRD, "device")
    expect(page.get_by_role("status")).to_contain_text("Onthouden lukt niet op dit apparaat.", use_inner_text=True)
    assert "Onthouden op dit apparaat." not in said(page)
    expect(page.locator("[data-fill=now]")).to_contain_text("Sessie 3")
    page.reload()
    expect(page.locator("[data-fill=now]")).to_contain_text("Sessie 3")


def test_a_record_of_a_later_version_stays_as_it_is(home: str, device: BrowserContext) -> None:
    page = opened(device, f"{home}/{PROGRAMME}")
    choose(page, THIRD, "device")
    expect(page.get_by_role("status")).to_contain_text("Onthouden", use_inner_text=True)
    page.evaluate(
        """() => new Promise(done => {
          const asked = indexedDB.open('kring');
          asked.onsuccess = () => {
            const work = asked.result.transaction('kept', 'readwrite');
            work.objectStore('kept').put({...{key: ['/', 'structureren-kun-je-leren', 'place']}, schema: 2});
            work.oncomplete = () => { asked.result.close(); done() };
          };
        })"""
    )
    page.reload()
    expect(page.get_by_role("status")).to_contain_text("Dit apparaat kan nu niets onthouden", use_inner_text=True)
    choose(page, THIRD, "device")
    expect(page.get_by_role("status")).to_contain_text("Onthouden lukt niet", use_inner_text=True)
    assert [record["schema"] for record in kept(page)] == [2]


def test_the_panel_is_used_by_keys(home: str, device: BrowserContext) -> None:
    page = opened(device, f"{home}/{PROGRAMME}")
    tab_to(page, ".k-place select")
    page.keyboard.type("Sessie 3")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Dit apparaat is van mij: onthoud het")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Nu")).to_be_focused()
    tab_to(page, "[data-forget]")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Ik ben bij")).to_be_focused()


@pytest.mark.parametrize("address", ["", PROGRAMME, f"{PROGRAMME}sessie/tijd-schatten/"])
def test_nothing_jumps_while_a_page_comes_in(address: str, home: str, device: BrowserContext) -> None:
    device.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => { for (const e of list.getEntries()) moved += e.value })"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    page = opened(device, f"{home}/{address}")
    page.wait_for_timeout(300)
    assert page.evaluate("moved") < 0.01


# ---- A session


SESSION = f"{PROGRAMME}sessie/kiezen/"
SCREEN = 780


def test_the_homework_of_a_session_is_in_reach_at_once(home: str, chromium: Browser) -> None:
    with visiting(chromium, home, width=NARROW, scripts=False) as visit:
        visit.open(f"{home}/{SESSION}")
        heading = visit.page.get_by_role("heading", name="Wat je thuis doet").bounding_box()
        assert heading
        assert heading["y"] + heading["height"] < SCREEN
        assert "30 minuten" in visit.page.locator("section:has(> #part-homework)").inner_text()


@pytest.mark.parametrize(("address", "screens"), [(PROGRAMME, 6), (f"{PROGRAMME}over/", 3), ("sessie", 5)])
def test_a_page_is_short_enough_for_who_is_tired(
    home: str, homes: dict[str, str], chromium: Browser, address: str, screens: int
) -> None:
    with visiting(chromium, home, width=360) as visit:
        visit.open(f"{home}/{PROGRAMME}")
        links = visit.page.locator(".k-stage-session .k-stage-title a").all()
        sessions = [link.evaluate("link => link.href") for link in links]
        assert len(sessions) > 1
        for page in sessions if address == "sessie" else [f"{home}/{address}"]:
            visit.open(page)
            height = visit.page.evaluate("document.documentElement.scrollHeight")
            assert height <= screens * SCREEN, page


def test_the_steps_of_a_session_are_folded_before_they_are_drawn_and_open_one_by_one_or_all(
    home: str, chromium: Browser
) -> None:
    with visiting(chromium, home, width=360) as visit:
        page = visit.page
        visit.open(f"{home}/{SESSION}")
        folds = page.locator("details[data-fold]")
        assert folds.count() > 5
        assert page.locator("details[data-fold][open]").count() == 0
        steps = page.locator(".k-agenda details[data-fold]")
        steps.nth(1).locator("summary").first.press("Enter")
        assert page.locator("details[data-fold][open]").count() == 1
        page.get_by_role("button", name="Alles openklappen").click()
        assert page.locator("details[data-fold][open]").count() == folds.count()
        page.get_by_role("button", name="Alles dichtklappen").click()
        assert page.locator("details[data-fold][open]").count() == 0
        page.emulate_media(media="print")
        assert steps.nth(1).locator(".k-prose").first.is_visible()


def test_who_is_led_into_a_step_finds_it_open(home: str, chromium: Browser) -> None:
    with visiting(chromium, home, width=360) as visit:
        visit.open(f"{home}/{SESSION}")
        ids = visit.page.locator(".k-agenda details h3").evaluate_all("all => all.map(each => each.id)")
        visit.open(f"{home}/{SESSION}#{ids[2]}")
        step = visit.page.locator(f"details:has(#{ids[2]})")
        expect(step).to_have_attribute("open", "")
        expect(visit.page.locator(f"#{ids[2]}")).to_be_in_viewport()
        assert visit.page.locator("details[data-fold][open]").count() == 1


def test_without_scripts_every_step_lies_open(home: str, chromium: Browser) -> None:
    with visiting(chromium, home, width=360, scripts=False) as visit:
        visit.open(f"{home}/{SESSION}")
        assert visit.page.locator("details[data-fold]:not([open])").count() == 0
        assert not visit.page.locator("[data-fold-all]").is_visible()


# ---- Plainer words, and words read aloud


def choose_display(page: Page, name: str) -> None:
    """Choose something in the display, and close it."""
    page.get_by_role("button", name="Weergave").click()
    page.get_by_role("dialog").get_by_role("radio", name=name).check()
    page.keyboard.press("Escape")


def test_who_chooses_plain_text_reads_it_everywhere_until_they_take_it_back(home: str, chromium: Browser) -> None:
    with visiting(chromium, home, width=360) as visit:
        page = visit.page
        visit.open(f"{home}/{SESSION}")
        step = page.locator(".k-agenda details[data-fold]:has([data-plain])").first
        step.locator("summary").first.click()
        usual, plain = step.locator(".k-prose").first, step.locator("[data-plain] .k-prose")
        assert (usual.is_visible(), plain.is_visible()) == (True, False)
        choose_display(page, "Eenvoudige tekst")
        assert (usual.is_visible(), plain.is_visible()) == (False, True)
        step.locator("[data-plain] summary").click()
        assert (usual.is_visible(), plain.is_visible()) == (True, False), "for one text the usual words are at hand"
        visit.open(f"{home}/{ARTICLE}")
        assert page.locator(".k-variant-plain").is_visible()
        assert not page.locator(".k-variant-written").is_visible()
        choose_display(page, "Gewone tekst")
        assert page.locator(".k-variant-written").is_visible()
        visit.open(f"{home}/{SESSION}")
        assert page.locator("[data-plain][open]").count() == 0


VOICES = """
const said = [], voices = [{lang: "nl-NL", localService: LOCAL, name: "Stem"}];
window.said = said;
window.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text; } };
const synthesis = Object.assign(new EventTarget(), {
  getVoices: () => voices, speaking: false,
  speak(utterance) { said.push([utterance.text, utterance.lang, utterance.voice.name]); },
  cancel() { said.length = 0; },
});
Object.defineProperty(window, "speechSynthesis", {value: synthesis});
"""


def test_a_page_is_read_aloud_by_a_voice_of_the_device(home: str, chromium: Browser) -> None:
    with visiting(chromium, home, width=360) as visit:
        page = visit.page
        page.add_init_script(VOICES.replace("LOCAL", "true"))
        visit.open(f"{home}/{SESSION}")
        page.get_by_role("button", name="Weergave").click()
        page.get_by_role("button", name="Lees deze pagina voor").click()
        said = page.evaluate("window.said")
        title = page.get_by_role("heading", level=1).inner_text()
        assert [title, "nl", "Stem"] in said
        hidden = page.locator(".k-agenda details .k-prose p").first.text_content()
        assert hidden
        assert not any(hidden.strip() == text for text, *_ in said), "what is folded is not read"
        stop = page.get_by_role("button", name="Stop met voorlezen")
        expect(stop).to_be_in_viewport()
        stop.click()
        assert page.evaluate("window.said") == []


def test_no_voice_that_sends_the_text_away_is_offered(home: str, chromium: Browser) -> None:
    with visiting(chromium, home, width=360) as visit:
        visit.page.add_init_script(VOICES.replace("LOCAL", "false"))
        visit.open(f"{home}/{SESSION}")
        visit.page.get_by_role("button", name="Weergave").click()
        expect(visit.page.get_by_role("radio", name="Eenvoudige tekst")).to_be_visible()
        assert not visit.page.get_by_role("button", name="Lees deze pagina voor").is_visible()


# ---- An article in two texts


ARTICLE = "artikel/een-plan-is-geen-belofte/"


@pytest.mark.parametrize("edition", ["participant", "facilitator"])
def test_an_article_is_read_in_one_text_or_the_other_without_scripts(
    edition: str, homes: dict[str, str], chromium: Browser
) -> None:
    with visiting(chromium, homes[edition], width=NARROW, scripts=False) as visit:
        visit.open(f"{homes[edition]}/{ARTICLE}")
        page = visit.page
        written, plain = page.locator(".k-variant-written"), page.locator(".k-variant-plain")
        expect(page.get_by_role("group", name="Hoe wil je dit lezen?")).to_be_visible()
        assert (written.is_visible(), plain.is_visible()) == (True, False)
        page.get_by_role("radio", name="In makkelijke woorden").check()
        assert (written.is_visible(), plain.is_visible()) == (False, True)
        assert page.get_by_role("heading", name="In makkelijke woorden").is_visible()
        page.emulate_media(media="print")
        assert (written.is_visible(), plain.is_visible()) == (False, True)
        assert not page.get_by_role("group", name="Hoe wil je dit lezen?").is_visible()
        expect(page.locator("#part-help")).to_be_visible()


def test_the_texts_of_an_article_are_chosen_by_keys(home: str, chromium: Browser) -> None:
    with visiting(chromium, home) as visit:
        visit.open(f"{home}/{ARTICLE}")
        tab_to(visit.page, "#variant-written")
        visit.page.keyboard.press("ArrowDown")
        expect(visit.page.locator(".k-variant-plain")).to_be_visible()
        assert not visit.page.locator(".md-sidebar--secondary").is_visible()
        visit.page.keyboard.press("ArrowUp")
        expect(visit.page.locator(".k-variant-written")).to_be_visible()
        assert visit.page.locator(".md-sidebar--secondary").is_visible()


# ---- Nothing empty, and nothing lost


class Sections(HTMLParser):
    """The text below each heading of level 2 in the article of a page; what only scripts show does not count."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self._in_heading = False
        self._templates = 0
        self.feed(page.partition("<article")[2].partition("</article>")[0])

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        self._templates += tag == "template"
        if tag == "h2" and not self._templates:
            self.found.append(("", ""))
            self._in_heading = True

    def handle_endtag(self, tag: str) -> None:
        self._templates -= tag == "template"
        self._in_heading &= tag != "h2"

    def handle_data(self, data: str) -> None:
        if self.found and not self._templates:
            title, text = self.found[-1]
            self.found[-1] = (title + data, text) if self._in_heading else (title, text + data.strip())


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_section_of_any_page_is_empty(edition: str, built_sites: Path) -> None:
    pages = {path: Sections(path.read_text(encoding="utf-8")).found for path in (built_sites / edition).rglob("*.html")}
    assert sum(map(len, pages.values())) > 100
    assert [(path, title) for path, found in pages.items() for title, text in found if len(text) < 2] == []


def test_an_empty_section_would_be_seen() -> None:
    page = "<article><h2>Vol</h2><p>Ja.</p><h2>Leeg</h2><ul><li> </li></ul><template>x</template></article>"
    assert Sections(page).found == [("Vol", "Ja."), ("Leeg", "")]


BEYOND = """
() => {
  const edge = document.documentElement.clientWidth + 1;
  const found = [...document.querySelectorAll('body *')].filter(e => {
    const box = e.getBoundingClientRect();
    const scrolls = e.parentElement.closest('.kring-table, .k-table-wrap');
    return e.checkVisibility() && e.innerText?.trim() && getComputedStyle(e).clipPath === 'none' && !scrolls
      && box.width > 0 && (box.right > edge || box.left < -1);
  });
  return [document.documentElement.scrollWidth > edge && 'the page', ...found.map(e => e.outerHTML.slice(0, 90))]
    .filter(Boolean);
}
"""


@pytest.mark.parametrize("width", [WIDE, 360])
def test_every_page_is_whole_in_letters_of_twice_their_size(
    width: int, home: str, built_sites: Path, chromium: Browser
) -> None:
    site, wrong = built_sites / "participant", {}
    with visiting(chromium, home, width=width) as visit:
        for path in sample(sorted(site.rglob("*.html")), 8):
            visit.open(f"{home}/{path.relative_to(site).as_posix().removesuffix('index.html')}")
            visit.page.evaluate("document.documentElement.style.fontSize = '250%'")
            if found := visit.page.evaluate(BEYOND):
                wrong[path] = found
    assert wrong == {}


def test_what_lies_beyond_the_edge_is_seen(home: str, chromium: Browser) -> None:
    with visiting(chromium, home, width=360) as visit:
        visit.open(f"{home}/contact/")
        assert visit.page.evaluate(BEYOND) == []
        visit.page.evaluate("document.querySelector('h1').style.width = '500px'")
        assert visit.page.evaluate(BEYOND)


# ---- Help, from every page


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize(
    ("edition", "address"),
    [
        ("participant", ""),
        ("participant", f"{PROGRAMME}sessie/kiezen/"),
        ("participant", f"{PROGRAMME}huiswerk/tijd-meten/"),
        ("participant", "404.html"),
        ("facilitator", f"{PROGRAMME}sessie/kiezen/"),
    ],
)
def test_help_is_one_tap_away(
    edition: str, address: str, scripts: bool, homes: dict[str, str], chromium: Browser
) -> None:
    with visiting(chromium, homes[edition], width=NARROW, scripts=scripts) as visit:
        visit.open(f"{homes[edition]}/{address}")
        page = visit.page
        link = page.get_by_role("link", name="Hulp", exact=True)
        expect(link.locator(".k-bar__word")).to_be_in_viewport(ratio=1)
        link.click()
        heading = page.locator("#part-help-title")
        expect(heading).to_be_in_viewport(ratio=1)
        bar, place = page.locator(".k-bar").bounding_box(), heading.bounding_box()
        assert bar
        assert place
        assert place["y"] >= bar["y"] + bar["height"]
        assert focus_is_in(page, "#part-help")
        page.keyboard.press("Tab")
        assert focus_is_in(page, "#part-help")


# ---- The display


def text_size(page: Page) -> float:
    return float(page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)"))


@pytest.mark.parametrize("edition", ["participant", "facilitator"])
def test_larger_letters_are_chosen_remembered_and_not_printed(
    edition: str, homes: dict[str, str], chromium: Browser
) -> None:
    with visiting(chromium, homes[edition], width=NARROW) as visit:
        visit.open(f"{homes[edition]}/")
        page = visit.page
        usual = text_size(page)
        page.emulate_media(media="print")
        printed = text_size(page)
        page.emulate_media(media="screen")
        page.get_by_role("button", name="Weergave").click()
        expect(page.get_by_role("radio", name="Gewoon")).to_be_checked()
        page.get_by_role("radio", name="Grootst").check()
        assert text_size(page) == 1.5 * usual
        visit.open(f"{homes[edition]}/contact/")
        assert text_size(page) == 1.5 * usual
        page.emulate_media(media="print")
        assert text_size(page) == printed
        page.emulate_media(media="screen")
        page.get_by_role("button", name="Weergave").click()
        expect(page.get_by_role("radio", name="Grootst")).to_be_checked()
        page.get_by_role("radio", name="Groter").check()
        assert text_size(page) == 1.25 * usual
        page.get_by_role("radio", name="Gewoon").check()
        assert text_size(page) == usual
        assert visit.faults == []


def test_larger_letters_are_there_before_anything_is_drawn(home: str, device: BrowserContext) -> None:
    page = opened(device, f"{home}/")
    page.evaluate("localStorage.setItem('kring.text', 'larger')")
    device.route("**/shell.js", lambda route: route.abort())
    device.route("**/bundle*.js", lambda route: route.abort())
    page.goto(f"{home}/contact/")
    assert page.evaluate("document.documentElement.dataset.text") == "larger"


def test_a_browser_that_keeps_nothing_shows_the_site_all_the_same(home: str, chromium: Browser) -> None:
    with visiting(chromium, home, width=WIDE) as visit:
        visit.page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('no') }")
        visit.open(f"{home}/{PROGRAMME}")
        visit.page.get_by_role("button", name="Weergave").click()
        visit.page.get_by_role("radio", name="Groter").check()
        visit.page.keyboard.press("Escape")
        visit.page.get_by_label("Ik ben bij").select_option(THIRD)
        visit.page.locator("[data-keep=tab]").click()
        expect(visit.page.locator("[data-fill=now]")).to_contain_text("Sessie 3")
        assert visit.faults == []
