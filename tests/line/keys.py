"""A page under the Tab key: where the focus goes, and what is wrong with each place where it stops."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page

MOST_STOPS = 600

PROBE = """
() => {
  const painter = Object.assign(document.createElement('canvas'), {width: 1, height: 1})
    .getContext('2d', {willReadFrequently: true});
  const rgb = colours => {
    painter.clearRect(0, 0, 1, 1);
    for (const colour of colours) { painter.fillStyle = colour; painter.fillRect(0, 0, 1, 1); }
    return [...painter.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = colours => rgb(colours)
    .map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = element => {
    const colours = [];
    for (let e = element; e; e = e.parentElement) colours.unshift(getComputedStyle(e).backgroundColor);
    return ['#ffffff', ...colours];
  };
  const ring = (element, faults) => {
    const style = getComputedStyle(element), width = parseFloat(style.outlineWidth);
    const offset = parseFloat(style.outlineOffset);
    if (style.outlineStyle === 'none' || width < 2) { faults.push('no ring'); return; }
    const under = behind(offset < 0 ? element : element.parentElement);
    const [a, b] = [light([...under, style.outlineColor]), light(under)].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 3) faults.push('pale ring');
    const reach = Math.max(0, offset + width), box = element.getBoundingClientRect();
    for (let e = element.parentElement; e && e !== document.body; e = e.parentElement) {
      const clips = getComputedStyle(e), r = e.getBoundingClientRect();
      const x = clips.overflowX !== 'visible' && (box.left - reach < r.left - 1 || box.right + reach > r.right + 1);
      const y = clips.overflowY !== 'visible' && (box.top - reach < r.top - 1 || box.bottom + reach > r.bottom + 1);
      if (x || y) faults.push('ring cut off by ' + (e.className || e.tagName));
      if (e.matches('dialog')) break;
    }
  };
  const place = (element, faults) => {
    const rects = [...element.getClientRects()].filter(r => r.width > 0 && r.height > 0);
    if (rects.length === 0) { faults.push('no size'); return; }
    for (const r of rects) {
      // Of a tall element the browser shows a part, and of a text area the line with the caret.
      const tall = r.height > innerHeight / 2 || element.matches('textarea');
      if (r.left < -1 || r.right > innerWidth + 1 || (!tall && (r.top < 0 || r.bottom > innerHeight))
          || r.bottom < 0 || r.top > innerHeight)
        faults.push('out of view');
      const [x, y] = [r.left + r.width / 2, r.top + r.height / 2];
      const points = (tall ? [[x, y]] : [[x, y], [x, r.top + 2], [x, r.bottom - 2]])
        .filter(([px, py]) => px > 0 && py > 0 && px < innerWidth && py < innerHeight);
      for (const point of points) {
        const hit = document.elementFromPoint(...point);
        if (hit && hit !== element && !element.contains(hit) && hit.closest('label')?.control !== element) {
          faults.push('covered by ' + (hit.className || hit.tagName));
          break;
        }
      }
    }
  };
  const element = document.activeElement;
  if (element === document.body || element === document.documentElement) return null;
  const faults = [], box = element.getBoundingClientRect();
  const former = window.formerStop;
  place(element, faults);
  ring(element, faults);
  if (former && former !== element) {
    if (!(former.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) faults.push('out of order');
    const was = former.getBoundingClientRect();
    const within = element.closest('article') && element.closest('article') === former.closest('article');
    if (within && box.bottom <= was.top && box.left <= was.left) faults.push('above the one before it');
  }
  // A field for a date or a time has several stops of its own.
  const again = element.stopped === true && (former !== element || !element.matches('[type=date], [type=time]'));
  element.stopped = true;
  window.formerStop = element;
  return {again, html: element.outerHTML.slice(0, 110), faults};
}
"""

NEVER_REACHED = """
() => {
  const groups = new Set(
    [...document.querySelectorAll('input[type=radio]')].filter(e => e.stopped).map(e => e.name));
  return [...document.querySelectorAll('a[href],button,input,textarea,select,summary,[tabindex="0"]')]
    .filter(e => !e.stopped && !e.disabled && e.tabIndex >= 0 && !e.closest('[inert]'))
    .filter(e => e.checkVisibility({visibilityProperty: true}) && !(e.type === 'radio' && groups.has(e.name)))
    .map(e => 'never reached: ' + e.outerHTML.slice(0, 110));
}
"""


@dataclass(frozen=True, slots=True)
class Walk:
    """The stops of a walk, as the beginnings of their HTML, and what is wrong with them."""

    stops: tuple[str, ...]
    faults: tuple[str, ...]


def walk(page: Page) -> Walk:
    """Press Tab from the top of the page until the focus leaves it."""
    stops: list[str] = []
    faults: list[str] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(PROBE)
        if stop is None or stop["again"]:
            break
        if stops[-1:] != [stop["html"]]:
            stops.append(stop["html"])
        faults += [f"{fault}: {stop['html']}" for fault in dict.fromkeys(stop["faults"])]
    return Walk(tuple(stops), (*faults, *page.evaluate(NEVER_REACHED)))


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is on an element.

    Raises:
        LookupError: the focus never comes there.

    """
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise LookupError(selector)


def focus_is_in(page: Page, selector: str) -> bool:
    """Say whether the focus is on or in an element, or outside the page (in the browser's own bars)."""
    script = "s => document.activeElement === document.body || !!document.activeElement.closest(s)"
    return bool(page.evaluate(script, selector))
