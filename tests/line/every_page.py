"""A page examined in every look: it fits, it is quiet, it is built as one page, and everybody can use it.

A page is loaded once. Then its window is made narrow and the scheme of the device dark, as a visitor may do while
reading; the page must follow. What is folded is unfolded first, for axe-core passes over what nobody sees.

Two things are not done again, for they cost most and would say the same. In the dark only the rules that look at
colours run: the scheme changes nothing else, and the rest has been judged at that width in the light. And after the
first look, which judges the contrast of every text, they judge one text of each kind on the page: the same colours
on the same backgrounds in the same type have the same contrast, however many texts have them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, expect
from tests.axe import put_into
from tests.clone import pages
from tests.line.browsing import NARROW, WIDE, Visit, visiting

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules that look at colours."""
PALETTE = {"light": "default", "dark": "slate"}
"""What the theme calls the schemes."""

RUN = """
async ({tags, colours, wanted}) => {
  for (const folded of document.querySelectorAll('details')) folded.open = true;
  await new Promise(requestAnimationFrame);
  for (const changing of document.getAnimations()) changing.finish();
  const kinds = new Map(), grounds = new Map();
  const ground = element => {
    if (element === null) return '';
    if (!grounds.has(element)) {
      const {backgroundColor, backgroundImage, opacity, filter} = getComputedStyle(element);
      const own = [backgroundColor, backgroundImage, opacity, filter].join();
      const under = ground(element.parentElement);
      grounds.set(element, own === 'rgba(0, 0, 0, 0),none,1,none' ? under : under + '|' + own);
    }
    return grounds.get(element);
  };
  const oneOfEachKind = () => {
    for (const element of document.body.querySelectorAll('*')) {
      const speaks = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())
        || element.matches('input, textarea, select');
      if (!speaks || !element.checkVisibility({visibilityProperty: true})) continue;
      const style = getComputedStyle(element), around = getComputedStyle(element.parentElement);
      const kind = [style.color, style.fontSize, style.fontWeight, style.textShadow, style.textDecorationLine,
        element.localName, element.disabled, around.color, ground(element)].join();
      if (!kinds.has(kind)) kinds.set(kind, element);
    }
    return {include: [...kinds.values()]};
  };
  const judge = async (where, runOnly, rules = {}) => {
    const found = await axe.run(where, {runOnly, rules, resultTypes: ['violations']});
    return found.violations.flatMap(({id, nodes}) => nodes.map(({target, html, failureSummary}) =>
      ({rule: id, axe: axe.version, selector: target.join(' '), html: html.slice(0, 160), why: failureSummary})));
  };
  const byTags = {type: 'tag', values: tags}, byColours = {type: 'rule', values: colours};
  const without = Object.fromEntries(colours.map(id => [id, {enabled: false}]));
  if (wanted === 'all') return judge(document, byTags);
  const rest = wanted === 'colours' ? [] : await judge(document, byTags, without);
  return [...rest, ...await judge(oneOfEachKind(), byColours)];
}
"""
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
ONE_PAGE = """
() => {
  const once = ['h1', 'main, [role=main]', 'head > title', 'html[lang]', 'meta[name=viewport]'];
  const counted = once.map(each => [each, document.querySelectorAll(each).length]).filter(([, number]) => number !== 1);
  const shown = [...document.querySelectorAll('nav')].filter(nav => nav.checkVisibility());
  const empty = shown.filter(nav => !nav.querySelector('a[href]')).map(nav => `nothing in ${nav.ariaLabel}`);
  return [...counted.map(([each, number]) => `${number} × ${each}`), ...empty];
}
"""
LARGEST = "document.documentElement.dataset.text = 'largest'"
"""What the choice of the largest letters does to a page."""


@dataclass(frozen=True, slots=True)
class Look:
    """A way to look at a page, and what axe-core is asked: all, all with one text of each kind, or colours alone."""

    scheme: str
    width: int
    wanted: str


LOOKS = (
    Look("light", WIDE, "all"),
    Look("light", NARROW, "one of each kind"),
    Look("dark", NARROW, "colours"),
    Look("dark", WIDE, "colours"),
)


def addresses(site: Path) -> list[str]:
    """Return the address of every page of a built site; the page of a former address only leads to another."""
    return [
        page.relative_to(site).as_posix().removesuffix("index.html")
        for page in pages(site)
        if b'http-equiv="refresh"' not in page.read_bytes()
    ]


def violations(visit: Visit, wanted: str = "all") -> list[dict[str, Any]]:
    """Return what axe-core finds wrong with the page that is open."""
    put_into(visit.page)
    return list(visit.page.evaluate(RUN, {"tags": TAGS, "colours": COLOURS, "wanted": wanted}))


def too_wide(visit: Visit) -> int:
    """Return by how many pixels a page is wider than its window."""
    return int(visit.page.evaluate(WIDER))


def show(visit: Visit, look: Look) -> None:
    """Look at the page that is open in another way."""
    visit.page.set_viewport_size({"width": look.width, "height": 900})
    visit.page.emulate_media(color_scheme=look.scheme)
    expect(visit.page.locator("body")).to_have_attribute("data-md-color-scheme", PALETTE[look.scheme])


def examine(visit: Visit, address: str, looks: Iterable[Look]) -> list[Any]:
    """Open a page, and return what is wrong with it in any of these looks."""
    visit.open(address)
    found: list[Any] = list(visit.page.evaluate(ONE_PAGE))
    for look in looks:
        show(visit, look)
        wrong: list[Any] = violations(visit, look.wanted)
        if excess := too_wide(visit):
            wrong.append(f"{excess} pixels too wide")
        found += [(look.scheme, look.width, fault) for fault in wrong]
    visit.page.set_viewport_size({"width": NARROW, "height": 900})
    visit.page.evaluate(LARGEST)
    if excess := too_wide(visit):
        found.append(("largest letters", NARROW, f"{excess} pixels too wide"))
    found += visit.faults
    visit.faults.clear()
    return found


def examine_all(chromium: Browser, home: str, pages: Iterable[str]) -> dict[str, list[Any]]:
    """Return what is wrong with each of these pages of a site, in any look."""
    with visiting(chromium, home) as visit:
        found = {address: examine(visit, f"{home}/{address}", LOOKS) for address in pages}
    return {address: wrong for address, wrong in found.items() if wrong}
