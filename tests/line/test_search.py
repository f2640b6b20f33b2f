"""The search of both sites in a real browser: what is found, in what order, by keys, and what it leaves behind."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.clone import EDITIONS
from tests.line.browsing import NARROW, WIDE, Visit, visiting
from tests.line.every_page import violations
from tests.line.keys import focus_is_in

pytestmark = pytest.mark.browser

TRAINING = "structureren-kun-je-leren"
BEST = 4
"""A page that is looked for stands among the first so many."""

FOUND_BY_ALL = [
    # As it stands there.
    ("energiebudget", "werkblad/mijn-energiebudget-blad/"),
    ("weekdagboek", f"{TRAINING}/dagboek/weekdagboek/"),
    ("toegankelijkheid", "toegankelijkheid/"),
    ("sessie 3", f"{TRAINING}/sessie/tijd-schatten/"),
    ("hoe lang duurt dat", f"{TRAINING}/sessie/tijd-schatten/"),
    # Inflected one way and the other.
    ("plan", "artikel/een-plan-is-geen-belofte/"),
    ("plannen", "artikel/hulp-vragen-is-ook-plannen/"),
    ("planning", "module/planning-en-structuur/"),
    ("gepland", "artikel/een-plan-is-geen-belofte/"),
    ("prikkel", "artikel/prikkels-en-je-plek/"),
    ("volgehouden", f"{TRAINING}/sessie/volhouden-en-terugvallen/"),
    ("terugval", f"{TRAINING}/sessie/volhouden-en-terugvallen/"),
    ("onderbreking", f"{TRAINING}/sessie/onderbreken-en-prikkels/"),
    ("verdeel", f"{TRAINING}/sessie/energie-verdelen/"),
    ("weken", f"{TRAINING}/huiswerk/eerste-weken-alleen/"),
    ("week", f"{TRAINING}/huiswerk/mijn-week-bekijken/"),
    ("stapje", f"{TRAINING}/huiswerk/kleinste-stap/"),
    # Compounds by either part, and parts by a compound.
    ("herstart", "werkblad/herstartkaart/"),
    ("budget", "artikel/je-energie-is-je-budget/"),
    ("budgetten", "werkblad/mijn-energiebudget-blad/"),
    ("dagboeken", f"{TRAINING}/dagboek/weekdagboek/"),
    ("afspraak", "werkblad/groepsafspraken/"),
    ("groepsafspraak", "werkblad/groepsafspraken/"),
    ("contactgegevens", "contact/"),
    ("privacyverklaring", "privacy/"),
    # Accents, and a slip of the keys.
    ("een ding", f"{TRAINING}/huiswerk/een-ding-laten-wachten/"),
    ("ÉÉN DING", f"{TRAINING}/huiswerk/een-ding-laten-wachten/"),
    ("overzigt", f"{TRAINING}/sessie/aankomen/"),
    ("herstartkart", "werkblad/herstartkaart/"),
    ("groepsafsprakne", "werkblad/groepsafspraken/"),
]
FOUND = {
    "participant": [
        *FOUND_BY_ALL,
        ("kaart", "werkblad/herstartkaart/"),
        ("kaartjes", "werkblad/doelkaartje/"),
        ("uitstellen", "artikel/waarom-beginnen-zo-lastig-is/"),
        ("uitstel", f"{TRAINING}/sessie/beginnen/"),
        ("uitgesteld", f"{TRAINING}/sessie/beginnen/"),
        ("oefening", f"{TRAINING}/sessie/kiezen/"),
        ("oefeningen", f"{TRAINING}/sessie/kiezen/"),
        ("adem", "artikel/opnieuw-beginnen-is-ook-doorgaan/"),
        ("foto's", f"{TRAINING}/sessie/onderbreken-en-prikkels/"),
        ("fotos", f"{TRAINING}/sessie/onderbreken-en-prikkels/"),
        ("werkbladen", "werkblad/doelkaartje/"),
    ],
    "facilitator": [
        *FOUND_BY_ALL,
        ("kaart", f"{TRAINING}/werkblad/als-kaarten-met-tekens/"),
        ("tekenkaart", "werkblad/tekenkaarten/"),
        ("meetplan", f"{TRAINING}/meetplan/"),
        ("erkenningen", f"{TRAINING}/erkenning/"),
        ("veilig", f"{TRAINING}/veiligheid/"),
        ("crisis", f"{TRAINING}/veiligheid/"),
        ("overleg", "werkvorm/lopend-overleg/"),
        ("overlegt", "werkvorm/lopend-overleg/"),
        ("uitwisseling van tips", "werkvorm/tips-uitwisselen/"),
        ("pauzes", "werkvorm/pauze-met-keuze/"),
        ("schatting", "werkvorm/schatten-en-meten/"),
        ("tidier", f"{TRAINING}/tidier/"),
        ("biblioteek", "bibliotheek/"),
    ],
}

HITS = """
list => [...list.children].map(hit => ({
  address: hit.querySelector('h3 > a').href,
  where: ['h3 mark', '.k-find__kind mark', '.k-find__place > a mark', 'mark'].findIndex(s => hit.querySelector(s)),
}))
"""


@pytest.fixture(scope="module", params=EDITIONS)
def open_search(
    request: pytest.FixtureRequest, homes: dict[str, str], chromium: Browser
) -> Iterator[tuple[str, Visit]]:
    with visiting(chromium, homes[request.param]) as visit:
        visit.open(f"{homes[request.param]}/")
        visit.page.locator("[data-opens=__find]").click()
        expect(visit.page.get_by_role("status")).to_have_text("Typ een woord om te zoeken")
        yield request.param, visit


def look_for(page: Page, words: str) -> list[dict[str, object]]:
    """Type `words`; return the pages that are listed, with whether title (0), kind, heading or text (3) answers."""
    hits, field = page.locator(".k-find__hits"), page.get_by_label("Zoeken op deze site")
    if field.input_value() == words:
        field.fill("")
        expect(hits).to_be_empty()
    hits.evaluate("list => list.append(Object.assign(document.createElement('li'), {className: 'before'}))")
    field.fill(words)
    hits.locator(".before").wait_for(state="detached")
    assert "gevonden" in page.get_by_role("status").inner_text()
    found = list(hits.evaluate(HITS))
    for each in found:
        each["address"] = urlsplit(str(each["address"])).path.removeprefix("/")
    return found


def test_every_page_is_found_by_the_words_that_people_type(open_search: tuple[str, Visit]) -> None:
    edition, visit = open_search
    missed = {}
    for words, address in FOUND[edition]:
        first = [hit["address"] for hit in look_for(visit.page, words)[:BEST]]
        if address not in first:
            missed[words] = (address, first)
    assert missed == {}
    assert visit.faults == []


@pytest.mark.parametrize("word", ["plannen", "energie", "beginnen", "week", "prikkels"])
def test_titles_stand_before_kinds_before_headings_before_text(word: str, open_search: tuple[str, Visit]) -> None:
    places = [hit["where"] for hit in look_for(open_search[1].page, word)]
    assert places[0] == 0
    assert places == sorted(places)
    assert len(set(places)) > 1


def test_pages_of_a_kind_stand_in_the_order_of_the_site(open_search: tuple[str, Visit]) -> None:
    kind = {"participant": "sessie", "facilitator": "draaiboek"}[open_search[0]]
    addresses = [str(hit["address"]) for hit in look_for(open_search[1].page, kind) if hit["where"] == 1]
    sessions = [address for address in addresses if re.fullmatch(f"{TRAINING}/sessie/[^/]+/", address)]
    assert sessions[:2] == [f"{TRAINING}/sessie/aankomen/", f"{TRAINING}/sessie/kiezen/"]


def test_a_page_is_listed_once(open_search: tuple[str, Visit]) -> None:
    addresses = [hit["address"] for hit in look_for(open_search[1].page, "sessie")]
    assert len(addresses) == len(set(addresses)) == 10


def test_more_pages_are_shown_when_asked_for(open_search: tuple[str, Visit]) -> None:
    page = open_search[1].page
    before = look_for(page, "sessies")
    page.get_by_role("button", name="Meer pagina’s laten zien").click()
    links = page.locator(".k-find__title > a")
    expect(links).to_have_count(20)
    expect(links.nth(10)).to_be_focused()
    assert len(before) == 10


def test_what_is_found_nowhere_says_what_to_do(open_search: tuple[str, Visit]) -> None:
    assert look_for(open_search[1].page, "xylofoon") == []
    expect(open_search[1].page.get_by_role("status")).to_contain_text("probeer een ander of korter woord")


def test_the_block_that_stands_on_every_page_is_found_once(open_search: tuple[str, Visit]) -> None:
    page = open_search[1].page
    look_for(page, "als het te veel wordt")
    assert page.locator(".k-find__place > a", has_text="Als het te veel wordt").count() <= 1


def test_participants_find_nothing_of_facilitators(built_sites: Path, homes: dict[str, str], chromium: Browser) -> None:
    titles = {
        edition: {
            entry["location"]: entry["title"]
            for entry in json.loads((built_sites / edition / "search/search_index.json").read_bytes())["docs"]
        }
        for edition in EDITIONS
    }
    hidden = [titles["facilitator"][place] for place in titles["facilitator"].keys() - titles["participant"].keys()]
    assert len(hidden) > 50
    with visiting(chromium, homes["participant"]) as visit:
        visit.open(f"{homes['participant']}/")
        visit.page.locator("[data-opens=__find]").click()
        for words in ("TIDieR", "valkuilen", "bibliotheek", "lopend overleg tweetallen"):
            shown = json.dumps(look_for(visit.page, words))
            assert not re.search("werkvorm/|tidier|meetplan|veiligheid|bibliotheek", shown), words
        assert look_for(visit.page, "TIDieR") == []
        assert visit.faults == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_nothing_is_fetched_until_the_dialog_opens(edition: str, homes: dict[str, str], chromium: Browser) -> None:
    with visiting(chromium, homes[edition]) as visit:
        asked: list[str] = []
        visit.page.on("request", lambda request: asked.append(urlsplit(request.url).path))
        visit.open(f"{homes[edition]}/")
        visit.page.wait_for_timeout(300)
        assert not [path for path in asked if "search" in path and not path.endswith("search.css")]
        visit.page.locator("[data-opens=__find]").click()
        expect(visit.page.get_by_role("status")).to_have_text("Typ een woord om te zoeken")
        look_for(visit.page, "plannen")
        assert "/search/search_index.json" in asked
        assert visit.faults == []


def test_what_is_looked_for_is_kept_nowhere(homes: dict[str, str], chromium: Browser) -> None:
    with visiting(chromium, homes["participant"]) as visit:
        asked: list[str] = []
        visit.page.on("request", lambda request: asked.append(request.url))
        visit.open(f"{homes['participant']}/")
        visit.page.locator("[data-opens=__find]").click()
        look_for(visit.page, "zelfmoord")
        visit.page.locator(".k-find__title > a").nth(1).click()
        visit.page.wait_for_load_state("load")
        assert "zelfmoord" not in visit.page.url + " ".join(asked)
        assert (
            visit.page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])").count(
                "zelfmoord"
            )
            == 0
        )
        visit.page.go_back()
        visit.page.locator("[data-opens=__find]").click()
        expect(visit.page.get_by_label("Zoeken op deze site")).to_have_value("")
        expect(visit.page.locator(".k-find__hits")).to_be_empty()


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize("edition", EDITIONS)
def test_the_dialog_says_to_a_screen_reader_what_it_shows(
    edition: str, width: int, homes: dict[str, str], chromium: Browser
) -> None:
    with visiting(chromium, homes[edition], width=width) as visit:
        visit.open(f"{homes[edition]}/")
        page = visit.page
        page.locator("[data-opens=__find]").click()
        dialog = page.get_by_role("dialog", name="Zoeken")
        expect(dialog.get_by_role("search").get_by_label("Zoeken op deze site")).to_be_focused()
        look_for(page, "herstartkaart")
        expect(dialog.get_by_role("status")).to_have_text(re.compile(r"^\d+ pagina’s gevonden$"))
        assert dialog.get_by_role("heading", level=1).count() == 0
        expect(dialog.get_by_role("heading", level=2)).to_have_count(1)
        expect(dialog.get_by_role("heading", name="Herstartkaart", level=3, exact=True)).to_have_count(1)
        expect(dialog.get_by_role("list").first.get_by_role("link", name="Herstartkaart", exact=True)).to_be_visible()
        expect(dialog.locator("h3 mark").first).to_have_text(re.compile("herstartkaart", re.IGNORECASE))
        assert violations(visit) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert visit.faults == []


def test_keys_lead_through_the_hits_and_to_a_page(homes: dict[str, str], chromium: Browser) -> None:
    with visiting(chromium, homes["participant"]) as visit:
        visit.open(f"{homes['participant']}/contact/")
        page, links = visit.page, visit.page.locator(".k-find__hits a")
        page.locator("[data-opens=__find]").click()
        look_for(page, "herstartkaart")
        page.keyboard.press("ArrowDown")
        expect(links.first).to_be_focused()
        page.keyboard.press("ArrowDown")
        expect(links.nth(1)).to_be_focused()
        page.keyboard.press("Tab")
        expect(links.nth(2)).to_be_focused()
        for _ in range(3):
            page.keyboard.press("ArrowUp")
        expect(page.get_by_label("Zoeken op deze site")).to_be_focused()
        page.keyboard.press("ArrowUp")
        assert focus_is_in(page, "#__find")
        page.keyboard.press("Escape")
        expect(page.locator("#__find")).to_be_hidden()
        page.locator("[data-opens=__find]").click()
        expect(links).not_to_have_count(0)
        page.get_by_label("Zoeken op deze site").focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/herstartkaart/")
        assert visit.faults == []


def test_enter_waits_for_the_answer_to_what_was_typed_last(homes: dict[str, str], chromium: Browser) -> None:
    with visiting(chromium, homes["participant"]) as visit:
        visit.open(f"{homes['participant']}/")
        visit.page.locator("[data-opens=__find]").click()
        look_for(visit.page, "contact")
        visit.page.get_by_label("Zoeken op deze site").fill("groepsafspraken")
        visit.page.keyboard.press("Enter")
        visit.page.wait_for_url("**/werkblad/groepsafspraken/")


def test_a_section_of_the_page_that_is_open_closes_the_dialog(homes: dict[str, str], chromium: Browser) -> None:
    with visiting(chromium, homes["participant"]) as visit:
        visit.open(f"{homes['participant']}/contact/")
        visit.page.locator("[data-opens=__find]").click()
        look_for(visit.page, "bij wie moet ik zijn")
        visit.page.locator("#__find").get_by_role("link", name="Bij wie moet ik zijn?").click()
        expect(visit.page.locator("#__find")).to_be_hidden()
        assert visit.page.url.endswith("/contact/#bij-wie-moet-ik-zijn")


def test_without_an_index_the_dialog_says_so(homes: dict[str, str], chromium: Browser) -> None:
    with visiting(chromium, homes["participant"]) as visit:
        visit.page.context.route("**/search_index.json", lambda route: route.fulfill(status=404))
        visit.open(f"{homes['participant']}/")
        visit.page.locator("[data-opens=__find]").click()
        expect(visit.page.get_by_role("status")).to_contain_text("Zoeken lukt nu niet")
