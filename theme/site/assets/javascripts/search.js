// @ts-check
// The search in its dialog: what is typed goes to the worker, and what it finds becomes a list. Nothing of either is
// kept, nor gets into an address.

/**
 * @typedef {import("./search-index.js").Hit} Hit
 * @typedef {import("./search-index.js").Piece} Piece
 * @typedef {import("./search-index.js").Place} Place
 * @typedef {import("./search-worker.js").Answer} Answer
 * @typedef {import("./search-worker.js").Question} Question
 */

const ROOT = new URL("../../", import.meta.url);
const AT_ONCE = 10;
/** Milliseconds without a key, after which somebody has finished a word: the status is read aloud. */
const PAUSE = 200;
/** Milliseconds without an answer, after which the status says that it takes time. */
const SLOW = 400;

/** @param {HTMLDialogElement} dialog that of partials/search.html, open */
export function search(dialog) {
  const query = part(dialog, ".k-find__query", HTMLInputElement);
  const status = part(dialog, ".k-find__status", HTMLParagraphElement);
  const list = part(dialog, ".k-find__hits", HTMLOListElement);
  const more = part(dialog, ".k-find__more", HTMLButtonElement);
  const worker = new Worker(new URL("search-worker.js", import.meta.url), { type: "module" });
  let most = AT_ONCE;
  let typing = 0;
  let waiting = 0;
  /** The question that the worker has, or null. @type {Question | null} */
  let asked = null;
  /** What the list shows the answer to. */
  let shown = "";
  /** Whether the best page is to be opened as soon as it is known. */
  let chosen = false;

  /** @param {string} kind one of the data attributes @param {number} [count] */
  function say(kind, count = 0) {
    const said = (status.dataset[kind] ?? "").replace("{count}", String(count));
    if (status.textContent !== said) status.textContent = said;
  }

  function failed() {
    clearTimeout(waiting);
    say("failed");
  }

  function ask() {
    clearTimeout(typing);
    const typed = query.value.trim();
    if (asked !== null) return;
    if (typed === "") {
      show("", { count: 0, hits: [] });
      say("hint");
      return;
    }
    asked = { typed, most };
    waiting = setTimeout(say, SLOW, "loading");
    worker.postMessage(asked);
  }

  /** @param {string} typed @param {Answer} answer */
  function show(typed, { count, hits }) {
    const before = typed === shown ? list.childElementCount : 0;
    shown = typed;
    const added = hits.slice(before).map(page);
    list.replaceChildren(...[...list.children].slice(0, before), ...added);
    more.hidden = hits.length === count;
    if (before > 0 && added.length > 0) links(added[0])[0].focus();
  }

  worker.addEventListener("message", ({ data }) => {
    if (data === "failed") {
      failed();
      return;
    }
    const { typed } = /** @type {Question} */ (asked);
    asked = null;
    clearTimeout(waiting);
    if (typed !== query.value.trim()) {
      ask();
      return;
    }
    /** @type {Answer} */
    const answer = data;
    show(typed, answer);
    say(answer.count === 0 ? "none" : answer.count === 1 ? "one" : "many", answer.count);
    if (chosen) links(list)[0]?.click();
    chosen = false;
  });
  worker.addEventListener("error", failed);

  query.addEventListener("input", () => {
    most = AT_ONCE;
    chosen = false;
    clearTimeout(typing);
    typing = setTimeout(ask, PAUSE);
  });
  query.form?.addEventListener("submit", () => {
    if (query.value.trim() === shown) {
      links(list)[0]?.click();
      return;
    }
    chosen = true;
    ask();
  });
  more.addEventListener("click", () => {
    most += AT_ONCE;
    ask();
  });
  list.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("a")) dialog.close();
  });
  dialog.addEventListener("keydown", (event) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0) return;
    const stops = [query, ...links(list), ...(more.hidden ? [] : [more])];
    const at = stops.findIndex((stop) => stop === document.activeElement);
    stops[(at + step + stops.length) % stops.length].focus();
    event.preventDefault();
  });
  // A browser may keep the page as it is left: the next person at this device sees nothing of it.
  addEventListener("pagehide", () => {
    query.value = "";
    ask();
  });
  ask();
}

/**
 * @param {Hit} hit
 * @returns {HTMLLIElement}
 */
function page(hit) {
  const item = element("li", "k-find__page");
  const title = element("h3", "k-find__title");
  title.append(link(hit));
  item.append(title);
  if (hit.kind.length > 0) item.append(element("p", "k-find__kind", ...marked(hit.kind)));
  if (hit.text.length > 0) item.append(element("p", "k-find__text", ...marked(hit.text)));
  if (hit.places.length > 0) item.append(element("ul", "k-find__places", ...hit.places.map(place)));
  return item;
}

/** @param {Place} found a section of a page */
function place(found) {
  const item = element("li", "k-find__place", link(found));
  if (found.text.length > 0) item.append(element("p", "k-find__text", ...marked(found.text)));
  return item;
}

/** @param {Place} to */
function link(to) {
  const made = element("a", "k-find__link", ...marked(to.title));
  made.href = new URL(to.href, ROOT).href;
  return made;
}

/** @param {readonly Piece[]} pieces */
function marked(pieces) {
  return pieces.map(({ text, hit }) => (hit ? element("mark", "k-find__mark", text) : text));
}

/**
 * @param {Element} within
 * @returns {HTMLAnchorElement[]}
 */
function links(within) {
  return [...within.querySelectorAll("a")];
}

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {string} kind
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
function element(name, kind, ...children) {
  const made = document.createElement(name);
  made.className = kind;
  made.append(...children);
  return made;
}

/**
 * @template {HTMLElement} T
 * @param {HTMLElement} within
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T}
 */
function part(within, selector, kind) {
  const found = within.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`The dialog has no ${selector}`);
  return found;
}
