// @ts-check
// Menu, search and palette: dialogs that buttons open. A modal dialog of the browser keeps the focus inside, leaves
// the rest inert, closes by Escape and gives the focus back. Material searches, lists and remembers as it did.

const WIDE = matchMedia("(min-width: 76.25em)");

/**
 * The element that the theme's own templates put on every page.
 * @template {HTMLElement} T
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T}
 */
function part(selector, kind) {
  const found = document.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`The page has no ${selector}`);
  return found;
}

for (const button of document.querySelectorAll("button[data-opens]")) {
  const dialog = part(`#${button.getAttribute("data-opens")}`, HTMLDialogElement);
  button.addEventListener("click", () => {
    dialog.showModal();
    button.setAttribute("aria-expanded", "true");
  });
  dialog.addEventListener("close", () => button.setAttribute("aria-expanded", "false"));
  dialog.addEventListener("click", ({ target }) => {
    const closes = target === dialog || (target instanceof Element && target.closest("[data-closes]"));
    if (closes) dialog.close();
  });
}

// The bundle listens to single letters (WCAG 2.1.4) and closes the search at every Tab: no key reaches it.
document.addEventListener("keydown", (event) => event.stopPropagation());

// The menu borrows the navigation of the side.
const menu = part("#__menu", HTMLDialogElement);
const nav = part("#__nav", HTMLElement);
const side = nav.parentElement;
new MutationObserver(() => (menu.open ? menu : side)?.append(nav)).observe(menu, { attributeFilter: ["open"] });
nav.addEventListener("click", ({ target }) => {
  if (target instanceof Element && target.closest("a")) menu.close();
});
WIDE.addEventListener("change", () => menu.close());

// The search: Material lists while its toggle is on, and turns it off when a result is chosen.
const find = part("#__find", HTMLDialogElement);
const query = part("#__query", HTMLInputElement);
const list = part(".md-search-result__list", HTMLOListElement);
const toggle = part("#__search", HTMLInputElement);

/** @param {boolean} on */
function searching(on) {
  if (toggle.checked !== on) toggle.click();
}
/** @returns {HTMLElement[]} */
function results() {
  /** @type {NodeListOf<HTMLElement>} */
  const found = list.querySelectorAll(":not(details) > a[href], summary, details[open] a[href]");
  return [...found];
}
new MutationObserver(() => searching(find.open)).observe(find, { attributeFilter: ["open"] });
toggle.addEventListener("change", () => {
  if (!toggle.checked) find.close();
});
new MutationObserver(() => {
  for (const element of list.querySelectorAll("[tabindex]")) element.removeAttribute("tabindex");
  // A later answer replaces the list, and with it the result that had the focus.
  if (find.open && document.activeElement === document.body) query.focus();
}).observe(list, { childList: true });
query.form?.addEventListener("submit", (event) => {
  event.preventDefault();
  results()[0]?.click();
});
find.addEventListener("keydown", (event) => {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return;
  const stops = [query, ...results()];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  stops[(at + step + stops.length) % stops.length].focus();
  event.preventDefault();
});

// The palette: Material has set the page to the choice; its radio shows it.
const chosen = document.body.getAttribute("data-md-color-media") ?? "(prefers-color-scheme)";
for (const radio of part("#__palette", HTMLDialogElement).querySelectorAll("input")) {
  radio.checked = radio.getAttribute("data-md-color-media") === chosen;
}
