// @ts-check
// The page of a programme: the panel that asks where somebody is, and the way with what is behind, now and next.
// All words come from templates in the page; nothing is kept before somebody chooses so.

import * as device from "./device.js";
import * as tab from "./tab.js";
import { forgetOnDevice, inTab, pathOf, programmeOf, stageElement, storedStage } from "./stored_stage.js";

/** @typedef {import("./stored_stage.js").Here} Here */

for (const panel of document.querySelectorAll(".k-place")) {
  if (panel instanceof HTMLElement) start(panel);
}

/** @param {HTMLElement} panel */
function start(panel) {
  const programme = programmeOf(panel);
  const path = pathOf(programme[0]);
  const inOrder = panel.dataset.sequence === "fixed";
  const [ask, told, statuses, marks] = [...panel.querySelectorAll("template")].map(({ content }) => content);
  /** @type {NodeListOf<HTMLElement>} */
  const found = document.querySelectorAll(".k-path > [data-stage]");
  const stages = [...found];
  const way = document.querySelector(".k-path") ?? panel;
  const box = document.createElement("div");
  const status = copyOf(statuses, ".k-place-status");
  panel.append(box, status);
  /** @type {Here | undefined} */
  let here;

  /** @param {string} [name] which of the sentences in the page is true now */
  function say(name) {
    for (const said of status.querySelectorAll("[data-said]")) {
      if (said instanceof HTMLElement) said.hidden = said.dataset.said !== name;
    }
  }

  /** Draw the panel and the way anew; the question where nothing is known. */
  function draw() {
    const now = here && stageElement(way, here.stage);
    mark(now);
    if (now) box.replaceChildren(tellOf(now));
    else box.replaceChildren(question());
  }

  function question() {
    const form = copyOf(ask, "form");
    const select = one(form, "select", HTMLSelectElement);
    for (const { dataset } of stages) select.add(new Option(dataset.choice, dataset.stage));
    const now = here && stageElement(way, here.stage);
    if (now) select.value = now.dataset.stage ?? "";
    select.addEventListener("change", () => select.removeAttribute("aria-invalid"));
    form.addEventListener("click", ({ target }) => {
      const keep = target instanceof Element && target.closest("[data-keep]")?.getAttribute("data-keep");
      if (!keep) return;
      if (select.value) choose(select.value, keep);
      else {
        say("choose_first");
        select.setAttribute("aria-invalid", "true");
        select.focus();
      }
    });
    return form;
  }

  /** @param {HTMLElement} now */
  function tellOf(now) {
    const shown = copyOf(told, ".k-place-now");
    const next = follows(now);
    one(shown, "[data-fill=now]", HTMLElement).append(
      ...parts(now, ".k-stage-number, .k-stage-title, .k-stage-meta, .k-stage-do"),
    );
    one(shown, "[data-fill=next]", HTMLElement).append(
      ...(next ? parts(next, ".k-between, .k-stage-number, .k-stage-title, .k-stage-meta") : []),
    );
    one(shown, "[data-follows]", HTMLElement).hidden = !next;
    one(shown, "[data-change]", HTMLElement).addEventListener("click", () => {
      say();
      box.replaceChildren(question());
      box.querySelector("select")?.focus();
    });
    one(shown, "[data-forget]", HTMLElement).addEventListener("click", forget);
    return shown;
  }

  /** @param {HTMLElement} now */
  function follows(now) {
    return inOrder ? stages[stages.indexOf(now) + 1] : undefined;
  }

  /** @param {HTMLElement | undefined} now */
  function mark(now) {
    for (const old of way.querySelectorAll(".k-mark")) old.remove();
    const at = now ? stages.indexOf(now) : -1;
    stages.forEach((stage, index) => {
      const done = inOrder && index < at;
      const kind = stage === now ? "now" : done ? "done" : now && stage === follows(now) ? "next" : undefined;
      stage.removeAttribute("aria-current");
      delete stage.dataset.is;
      if (!kind) return;
      stage.dataset.is = kind;
      if (kind === "now") stage.setAttribute("aria-current", "step");
      stage.querySelector(".k-stage-title")?.before(copyOf(marks, `[data-mark=${kind}]`));
    });
  }

  /**
   * @param {string} stage
   * @param {string} keep
   */
  async function choose(stage, keep) {
    if (keep === "device") await keepOnDevice(stage);
    else await keepInTab(stage);
    box.querySelector("h2")?.focus();
  }

  /** @param {string} stage */
  async function keepOnDevice(stage) {
    try {
      const kept = await device.keep(path, stage, here?.on === "device" ? here.revision : 0);
      if (kept) {
        tab.forget(path);
        here = { stage, on: "device", revision: kept.revision };
        draw();
        say("kept");
      } else {
        here = await storedStage(programme);
        draw();
        say("newer");
      }
    } catch {
      tab.keep(path, stage);
      here = inTab(programme);
      draw();
      say("failed");
    }
  }

  /** @param {string} stage */
  async function keepInTab(stage) {
    const wasKept = here?.on === "device";
    try {
      if (wasKept) await forgetOnDevice(programme);
      tab.keep(path, stage);
      here = inTab(programme);
      draw();
      say("not_kept");
    } catch {
      say("failed_forget");
    }
  }

  async function forget() {
    try {
      if (here?.on === "device") await forgetOnDevice(programme);
      tab.forget(path);
      here = undefined;
      draw();
      say("forgotten");
      box.querySelector("select")?.focus();
    } catch {
      say("failed_forget");
    }
  }

  async function load() {
    try {
      here = await storedStage(programme);
      draw();
      say(here && (here.on === "device" ? "kept" : "not_kept"));
    } catch {
      here = inTab(programme);
      draw();
      say("unreadable");
    }
  }

  device.watch(path, load);
  load();
}

/**
 * Return copies of those children of a stage that `selector` names.
 * @param {HTMLElement} stage
 * @param {string} selector
 */
function parts(stage, selector) {
  return [...stage.children]
    .filter((child) => child.matches(selector))
    .map((child) => {
      const copy = /** @type {Element} */ (child.cloneNode(true));
      for (const mark of copy.querySelectorAll(".k-mark")) mark.remove();
      return copy;
    });
}

/**
 * @param {DocumentFragment} content
 * @param {string} selector
 */
function copyOf(content, selector) {
  return /** @type {HTMLElement} */ (one(content, selector, HTMLElement).cloneNode(true));
}

/**
 * The element that the templates put there.
 * @template {HTMLElement} T
 * @param {ParentNode} within
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T}
 */
function one(within, selector, kind) {
  const element = within.querySelector(selector);
  if (!(element instanceof kind)) throw new Error(`The page has no ${selector}`);
  return element;
}
