// @ts-check
// Menu, search and palette: dialogs that buttons open. A modal dialog of the browser keeps the focus inside, leaves
// the rest inert, closes by Escape and gives the focus back. Material remembers the palette as it did.

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

// The search: what it needs is loaded when its dialog opens first.
const find = part("#__find", HTMLDialogElement);
find.querySelector("form")?.addEventListener("submit", (event) => event.preventDefault());
new MutationObserver((_, first) => {
  first.disconnect();
  import("./search.js").then(({ search }) => search(find)).catch(() => {
    const status = part(".k-find__status", HTMLElement);
    status.textContent = status.dataset.failed ?? "";
  });
}).observe(find, { attributeFilter: ["open"] });

// The display: how the page looks, and how large its letters are.
const display = part("#__palette", HTMLDialogElement);

/**
 * @param {string} name
 * @returns {HTMLInputElement[]}
 */
function choices(name) {
  /** @type {NodeListOf<HTMLInputElement>} */
  const found = display.querySelectorAll(`input[name=${name}]`);
  return [...found];
}

// The palette: Material has set the page to the choice; its radio shows it.
const chosen = document.body.getAttribute("data-md-color-media") ?? "(prefers-color-scheme)";
for (const radio of choices("__palette")) {
  radio.checked = radio.getAttribute("data-md-color-media") === chosen;
}

// The size of the letters, and the words: before-paint.js has set the page to the choice.
for (const [name, usual] of [["text", "normal"], ["words", "usual"]]) {
  for (const radio of choices(`__${name}`)) {
    radio.checked = radio.value === (document.documentElement.dataset[name] ?? usual);
    radio.addEventListener("change", () => {
      document.documentElement.dataset[name] = radio.value;
      try {
        localStorage.setItem(`kring.${name}`, radio.value);
      } catch {
        // A browser that keeps nothing for this site: the choice holds for this page.
      }
    });
  }
}
