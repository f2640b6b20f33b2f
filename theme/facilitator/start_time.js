// @ts-check
// Clock times of a session from the start that the reader sets, instead of from the usual one.

import { preference } from "./preference.js";

/**
 * The time of day so many minutes after `start` (both as 13:30), by the rule of `clock_after`
 * (builder/kring/model/catalogue.py): past midnight it begins again.
 * @param {string} start
 * @param {number} minutes
 */
export function clockAfter(start, minutes) {
  const [hours, past] = start.split(":").map(Number);
  const total = hours * 60 + past + minutes;
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${two(Math.floor(total / 60) % 24)}:${two(total % 60)}`;
}

/**
 * Write every moment inside `within`: its clock time, or the minutes from the start (`after`, with {n}) where there
 * is none. What only says a clock time is hidden then.
 * @param {ParentNode} within
 * @param {string} start a time of day, or nothing
 * @param {string} after
 */
function show(within, start, after) {
  /** @type {NodeListOf<HTMLElement>} */
  const moments = within.querySelectorAll("[data-offset]");
  for (const moment of moments) {
    const minutes = Number(moment.dataset.offset);
    moment.textContent = start ? clockAfter(start, minutes) : after.replace("{n}", String(minutes));
  }
  for (const element of within.querySelectorAll("[data-with-clock]")) element.toggleAttribute("hidden", !start);
}

/**
 * The start of the sessions of a programme that usually start at the same time: who meets in the evening does so
 * each week.
 * @param {HTMLElement} element
 */
const startOf = ({ dataset: { startTime, usual = "" } }) => preference(`start:${startTime}:${usual}`);

/** @type {NodeListOf<HTMLElement>} */
const elements = document.querySelectorAll("[data-start-time]");
for (const element of elements) {
  const chosen = startOf(element);
  const { usual = "", after = "" } = element.dataset;

  if (!(element instanceof HTMLInputElement)) {
    const takeUp = () => show(element, chosen.kept() ?? usual, after);
    takeUp();
    chosen.whenChanged(takeUp);
    continue;
  }
  const back = element.form?.querySelector("[data-usual-start]");
  const remembered = element.form?.querySelector("[data-remembered]");
  const showAll = () => {
    show(document, element.value || usual, after);
    back?.toggleAttribute("hidden", element.value === usual);
  };
  const takeUp = () => {
    element.value = chosen.kept() ?? usual;
    showAll();
  };
  const keep = () => {
    const kept = chosen.keep(element.value && element.value !== usual ? element.value : null);
    remembered?.toggleAttribute("hidden", !kept);
    showAll();
  };
  takeUp();
  chosen.whenChanged(takeUp);
  element.addEventListener("input", keep);
  back?.addEventListener("click", () => {
    element.value = usual;
    element.focus();
    keep();
  });
}
