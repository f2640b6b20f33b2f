"""Every page in a real browser: it fits, it is quiet, and everybody can use it. See `every_page.py`."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.clone import EDITIONS
from tests.line.browsing import NARROW, visiting
from tests.line.every_page import LOOKS, Look, addresses, examine, examine_all, show, too_wide, violations
from tests.line.serving import policy
from tests.sampling import sample

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_page_fits_is_quiet_and_can_be_used(
    edition: str, built_sites: Path, kinds: dict[str, list[str]], homes: dict[str, str], chromium: Browser
) -> None:
    others = [address for address in addresses(built_sites / edition) if address not in kinds[edition]]
    assert len(others) > len(kinds[edition])
    pages = [*sample(kinds[edition], 6), *sample(others, 4)]
    assert examine_all(chromium, homes[edition], pages) == {}


def test_the_kinds_are_all_that_the_templates_make(kinds: dict[str, list[str]], clone: Path) -> None:
    for edition in EDITIONS:
        templates = [path for path in (clone / "theme/pages" / edition).glob("*.j2") if path.stem != "parts.html"]
        assert len(kinds[edition]) > 0.8 * len(templates)


PANELS = ("__menu", "__find", "__palette")


@pytest.mark.parametrize("look", [LOOKS[1], LOOKS[2]], ids=lambda look: look.scheme)
@pytest.mark.parametrize("edition", EDITIONS)
def test_what_opens_over_a_page_can_be_used(edition: str, look: Look, homes: dict[str, str], chromium: Browser) -> None:
    with visiting(chromium, homes[edition]) as visit:
        visit.open(f"{homes[edition]}/")
        show(visit, look)
        for panel in PANELS:
            visit.page.locator(f"[data-opens={panel}]").click()
            expect(visit.page.locator(f"#{panel}")).to_be_visible()
            assert violations(visit) == []
            assert too_wide(visit) == 0
            visit.page.keyboard.press("Escape")
        assert visit.faults == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_everything_stands_there_without_scripts(
    edition: str, kinds: dict[str, list[str]], homes: dict[str, str], chromium: Browser
) -> None:
    home = homes[edition]
    with visiting(chromium, home, scripts=False) as without, visiting(chromium, home) as with_scripts:
        for address in sample(kinds[edition], 5):
            texts = []
            for visit in (without, with_scripts):
                visit.open(f"{home}/{address}")
                assert visit.page.locator("h1").first.is_visible()
                # What only scripts can do says so; all else is the same.
                visit.page.locator("[data-with-scripts]").evaluate_all("all => all.forEach(each => each.remove())")
                # What scripts fold lies open without them: it is compared open.
                visit.page.locator("details[data-fold]").evaluate_all("all => all.forEach(each => each.open = true)")
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
        assert [violation["rule"] for violation in violations(visit)] == [rule]


def test_only_the_axe_of_the_lock_file_judges_pages(homes: dict[str, str], chromium: Browser) -> None:
    with visiting(chromium, homes["participant"]) as visit:
        visit.open(f"{homes['participant']}/contact/")
        visit.page.evaluate("window.axe = {version: '4.12.0'}")
        with pytest.raises(AssertionError, match=r"axe-core 4\.12\.0 instead of"):
            violations(visit)


def test_what_does_not_fit_is_seen(homes: dict[str, str], chromium: Browser) -> None:
    with visiting(chromium, homes["participant"], width=NARROW) as visit:
        visit.open(f"{homes['participant']}/contact/")
        assert too_wide(visit) == 0
        visit.page.evaluate("document.querySelector('.kring').style.width = '400px'")
        assert too_wide(visit) > 0


NARROW_ONLY, WIDE_ONLY = "@media (max-width: 400px)", "@media (min-width: 1000px)"
PALE = "color: #aaa !important"
LOOKS_AT_FAULT = {
    "pale in the light": (f"[data-md-color-scheme=default] .k-page p {{{PALE}}}", LOOKS[:2]),
    "pale in the dark": ("[data-md-color-scheme=slate] .k-page p { color: #555 !important }", LOOKS[2:]),
    "pale on a narrow screen": (f"{NARROW_ONLY} {{ [data-md-color-scheme=default] .k-page p {{{PALE}}} }}", LOOKS[1:2]),
    "pale on a wide screen, one text": (f"{WIDE_ONLY} {{ h1 {{ color: #777 !important; opacity: .5 }} }}", LOOKS[::3]),
    "out of reach on a narrow screen": (f"{NARROW_ONLY} {{ h1 {{ block-size: 3px; overflow: scroll }} }}", LOOKS[1:2]),
    "too wide": (f"{NARROW_ONLY} {{ .kring {{ inline-size: 500px }} }}", LOOKS[1:3]),
}


@pytest.mark.parametrize("fault", LOOKS_AT_FAULT)
def test_a_fault_of_one_look_is_seen_in_that_look(fault: str, homes: dict[str, str], chromium: Browser) -> None:
    style, looks = LOOKS_AT_FAULT[fault]
    with visiting(chromium, homes["participant"]) as visit:
        visit.page.add_init_script(
            f"const seed = new CSSStyleSheet(); seed.replaceSync(`{style}`);"
            "addEventListener('DOMContentLoaded', () => document.adoptedStyleSheets.push(seed))"
        )
        found = examine(visit, f"{homes['participant']}/contact/", LOOKS)
    seen = {(scheme, width) for scheme, width, _ in found if scheme != "largest letters"}
    assert seen == {(look.scheme, look.width) for look in looks}


def test_what_does_not_fit_in_the_largest_letters_is_seen(homes: dict[str, str], chromium: Browser) -> None:
    style = "[data-text=largest] h1 { inline-size: 400px }"
    with visiting(chromium, homes["participant"]) as visit:
        visit.page.add_init_script(
            f"const seed = new CSSStyleSheet(); seed.replaceSync(`{style}`);"
            "addEventListener('DOMContentLoaded', () => document.adoptedStyleSheets.push(seed))"
        )
        ((look, width, told),) = examine(visit, f"{homes['participant']}/contact/", LOOKS)
    assert (look, width) == ("largest letters", NARROW)
    assert "too wide" in told


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("document.querySelector('h1').remove()", "0 × h1"),
        ("document.body.append(document.createElement('main'))", "2 × main, [role=main]"),
        ("document.querySelector('#__nav').replaceChildren('x')", "nothing in "),
        ("document.title = ''; document.querySelector('title').remove()", "0 × head > title"),
    ],
)
def test_what_is_not_built_as_one_page_is_seen(
    change: str, told: str, homes: dict[str, str], chromium: Browser
) -> None:
    with visiting(chromium, homes["participant"]) as visit:
        visit.page.add_init_script(f"addEventListener('DOMContentLoaded', () => {{ {change} }})")
        assert any(told in str(fault) for fault in examine(visit, f"{homes['participant']}/contact/", ()))


def test_what_is_folded_is_judged_too(homes: dict[str, str], chromium: Browser) -> None:
    folded = "<details><summary>x</summary><img src='../assets/kring.svg'></details>"
    with visiting(chromium, homes["participant"]) as visit:
        visit.open(f"{homes['participant']}/contact/")
        visit.page.evaluate("html => document.querySelector('.kring').insertAdjacentHTML('beforeend', html)", folded)
        assert [violation["rule"] for violation in violations(visit)] == ["image-alt"]
