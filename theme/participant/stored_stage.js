// @ts-check
// Where somebody is on the way through a programme, as far as they told, and where that is kept.

import * as device from "./device.js";
import * as tab from "./tab.js";

/**
 * @typedef {{stage: string, on: "device" | "tab", revision: number}} Here
 * The ids of a programme: its own, and those that it had before.
 * @typedef {[string, ...string[]]} Programme
 */

/**
 * Return which programme an element is about.
 * @param {HTMLElement} element
 * @returns {Programme}
 */
export function programmeOf({ dataset }) {
  return [dataset.programme ?? "", ...(dataset.programmeFormerly?.split(" ") ?? [])];
}

/** @param {string} programme */
export function pathOf(programme) {
  return [programme, "place"];
}

/**
 * Return where somebody is. Rejects where the device does not say what it holds.
 * @param {Programme} programme
 * @returns {Promise<Here | undefined>}
 */
export async function storedStage(programme) {
  for (const id of programme) {
    const kept = await device.read(pathOf(id));
    // Under a former id it is not what the next choice replaces.
    if (kept) return { stage: kept.value, on: "device", revision: id === programme[0] ? kept.revision : 0 };
  }
  return inTab(programme);
}

/**
 * @param {Programme} programme
 * @returns {Here | undefined}
 */
export function inTab(programme) {
  const stage = tab.read(pathOf(programme[0]));
  return stage === undefined ? undefined : { stage, on: "tab", revision: 0 };
}

/**
 * Take it off the device, whatever the programme was called when it was kept.
 * @param {Programme} programme
 */
export async function forgetOnDevice(programme) {
  for (const id of programme) await device.forget(pathOf(id));
}

/**
 * Return the element for a place, also under the name that it had before.
 * @param {ParentNode} within
 * @param {string} stage
 * @returns {HTMLElement | undefined}
 */
export function stageElement(within, stage) {
  /** @type {NodeListOf<HTMLElement>} */
  const all = within.querySelectorAll("[data-stage]");
  return [...all].find(
    ({ dataset }) => dataset.stage === stage || dataset.formerly?.split(" ").includes(stage),
  );
}
