"""The working pages of facilitators in a browser: numbers for the group, clock times, a filter, and none of scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.clone import REPOSITORY, kring
from tests.line.browsing import NARROW, Visit, visiting
from tests.line.html_page import Page
from tests.line.keys import tab_to
from tests.line.serving import serving

from kring.model.catalogue import ProgrammePlan, Supply, clock_after
from kring.pipeline import check

pytestmark = pytest.mark.browser

PROGRAMME = "structureren-kun-je-leren"
PREPARING, GUIDE, OTHER_GUIDE = (
    f"{PROGRAMME}/{part}/" for part in ("voorbereiden", "sessie/kiezen", "sessie/beginnen")
)
SIZE, START, FILTER = "#f-group-size", "#f-start-time", "#f-filter"
CLOCK = re.compile(r"\d\d:\d\d")


@pytest.fixture(scope="module")
def plan(clone: Path) -> ProgrammePlan:
    catalogue = check(clone).catalogue
    assert catalogue is not None
    return catalogue.plans[PROGRAMME]


@pytest.fixture
def home(homes: dict[str, str]) -> str:
    return homes["facilitator"]


@pytest.fixture
def visit(home: str, chromium: Browser) -> Iterator[Visit]:
    with visiting(chromium, home) as visit:
        yield visit
        assert visit.faults == []


def texts(visit: Visit, selector: str) -> list[str]:
    """Return what elements say, hidden ones included."""
    return [text.strip() for text in visit.page.locator(selector).all_text_contents()]


# ---- The group at hand ----


def test_the_page_and_python_agree_on_every_quantity_for_every_size(
    visit: Visit, home: str, plan: ProgrammePlan
) -> None:
    visit.open(f"{home}/{PREPARING}")
    supplies = [supply for session in plan.sessions for supply in session.supplies]
    assert {supply.per for supply in supplies} == {"participant", "pair", "group"}
    group = plan.programme.group
    for size in range(1, group.max + 2):
        visit.page.fill(SIZE, str(size))
        assert texts(visit, ".k-supplies [data-quantity]") == [str(supply.for_group(size)) for supply in supplies]
        assert set(texts(visit, ".k-supplies [data-for-group]")) == {f"Voor {size}"}


def test_the_rule_is_the_same_beyond_the_sizes_of_this_programme(visit: Visit, home: str) -> None:
    visit.open(f"{home}/{PREPARING}")
    cases = [(quantity, per, n) for quantity in (1, 3) for per in ("participant", "pair", "group") for n in range(31)]
    computed = visit.page.evaluate(
        """async cases => {
          const { forGroup } = await import('/assets/facilitator/group_size.js');
          return cases.map(each => forGroup(...each));
        }""",
        cases,
    )
    assert computed == [Supply("Pen", quantity, per, ()).for_group(n) for quantity, per, n in cases]


def test_copies_are_counted_for_the_group(visit: Visit, home: str) -> None:
    visit.open(f"{home}/{PROGRAMME}/")
    visit.page.fill(SIZE, "7")
    row = visit.page.locator(".k-print-list tbody tr", has_text="Doelkaartje")
    assert row.locator("td").first.locator("a").count() == 8
    expect(row.locator("[data-quantity]")).to_have_text("56")
    expect(visit.page.locator(".k-sessions tbody tr").first).to_contain_text("4 bladen per deelnemer, samen 28 kopieën")


def test_the_size_is_remembered_on_all_pages_of_the_programme_in_this_browser_alone(
    visit: Visit, home: str, chromium: Browser
) -> None:
    visit.open(f"{home}/{PREPARING}")
    visit.page.fill(SIZE, "7")
    for address in (GUIDE, f"{PROGRAMME}/", PREPARING):
        visit.open(f"{home}/{address}")
        expect(visit.page.locator(SIZE)).to_have_value("7")
        expect(visit.page.locator("[data-for-group]").first).to_have_text("Voor 7")
    with visiting(chromium, home) as stranger:
        stranger.open(f"{home}/{PREPARING}")
        expect(stranger.page.locator(SIZE)).to_have_value("10")


def test_a_size_that_is_set_in_another_tab_is_taken_up(visit: Visit, home: str) -> None:
    visit.open(f"{home}/{PREPARING}")
    other = visit.page.context.new_page()
    other.goto(f"{home}/{GUIDE}")
    other.fill(SIZE, "6")
    expect(visit.page.locator(SIZE)).to_have_value("6")
    expect(visit.page.locator("[data-for-group]").first).to_have_text("Voor 6")


def test_a_wrong_size_is_said_and_changes_nothing(visit: Visit, home: str) -> None:
    visit.open(f"{home}/{PREPARING}")
    visit.page.fill(SIZE, "8")
    for wrong in ("99", "", "6.5"):
        visit.page.fill(SIZE, wrong)
        visit.page.locator(SIZE).blur()
        expect(visit.page.locator("#f-group-size-note")).to_contain_text("Vul een heel getal in: 1 tot en met 20.")
        expect(visit.page.locator(SIZE)).to_have_attribute("aria-invalid", "true")
        expect(visit.page.locator("[data-for-group]").first).to_have_text("Voor 8")
    visit.page.fill(SIZE, "9")
    expect(visit.page.locator("#f-group-size-note")).to_be_empty()
    assert visit.page.locator(SIZE).get_attribute("aria-invalid") is None
    visit.open(f"{home}/{GUIDE}")
    expect(visit.page.locator(SIZE)).to_have_value("9")


def test_what_was_kept_before_the_programme_changed_its_group_is_left(visit: Visit, home: str) -> None:
    visit.open(f"{home}/{PREPARING}")
    for kept in ("99", "veel"):
        visit.page.evaluate("([key, value]) => localStorage.setItem(key, value)", [f"kring:group:{PROGRAMME}", kept])
        visit.open(f"{home}/{GUIDE}")
        expect(visit.page.locator(SIZE)).to_have_value("10")
        expect(visit.page.locator("[data-for-group]").first).to_have_text("Voor 10")


def test_a_browser_that_keeps_nothing_is_not_said_to_remember(visit: Visit, home: str) -> None:
    visit.page.add_init_script(
        """const set = Storage.prototype.setItem;
        Storage.prototype.setItem = function (key, value) {
          if (key.startsWith('kring:')) throw new DOMException('full', 'QuotaExceededError');
          set.call(this, key, value);
        };"""
    )
    visit.open(f"{home}/{PREPARING}")
    expect(visit.page.locator("[data-remembered]")).to_be_visible()
    visit.page.fill(SIZE, "7")
    expect(visit.page.locator("[data-for-group]").first).to_have_text("Voor 7")
    expect(visit.page.locator("[data-remembered]")).to_be_hidden()


def test_the_size_can_be_set_by_keyboard(visit: Visit, home: str) -> None:
    visit.open(f"{home}/{GUIDE}")
    tab_to(visit.page, SIZE)
    visit.page.keyboard.press("ArrowDown")
    expect(visit.page.locator(SIZE)).to_have_value("9")
    expect(visit.page.locator("[data-for-group]").first).to_have_text("Voor 9")
    visit.page.keyboard.press("Enter")
    expect(visit.page).to_have_url(f"{home}/{GUIDE}")


@pytest.mark.parametrize("address", [PREPARING, GUIDE, f"{PROGRAMME}/"])
def test_without_scripts_quantities_are_per_participant_and_nothing_dead_is_shown(
    address: str, home: str, chromium: Browser
) -> None:
    with visiting(chromium, home, scripts=False) as visit:
        visit.open(f"{home}/{address}")
        said = visit.page.locator("article").inner_text()
        assert "per deelnemer" in said
        for selector in (SIZE, START, "[data-with-scripts]"):
            assert visit.page.locator(f"article {selector}:visible").count() == 0
        if address != f"{PROGRAMME}/":
            assert "1 voor de groep" in said
            assert "1 per tweetal" in said


def test_the_paper_has_the_numbers_of_the_group_or_a_box_to_write_them(
    visit: Visit, home: str, chromium: Browser
) -> None:
    visit.open(f"{home}/{PREPARING}")
    visit.page.fill(SIZE, "7")
    visit.page.emulate_media(media="print")
    expect(visit.page.locator("[data-for-group]").first).to_be_visible()
    assert visit.page.locator(".k-write-box:visible, .k-settings:visible").count() == 0
    with visiting(chromium, home, scripts=False) as without:
        without.open(f"{home}/{PREPARING}")
        without.page.emulate_media(media="print")
        assert (
            without.page.locator(".k-write-box:visible").count()
            == without.page.locator("[data-quantity]:not(span)").count()
        )


# ---- The start of the session ----


@pytest.mark.parametrize("start", ["09:00", "19:30", "22:45", "23:59", "00:00"])
def test_the_page_and_python_agree_on_every_clock_time(start: str, visit: Visit, home: str) -> None:
    visit.open(f"{home}/{GUIDE}")
    moments = visit.page.locator("article [data-offset]")
    offsets = [int(offset) for offset in moments.evaluate_all("all => all.map(each => each.dataset.offset)")]
    assert len(offsets) > 30
    assert moments.all_text_contents() == [clock_after("13:30", offset) for offset in offsets]
    visit.page.fill(START, start)
    assert moments.all_text_contents() == [clock_after(start, offset) for offset in offsets]


def test_no_clock_time_of_the_page_stays_behind(visit: Visit, home: str) -> None:
    visit.open(f"{home}/{GUIDE}")
    visit.page.fill(START, "20:15")
    said = visit.page.locator("article").inner_text()
    clocks = set(CLOCK.findall(said.replace(visit.page.locator("[data-usual-start]").inner_text(), "")))
    soonest = visit.page.locator(".k-late [data-offset]").last
    ended = clock_after("20:15", int(soonest.get_attribute("data-offset") or ""))
    assert soonest.inner_text() == ended
    assert {"20:15", "22:15", ended} <= clocks
    assert not any(clock.startswith(("13:", "14:", "15:")) for clock in clocks)


def test_the_start_is_remembered_for_sessions_that_usually_start_then(visit: Visit, home: str) -> None:
    visit.open(f"{home}/{GUIDE}")
    visit.page.fill(START, "19:30")
    visit.open(f"{home}/{OTHER_GUIDE}")
    expect(visit.page.locator(START)).to_have_value("19:30")
    expect(visit.page.locator(".k-facts")).to_contain_text("19:30 tot 21:30")
    visit.open(f"{home}/{PROGRAMME}/")
    expect(visit.page.locator(".k-sessions tbody tr").nth(1)).to_contain_text("19:30 tot 21:30")


def test_the_usual_start_is_one_button_or_an_empty_field_away(visit: Visit, home: str) -> None:
    visit.open(f"{home}/{GUIDE}")
    button = visit.page.get_by_role("button", name="Gewone tijd: 13:30")
    expect(button).to_be_hidden()
    visit.page.fill(START, "19:30")
    tab_to(visit.page, "[data-usual-start]")
    visit.page.keyboard.press("Enter")
    expect(visit.page.locator(START)).to_have_value("13:30")
    expect(visit.page.locator(START)).to_be_focused()
    expect(button).to_be_hidden()
    expect(visit.page.locator(".k-glance .k-clock-cell").first).to_have_text("13:30")
    visit.page.fill(START, "19:30")
    visit.page.fill(START, "")
    expect(visit.page.locator(".k-glance .k-clock-cell").first).to_have_text("13:30")
    visit.open(f"{home}/{GUIDE}")
    expect(visit.page.locator(START)).to_have_value("13:30")


@pytest.fixture(scope="module")
def without_start(clone: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site whose session has no usual start."""
    out = tmp_path_factory.mktemp("without_start") / "site"
    root = REPOSITORY / "tests/minimal_root"
    done = kring(clone, "build", "--root", root, "--edition", "facilitator", "--out", out)
    assert done.returncode == 0, done.stderr
    with serving(out) as home:
        yield home


def test_a_session_without_a_usual_start_counts_minutes_until_one_is_set(without_start: str, chromium: Browser) -> None:
    with visiting(chromium, without_start) as visit:
        visit.open(f"{without_start}/klein-begin/sessie/beginnen/")
        first, facts = visit.page.locator(".k-glance .k-clock-cell").nth(1), visit.page.locator(".k-facts")
        expect(first).to_have_text("+10 min.")
        assert CLOCK.search(facts.inner_text()) is None
        visit.page.fill(START, "10:00")
        expect(first).to_have_text("10:10")
        expect(facts).to_contain_text("10:00 tot 10:30")
        visit.page.get_by_role("button", name="Zonder kloktijden").click()
        expect(first).to_have_text("+10 min.")
        assert CLOCK.search(visit.page.locator("article").inner_text()) is None
        assert visit.faults == []


# ---- The guide ----


def test_every_step_leads_to_what_participants_see_of_it(visit: Visit, home: str, built_sites: Path) -> None:
    visit.open(f"{home}/{GUIDE}")
    links = visit.page.locator(".k-read-link a").evaluate_all("all => all.map(each => each.href)")
    assert len(links) == visit.page.locator(".k-act").count()
    their_page = (built_sites / "participant" / GUIDE / "index.html").read_text(encoding="utf-8")
    ids = {dict(element.attributes).get("id") for element in Page(their_page).elements}
    for link in links:
        address, _, anchor = link.partition("#")
        assert address == f"https://kring.example.org/{GUIDE}"
        assert anchor in ids


@pytest.mark.parametrize(("width", "beside"), [(834, False), (1440, True), (NARROW, False)])
def test_what_participants_read_stands_below_the_script_or_beside_it_where_there_is_room(
    width: int, beside: bool, home: str, chromium: Browser
) -> None:
    with visiting(chromium, home, width=width) as visit:
        visit.open(f"{home}/{GUIDE}")
        step = visit.page.locator("#step-uitleg")
        body, read = step.locator(".k-act-body").bounding_box(), step.locator(".k-read").bounding_box()
        assert body is not None
        assert read is not None
        if beside:
            assert read["x"] >= body["x"] + body["width"]
            assert abs(read["y"] - body["y"]) < 5
        else:
            assert read["y"] >= body["y"] + body["height"]
        script = step.locator(".k-line-text").first.bounding_box()
        assert script is not None
        assert script["width"] > (NARROW if width == NARROW else 720) / 2


def test_the_time_of_a_step_stays_in_view_while_it_is_read(home: str, chromium: Browser) -> None:
    with visiting(chromium, home, width=834) as visit:
        visit.open(f"{home}/{GUIDE}")
        visit.page.locator("#step-uitleg .k-pitfalls").scroll_into_view_if_needed()
        clock = visit.page.locator("#step-uitleg .k-clock")
        expect(clock).to_be_in_viewport()
        assert clock.evaluate(
            "e => document.elementFromPoint(e.getBoundingClientRect().x + 5, "
            "e.getBoundingClientRect().y + 5) !== null && "
            "e.getBoundingClientRect().top >= document.querySelector('.md-header').offsetHeight"
        )


# ---- The library and the measurement plan ----


def test_the_library_is_filtered_by_words_with_a_count(visit: Visit, home: str) -> None:
    visit.open(f"{home}/bibliotheek/")
    items, note = visit.page.locator(".k-shelf-item:visible"), visit.page.locator("#f-filter-note")
    total = items.count()
    tab_to(visit.page, FILTER)
    visit.page.keyboard.type("ÉEN als-dan")
    # The activity, and the two sets of cards that are printed for it.
    expect(items).to_have_count(3)
    expect(items.first).to_contain_text("Een als-dan-plan")
    expect(note).to_have_text(f"3 van {total} gevonden")
    expect(visit.page.locator(".k-shelf-part:visible")).to_have_count(2)
    expect(visit.page.locator(".k-jumps li:visible")).to_have_count(2)
    visit.page.keyboard.press("Escape")
    expect(items).to_have_count(total)
    expect(note).to_be_empty()
    visit.page.keyboard.type("xyzzy")
    expect(items).to_have_count(0)
    expect(note).to_have_text("Niets gevonden. Probeer een korter woord.")
    assert note.get_attribute("role") == "status"


def test_without_scripts_the_library_has_its_jumps_alone(home: str, chromium: Browser) -> None:
    with visiting(chromium, home, scripts=False) as visit:
        visit.open(f"{home}/bibliotheek/")
        expect(visit.page.locator(FILTER)).to_be_hidden()
        for jump in visit.page.locator(".k-jumps a").all():
            kind, _, count = jump.inner_text().replace("\n", " ").rpartition(" ")
            part = visit.page.locator(f".k-shelf-part:has({jump.get_attribute('href')})")
            expect(part.locator("h2")).to_have_text(kind)
            expect(part.locator(".k-shelf-item")).to_have_count(int(count))


def test_the_library_names_sessions_in_the_order_of_the_programme(visit: Visit, home: str) -> None:
    visit.open(f"{home}/bibliotheek/")
    item = visit.page.locator(".k-shelf-item", has_text="Hoe zit je erbij?").first
    names = [name.partition(":")[0] for name in item.locator(".k-shelf-session").all_text_contents()]
    assert names == [f"Sessie {number}" for number in range(2, 9)]


def test_the_measurement_plan_says_what_is_filled_in_when_where_and_how_long_it_takes(visit: Visit, home: str) -> None:
    visit.open(f"{home}/{PROGRAMME}/meetplan/")
    table = visit.page.locator(".k-occasions")
    assert texts(visit, ".k-occasions thead th") == [
        *("Meetmoment", "Hoe gaat het met overzicht en rust?", "Hoe was de training voor jou?", "Samen")
    ]
    rows = [row.inner_text().split("\t") for row in table.locator("tbody tr").all()]
    assert [row[-1].strip() for row in rows] == ["10 min.", "18 min.", "10 min."]
    assert "zelf, buiten de sessies" in rows[0][1]
    assert rows[0][2].startswith("–")
    assert "tijdens de sessie, bij De vragenlijst" in rows[1][1]
    assert "zelf, buiten de sessies" in rows[1][2]
    link = table.get_by_role("link", name="De vragenlijst").first
    link.click()
    expect(visit.page.locator("#step-vragenlijsten")).to_be_in_viewport()
