// @ts-check
// Quantities for the group at hand: so many pieces and copies for the number of participants that the reader sets.

import { preference } from "./preference.js";

/**
 * How many pieces a group needs, by the rule of `Supply.for_group` (builder/kring/model/catalogue.py).
 * @param {number} quantity
 * @param {string} per participant, pair or group
 * @param {number} participants
 */
export function forGroup(quantity, per, participants) {
  switch (per) {
    case "participant":
      return quantity * participants;
    case "pair":
      return quantity * Math.ceil(participants / 2);
    default:
      return quantity;
  }
}

/**
 * Write all quantities of the page for a group of `participants`; `words` is the heading above them, with {n}.
 * @param {number} participants
 * @param {string} words
 */
function show(participants, words) {
  const heading = words.replace("{n}", String(participants));
  for (const element of document.querySelectorAll("[data-for-group]")) element.textContent = heading;
  /** @type {NodeListOf<HTMLElement>} */
  const places = document.querySelectorAll("[data-quantity]");
  for (const place of places) {
    const { quantity, per = "group", words: around = "{n}" } = place.dataset;
    place.textContent = around.replace("{n}", String(forGroup(Number(quantity), per, participants)));
    if (place.matches("td")) place.dataset.label = heading;
  }
}

const input = document.querySelector("[data-group-size]");
if (input instanceof HTMLInputElement) {
  const { groupSize, words = "{n}", wrong = "" } = input.dataset;
  const chosen = preference(`group:${groupSize}`);
  const note = document.getElementById(input.getAttribute("aria-describedby") ?? "");
  const remembered = input.form?.querySelector("[data-remembered]");

  const takeUp = () => {
    const kept = chosen.kept();
    const usual = input.value;
    if (kept !== null) input.value = kept;
    if (!input.checkValidity()) input.value = usual; // kept before the programme changed its group
    show(input.valueAsNumber, words);
  };
  takeUp();
  chosen.whenChanged(takeUp);
  /** @param {boolean} wrongly */
  const mark = (wrongly) => {
    if (wrongly) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
    if (note !== null) note.textContent = wrongly ? wrong : "";
  };
  input.addEventListener("input", () => {
    if (!input.checkValidity()) return; // a 1 may become a 10: what is wrong is said once the reader is done
    mark(false);
    show(input.valueAsNumber, words);
    const kept = chosen.keep(input.value);
    remembered?.toggleAttribute("hidden", !kept);
  });
  input.addEventListener("change", () => mark(!input.checkValidity()));
}
