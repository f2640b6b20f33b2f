// @ts-check
// What counts for this tab alone and goes with it: on a device that people share, or where nothing can be kept.

import { SITE } from "./device.js";

/** @type {Map<string, string>} */
const here = new Map();

/**
 * @param {readonly string[]} path
 * @returns {string | undefined}
 */
export function read(path) {
  try {
    return sessionStorage.getItem(name(path)) ?? here.get(name(path));
  } catch {
    return here.get(name(path));
  }
}

/**
 * @param {readonly string[]} path
 * @param {string} value
 */
export function keep(path, value) {
  here.set(name(path), value);
  try {
    sessionStorage.setItem(name(path), value);
  } catch {
    // A browser that stores nothing at all: it counts for this page.
  }
}

/** @param {readonly string[]} path */
export function forget(path) {
  here.delete(name(path));
  try {
    sessionStorage.removeItem(name(path));
  } catch {
    // Then it holds nothing either.
  }
}

/** @param {readonly string[]} path */
function name(path) {
  return `kring ${JSON.stringify([SITE, ...path])}`;
}
